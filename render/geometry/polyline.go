package geometry

import "math"

// Length is how long a polyline is.
func Length(points []Point) float64 {
	total := 0.0
	for i := 1; i < len(points); i++ {
		total += Distance(points[i-1], points[i])
	}
	return total
}

// Along is the point at a share of a polyline's length.
func Along(points []Point, share float64) Point {
	rest := Length(points) * share
	for i := 1; i < len(points); i++ {
		step := Distance(points[i-1], points[i])
		if rest <= step && step > 0 {
			return Mix(points[i-1], points[i], rest/step)
		}
		rest -= step
	}
	return points[len(points)-1]
}

// Turning is how far a polyline turns altogether, in radians.
func Turning(points []Point) float64 {
	total := 0.0
	for i := 2; i < len(points); i++ {
		ax, ay := points[i-1].X-points[i-2].X, points[i-1].Y-points[i-2].Y
		bx, by := points[i].X-points[i-1].X, points[i].Y-points[i-1].Y
		total += math.Abs(math.Atan2(ax*by-ay*bx, ax*bx+ay*by))
	}
	return total
}

// Simplified leaves out points that the rest shows within a tolerance (Ramer 1972, Douglas & Peucker 1973).
func Simplified(points []Point, tolerance float64) []Point {
	return NewOutline(points, tolerance).Within(tolerance)
}

// An Outline is points with how far off each is that could be left out: it can be simplified with several tolerances.
type Outline struct {
	points []Point
	off    []float64 // the largest tolerance with which a point stays
}

// NewOutline is for tolerances of no less than a least one.
func NewOutline(points []Point, least float64) Outline {
	o := Outline{points, make([]float64, len(points))}
	if len(points) > 0 {
		o.off[0], o.off[len(points)-1] = math.Inf(1), math.Inf(1)
		o.weigh(0, len(points)-1, least, math.Inf(1))
	}
	return o
}

// weigh looks at the points between two that stay with some tolerance.
func (o Outline) weigh(first, last int, least, tolerance float64) {
	far, most := first, least
	for i := first + 1; i < last; i++ {
		if d := OffSegment(o.points[i], o.points[first], o.points[last]); d > most {
			far, most = i, d
		}
	}
	if far == first {
		return
	}
	o.off[far] = min(most, tolerance)
	o.weigh(first, far, least, o.off[far])
	o.weigh(far, last, least, o.off[far])
}

// Within are the points that show the rest within a tolerance.
func (o Outline) Within(tolerance float64) []Point {
	n := 0
	for _, off := range o.off {
		if off > tolerance {
			n++
		}
	}
	rest := make([]Point, 0, n)
	for i, off := range o.off {
		if off > tolerance {
			rest = append(rest, o.points[i])
		}
	}
	return rest
}

// Evenly are points at even distances along a polyline, its ends among them: one more than the given number of steps.
func Evenly(points []Point, steps int) []Point {
	each := Length(points) / float64(steps)
	even := append(make([]Point, 0, steps+1), points[0])
	gone := 0.0 // to the start of a step of the polyline
	for i := 1; i < len(points); i++ {
		step := Distance(points[i-1], points[i])
		for len(even) < steps && each*float64(len(even)) <= gone+step && step > 0 {
			even = append(even, Mix(points[i-1], points[i], (each*float64(len(even))-gone)/step))
		}
		gone += step
	}
	return append(even, points[len(points)-1])
}
