package render

import (
	"context"
	"math"

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
	switch o.View.Name {
	case scene.Configurations:
		return panels(ctx, engine, t, o)
	case scene.InRows:
		rows, err := scene.NewRows(t, o.Options)
		if err != nil {
			return nil, err
		}
		whole := rowPages(rows, o, false)[0]
		whole.Name = "" // it stands alone
		return whole, nil
	}
	return draw(ctx, &place.Arranger{Engine: engine}, t, o)
}

// draw takes a figure through all stages.
func draw(ctx context.Context, arranger *place.Arranger, t *theory.Theory, o Options) (*Picture, error) {
	s, err := scene.New(t, o.Options)
	if err != nil {
		return nil, err
	}
	fitting := fit.New(s, o.Paper)
	p := &Picture{scene: s}
	placed, scale, err := p.arrange(ctx, arranger, fitting, o.Width)
	if err != nil {
		return nil, err
	}
	p.placed, p.TextSize = placed, fit.TextSize*scale
	if p.TextSize < fit.TextSize-0.05 { // else it is said to be what it must be
		need := (placed.Area.W + 2*fit.Margin) / fit.Millimetre
		p.note("labels print at %.1f pt in a width of %.0f mm; for 7 pt it takes %.0f mm, or a view of a part",
			p.TextSize, o.Width/fit.Millimetre, math.Ceil(need))
	}
	if placed.Unlabelled > 0 {
		p.note("%s found no room for a label; draw the figure wider, or a part of it", wording.English.Counted(placed.Unlabelled, "link"))
	}
	frame := fit.NewFrame(s.Frame, o.Face, placed.Area, o.Width/scale)
	p.Drawing = paint.Figure(placed, frame, o.Face, o.Palette, scale)
	p.title(s)
	if o.Width > 0 {
		p.Drawing.Width = o.Width
		if p.tooHigh() {
			p.note("the figure is %.0f mm high, higher than the %.0f mm of a page; %s",
				p.Drawing.Height/fit.Millimetre, fit.Tallest/fit.Millimetre, fitting.Lower())
		}
	}
	p.noteMissing()
	return p, nil
}

// mostCompared is the number of lines up to which plans are compared by their crossings: beyond it, the first that goes well
// onto its page is taken.
const mostCompared = 150

// arrange takes, of the plans that go well onto their page, the one whose lines cross least, and gives what came of it with the
// scale at which it goes there. All plans together take no longer than the engine's time for one layout.
func (p *Picture) arrange(ctx context.Context, arranger *place.Arranger, fitting *fit.Fitting, width float64) (*place.Placed, float64, error) {
	ctx, cancel := context.WithTimeout(ctx, arranger.Engine.Deadline())
	defer cancel()
	var best choice
	for plan := range fitting.Plans() {
		a, err := arranger.Arrange(ctx, plan)
		if err != nil && best.arrangement == nil {
			return nil, 0, err
		} else if err != nil {
			break
		}
		c := choice{plan: plan, arrangement: a, crossings: math.MaxInt}
		if c.scale, c.well = plan.Onto(a.Area); c.well && len(plan.Lines) <= mostCompared {
			c.crossings = a.Crossings() + asCrossings*a.Hits
		}
		c.lacks = plan.Lacks(a.Area, c.scale) + asCrossings*float64(a.Hits)
		if best.arrangement == nil || c.better(best) {
			best = c
		}
		if a.Simplified || best.well && (best.crossings == 0 || len(plan.Lines) > mostCompared) {
			break
		}
	}
	if best.arrangement.Simplified {
		p.note("the layout took too long, so it was made with straight lines")
	}
	return place.New(best.plan, best.arrangement, width/best.scale-2*fit.Margin), best.scale, nil
}

// asCrossings is how many crossings a line is worth that runs through a box.
const asCrossings = 1000

// choice is a plan with its arrangement.
type choice struct {
	plan        *fit.Plan
	arrangement *place.Arrangement
	scale       float64
	well        bool // it goes onto its page as it should
	lacks       float64
	crossings   int
}

// better says whether a choice is better than another: one that goes well is better than one that does not; of two that do, the
// one whose lines cross less; of two that do not, the one that lacks less.
func (c choice) better(than choice) bool {
	if c.well != than.well {
		return c.well
	}
	return c.well && c.crossings < than.crossings || !c.well && c.lacks < than.lacks
}
