package geometry

import (
	"math"
	"slices"
)

// A Way is a curve with the straight steps that stand for it.
type Way struct {
	Curve  Curve
	Points []Point
	Bounds Rect
	pieces []Rect // the bounds of each piece's steps: most of a way is far from most of another
}

// NewWay is the way along a curve.
func NewWay(c Curve) Way {
	var w Way
	w.Follow(c)
	return w
}

// Follow makes the way that along another curve, in the memory that it has.
func (w *Way) Follow(c Curve) {
	w.Curve, w.Points, w.Bounds = c, c.flat(w.Points[:0]), Rect{}
	w.pieces = slices.Grow(w.pieces[:0], len(c)/3)[:len(c)/3]
	if len(c) == 0 {
		return
	}
	low, high := c[0], c[0]
	for i := range w.pieces {
		from, to := corners(w.piece(i))
		low.X, low.Y = min(low.X, from.X), min(low.Y, from.Y)
		high.X, high.Y = max(high.X, to.X), max(high.Y, to.Y)
		w.pieces[i] = between(from, to)
	}
	w.Bounds = between(low, high)
}

// Transposed has the axes changed for one another.
func (w Way) Transposed() Way {
	t := Way{Curve: w.Curve.Transposed(), Points: Curve(w.Points).Transposed(), Bounds: w.Bounds.Transposed(), pieces: make([]Rect, len(w.pieces))}
	for i, r := range w.pieces {
		t.pieces[i] = r.Transposed()
	}
	return t
}

// piece is the points of the steps of a piece.
func (w *Way) piece(i int) []Point { return w.Points[i*flatSteps : (i+1)*flatSteps+1] }

// Crosses says whether a way enters a rectangle.
func (w *Way) Crosses(r Rect) bool {
	if !w.Bounds.Meets(r) {
		return false
	}
	for i, at := range w.pieces {
		if !at.Meets(r) {
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if SegmentMeets(points[j-1], points[j], r) {
				return true
			}
		}
	}
	return false
}

// Within is the longest stretch of a way inside a rectangle.
func (w *Way) Within(r Rect) (longest float64) {
	const step = 1.0
	run := 0.0
	for i, at := range w.pieces {
		if !at.Meets(r) {
			run = 0
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			far := Distance(points[j-1], points[j])
			n := max(1, int(math.Ceil(far/step)))
			for k := 1; k <= n; k++ {
				if !r.Holds(Mix(points[j-1], points[j], float64(k)/float64(n))) {
					run = 0
					continue
				}
				run += far / float64(n)
				longest = max(longest, run)
			}
		}
	}
	return longest
}

// ComesTo says whether a way comes so near to a polygon; at distance 0, whether it runs over it.
func (w *Way) ComesTo(p Polygon, distance float64) bool {
	around := Bounds(p).Grown(distance)
	if len(p) == 0 || !w.Bounds.Meets(around) {
		return false
	}
	for i, at := range w.pieces {
		if !at.Meets(around) {
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if spanned(points[j-1], points[j]).Meets(around) && p.ComesTo(Polygon{points[j-1], points[j]}, distance) {
				return true
			}
		}
	}
	return false
}

// Passes says whether a point is nearer to an end of one of a way's steps than a distance, along both axes.
func (w *Way) Passes(p Point, distance float64) bool {
	for i, at := range w.pieces {
		if !at.Grown(distance).Holds(p) {
			continue
		}
		for _, q := range w.piece(i) {
			if math.Abs(p.X-q.X) < distance && math.Abs(p.Y-q.Y) < distance {
				return true
			}
		}
	}
	return false
}

// Near counts the points of a way that are nearer to one of another than a distance, along both axes, and of which a test holds.
func (w *Way) Near(other *Way, distance float64, holds func(Point) bool) int {
	n := 0
	reach := other.Bounds.Grown(distance)
	for i, at := range w.pieces {
		if !at.Meets(reach) {
			continue
		}
		points := w.piece(i)
		if i < len(w.pieces)-1 { // the last is the first of the next piece
			points = points[:flatSteps]
		}
		for _, p := range points {
			if reach.Holds(p) && holds(p) && other.Passes(p, distance) {
				n++
			}
		}
	}
	return n
}

// Beside is the longest stretch of a way on which it is nearer to another than a distance, and the middle between its ends.
func (w *Way) Beside(other *Way, distance float64) (longest float64, middle Point) {
	if !w.Bounds.Grown(distance).Meets(other.Bounds) {
		return 0, middle
	}
	const step = 1.0
	run := 0.0
	var start Point
	for i, at := range w.pieces {
		if !at.Grown(distance).Meets(other.Bounds) {
			run = 0
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if !other.enters(spanned(points[j-1], points[j]).Grown(distance)) {
				run = 0
				continue
			}
			far := Distance(points[j-1], points[j])
			n := max(1, int(math.Ceil(far/step)))
			for k := 1; k <= n; k++ {
				p := Mix(points[j-1], points[j], float64(k)/float64(n))
				if !other.comesTo(p, distance) {
					run = 0
					continue
				}
				if run == 0 {
					start = p
				}
				if run += far / float64(n); run > longest {
					longest, middle = run, Mix(start, p, 0.5)
				}
			}
		}
	}
	return longest, middle
}

// enters says whether a way may enter a rectangle: the bounds of one of its steps do.
func (w *Way) enters(r Rect) bool {
	for i, at := range w.pieces {
		if !at.Meets(r) {
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if spanned(points[j-1], points[j]).Meets(r) {
				return true
			}
		}
	}
	return false
}

// comesTo says whether a way is nearer to a point than a distance.
func (w *Way) comesTo(p Point, distance float64) bool {
	for i, at := range w.pieces {
		if !at.Grown(distance).Holds(p) {
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if OffSegment(p, points[j-1], points[j]) < distance {
				return true
			}
		}
	}
	return false
}

// Crossings counts how often two ways cross, by their steps.
func (w *Way) Crossings(other *Way) int {
	if !w.Bounds.Meets(other.Bounds) {
		return 0
	}
	n := 0
	for i, at := range w.pieces {
		if !at.Meets(other.Bounds) {
			continue
		}
		for j, there := range other.pieces {
			if at.Meets(there) {
				n += stepsCrossing(w.piece(i), other.piece(j), there)
			}
		}
	}
	return n
}

// stepsCrossing counts the straight steps of two pieces that cross; the second piece lies in some bounds.
func stepsCrossing(a, b []Point, bounds Rect) int {
	n := 0
	for i := 1; i < len(a); i++ {
		if !spanned(a[i-1], a[i]).Meets(bounds) {
			continue
		}
		for j := 1; j < len(b); j++ {
			if SegmentsCross(a[i-1], a[i], b[j-1], b[j]) {
				n++
			}
		}
	}
	return n
}
