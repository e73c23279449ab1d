package page

import (
	"cmp"
	"context"
	"slices"

	"icamo/render"
	"icamo/render/layout"
	"icamo/theory"
	"icamo/theory/check"
)

// Check checks a theory by the settings of the project that its file belongs to.
func Check(file string, t *theory.Theory) ([]check.Finding, error) {
	settings, found, err := check.SettingsFor(file)
	if err != nil {
		return nil, err
	}
	return check.Sort(append(found, check.Run(t, settings)...)), nil
}

// Draw makes the page of a theory. Where there is a version to compare it with, the one of the options or else the one
// that the theory revises, its figure and the overlay of both are drawn as well, all on one layout.
func Draw(ctx context.Context, engine *layout.Engine, t *theory.Theory, found []check.Finding, o render.Options) (*Page, error) {
	o.NoTitle = true // the page has its own
	if o.Against == nil && t.Earlier != nil && !t.Earlier.Unread {
		o.Against = t.Earlier
	}
	p := &Page{Theory: t, Earlier: o.Against, Findings: found}
	add := func(name FigureName, label string, picture *render.Picture) {
		p.Figures = append(p.Figures, Figure{name, label, picture.Drawing})
		for _, note := range picture.Notes {
			if !slices.Contains(p.Notes, note) {
				p.Notes = append(p.Notes, note)
			}
		}
	}
	label := cmp.Or(upperFirst(t.Version), "This version")
	if o.Against == nil {
		picture, err := render.Figure(ctx, engine, t, o)
		if err != nil {
			return nil, err
		}
		add(This, label, picture)
		return p, nil
	}
	this, earlier, changes, err := render.Versions(ctx, engine, t, o)
	if err != nil {
		return nil, err
	}
	add(Earlier, cmp.Or(upperFirst(o.Against.Version), "Version revised"), earlier)
	add(This, label, this)
	add(Changes, "What changed", changes)
	return p, nil
}
