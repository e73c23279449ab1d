package geometry

import "math"

// SegmentMeets says whether a segment runs through a rectangle, by clipping it (Liang and Barsky 1984).
func SegmentMeets(a, b Point, r Rect) bool {
	right, bottom := r.X+r.W, r.Y+r.H
	if max(a.X, b.X) <= r.X || min(a.X, b.X) >= right || max(a.Y, b.Y) <= r.Y || min(a.Y, b.Y) >= bottom {
		return false
	}
	t0, t1 := clipped(0, 1, b.X-a.X, r.X-a.X, right-a.X)
	t0, t1 = clipped(t0, t1, b.Y-a.Y, r.Y-a.Y, bottom-a.Y)
	return t0 < t1
}

// clipped is what is left of a stretch of a segment between two borders, all given along one axis.
func clipped(t0, t1, step, low, high float64) (float64, float64) {
	switch {
	case step > 0:
		return max(t0, low/step), min(t1, high/step)
	case step < 0:
		return max(t0, high/step), min(t1, low/step)
	}
	return t0, t1 // along the borders, and between them
}

// SegmentsCross says whether two segments cross within both.
func SegmentsCross(a, b, c, d Point) bool {
	return sideOfLine(a, b, c)*sideOfLine(a, b, d) < 0 && sideOfLine(c, d, a)*sideOfLine(c, d, b) < 0
}

// sideOfLine is positive on one side of the line through two points, and negative on the other.
func sideOfLine(p, q, r Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }

// OffSegment is the distance of a point from a segment.
func OffSegment(p, a, b Point) float64 { return Distance(p, Nearest(p, a, b)) }

// Nearest is the point of a segment that is nearest to a point.
func Nearest(p, a, b Point) Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	square := dx*dx + dy*dy
	if square == 0 {
		return a
	}
	t := min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/square, 0), 1)
	return Point{X: a.X + t*dx, Y: a.Y + t*dy}
}

// spanned is the rectangle that has a segment as its diagonal.
func spanned(a, b Point) Rect {
	return Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: math.Abs(a.X - b.X), H: math.Abs(a.Y - b.Y)}
}
