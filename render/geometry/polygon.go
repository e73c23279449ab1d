package geometry

import "math"

// A Polygon is the corners of a convex shape, in order.
type Polygon []Point

// Polygon is the rectangle as one.
func (r Rect) Polygon() Polygon {
	return Polygon{{r.X, r.Y}, {r.X + r.W, r.Y}, {r.X + r.W, r.Y + r.H}, {r.X, r.Y + r.H}}
}

// Overlaps says whether two polygons share some area.
func (p Polygon) Overlaps(q Polygon) bool { return Bounds(p).Meets(Bounds(q)) && p.ComesTo(q, 0) }

// ComesTo says whether two polygons come so near to one another: whether no line along a side of either has both at least so far apart
// (the separating axis theorem).
func (p Polygon) ComesTo(q Polygon, distance float64) bool {
	return len(p) > 0 && len(q) > 0 && !p.parts(q, distance) && !q.parts(p, distance)
}

// parts says whether a line along one of p's sides has p on one side of it and q as far on the other.
func (p Polygon) parts(q Polygon, distance float64) bool {
	for i, a := range p {
		dx, dy := Direction(a, p[(i+1)%len(p)])
		low, high := p.across(dx, dy)
		from, to := q.across(dx, dy)
		if to <= low-distance || from >= high+distance {
			return true
		}
	}
	return false
}

// across is how far the polygon reaches across a direction.
func (p Polygon) across(dx, dy float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, q := range p {
		d := q.Y*dx - q.X*dy
		low, high = min(low, d), max(high, d)
	}
	return low, high
}
