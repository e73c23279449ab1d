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
	if len(points) < 3 {
		return points
	}
	first, last := points[0], points[len(points)-1]
	far, most := 0, tolerance
	for i := 1; i < len(points)-1; i++ {
		if d := OffSegment(points[i], first, last); d > most {
			far, most = i, d
		}
	}
	if far == 0 {
		return []Point{first, last}
	}
	return append(Simplified(points[:far+1], tolerance), Simplified(points[far:], tolerance)[1:]...)
}

// Evenly are points at even distances along a polyline, its ends among them: one more than the given number of steps.
func Evenly(points []Point, steps int) []Point {
	each := Length(points) / float64(steps)
	even := []Point{points[0]}
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
