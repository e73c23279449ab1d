package geometry

// Rounded is the curve along points by straight lines, with corners rounded by a radius, or by less where they are near.
func Rounded(points []Point, radius float64) Curve {
	c := Curve{points[0]}
	to := func(p Point) {
		last := c[len(c)-1]
		c = append(c, Straight(last, p)[1:]...)
	}
	for i := 1; i < len(points)-1; i++ {
		before, corner, after := points[i-1], points[i], points[i+1]
		in, out := Distance(before, corner), Distance(corner, after)
		r := min(radius, in/2, out/2)
		if r == 0 {
			continue
		}
		start, end := Mix(corner, before, r/in), Mix(corner, after, r/out)
		to(start)
		const handle = 0.55 // of a quarter of a circle
		c = append(c, Mix(start, corner, handle), Mix(end, corner, handle), end)
	}
	to(points[len(points)-1])
	return c
}
