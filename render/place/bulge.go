package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// leastHeld is what of a line before its end stays as it is whatever it gives way to: most of a head.
const leastHeld = 6.0

// bulges are ways for a line that give way near a point, to both sides. Its ends stay where they are, and what is held before its head.
func (l *edge) bulges(p geometry.Point, held float64) []geometry.Curve {
	const step, tail = 2.0, 1.0
	points := geometry.Evenly(l.Points, max(2, int(geometry.Length(l.Points)/step)))
	nearest := 0
	for i, q := range points {
		if geometry.Distance(p, q) < geometry.Distance(p, points[nearest]) {
			nearest = i
		}
	}
	last := len(points) - 1
	dx, dy := geometry.Direction(points[max(0, nearest-1)], points[min(last, nearest+1)])
	var all []geometry.Curve
	for _, far := range []float64{1, 2, 3.5, 5, 7.5, 10, 14} {
		for _, reach := range []float64{8, 14, 24, 40} {
			for _, side := range []float64{1, -1} {
				moved := slices.Clone(points)
				for i, q := range points {
					along := math.Abs(float64(i-nearest)) * step / reach
					if along >= 1 || geometry.Distance(q, points[0]) < tail || geometry.Distance(q, points[last]) < held {
						continue
					}
					by := side * far * (1 - along*along) * (1 - along*along)
					moved[i] = geometry.Point{X: q.X - dy*by, Y: q.Y + dx*by}
				}
				all = append(all, geometry.Smooth(geometry.Simplified(moved, 0.3)))
			}
		}
	}
	return all
}
