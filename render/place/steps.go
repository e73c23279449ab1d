package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
)

// RingRadius is that of the ring on a line at which another ends that acts on its step.
const RingRadius = 2.3

// ringShares are where on a line rings may stand, as shares of its length, best first.
var ringShares = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8}

// stepPoint is the name of the point that the layout gives a line on which others act.
func stepPoint(l *fit.Line) string { return "on" + l.Name }

// pastPoint is the id of the part of a line beyond that point.
func pastPoint(l *fit.Line) string { return l.Name + "on" }

// divided says whether the layout has a point on a line: it has none on lines inside a rank, which are led without it.
func divided(l *fit.Line) bool { return l.Acted && l.From.Rank != l.To.Rank }

// laidOut is the curve that the layout has for a line, from the lower rank to the higher; nil for none.
func laidOut(line *fit.Line, l *layout.Layout, move func(geometry.Point) geometry.Point) geometry.Curve {
	points := l.Edges[line.Name].Curve
	if line.Onto == nil && divided(line) {
		points = append(slices.Clone(points), l.Edges[pastPoint(line)].Curve[1:]...)
	}
	c := make(geometry.Curve, len(points))
	for i, p := range points {
		c[i] = move(geometry.Point{X: p.X, Y: p.Y})
	}
	return c
}

// endOnSteps leads the lines that act on steps to the ways that those have come to take.
func (r *routing) endOnSteps(keptEnds bool) {
	if r.plan.Columns {
		r.transpose()
		defer r.transpose()
	}
	r.act(keptEnds)
}

// act leads each line that acts on a step from its box to a place on the line of the step, where both can be seen well. Kept ends
// at boxes stay where they are. Lines are in rows.
func (r *routing) act(keptEnds bool) {
	s := search{edges: slices.Concat(r.edges, r.acting), obstacles: r.nodes}
	all := r.boxes()
	for _, l := range r.edges {
		all = all.Union(l.Bounds)
	}
	for _, l := range r.acting {
		if len(l.step.Curve) < 4 {
			continue // it is yet to be placed
		}
		var best geometry.Way
		var next proposal // most are put aside: the next takes the memory of the last that was
		var at geometry.Rect
		least := math.Inf(1)
		for _, share := range ringShares {
			centre := geometry.Along(l.step.Points, share)
			l.to.at = geometry.Around(centre, 2*RingRadius, 2*RingRadius)
			place := 20*math.Abs(share-0.5) + r.ringCost(l, centre)
			if place+l.from.at.Far(centre)-RingRadius >= least {
				continue // whatever way leads there
			}
			ahead := geometry.Along(l.step.Points, share+0.02)
			for _, c := range s.towards(l, ahead, keptEnds && len(l.Curve) >= 4) {
				straight := geometry.Distance(c[0], centre) - RingRadius
				if place+straight >= least {
					continue
				}
				next = proposal{Way: next.Way}
				next.Follow(c.Cut(RingRadius))
				const hit, each = 1000, 5
				wider := all.Union(next.Bounds)
				across := wider.W - all.W
				if r.plan.Columns {
					across = wider.H - all.H
				}
				cost := place + hit*float64(s.count(l, &next)) + each*across + slanting(next.Curve, centre, ahead) + l.tooShort(&next.Way)
				if cost+straight >= least || cost+s.weigh(l, &next) >= least {
					continue
				}
				among := s.cost(l, &next, least-cost)
				if cost+among >= least {
					continue
				}
				cost += r.headCost(l, &next.Way) + r.alongCost(l, &next.Way)
				if cost += among; cost < least {
					best, next, at, least = next.Way, proposal{Way: best}, l.to.at, cost
				}
			}
		}
		l.Way, l.to.at = best, at
	}
}

// towards are ways for a line to the middle of its ring, from where the line of the step leads to a point ahead.
func (s *search) towards(l *edge, ahead geometry.Point, keptEnds bool) []geometry.Curve {
	centre := l.to.at.Centre()
	var kept ports
	if keptEnds {
		kept = &[2]geometry.Point{l.Curve[0], centre}
		if _, _, turned := l.downwards(); turned {
			kept = &[2]geometry.Point{centre, l.Curve[0]}
		}
	}
	all := s.direct(l, kept)
	for i, c := range all {
		c[len(c)-1] = centre
		all[i] = c
	}
	starts := l.leavings(centre)
	if keptEnds {
		starts = l.Curve[:1]
	}
	for _, start := range starts {
		all = append(all, geometry.Straight(start, centre))
		all = append(all, l.acrossTo(start, centre, ahead)...)
	}
	start := starts[0]
	if n := len(l.laid); n >= 4 {
		points := slices.Clone([]geometry.Point(geometry.NewWay(l.laid).Points))
		points[0], points[len(points)-1] = start, centre
		all = append(all, straightened(points)...)
		all = append(all, geometry.Smooth(points))
	}
	switch {
	case l.from.Rank == l.to.Rank:
		all = append(all, s.aside(l, start, keptEnds)...)
	case len(l.laid) < 4:
		all = append(all, s.outside(l, start)...)
	}
	return all
}

// leavings are where a line may leave its box for a ring: in the middle of the side that its rank has for it, and on those that face the ring.
func (l *edge) leavings(centre geometry.Point) []geometry.Point {
	const beyond = 8.0
	at := l.from.at
	first := at.Centre()
	switch {
	case l.to.Rank > l.from.Rank:
		first.Y = at.Y + at.H
	case l.to.Rank < l.from.Rank:
		first.Y = at.Y
	case centre.X > first.X:
		first.X = at.X + at.W
	default:
		first.X = at.X
	}
	all := []geometry.Point{first}
	for side := range geometry.Side(geometry.Sides) {
		if at.Beyond(centre, side) < beyond || side == at.SideOf(first) {
			continue
		}
		p, out := at.Centre(), side.Outwards()
		if side.Upright() {
			p.Y = within(centre.Y, at.Transposed())
		} else {
			p.X = within(centre.X, at)
		}
		p.X, p.Y = p.X+out.X*at.W/2, p.Y+out.Y*at.H/2
		all = append(all, p)
	}
	return all
}

// acrossTo are ways that come to a ring at a right angle to the line of the step, from both of its sides.
func (l *edge) acrossTo(start, centre, ahead geometry.Point) []geometry.Curve {
	dx, dy := geometry.Direction(centre, ahead)
	out := l.from.at.SideOf(start).Outwards()
	far := geometry.Distance(start, centre)
	var all []geometry.Curve
	for _, lead := range []float64{max(10, 0.25*far), max(14, 0.5*far)} {
		for _, side := range []float64{1, -1} {
			all = append(all, geometry.Curve{start, {X: start.X + out.X*lead, Y: start.Y + out.Y*lead}, {X: centre.X - side*dy*lead, Y: centre.Y + side*dx*lead}, centre})
		}
	}
	return append(all, l.straightTo(start, centre, ahead, leans)...)
}

// leans are how far a head may lean from across the line of a step along it.
var leans = []float64{0, 0.4, -0.4}

// straightTo are ways that turn to a ring before the head begins, which then stands across the line of the step, or leans so far.
func (l *edge) straightTo(start, centre, ahead geometry.Point, leans []float64) []geometry.Curve {
	const turn = 2.0
	far := RingRadius + turn + l.headLong()
	dx, dy := geometry.Direction(centre, ahead)
	out := l.from.at.SideOf(start).Outwards()
	var all []geometry.Curve
	for _, lean := range leans {
		for _, side := range []float64{1, -1} {
			x, y := -side*dy+lean*dx, side*dx+lean*dy
			long := math.Hypot(x, y)
			base := geometry.Point{X: centre.X + x/long*far, Y: centre.Y + y/long*far}
			lead := max(6, 0.35*geometry.Distance(start, base))
			c := geometry.Curve{start, {X: start.X + out.X*lead, Y: start.Y + out.Y*lead}, {X: base.X + x/long*lead, Y: base.Y + y/long*lead}, base}
			all = append(all, append(c, geometry.Straight(base, centre)[1:]...))
		}
	}
	return all
}

// tooShort weighs a way that has no room for what the line shows.
func (l *edge) tooShort(w *geometry.Way) float64 {
	const weight, each = 300, 20
	if lacks := l.Between(false) - geometry.Length(w.Points); lacks > 0 {
		return weight + each*lacks
	}
	return 0
}

// headCost weighs the lines that run over the head at a ring, that of the step among them, and the boxes over it.
func (r *routing) headCost(l *edge, w *geometry.Way) float64 {
	const over, under = 150, 400
	head := NewHeadAtRing(l.Looks()[0], w.Curve)
	cost := 0.0
	for _, some := range [][]*edge{r.edges, r.acting} {
		for _, e := range some {
			if e != l && head.on(&e.Way) {
				cost += over
			}
		}
	}
	around := geometry.Bounds(slices.Concat(head.Shape, head.Bar)).Grown(1)
	for _, b := range r.nodes {
		if b.at.Overlaps(around) {
			cost += under
		}
	}
	return cost
}

// alongCost weighs the stretches on which a way lies on other lines, that of the step among them.
func (r *routing) alongCost(l *edge, w *geometry.Way) float64 {
	const on, each, atEnds = 1.8, 15, 9.0
	start, end := w.Points[0], w.Points[len(w.Points)-1]
	cost := 0.0
	for _, e := range r.edges {
		if w.Bounds.Grown(on).Meets(e.Bounds) {
			n := w.Near(&e.Way, on, func(p geometry.Point) bool {
				return geometry.Distance(p, start) > atEnds && geometry.Distance(p, end) > atEnds
			})
			cost += each * max(0, float64(n)-1) // one where they cross
		}
	}
	return cost
}

// outside are ways for a line that was not laid out to a ring in another rank that pass all boxes on the left or on the right, and
// run along the gaps next to both ranks.
func (s *search) outside(l *edge, start geometry.Point) []geometry.Curve {
	const room = 7.0
	var all, own geometry.Rect
	for _, b := range s.obstacles {
		all = all.Union(b.at)
		if b.Rank == l.to.Rank {
			own = own.Union(b.at)
		}
	}
	leave, come := start.Y+room, own.Y-room
	if l.to.Rank < l.from.Rank {
		leave, come = start.Y-room, own.Y+own.H+room
	}
	centre := l.to.at.Centre()
	var ways []geometry.Curve
	for _, x := range []float64{all.X - room, all.X + all.W + room} {
		ways = append(ways, geometry.Smooth([]geometry.Point{start, {X: start.X, Y: leave}, {X: x, Y: leave}, {X: x, Y: come}, {X: centre.X, Y: come}, centre}))
	}
	return ways
}

// aside are ways for a line to a ring in its own rank that pass above or below the boxes of that.
func (s *search) aside(l *edge, start geometry.Point, keptEnds bool) []geometry.Curve {
	const room = 7.0
	above, below := l.from.at.Y, l.from.at.Y+l.from.at.H
	for _, b := range s.obstacles {
		if b.Rank == l.from.Rank {
			above, below = min(above, b.at.Y), max(below, b.at.Y+b.at.H)
		}
	}
	centre := l.to.at.Centre()
	var all []geometry.Curve
	for _, way := range []struct{ from, along float64 }{{l.from.at.Y, above - room}, {l.from.at.Y + l.from.at.H, below + room}} {
		from := start
		if !keptEnds {
			from = geometry.Point{X: l.from.at.Centre().X, Y: way.from}
		}
		all = append(all, geometry.Smooth([]geometry.Point{from, {X: from.X, Y: way.along}, {X: centre.X, Y: way.along}, centre}))
	}
	return all
}

// ringCost weighs a place for a ring: near the ends of its line, a box, another line or another ring it is seen badly.
func (r *routing) ringCost(l *edge, centre geometry.Point) float64 {
	const near, close, crowded = 11.0, 5.5, 60.0
	cost := 0.0
	ends := l.step.Points
	if geometry.Distance(centre, ends[len(ends)-1]) < near {
		cost += crowded
	}
	if geometry.Distance(centre, ends[0]) < near/2 {
		cost += crowded
	}
	around := geometry.Around(centre, 2*close, 2*close)
	for _, b := range r.nodes {
		if b.at.Overlaps(around) {
			cost += crowded
		}
	}
	for _, e := range r.edges {
		if e != l.step && e.Crosses(around) {
			cost += crowded
			if e.Crosses(l.to.at.Grown(0.5)) {
				cost += crowded
			}
		}
	}
	for _, e := range r.edges {
		for _, at := range e.marks() {
			if at.Overlaps(around) {
				cost += crowded
			}
		}
	}
	for _, o := range r.acting {
		if o == l {
			continue
		}
		if o.step == l.step && len(o.Curve) > 0 && geometry.Distance(centre, o.to.at.Centre()) < 2*close {
			cost += 4 * crowded
		} else if o.Crosses(around) {
			cost += crowded
		}
	}
	return cost
}

// slanting weighs how a line comes to a ring: best across the line that the ring is on.
func slanting(c geometry.Curve, centre, ahead geometry.Point) float64 {
	const most, weight = 0.45, 200
	dx, dy := geometry.Direction(c[len(c)-2], centre)
	ox, oy := geometry.Direction(centre, ahead)
	return weight * max(0, math.Abs(dx*ox+dy*oy)-most)
}
