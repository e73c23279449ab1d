package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"sync"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/paint"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

// Figure draws a view of a theory. It fails where the layout does, and where there is nothing to draw. See scene.New for
// the figures of a revision.
func Figure(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	if o.View.Name == scene.Configurations {
		return panels(ctx, engine, t, o)
	}
	return draw(ctx, engine, place.NewArranger(engine), t, o)
}

// Each draws every live configuration as a figure of its own, several side by side. They are in the order of the theory.
func Each(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) ([]*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	var views []scene.View
	var names []string
	for i, c := range t.Configurations {
		if c.Live() {
			views = append(views, scene.View{Name: scene.OneConfiguration, ID: c.ID})
			names = append(names, fmt.Sprintf("configuration-%d", scene.ConfigurationNumber(c, i)))
		}
	}
	if len(views) == 0 {
		return nil, fmt.Errorf("draw %s: the theory has no configurations; add a [configuration.…]", t.File)
	}
	pictures, errs := make([]*Picture, len(views)), make([]error, len(views))
	var all sync.WaitGroup
	for i, v := range views {
		all.Go(func() {
			o := o
			o.View = v
			pictures[i], errs[i] = Figure(ctx, engine, t, o)
		})
	}
	all.Wait()
	seen := make(map[string]bool)
	for i, p := range pictures {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if p.Name = names[i]; seen[p.Name] {
			p.Name += fmt.Sprintf("-place-%d", i+1) // two configurations have one number
		}
		seen[p.Name] = true
	}
	return pictures, nil
}

// Versions draws a theory, the version that the options name in Against, and what changed between the two: what Figure
// draws one by one, with the work that they share done once.
func Versions(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (this, other, changes *Picture, err error) {
	if err := o.complete(); err != nil {
		return nil, nil, nil, err
	}
	o.View, o.Revision = scene.View{}, scene.Compare(t, o.Against)
	former, both := o, o
	former.Against = t
	both.View.Name = scene.Revised
	arranger := place.NewArranger(engine)
	var errs [3]error
	var all sync.WaitGroup
	all.Go(func() { this, errs[0] = draw(ctx, engine, arranger, t, o) })
	all.Go(func() { other, errs[1] = draw(ctx, engine, arranger, o.Against, former) })
	all.Go(func() { changes, errs[2] = draw(ctx, engine, arranger, t, both) })
	all.Wait()
	if err := cmp.Or(errs[:]...); err != nil {
		return nil, nil, nil, err
	}
	return this, other, changes, nil
}

// draw takes a figure through all stages.
func draw(ctx context.Context, engine *layout.Engine, arranger *place.Arranger, t *theory.Theory, o Options) (*Picture, error) {
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, err
	}
	fitting := fit.New(s, o.Page)
	p := &Picture{scene: s}
	tooHigh := fitting.TooHigh()
	if tooHigh != "" {
		p.note("%s", tooHigh)
	}
	placed, scale, err := p.arrange(ctx, engine, arranger, fitting, o)
	if err != nil {
		return nil, err
	}
	p.placed, p.TextSize = placed, fit.TextSize*scale
	if p.TextSize < fit.TextSize-0.01 {
		need := (placed.Area.W + 2*fit.Margin) / fit.Millimetre
		p.note("labels print at %.1f pt in a width of %.0f mm; for 7 pt it takes %.0f mm, or a view of a part",
			p.TextSize, o.Width/fit.Millimetre, math.Ceil(need))
	}
	if placed.Unlabelled > 0 {
		p.note("%s found no room for a label; draw the figure wider, or a part of it", theory.Counted(placed.Unlabelled, "link"))
	}
	frame := fit.NewFrame(s.Frame, o.Face, placed.Area, o.Width/scale)
	p.Drawing = paint.Figure(placed, frame, o.Face, o.Palette, scale)
	p.title(s)
	if o.Width > 0 {
		p.Drawing.Width = o.Width
		if p.tooHigh() && tooHigh == "" {
			p.note("the figure is %.0f mm high, higher than the %.0f mm of a page; draw it wider, or a part of it",
				p.Drawing.Height/fit.Millimetre, fit.Tallest/fit.Millimetre)
		}
	}
	p.noteMissing()
	return p, nil
}

// arrange tries one plan after the other until one goes well onto the page, and gives what came of it with the scale at
// which it goes there. All plans together take no longer than the engine's time for one layout.
func (p *Picture) arrange(ctx context.Context, engine *layout.Engine, arranger *place.Arranger, fitting *fit.Fitting, o Options) (*place.Placed, float64, error) {
	ctx, cancel := context.WithTimeout(ctx, engine.Deadline())
	defer cancel()
	for plan, last := range fitting.Plans() {
		a, err := arranger.Arrange(ctx, plan)
		if err != nil {
			return nil, 0, err
		}
		if a.Simplified {
			p.note("the layout took too long, so it was made with straight lines")
		}
		if scale, well := plan.Onto(a.Area); well || last || a.Simplified {
			return place.New(plan, a, o.Width/scale-2*fit.Margin), scale, nil
		}
	}
	return nil, 0, fmt.Errorf("draw %s: no plan fits", p.scene.Theory.File) // never: the last one is taken as it is
}
