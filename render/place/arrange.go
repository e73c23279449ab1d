package place

import (
	"context"
	"fmt"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/render/scene"
)

// Arrangement is where the boxes and lines of a plan stand, in their order.
type Arrangement struct {
	Area    geometry.Rect // that boxes, lines and lanes take
	Hits    int           // boxes that lines run through
	Touches int           // heads of lines that touch another

	boxes []geometry.Rect
	ways  []geometry.Way  // of the plan's lines, and then of those that act on steps
	rings []geometry.Rect // at which those end
}

// Laid is a plan laid out, its lines not yet routed.
type Laid struct {
	Area       geometry.Rect // that boxes and lanes take at least
	Simplified bool          // the layout took too long, so it was made with straight lines and less care

	routing *routing
}

// Lay lays a plan out. It fails where the engine does, and where the figure would be larger than any page.
func Lay(ctx context.Context, engine *layout.Engine, p *fit.Plan) (*Laid, error) {
	l, err := engine.Run(ctx, graph(p))
	if err != nil {
		return nil, err
	}
	if w, h := l.Width*p.Scale, l.Height*p.Scale; h > drawing.Largest || p.Paper.Width == 0 && w > drawing.Largest {
		return nil, fmt.Errorf("lay out the figure: %w", &scene.TooLarge{Width: w / fit.Millimetre, Height: h / fit.Millimetre})
	}
	r := laidRouting(p, l)
	return &Laid{Area: r.around(r.boxes()), Simplified: l.Simplified, routing: r}, nil
}

// Crossings counts how often lines cross as they were laid out.
func (l *Laid) Crossings() int { return crossings(l.routing.ways()) }

// Route gives lines their ways. It is called once.
func (l *Laid) Route() *Arrangement {
	l.routing.route()
	l.routing.endOnSteps(true)
	return l.arrangement()
}

// Separate moves lines that were routed apart where they run too close, and gives those that are still crowded: something hides their
// marks, or they hide something. It is called once.
func (l *Laid) Separate() (a *Arrangement, crowded []*fit.Line) {
	crowded = l.routing.separate()
	return l.arrangement(), crowded
}

func (l *Laid) arrangement() *Arrangement {
	r := l.routing
	return &Arrangement{Area: r.area(), Hits: r.hits(), Touches: r.touches(), boxes: r.places(), ways: r.ways(), rings: r.rings()}
}

// Crossings counts the pairs of lines that cross, each as often as it does, whatever figure of the layout shows them.
func (a *Arrangement) Crossings() int { return crossings(a.ways) }

func crossings(ways []geometry.Way) int {
	n := 0
	for i := range ways {
		for j := range i {
			n += ways[i].Crossings(&ways[j])
		}
	}
	return n
}
