package geometry

import "math"

// A Point is a place in the plane.
type Point struct{ X, Y float64 }

// Mix is the point at a share of the way from a to b.
func Mix(a, b Point, share float64) Point {
	return Point{X: a.X + (b.X-a.X)*share, Y: a.Y + (b.Y-a.Y)*share}
}

// Distance is how far apart two points are.
func Distance(a, b Point) float64 {
	dx, dy := a.X-b.X, a.Y-b.Y
	return math.Sqrt(dx*dx + dy*dy)
}

// Direction is the unit vector from one point to another; (1, 0) where they are the same.
func Direction(from, to Point) (dx, dy float64) {
	d := math.Hypot(to.X-from.X, to.Y-from.Y)
	if d == 0 {
		return 1, 0
	}
	return (to.X - from.X) / d, (to.Y - from.Y) / d
}

// Plus is the point moved by another.
func (p Point) Plus(q Point) Point { return Point{X: p.X + q.X, Y: p.Y + q.Y} }

// Minus is what moves another point to this one.
func (p Point) Minus(q Point) Point { return Point{X: p.X - q.X, Y: p.Y - q.Y} }
