package render

import (
	"math"

	"icamo/render/drawing"
)

// A way is a curve with the straight steps that stand for it.
type way struct {
	curve  curve
	points []drawing.Point
	bounds drawing.Rect
	pieces []drawing.Rect // the bounds of each piece's steps: most of a way is far from most of another
}

// flatSteps are the straight steps that stand for one piece of a curve: they leave it by less than a line is wide.
const flatSteps = 12

func newWay(c curve) way {
	w := way{curve: c, points: c.flat(), pieces: make([]drawing.Rect, 0, len(c)/3)}
	for i := range cap(w.pieces) {
		w.pieces = append(w.pieces, bounds(w.piece(i)))
	}
	w.bounds = bounds(w.points)
	return w
}

// piece is the points of the steps of a piece.
func (w *way) piece(i int) []drawing.Point { return w.points[i*flatSteps : (i+1)*flatSteps+1] }

// flat is the curve as straight steps.
func (c curve) flat() []drawing.Point {
	if len(c) == 0 {
		return nil
	}
	points := make([]drawing.Point, 1, 1+len(c)/3*flatSteps)
	points[0] = c[0]
	for i := 0; i+3 < len(c); i += 3 {
		for s := 1; s <= flatSteps; s++ {
			points = append(points, bezier(c[i:i+4], float64(s)/flatSteps))
		}
	}
	return points
}

func bezier(p []drawing.Point, t float64) drawing.Point {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return drawing.Point{X: a*p[0].X + b*p[1].X + c*p[2].X + d*p[3].X, Y: a*p[0].Y + b*p[1].Y + c*p[2].Y + d*p[3].Y}
}

// crosses says whether a way enters a rectangle.
func (w *way) crosses(r drawing.Rect) bool {
	if !meets(w.bounds, r) {
		return false
	}
	for i, at := range w.pieces {
		if !meets(at, r) {
			continue
		}
		points := w.piece(i)
		for j := 1; j < len(points); j++ {
			if segmentMeets(points[j-1], points[j], r) {
				return true
			}
		}
	}
	return false
}

// passes says whether a point is nearer to an end of one of a way's steps than a distance, along both axes.
func (w *way) passes(p drawing.Point, distance float64) bool {
	for i, at := range w.pieces {
		if !holds(grown(at, distance), p) {
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
