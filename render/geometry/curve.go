package geometry

import "slices"

// A Curve is a start point and then three points for each cubic Bézier piece.
type Curve []Point

// Smooth is a curve through points, at each in the direction from the one before to the one after (Catmull & Rom 1974).
func Smooth(points []Point) Curve {
	last := len(points) - 1
	c := make(Curve, 1, 1+3*last)
	c[0] = points[0]
	for i := range last {
		a, b := points[i], points[i+1]
		step := Distance(a, b) / 3
		leave, arrive := Mix(a, b, 1.0/3), Mix(a, b, 2.0/3)
		if i > 0 {
			dx, dy := Direction(points[i-1], b)
			leave = Point{X: a.X + dx*step, Y: a.Y + dy*step}
		}
		if i+1 < last {
			dx, dy := Direction(a, points[i+2])
			arrive = Point{X: b.X - dx*step, Y: b.Y - dy*step}
		}
		c = append(c, leave, arrive, b)
	}
	return c
}

// Straight is the curve straight from one point to another.
func Straight(from, to Point) Curve {
	return Curve{from, Mix(from, to, 1.0/3), Mix(from, to, 2.0/3), to}
}

// Reversed is the same curve run the other way.
func (c Curve) Reversed() Curve {
	r := slices.Clone(c)
	slices.Reverse(r)
	return r
}

// Transposed has the axes changed for one another.
func (c Curve) Transposed() Curve {
	t := make(Curve, len(c))
	for i, p := range c {
		t[i] = Point{X: p.Y, Y: p.X}
	}
	return t
}

// Between is the part of a curve from where it last leaves one rectangle to where it then first enters another.
func (c Curve) Between(from, to Rect) Curve {
	if len(c) < 4 {
		return c
	}
	return c.Before(to).Reversed().Before(from).Reversed()
}

// Before is the part of a curve until it first enters a rectangle.
func (c Curve) Before(r Rect) Curve {
	for i := 0; i+3 < len(c); i += 3 {
		piece := c[i : i+4]
		const steps = 64
		for s := 1; s <= steps; s++ {
			if !r.Holds(bezier(piece, float64(s)/steps)) || r.Holds(bezier(piece, float64(s-1)/steps)) {
				continue
			}
			entry := last(piece, float64(s-1)/steps, float64(s)/steps, func(p Point) bool { return !r.Holds(p) })
			a, b, end := splitFirst(piece, entry)
			return append(slices.Clone(c[:i+1]), a, b, end)
		}
	}
	return c
}

// Cut takes the last stretch off the end of a curve, of the given length as the crow flies, and gives what is left.
func (c Curve) Cut(length float64) Curve {
	i, t := c.cutAt(length)
	if i < 0 {
		return c
	}
	short := make(Curve, i+4)
	copy(short, c[:i+1])
	short[i+1], short[i+2], short[i+3] = splitFirst(c[i:i+4], t)
	return short
}

// cutAt is where the last stretch of a length begins: the start of its piece among the points, -1 where the curve has no piece, and
// the piece's t.
func (c Curve) cutAt(length float64) (i int, t float64) {
	end := c[len(c)-1]
	for i = len(c) - 4; i >= 0; i -= 3 {
		piece := c[i : i+4]
		if Distance(piece[0], end) < length && i > 0 {
			continue
		}
		return i, last(piece, 0, 1, func(p Point) bool { return Distance(p, end) >= length })
	}
	return -1, 0
}

// last is about the last t between two at which a test holds of a piece's point, where it holds from the first one on.
func last(piece []Point, low, high float64, holds func(Point) bool) float64 {
	for range 30 {
		if middle := (low + high) / 2; holds(bezier(piece, middle)) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// Back is the point of a curve at a distance from its end.
func (c Curve) Back(length float64) Point {
	i, t := c.cutAt(length)
	if i < 0 {
		return c[len(c)-1]
	}
	_, _, at := splitFirst(c[i:i+4], t)
	return at
}

// flatSteps are the straight steps that stand for one piece of a curve: they leave it by less than a line is wide.
const flatSteps = 12

// flat is the curve as straight steps, added to points.
func (c Curve) flat(points []Point) []Point {
	if len(c) == 0 {
		return points
	}
	points = append(slices.Grow(points, 1+len(c)/3*flatSteps), c[0])
	for i := 0; i+3 < len(c); i += 3 {
		p := c[i : i+4 : i+4]
		for _, w := range &weights {
			points = append(points, Point{X: w[0]*p[0].X + w[1]*p[1].X + w[2]*p[2].X + w[3]*p[3].X, Y: w[0]*p[0].Y + w[1]*p[1].Y + w[2]*p[2].Y + w[3]*p[3].Y})
		}
	}
	return points
}

// weights are those of a piece's points at the ends of its steps.
var weights = func() (all [flatSteps][4]float64) {
	for i := range all {
		all[i] = weightsAt(float64(i+1) / flatSteps)
	}
	return all
}()

// weightsAt are those of a piece's points at t, from 0 at its start to 1 at its end.
func weightsAt(t float64) [4]float64 {
	u := 1 - t
	return [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
}

// bezier is the point of a piece at t.
func bezier(p []Point, t float64) Point {
	w := weightsAt(t)
	return Point{X: w[0]*p[0].X + w[1]*p[1].X + w[2]*p[2].X + w[3]*p[3].X, Y: w[0]*p[0].Y + w[1]*p[1].Y + w[2]*p[2].Y + w[3]*p[3].Y}
}

// splitFirst is the part of a piece before t, without its start: de Casteljau's construction.
func splitFirst(p []Point, t float64) (leave, arrive, end Point) {
	a, b, c := Mix(p[0], p[1], t), Mix(p[1], p[2], t), Mix(p[2], p[3], t)
	d, e := Mix(a, b, t), Mix(b, c, t)
	return a, d, Mix(d, e, t)
}
