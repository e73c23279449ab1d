package place

import (
	"iter"
	"math"
	"slices"

	"icamo/render/geometry"
)

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

// toOtherRings moves the ring of a line along the line of its step, from the middle outwards, and gives the ways to it at each place:
// along points for a while, or straight.
func (s *search) toOtherRings(l *edge, points []geometry.Point) iter.Seq[[]geometry.Curve] {
	const shares, apart = 36, 0.02
	return func(yield func([]geometry.Curve) bool) {
		for i := range shares {
			share := 0.5 + apart*float64((i+1)/2)*float64(1-i%2*2)
			centre, ahead := geometry.Along(l.step.Points, share), geometry.Along(l.step.Points, share+apart)
			l.to.at = geometry.Around(centre, 2*RingRadius, 2*RingRadius)
			ways := slices.Concat(s.towards(l, ahead, true), l.turnedTo(points, centre, ahead))
			for _, start := range l.starts() {
				ways = append(ways, l.straightTo(start, centre, ahead, manyLeans)...)
			}
			for i, c := range ways {
				ways[i] = c.Cut(RingRadius)
			}
			if !yield(ways) {
				return
			}
		}
	}
}

// starts are where a line may leave its box: where it does, and not far from there.
func (l *edge) starts() []geometry.Point {
	const corner = 7.0
	start := l.Curve[0]
	side := l.from.at.SideOf(start)
	all := []geometry.Point{start}
	for _, by := range []float64{6, -6, 12, -12} {
		p := start
		if side.Upright() {
			p.Y += by
		} else {
			p.X += by
		}
		if l.from.at.Grown(1 - corner).Holds(geometry.Point{X: p.X - side.Outwards().X*corner, Y: p.Y - side.Outwards().Y*corner}) {
			all = append(all, p)
		}
	}
	return all
}

// manyLeans are leans of a head at a ring from the best one to those that are better than a hidden mark.
var manyLeans = []float64{0, 0.4, -0.4, 0.8, -0.8, 1.3, -1.3}

// turnedTo are ways along points that turn to a ring only near it, at several angles to the line of the step.
func (l *edge) turnedTo(points []geometry.Point, centre, ahead geometry.Point) []geometry.Curve {
	const straight = 12.0
	dx, dy := geometry.Direction(centre, ahead)
	var all []geometry.Curve
	for _, near := range []float64{20, 32, 48} {
		rest := slices.DeleteFunc(slices.Clone(points), func(p geometry.Point) bool { return geometry.Distance(p, centre) < near })
		if len(rest) == 0 {
			continue
		}
		for _, lean := range manyLeans {
			for _, side := range []float64{1, -1} {
				x, y := -side*dy+lean*dx, side*dx+lean*dy
				far := straight / math.Hypot(x, y)
				base := geometry.Point{X: centre.X + x*far, Y: centre.Y + y*far}
				c := geometry.Smooth(append(geometry.Simplified(rest, 0.5), base))
				all = append(all, append(c, geometry.Straight(base, centre)[1:]...))
			}
		}
	}
	return all
}
