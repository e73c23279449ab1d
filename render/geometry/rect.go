package geometry

import "math"

// A Rect has its top left corner at X, Y.
type Rect struct{ X, Y, W, H float64 }

// Overlaps says whether two rectangles share some area.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.X+s.W && s.X < r.X+r.W && r.Y < s.Y+s.H && s.Y < r.Y+r.H
}

// Meets is Overlaps for rectangles that may have no width or no height: to touch is to meet.
func (r Rect) Meets(s Rect) bool {
	return r.X <= s.X+s.W && s.X <= r.X+r.W && r.Y <= s.Y+s.H && s.Y <= r.Y+r.H
}

// Contains says whether r holds all of s.
func (r Rect) Contains(s Rect) bool {
	return s.X >= r.X && s.Y >= r.Y && s.X+s.W <= r.X+r.W && s.Y+s.H <= r.Y+r.H
}

// Holds says whether a point lies inside, not on the border.
func (r Rect) Holds(p Point) bool {
	return p.X > r.X && p.X < r.X+r.W && p.Y > r.Y && p.Y < r.Y+r.H
}

// Out is the point of the rectangle's border that is nearest to a point inside.
func (r Rect) Out(p Point) Point {
	switch r.SideOf(p) {
	case Top:
		p.Y = r.Y
	case Bottom:
		p.Y = r.Y + r.H
	case Left:
		p.X = r.X
	case Right:
		p.X = r.X + r.W
	}
	return p
}

// Grown is the rectangle with all its borders moved outwards.
func (r Rect) Grown(by float64) Rect {
	return Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// Union is the least rectangle that contains both; one without width and height counts for nothing.
func (r Rect) Union(s Rect) Rect {
	if r.W == 0 && r.H == 0 {
		return s
	}
	x, y := min(r.X, s.X), min(r.Y, s.Y)
	return Rect{X: x, Y: y, W: max(r.X+r.W, s.X+s.W) - x, H: max(r.Y+r.H, s.Y+s.H) - y}
}

// Centre is the rectangle's middle.
func (r Rect) Centre() Point { return Point{X: r.X + r.W/2, Y: r.Y + r.H/2} }

// Transposed has the axes changed for one another.
func (r Rect) Transposed() Rect { return Rect{X: r.Y, Y: r.X, W: r.H, H: r.W} }

// Around is the rectangle of a size around a point.
func Around(p Point, w, h float64) Rect {
	return Rect{X: p.X - w/2, Y: p.Y - h/2, W: w, H: h}
}

// Bounds is the least rectangle that contains all points; the zero one for none.
func Bounds(points []Point) Rect {
	if len(points) == 0 {
		return Rect{}
	}
	return between(corners(points))
}

// corners are those of the bounds of some points.
func corners(points []Point) (low, high Point) {
	low, high = points[0], points[0]
	for _, p := range points[1:] {
		low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
		high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
	}
	return low, high
}

// between is the rectangle from one corner to the opposite one.
func between(low, high Point) Rect {
	return Rect{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}
}

// A Side is a border of a rectangle.
type Side int

// The sides.
const (
	Top Side = iota
	Bottom
	Left
	Right
)

// Sides is how many sides there are.
const Sides = 4

// Upright says whether a side runs up and down.
func (s Side) Upright() bool { return s == Left || s == Right }

// Transposed is the side with the axes changed for one another.
func (s Side) Transposed() Side { return (s + 2) % Sides }

// Outwards is the direction away from a rectangle at its side.
func (s Side) Outwards() Point {
	return [Sides]Point{Top: {Y: -1}, Bottom: {Y: 1}, Left: {X: -1}, Right: {X: 1}}[s]
}

// Beyond is how far a point is from the line along a side, outwards.
func (r Rect) Beyond(p Point, s Side) float64 {
	return [Sides]float64{Top: r.Y - p.Y, Bottom: p.Y - r.Y - r.H, Left: r.X - p.X, Right: p.X - r.X - r.W}[s]
}

// Far is how far a point outside is from the rectangle; 0 for one inside.
func (r Rect) Far(p Point) float64 {
	return math.Hypot(max(r.X-p.X, p.X-r.X-r.W, 0), max(r.Y-p.Y, p.Y-r.Y-r.H, 0))
}

// SideOf is the side of the rectangle that a point on its border lies on.
func (r Rect) SideOf(p Point) Side {
	gaps := [Sides]float64{math.Abs(p.Y - r.Y), math.Abs(p.Y - r.Y - r.H), math.Abs(p.X - r.X), math.Abs(p.X - r.X - r.W)}
	best := Top
	for s := range Side(Sides) {
		if gaps[s] < gaps[best]-1e-6 {
			best = s
		}
	}
	return best
}
