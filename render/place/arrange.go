package place

import (
	"context"
	"fmt"
	"slices"

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

// routing is an arrangement in the making.
type routing struct {
	plan   *fit.Plan
	nodes  []*node
	edges  []*edge
	acting []*edge // on steps
}

// node is a box with its place.
type node struct {
	*fit.Box
	at geometry.Rect
}

// edge is a line with its way.
type edge struct {
	*fit.Line
	from, to *node
	step     *edge          // that it acts on; nil for none
	laid     geometry.Curve // of one that acts on a step, as it was laid out; nil for none
	geometry.Way
}

// newRouting puts the boxes of a plan in their places, and joins them by lines that have no way yet. Lines that act on steps have a node of
// their own each, for the ring that they end at.
func newRouting(p *fit.Plan, place func(*fit.Box) geometry.Rect) *routing {
	r := &routing{plan: p, nodes: make([]*node, len(p.Boxes)), edges: make([]*edge, len(p.Lines))}
	nodes := make(map[*fit.Box]*node, len(p.Boxes))
	for i, b := range p.Boxes {
		r.nodes[i] = &node{b, place(b)}
		nodes[b] = r.nodes[i]
	}
	steps := make(map[*fit.Line]*edge, len(p.Lines))
	for i, l := range p.Lines {
		r.edges[i] = &edge{Line: l, from: nodes[l.From], to: nodes[l.To]}
		steps[l] = r.edges[i]
	}
	for _, l := range p.OnSteps {
		_, rank := l.Ranks()
		ring := &node{Box: &fit.Box{Box: &scene.Box{}, Rank: rank}}
		r.acting = append(r.acting, &edge{Line: l, from: nodes[l.From], to: ring, step: steps[l.Onto]})
	}
	return r
}

// laidRouting puts boxes and lines where the layout says.
func laidRouting(p *fit.Plan, l *layout.Layout) *routing {
	r := newRouting(p, func(b *fit.Box) geometry.Rect {
		at := l.Nodes[b.Name]
		return geometry.Around(geometry.Point{X: at.X, Y: at.Y}, b.W, b.H)
	})
	move := r.mirror(l)
	for _, e := range r.edges {
		if e.Loop() {
			continue
		}
		c := laidOut(e.Line, l, move)
		if e.from.Rank > e.to.Rank {
			c = c.Reversed()
		}
		// The layout's boxes are larger than those that are drawn, and its curves run from middle to middle.
		e.Way = geometry.NewWay(c.Between(e.from.at, e.to.at))
	}
	for _, e := range r.acting {
		if c := laidOut(e.Line, l, move); len(c) >= 4 {
			if e.from.Rank > e.to.Rank {
				c = c.Reversed()
			}
			e.laid = c.Reversed().Before(e.from.at).Reversed()
		}
	}
	return r
}

// area is what boxes, lines and lanes take.
func (r *routing) area() geometry.Rect { return r.around(r.extent()) }

// around is an area with its lanes.
func (r *routing) around(area geometry.Rect) geometry.Rect {
	area = area.Grown(fit.LaneEdge)
	if r.plan.Columns {
		above := fit.LaneTitle + r.plan.HeadingHigh() - fit.LaneEdge
		area.Y -= above
		area.H += above
	} else {
		area.X -= fit.LaneTitle
		area.W += fit.LaneTitle
	}
	return area
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

// boxes is the rectangle around all boxes and their badges.
func (r *routing) boxes() geometry.Rect {
	var all geometry.Rect
	for _, n := range r.nodes {
		all = all.Union(n.at.Grown(fit.BadgeHeight / 2))
	}
	return all
}

// extent is the rectangle around all boxes and curves.
func (r *routing) extent() geometry.Rect {
	all := r.boxes()
	for _, e := range slices.Concat(r.edges, r.acting) {
		all = all.Union(e.Bounds.Grown(2))
	}
	return all
}
