package page

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/revision"
	"icamo/theory/wording"
)

// Drawable says why there can be no page of a theory, where it is too large for one.
func Drawable(t *theory.Theory) error {
	if err, large := scene.Drawable(t), (*scene.TooLarge)(nil); err != nil && !errors.As(err, &large) {
		return err
	}
	if err := showable(t); err != nil {
		return fmt.Errorf("draw %s: %w", t.File, err)
	}
	return nil
}

// Check checks a theory by the settings of the project that its file belongs to.
func Check(file string, t *theory.Theory) ([]check.Finding, error) {
	settings, found, err := check.SettingsFor(file)
	if err != nil {
		return nil, err
	}
	return check.Sort(append(found, check.Run(t, settings)...)), nil
}

// Draw makes the page of a theory, with what was found in it. Where there is a version to compare it with, the one of
// the options or else the one that the theory revises, its figure and the overlay of both are drawn as well, all on one
// layout, but for figures of a case. Figures are drawn while the rest is written. What the page has in common with an earlier one, which may be nil,
// is not written anew.
func Draw(ctx context.Context, engine *layout.Engine, t *theory.Theory, found []check.Finding, o render.Options, last *Page) (*Page, error) {
	if err := Drawable(t); err != nil {
		return nil, err
	}
	oneCase := o.Case != "" || len(o.Cases) > 0
	o.NoTitle = !oneCase // the page has its own, which does not say of which case
	against := o.Against
	if against == nil && t.Earlier != nil && !t.Earlier.Unread {
		against = t.Earlier
	}
	if against != nil {
		if err := Drawable(against); err != nil {
			return nil, err
		}
	}
	if !oneCase { // which is shown in one version
		o.Against = against
	}
	p := &Page{templates: templatesIn(wording.Of(t)), lang: theory.LanguageTag(t.Language), heading: pageTitle(t)}
	var drawn *figures
	var picks tools
	var drawing, writing error
	writable, refused := context.WithCancel(ctx)
	defer refused()
	compared := sync.OnceValue(func() *revision.Revision { return scene.Compare(t, against) }) // for figures and entries
	var all sync.WaitGroup
	all.Go(func() {
		if drawn, drawing = drawFigures(ctx, p.templates, engine, t, o, compared); drawing != nil {
			refused() // what cannot be drawn may take long to write
		}
	})
	all.Go(func() { picks, writing = p.write(writable, t, against, compared, found, last) })
	all.Wait()
	if err := cmp.Or(drawing, writing); err != nil {
		return nil, err
	}
	p.Notes, picks.Figures = drawn.notes, drawn.shown
	w := writer{in: p.templates}
	p.regions = append(p.regions, region{toolsRegion, w.parts(toolsRegion, "tools", picks)}, region{wholeRegion, w.parts(wholeRegion, "whole", drawn.whole)},
		region{figureRegion, drawn.parts})
	return p, w.err
}
