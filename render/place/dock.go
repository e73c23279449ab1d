package place

import (
	"slices"

	"icamo/render/geometry"
)

// dock has lines between ranks leave the box of the lower rank at its far side and enter that of the higher one at its near
// side, which have room for them. Lines are in rows.
func (r *routing) dock() {
	leads := []float64{3, 8, 14, 24}
	if len(r.edges) > mostRouted {
		leads = leads[:1]
	}
	s := search{edges: r.edges, obstacles: slices.DeleteFunc(slices.Clone(r.nodes), func(b *node) bool { return b.Alone })}
	var next proposal // most are put aside: the next takes the memory of the last that was
	for _, l := range r.edges {
		if l.from.Rank == l.to.Rank || len(l.Curve) < 4 {
			continue
		}
		var best proposal
		take := func(curves ...geometry.Curve) {
			for _, c := range curves {
				next = proposal{Way: next.Way}
				next.Follow(c)
				if hits := s.count(l, &next); best.Curve == nil || hits < best.hits || hits == best.hits && s.weigh(l, &next) < s.weigh(l, &best) {
					best, next = next, best
				}
			}
		}
		had := 0
		for _, lead := range leads {
			points := l.docked(lead)
			if len(points) == had {
				continue // they are the same
			}
			had = len(points)
			if take(straightened(points)...); best.hits > 0 { // all bends of the layout are dear to weigh
				take(geometry.Smooth(points))
			}
		}
		if best.hits > 0 {
			take(s.apart(l, best.Points, 2))
		}
		l.Way = best.Way
	}
}

// apart is a curve along points of a line, moved off boxes to which they come too near, with some room beside what those keep clear.
func (s *search) apart(l *edge, points []geometry.Point, room float64) geometry.Curve {
	const step = 3.0
	for range 2 { // a corner of a box is gone around in two
		points = geometry.Evenly(points, max(2, int(geometry.Length(points)/step)))
		for _, b := range s.obstacles {
			if b == l.from || b == l.to {
				continue
			}
			around := b.at.Grown(b.Clear() + room)
			for i := 1; i < len(points)-1; i++ {
				if around.Holds(points[i]) {
					points[i] = around.Out(points[i])
				}
			}
		}
	}
	return geometry.Smooth(geometry.Simplified(points, min(room, 0.5)))
}

// docked are the points of a line, without those that are nearer to its boxes than a lead, and with the ends that it is to have.
func (l *edge) docked(lead float64) []geometry.Point {
	from, to, turned := l.downwards()
	all := l.Points
	if turned {
		all = geometry.Curve(all).Reversed()
	}
	points := make([]geometry.Point, 1, 2+len(all)) // the first is the end that is found from the others
	for _, p := range all {
		if p.Y > from.at.Y+from.at.H+lead && p.Y < to.at.Y-lead {
			points = append(points, p)
		}
	}
	first, last := to.at.Centre(), from.at.Centre()
	if len(points) > 1 {
		first, last = points[1], points[len(points)-1]
	}
	points[0] = leaving(from.at, first)
	points = append(points, entering(to.at, last))
	if turned {
		return geometry.Curve(points).Reversed()
	}
	return points
}

// side is the side of a box, in rows, at which a line meets it.
func (l *edge) side(b, other *node, at geometry.Point) geometry.Side {
	switch {
	case l.step != nil: // it leaves where the ring is
		return b.at.SideOf(at)
	case other.Rank > b.Rank:
		return geometry.Bottom
	case other.Rank < b.Rank:
		return geometry.Top
	}
	return b.at.SideOf(at)
}
