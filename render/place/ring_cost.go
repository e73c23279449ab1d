package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

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
		for _, at := range e.markAreas() {
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
