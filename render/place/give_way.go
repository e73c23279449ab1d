package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// leastHeld is what of a line before its end stays as it is whatever it gives way to: most of a head.
const leastHeld = 6.0

// around are ways for a line that give way near a point, to both sides. Its ends stay where they are, and what is held before its head.
func (l *edge) around(p geometry.Point, held float64) []geometry.Curve {
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

// starts are where a line may leave its box: where it does, and not far from there.
func (l *edge) starts() []geometry.Point {
	const corner = 7.0
	start := l.Curve[0]
	side := l.from.at.SideOf(start)
	all := []geometry.Point{start}
	for _, by := range []float64{6, -6, 12, -12} {
		p := start
		if side.Upright() {
			p.Y += by
		} else {
			p.X += by
		}
		if l.from.at.Grown(1 - corner).Holds(geometry.Point{X: p.X - side.Outwards().X*corner, Y: p.Y - side.Outwards().Y*corner}) {
			all = append(all, p)
		}
	}
	return all
}

// manyLeans are leans of a head at a ring from the best one to those that are better than a hidden mark.
var manyLeans = []float64{0, 0.4, -0.4, 0.8, -0.8, 1.3, -1.3}

// turnedTo are ways along points that turn to a ring only near it, at several angles to the line of the step.
func (l *edge) turnedTo(points []geometry.Point, centre, ahead geometry.Point) []geometry.Curve {
	const straight = 12.0
	dx, dy := geometry.Direction(centre, ahead)
	var all []geometry.Curve
	for _, near := range []float64{20, 32, 48} {
		rest := slices.DeleteFunc(slices.Clone(points), func(p geometry.Point) bool { return geometry.Distance(p, centre) < near })
		if len(rest) == 0 {
			continue
		}
		for _, lean := range manyLeans {
			for _, side := range []float64{1, -1} {
				x, y := -side*dy+lean*dx, side*dx+lean*dy
				far := straight / math.Hypot(x, y)
				base := geometry.Point{X: centre.X + x*far, Y: centre.Y + y*far}
				c := geometry.Smooth(append(geometry.Simplified(rest, 0.5), base))
				all = append(all, append(c, geometry.Straight(base, centre)[1:]...))
			}
		}
	}
	return all
}
