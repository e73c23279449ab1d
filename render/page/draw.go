package page

import (
	"cmp"
	"context"

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
	draw := func(name FigureName, label string, of *theory.Theory, o render.Options) error {
		picture, err := render.Figure(ctx, engine, of, o)
		if err != nil {
			return err
		}
		p.Figures = append(p.Figures, Figure{name, label, picture.Drawing})
		if name == This {
			p.Notes = picture.Notes
		}
		return nil
	}
	label := cmp.Or(upperFirst(t.Version), "This version")
	if o.Against == nil {
		return p, draw(This, label, t, o)
	}
	former, both := o, o
	former.Against = t
	both.View.Name = render.Revised
	if err := draw(Earlier, cmp.Or(upperFirst(o.Against.Version), "Version revised"), o.Against, former); err != nil {
		return nil, err
	}
	if err := draw(This, label, t, o); err != nil {
		return nil, err
	}
	return p, draw(Changes, "What changed", t, both)
}
