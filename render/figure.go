package render

import (
	"context"
	"fmt"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/paint"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// Figure draws a view of a theory. It fails where the layout does, and where there is nothing to draw. See scene.New for
// the figures of a revision.
func Figure(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	if len(o.Cases) > 0 && o.Case == "" {
		return panels(t, o, "case by case", func(o Options) ([]*Picture, error) { return eachCase(ctx, engine, t, o) })
	}
	switch o.View.Name {
	case scene.Configurations:
		return panels(t, o, "its configurations", func(o Options) ([]*Picture, error) { return Each(ctx, engine, t, o) })
	case scene.InRows:
		rows, err := scene.NewRows(t, o.Options)
		if err != nil {
			return nil, err
		}
		whole := rowPages(rows, o, false)[0]
		whole.Name = "" // it stands alone
		return whole, nil
	}
	chooser := &chooser{engine: engine}
	f, err := lay(ctx, chooser, t, o)
	if err == nil && f.scene.Overview() && len(f.scene.Lines) > 0 && o.Width > 0 && f.tooHigh() {
		o.Written = true // lines take more room than a page has
		f, err = lay(ctx, chooser, t, o)
	}
	if err != nil {
		return nil, err
	}
	return f.paint(ctx), nil
}

// figure is one that is laid out on its page, and not painted yet.
type figure struct {
	picture *Picture
	theory  *theory.Theory
	scene   *scene.Scene
	options Options
	chooser *chooser
	fitting *fit.Fitting
	frame   fit.Frame
	scale   float64
}

// draw takes a figure through all stages.
func draw(ctx context.Context, chooser *chooser, t *theory.Theory, o Options) (*Picture, error) {
	f, err := lay(ctx, chooser, t, o)
	if err != nil {
		return nil, err
	}
	return f.paint(ctx), nil
}

// lay takes a figure through all stages but the last.
func lay(ctx context.Context, chooser *chooser, t *theory.Theory, o Options) (*figure, error) {
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, err
	}
	if s.Overview() && o.Lanes == fit.Auto {
		o.Lanes = fit.Rows // what builds on something stands below it, and what stands alone is read as text is
	}
	fitting := fit.New(s, o.Paper)
	p := &Picture{scene: s}
	best, stable := choice{}, false
	if o.Stable != nil {
		kept, moved, err := keep(s, o)
		switch stable = err == nil; {
		case !stable:
			p.note("boxes could not keep their places, as %v; the figure was laid out anew", err)
		case moved:
			p.note("a lane was full: boxes below it moved down, to make room for what is new")
		}
		best = kept
	}
	if !stable {
		if best, err = chooser.choose(ctx, fitting); err != nil {
			return nil, err
		}
	}
	if best.simplified {
		p.note("the layout took too long, so it was made with straight lines")
	}
	best.scale = fit.WrittenScale(best.scale)
	scale := best.scale
	placed, frame := stand(best, o)
	p.placed, p.TextSize = placed, fit.TextSize*scale
	if len(placed.Unlabelled) > 0 {
		p.note("%s found no room for a label; draw the figure wider, or a part of it", wording.English.Counted(len(placed.Unlabelled), "link"))
	}
	return &figure{picture: p, theory: t, scene: s, options: o, chooser: chooser, fitting: fitting, frame: frame, scale: scale}, nil
}

// stand puts a choice in its place, and around it what stands there. It tells why links were dropped where the page has room for that, and
// nothing else need be left out for it.
func stand(best choice, o Options) (*place.Placed, fit.Frame) {
	around := best.plan.Frame()
	placed := best.placed()
	frame := surround(around, o, placed.Area, best.scale)
	for !o.Panel {
		telling, more := placed.TellingWhy()
		if !more {
			break
		}
		with := surround(around, o, telling.Area, best.scale)
		if o.Width > 0 && (tooHigh(with.Height*best.scale) || len(with.Keys) < len(frame.Keys)) {
			break
		}
		placed, frame = telling, with
	}
	return placed, frame
}

// tooHigh says whether the figure is higher than a page.
func (f *figure) tooHigh() bool { return tooHigh(f.frame.Height * f.scale) }

// paint is the last stage, and says what there is to say of the figure.
func (f *figure) paint(ctx context.Context) *Picture {
	p, o := f.picture, f.options
	p.Drawing = paint.Figure(p.placed, f.frame, o.Face, o.Palette, f.scale)
	p.title(f.theory, f.scene.Title(), f.scene.Description())
	if o.Width > 0 {
		p.Drawing.Width = o.Width
		f.noteSizes(ctx)
	}
	p.noteMissing()
	return p
}

// keep arranges a scene on the places of the figure that it replaces, and says whether some moved down.
func keep(s *scene.Scene, o Options) (best choice, moved bool, err error) {
	kept, err := fit.NewKept(s, o.Paper, o.Stable)
	if err != nil {
		return choice{}, false, err
	}
	const about = 3.0 // points: margins may be so much narrower
	if wide := (kept.Area.W + 2*fit.Margin) * kept.Scale; o.Width > 0 && wide > o.Width+about {
		return choice{}, false, fmt.Errorf("the figure there is %.0f mm wide, and this one is to be %.0f", wide/fit.Millimetre, o.Width/fit.Millimetre)
	}
	a, err := place.Keep(kept)
	if err != nil {
		return choice{}, false, err
	}
	return choice{plan: kept.Plan, arrangement: a, scale: kept.Scale}, kept.Moved, nil
}
