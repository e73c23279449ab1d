package place

import (
	"cmp"
	"slices"

	"icamo/render/geometry"
)

// upright has lines come to a border at a right angle where heads on it would touch: there they keep the distance that their
// ends have. Those that come from one side turn one after the other, so that none crosses another. Lines are in rows.
func (r *routing) upright() {
	heads := make(map[border][]*edge)
	var order []border
	for _, l := range r.edges {
		if l.Loop() || len(l.Curve) < 4 {
			continue
		}
		b := border{l.to, l.side(l.to, l.from, l.Curve[len(l.Curve)-1])}
		if heads[b] == nil {
			order = append(order, b)
		}
		heads[b] = append(heads[b], l)
	}
	for _, b := range order {
		if touching(heads[b]) {
			r.turn(heads[b], b)
		}
	}
}

func touching(lines []*edge) bool {
	for i, a := range lines {
		if slices.ContainsFunc(lines[:i], a.headsTouch) {
			return true
		}
	}
	return false
}

// touches counts the heads that touch, after all, another on their box.
func (r *routing) touches() int {
	heads := make(map[*node][]geometry.Polygon)
	n := 0
	for _, l := range r.edges {
		if l.Loop() || len(l.Curve) < 4 {
			continue
		}
		head := NewHead(l.Look(), l.Curve, l.to.at).Shape
		if slices.ContainsFunc(heads[l.to], head.Overlaps) {
			n++
		}
		heads[l.to] = append(heads[l.to], head)
	}
	return n
}

// headsTouch says whether the heads of two lines touch in any figure of the layout.
func (l *edge) headsTouch(o *edge) bool {
	for _, look := range l.Looks() {
		head := NewHead(look, l.Curve, l.to.at)
		for _, other := range o.Looks() {
			if head.Shape.Overlaps(NewHead(other, o.Curve, o.to.at).Shape) {
				return true
			}
		}
	}
	return false
}

// turn has lines that end on one border turn to it.
func (r *routing) turn(lines []*edge, b border) {
	const reach, step = 10.0, 2.6 // of a head and its turn, and from turn to turn
	along := func(p geometry.Point) float64 {
		if b.side.Upright() {
			return p.Y
		}
		return p.X
	}
	tip := func(l *edge) float64 { return along(l.Curve[len(l.Curve)-1]) }
	slices.SortFunc(lines, func(a, b *edge) int { return cmp.Compare(tip(a), tip(b)) })
	slant := make([]float64, len(lines)) // how far along the border each line still has to go, near it
	for i, l := range lines {
		slant[i] = tip(l) - along(l.near(b, reach))
	}
	for i, l := range lines {
		before := 0
		for j := i - 1; j >= 0 && slant[j] > 1 && slant[i] > 1; j-- { // it passes the ends of those before it
			before++
		}
		for j := i + 1; j < len(lines) && slant[j] < -1 && slant[i] < -1; j++ {
			before++
		}
		if w := geometry.NewWay(l.turned(b, reach+step*float64(before))); r.hitCount(l, &w) <= r.hitCount(l, &l.Way) {
			l.Way = w
		}
	}
}

// near is where a line is at a distance from the border that it comes to.
func (l *edge) near(b border, distance float64) geometry.Point {
	for i := len(l.Points) - 1; i >= 0; i-- {
		if b.box.at.Beyond(l.Points[i], b.side) >= distance {
			return l.Points[i]
		}
	}
	return l.Points[0]
}

// turned is the line's curve with its end at a right angle to a border, from a distance on.
func (l *edge) turned(b border, distance float64) geometry.Curve {
	tip := l.Curve[len(l.Curve)-1]
	var points []geometry.Point
	for _, p := range l.Points[:len(l.Points)-1] {
		if len(points) == 0 || b.box.at.Beyond(p, b.side) > distance {
			points = append(points, p)
		}
	}
	out := [...]geometry.Point{geometry.Top: {Y: -1}, geometry.Bottom: {Y: 1}, geometry.Left: {X: -1}, geometry.Right: {X: 1}}[b.side]
	base := geometry.Point{X: tip.X + out.X*distance*0.6, Y: tip.Y + out.Y*distance*0.6}
	c := geometry.Smooth(append(geometry.Simplified(points, 1), base))
	c[len(c)-2] = geometry.Point{X: tip.X + out.X*distance, Y: tip.Y + out.Y*distance}
	return append(c, geometry.Mix(base, tip, 1.0/3), geometry.Mix(base, tip, 2.0/3), tip)
}
