package place

import (
	"cmp"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// end is where a line meets a box.
type end struct {
	line  *edge
	head  bool    // at the box that the line leads to
	at    float64 // along the border
	want  float64 // where it would best be
	from  float64 // where the line comes from, along the border
	space float64 // that it takes on both sides of it
}

type border struct {
	box  *node
	side geometry.Side
}

// spreadEnds sets apart the ends of lines that meet at one border of a box, in the order in which they come.
func (r *routing) spreadEnds() {
	ends := make(map[border][]*end)
	for _, l := range r.edges {
		if len(l.Curve) < 4 || l.from == l.to {
			continue
		}
		for _, head := range []bool{false, true} {
			e, b := &end{line: l, head: head}, l.from
			p, away := l.Curve[0], l.Curve.Reversed().Back(lookBack)
			if head {
				b, p, away = l.to, l.Curve[len(l.Curve)-1], l.Curve.Back(lookBack)
			}
			s := b.at.SideOf(p)
			e.at, e.from, e.space = p.X, away.X, endSpace(l.Line, head)
			if s.Upright() {
				e.at, e.from = p.Y, away.Y
			}
			e.want = e.at
			ends[border{b, s}] = append(ends[border{b, s}], e)
		}
	}
	for _, b := range r.nodes {
		for s := range geometry.Side(geometry.Sides) {
			if here := ends[border{b, s}]; len(here) > 0 {
				r.spread(here, b, s)
			}
		}
	}
}

// lookBack is how far from its end a line shows where it comes from, in points.
const lookBack = 26.0

// endSpace is half of what the end of a line takes of a border, whatever it shows in the figures of its layout.
func endSpace(l *fit.Line, head bool) float64 {
	space := 0.0
	for _, look := range append([]scene.Look{l.Look()}, l.Others...) {
		width, _ := Stroke(look)
		switch {
		case !head:
			space = max(space, width/2+1.2)
		case look.Effect == theory.Inhibits:
			space = max(space, BarHalf(width)+0.8)
		default:
			space = max(space, ArrowHalf(width)+0.8)
		}
	}
	return space
}

func (r *routing) spread(ends []*end, b *node, s geometry.Side) {
	from, to := b.at.X, b.at.X+b.at.W
	if s.Upright() {
		from, to = b.at.Y, b.at.Y+b.at.H
	}
	r.alignPairs(ends)
	slices.SortStableFunc(ends, func(a, b *end) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.want, b.want)) })
	for range min(len(ends), 50) { // each round may mend a crossing
		r.setApart(ends, s, from+endRoom(to-from), to-endRoom(to-from))
		crossed := false
		for i := 1; i < len(ends); i++ {
			a, b := ends[i-1], ends[i]
			before := a.line.Way.Crossings(&b.line.Way)
			if before == 0 {
				continue
			}
			r.swap(a, b, s)
			if a.line.Way.Crossings(&b.line.Way) < before {
				ends[i-1], ends[i] = b, a
				crossed = true
			} else {
				r.swap(a, b, s)
			}
		}
		if !crossed {
			return
		}
	}
}

// setApart moves ordered ends apart within bounds.
func (r *routing) setApart(ends []*end, s geometry.Side, low, high float64) {
	at := make([]float64, len(ends))
	space := make([]float64, len(ends))
	for i, e := range ends {
		at[i], space[i] = e.want, e.space
	}
	for i, x := range geometry.Apart(at, space, low, high) {
		if e := ends[i]; x != e.at {
			r.shift(e, s, x-e.at)
		}
	}
}

// swap has two ends change places.
func (r *routing) swap(a, b *end, s geometry.Side) {
	a.want, b.want = b.want, a.want
	by := b.at - a.at
	r.shift(a, s, by)
	r.shift(b, s, -by)
}

// alignPairs has lines that join the same two boxes come from the same place: they then keep their order from end to
// end, and run side by side.
func (r *routing) alignPairs(ends []*end) {
	for i, a := range ends {
		for _, b := range ends[i+1:] {
			if same := a.line.from == b.line.from && a.line.to == b.line.to || a.line.from == b.line.to && a.line.to == b.line.from; same {
				a.from = (a.from + b.from) / 2
				b.from = a.from + 1e-3
				a.want = (a.want + b.want) / 2
				b.want = a.want + 1e-3
			}
		}
	}
}

// shift moves the end of a line along its border, unless the line then hits a box that it did not hit before.
func (r *routing) shift(e *end, s geometry.Side, by float64) {
	c := slices.Clone(e.line.Curve)
	end, control := 0, 1
	if e.head {
		end, control = len(c)-1, len(c)-2
	}
	for _, i := range []int{end, control} {
		if s.Upright() {
			c[i].Y += by
		} else {
			c[i].X += by
		}
	}
	if w := geometry.NewWay(c); r.hitCount(e.line, &w) <= r.hitCount(e.line, &e.line.Way) {
		e.line.Way = w
		e.at += by
	}
}
