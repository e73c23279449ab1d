package place

import (
	"cmp"
	"slices"

	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// upright has lines come to a border at a right angle where heads on it would touch: there they keep the distance that their
// ends have. Those that come from one side turn one after the other, so that none crosses another. Lines that come so flat that their
// head would be half under the box turn in any case. Lines are in rows.
func (r *routing) upright() {
	r.uprightTails()
	tails := make(map[border][]geometry.Polygon)
	for _, l := range r.edges {
		if l.Loop() || len(l.Curve) < 4 {
			continue
		}
		b := border{l.from, l.side(l.from, l.to, l.Curve[0])}
		for _, look := range l.Looks() {
			if tail := NewTail(look, l.Curve, l.from.at); tail != nil {
				tails[b] = append(tails[b], tail)
			}
		}
	}
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
		flat := slices.DeleteFunc(slices.Clone(heads[b]), func(l *edge) bool { return !l.flat(b) })
		r.turn(flat, b)
		if touching(heads[b]) || slices.ContainsFunc(heads[b], func(l *edge) bool { return l.comesToTail(tails[b]) }) {
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
	heads := make(map[*node][]Head)
	n := 0
	for _, l := range r.edges {
		if l.Loop() || len(l.Curve) < 4 {
			continue
		}
		head := NewHead(l.Looks()[0], l.Curve, l.to.at)
		if slices.ContainsFunc(heads[l.to], func(o Head) bool { return head.comesTo(o, 0) }) {
			n++
		}
		heads[l.to] = append(heads[l.to], head)
	}
	return n
}

// headsTouch says whether the heads of two lines touch, or hardly do not, in any figure of the layout, or one of the lines runs over the other's head.
func (l *edge) headsTouch(o *edge) bool {
	const near = 0.8
	for _, look := range l.Looks() {
		head := NewHead(look, l.Curve, l.to.at)
		if head.on(&o.Way) {
			return true
		}
		for _, other := range o.Looks() {
			if second := NewHead(other, o.Curve, o.to.at); head.comesTo(second, near) || second.on(&l.Way) {
				return true
			}
		}
	}
	return false
}

// uprightTails has readings leave a border at a right angle where their diamond would else stand aside from where their end has room.
// Lines are in rows.
func (r *routing) uprightTails() {
	for _, l := range r.edges {
		if l.Loop() || len(l.Curve) < 4 || !slices.ContainsFunc(l.Looks(), func(look scene.Look) bool { return look.Reading }) {
			continue
		}
		b := border{l.from, l.side(l.from, l.to, l.Curve[0])}
		back := &edge{Line: l.Line, from: l.to, to: l.from, Way: geometry.NewWay(l.Curve.Reversed())}
		const distance, least = 7.0, 0.95
		if back.slant(b) > least {
			continue
		}
		if w := geometry.NewWay(back.turned(b, distance).Reversed()); r.hitCount(l, &w) <= r.hitCount(l, &l.Way) {
			l.Way = w
		}
	}
}

// comesToTail says whether the line's head touches one of some diamonds.
func (l *edge) comesToTail(tails []geometry.Polygon) bool {
	for _, look := range l.Looks() {
		head := NewHead(look, l.Curve, l.to.at)
		if slices.ContainsFunc(tails, head.Shape.Overlaps) || slices.ContainsFunc(tails, head.Bar.Overlaps) {
			return true
		}
	}
	return false
}

// flat says whether a line comes to a border so much along it that its head would be half under the box, or a bar of it stand aside from
// where its end has room.
func (l *edge) flat(b border) bool {
	least := 0.5
	if slices.ContainsFunc(l.Looks(), func(look scene.Look) bool { return look.Effect == theory.Inhibits || look.Necessary }) {
		least = 0.75
	}
	return l.slant(b) < least
}

// slant is how upright a line comes to a border: 1 at a right angle, 0 along it.
func (l *edge) slant(b border) float64 {
	out := b.side.Outwards()
	dx, dy := geometry.Direction(l.Curve[len(l.Curve)-1], l.Curve.Back(6))
	return dx*out.X + dy*out.Y
}

// turn has lines that end on one border turn to it.
func (r *routing) turn(lines []*edge, b border) {
	const plain, bend, step, least = 10.0, 5.0, 2.6, 7.0 // of a plain head and its turn, of a turn, from turn to turn, and where there is no room
	reach := func(l *edge) float64 { return max(plain, l.headLong()+bend) }
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
		slant[i] = tip(l) - along(l.near(b, reach(l)))
	}
	for i, l := range lines {
		before := 0
		for j := i - 1; j >= 0 && slant[j] > 1 && slant[i] > 1; j-- { // it passes the ends of those before it
			before++
		}
		for j := i + 1; j < len(lines) && slant[j] < -1 && slant[i] < -1; j++ {
			before++
		}
		hits := r.hitCount(l, &l.Way)
		for _, distance := range []float64{reach(l) + step*float64(before), reach(l), least} {
			if w := geometry.NewWay(l.turned(b, distance)); r.hitCount(l, &w) <= hits {
				l.Way = w
				break
			}
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
	out := b.side.Outwards()
	straight := min(max(distance*0.6, l.headLong()+0.5), distance-1.5)
	base := geometry.Point{X: tip.X + out.X*straight, Y: tip.Y + out.Y*straight}
	c := geometry.Smooth(append(geometry.Simplified(points, 1), base))
	c[len(c)-2] = geometry.Point{X: tip.X + out.X*distance, Y: tip.Y + out.Y*distance}
	return append(c, geometry.Straight(base, tip)[1:]...)
}
