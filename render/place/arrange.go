package place

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
)

// Arrangement is where the boxes and lines of a plan stand, in their order.
type Arrangement struct {
	Area       geometry.Rect // that boxes, lines and lanes take
	Hits       int           // boxes that lines run through
	Simplified bool          // the layout took too long, so it was made with straight lines and less care

	boxes         []geometry.Rect
	ways          []geometry.Way  // of the plan's lines, and then of those that act on steps
	rings         []geometry.Rect // at which those end
	width, height float64         // of the layout
}

// Arranger arranges plans, and keeps the last arrangement: figures that share a layout, and are drawn side by side, have it
// made once. It may be used by several at once.
type Arranger struct {
	Engine *layout.Engine

	mu   sync.Mutex
	dot  []byte // of the plan that was arranged last
	last *Arrangement
}

// Arrange lays a plan out. It fails where the engine does, and where the figure would be larger than any page.
func (a *Arranger) Arrange(ctx context.Context, p *fit.Plan) (*Arrangement, error) {
	made, err := a.arrange(ctx, p)
	if err != nil {
		return nil, err
	}
	if w, h := made.width*p.Scale, made.height*p.Scale; h > drawing.Largest || p.Paper.Width == 0 && w > drawing.Largest {
		return nil, fmt.Errorf("the figure would be %.0f × %.0f mm; draw a part of it with a smaller view", w/fit.Millimetre, h/fit.Millimetre)
	}
	return made, nil
}

func (a *Arranger) arrange(ctx context.Context, p *fit.Plan) (*Arrangement, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	g := graph(p)
	if a.last != nil && bytes.Equal(a.dot, g.DOT) {
		return a.last, nil
	}
	l, err := a.Engine.Run(ctx, g)
	if err != nil {
		return nil, err
	}
	a.dot, a.last = slices.Clone(g.DOT), newRouting(p, l).arrangement(l)
	return a.last, nil
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
	step     *edge // that it acts on; nil for none
	geometry.Way
}

// newRouting puts boxes and lines where the layout says.
func newRouting(p *fit.Plan, l *layout.Layout) *routing {
	r := &routing{plan: p, nodes: make([]*node, len(p.Boxes)), edges: make([]*edge, len(p.Lines))}
	nodes := make(map[*fit.Box]*node, len(p.Boxes))
	for i, b := range p.Boxes {
		at := l.Nodes[b.Name]
		r.nodes[i] = &node{b, geometry.Around(geometry.Point{X: at.X, Y: at.Y}, b.W, b.H)}
		nodes[b] = r.nodes[i]
	}
	move := r.mirror(l)
	steps := make(map[*fit.Line]*edge)
	for i, line := range p.Lines {
		e := &edge{Line: line, from: nodes[line.From], to: nodes[line.To]}
		r.edges[i], steps[line] = e, e
		if line.Loop() {
			continue
		}
		c := laidOut(line, l, move)
		if line.From.Rank > line.To.Rank {
			c = c.Reversed()
		}
		// The layout's boxes are larger than those that are drawn, and its curves run from middle to middle.
		e.Way = geometry.NewWay(c.Between(e.from.at, e.to.at))
	}
	r.acting = newActing(p, nodes, steps)
	return r
}

func (r *routing) arrangement(l *layout.Layout) *Arrangement {
	r.route()
	r.placeLoops()
	r.endOnSteps(true)
	area := r.extent().Grown(fit.LaneEdge)
	if r.plan.Columns {
		area.Y -= fit.LaneTitle - fit.LaneEdge
		area.H += fit.LaneTitle - fit.LaneEdge
	} else {
		area.X -= fit.LaneTitle
		area.W += fit.LaneTitle
	}
	return &Arrangement{Area: area, Hits: r.hits(), Simplified: l.Simplified, boxes: r.places(), ways: r.ways(), rings: r.rings(), width: l.Width, height: l.Height}
}

// Crossings counts the pairs of lines that cross, each as often as it does, whatever figure of the layout shows them.
func (a *Arrangement) Crossings() int {
	n := 0
	for i := range a.ways {
		for j := range i {
			n += a.ways[i].Crossings(&a.ways[j])
		}
	}
	return n
}

// extent is the rectangle around all boxes and curves.
func (r *routing) extent() geometry.Rect {
	var all geometry.Rect
	for _, n := range r.nodes {
		all = all.Union(n.at.Grown(fit.BadgeHeight / 2))
	}
	for _, e := range slices.Concat(r.edges, r.acting) {
		all = all.Union(e.Bounds.Grown(2))
	}
	return all
}
