package render

import (
	"math"
	"slices"

	"icamo/render/drawing"
)

// A curve is a start point and then three points for each cubic Bézier piece.
type curve []drawing.Point

// meets is overlaps for rectangles that may have no width or no height.
func meets(a, b drawing.Rect) bool {
	return a.X <= b.X+b.W && b.X <= a.X+a.W && a.Y <= b.Y+b.H && b.Y <= a.Y+a.H
}

// reversed is the same curve run the other way.
func (c curve) reversed() curve {
	r := slices.Clone(c)
	slices.Reverse(r)
	return r
}

// between is the part of a curve from where it last leaves one rectangle to where it then first enters another. The curve
// runs from middle to middle: the layout knows larger boxes than those that are drawn.
func (c curve) between(from, to drawing.Rect) curve {
	if len(c) < 4 {
		return c
	}
	return c.before(to).reversed().before(from).reversed()
}

// before is the part of a curve until it first enters a rectangle.
func (c curve) before(r drawing.Rect) curve {
	for i := 0; i+3 < len(c); i += 3 {
		piece := c[i : i+4]
		const steps = 64
		for s := 1; s <= steps; s++ {
			if !holds(r, bezier(piece, float64(s)/steps)) || holds(r, bezier(piece, float64(s-1)/steps)) {
				continue
			}
			out, in := float64(s-1)/steps, float64(s)/steps
			for range 30 {
				if middle := (out + in) / 2; holds(r, bezier(piece, middle)) {
					in = middle
				} else {
					out = middle
				}
			}
			return append(slices.Clone(c[:i+1]), splitFirst(piece, out)...)
		}
	}
	return c
}

// cut takes the last stretch off the end of a curve, of the given length as the crow flies, and gives what is left.
func (c curve) cut(length float64) curve {
	end := c[len(c)-1]
	for i := len(c) - 4; i >= 0; i -= 3 {
		piece := c[i : i+4]
		if distance(piece[0], end) < length && i > 0 {
			continue
		}
		low, high := 0.0, 1.0 // the last point of the piece that is at least length away
		for range 30 {
			if mid := (low + high) / 2; distance(bezier(piece, mid), end) >= length {
				low = mid
			} else {
				high = mid
			}
		}
		return append(slices.Clone(c[:i+1]), splitFirst(piece, low)...)
	}
	return c
}

// splitFirst is the part of a piece before t, without its start: de Casteljau's construction.
func splitFirst(p []drawing.Point, t float64) []drawing.Point {
	a, b, c := mix(p[0], p[1], t), mix(p[1], p[2], t), mix(p[2], p[3], t)
	d, e := mix(a, b, t), mix(b, c, t)
	return []drawing.Point{a, d, mix(d, e, t)}
}

func mix(a, b drawing.Point, t float64) drawing.Point {
	return drawing.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

func distance(a, b drawing.Point) float64 {
	dx, dy := a.X-b.X, a.Y-b.Y
	return math.Sqrt(dx*dx + dy*dy)
}

// along is the point at a share of the length of straight steps.
func along(points []drawing.Point, share float64) drawing.Point {
	total := 0.0
	for i := 1; i < len(points); i++ {
		total += distance(points[i-1], points[i])
	}
	rest := total * share
	for i := 1; i < len(points); i++ {
		step := distance(points[i-1], points[i])
		if rest <= step && step > 0 {
			return mix(points[i-1], points[i], rest/step)
		}
		rest -= step
	}
	return points[len(points)-1]
}

// segmentMeets clips a segment against a rectangle (Liang and Barsky 1984).
func segmentMeets(a, b drawing.Point, r drawing.Rect) bool {
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

func overlaps(a, b drawing.Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func grown(r drawing.Rect, by float64) drawing.Rect {
	return drawing.Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// contains says whether the first rectangle holds all of the second.
func contains(a, b drawing.Rect) bool {
	return b.X >= a.X && b.Y >= a.Y && b.X+b.W <= a.X+a.W && b.Y+b.H <= a.Y+a.H
}

func union(a, b drawing.Rect) drawing.Rect {
	if a.W == 0 && a.H == 0 {
		return b
	}
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return drawing.Rect{X: x, Y: y, W: max(a.X+a.W, b.X+b.W) - x, H: max(a.Y+a.H, b.Y+b.H) - y}
}

func centre(r drawing.Rect) drawing.Point { return drawing.Point{X: r.X + r.W/2, Y: r.Y + r.H/2} }

func around(p drawing.Point, w, h float64) drawing.Rect {
	return drawing.Rect{X: p.X - w/2, Y: p.Y - h/2, W: w, H: h}
}

// offLine is the distance of a point from a segment.
func offLine(p, a, b drawing.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	square := dx*dx + dy*dy
	if square == 0 {
		return distance(p, a)
	}
	t := min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/square, 0), 1)
	return distance(p, drawing.Point{X: a.X + t*dx, Y: a.Y + t*dy})
}

func length(points []drawing.Point) float64 {
	total := 0.0
	for i := 1; i < len(points); i++ {
		total += distance(points[i-1], points[i])
	}
	return total
}

// turning is how far a line turns altogether, in radians.
func turning(points []drawing.Point) float64 {
	total := 0.0
	for i := 2; i < len(points); i++ {
		ax, ay := points[i-1].X-points[i-2].X, points[i-1].Y-points[i-2].Y
		bx, by := points[i].X-points[i-1].X, points[i].Y-points[i-1].Y
		total += math.Abs(math.Atan2(ax*by-ay*bx, ax*bx+ay*by))
	}
	return total
}

func bounds(points []drawing.Point) drawing.Rect {
	if len(points) == 0 {
		return drawing.Rect{}
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
		high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
	}
	return drawing.Rect{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}
}

func spanned(a, b drawing.Point) drawing.Rect {
	return drawing.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: math.Abs(a.X - b.X), H: math.Abs(a.Y - b.Y)}
}

func holds(r drawing.Rect, p drawing.Point) bool {
	return p.X > r.X && p.X < r.X+r.W && p.Y > r.Y && p.Y < r.Y+r.H
}
