package place

import (
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/render/scene"
)

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

// ways are those of all lines, and then of those that act on steps.
func (r *routing) ways() []geometry.Way {
	var ways []geometry.Way
	for _, l := range slices.Concat(r.edges, r.acting) {
		ways = append(ways, l.Way)
	}
	return ways
}

// rings are those of the lines that act on steps.
func (r *routing) rings() []geometry.Rect {
	var rings []geometry.Rect
	for _, l := range r.acting {
		rings = append(rings, l.to.at)
	}
	return rings
}

func (r *routing) places() []geometry.Rect {
	places := make([]geometry.Rect, len(r.nodes))
	for i, b := range r.nodes {
		places[i] = b.at
	}
	return places
}

// inRows turns columns into rows, until back is called.
func (r *routing) inRows() (back func()) {
	if !r.plan.Columns {
		return func() {}
	}
	r.transpose()
	return r.transpose
}

// transpose turns columns into rows and back.
func (r *routing) transpose() {
	for _, b := range r.nodes {
		b.at = b.at.Transposed()
	}
	for _, l := range slices.Concat(r.edges, r.acting) {
		l.Way = l.Way.Transposed()
	}
	for _, l := range r.acting {
		l.to.at, l.laid = l.to.at.Transposed(), l.laid.Transposed()
	}
}

// width is that of the line in the figure of the layout in which it is widest.
func (l *edge) width() float64 {
	width := 0.0
	for _, look := range l.Looks() {
		width = max(width, fit.Width(look))
	}
	return width
}

// headLong is how long the head of the line is, with the bar before it where its source is needed, in any figure of the layout.
func (l *edge) headLong() float64 {
	long := 0.0
	for _, look := range l.Looks() {
		head := fit.HeadLength(fit.Width(look))
		if look.Necessary {
			head += fit.NeedLength
		}
		long = max(long, head)
	}
	return long
}
