package place

import (
	"cmp"
	"slices"

	"icamo/render/geometry"
)

// end is where a line meets a box.
type end struct {
	line  *edge
	head  bool             // at the box that the line leads to
	at    float64          // along the border
	want  float64          // where it would best be
	space float64          // that it takes on both sides of it
	way   []geometry.Point // of its line, away from the box
}

type border struct {
	box  *node
	side geometry.Side
}

// spreadEnds sets apart the ends of lines that meet at one border of a box, in the order in which some ways of theirs come.
func (r *routing) spreadEnds(ways []geometry.Way) {
	ends := make(map[border][]*end)
	for i, l := range slices.Concat(r.edges, r.acting) {
		if len(l.Curve) < 4 || l.Loop() {
			continue
		}
		for _, head := range []bool{false, true} {
			if head && l.step != nil {
				continue
			}
			b, other, points, p := l.from, l.to, ways[i].Points, l.Curve[0]
			if head {
				b, other, points, p = l.to, l.from, geometry.Curve(points).Reversed(), l.Curve[len(l.Curve)-1]
			}
			s := l.side(b, other, p)
			e := &end{line: l, head: head, at: p.X, space: l.EndSpace(head), way: points}
			if s.Upright() {
				e.at = p.Y
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

// before is negative where an end comes before another along a border, and positive where it comes after it: by where the
// lines are as far from the border as both reach.
func (b border) before(e, o *end) int {
	far := min(b.beyond(e.way[len(e.way)-1]), b.beyond(o.way[len(o.way)-1]))
	return cmp.Or(cmp.Compare(b.along(e.way, far), b.along(o.way, far)), cmp.Compare(e.want, o.want))
}

func (b border) beyond(p geometry.Point) float64 { return b.box.at.Beyond(p, b.side) }

// along is where along the border a line is at a distance from it.
func (b border) along(way []geometry.Point, distance float64) float64 {
	p := way[len(way)-1]
	for _, q := range way {
		if b.beyond(q) >= distance {
			p = q
			break
		}
	}
	if b.side.Upright() {
		return p.Y
	}
	return p.X
}

// order puts each end after all that come before it, as far as that can be.
func (b border) order(ends []*end) {
	rank := make(map[*end]int, len(ends))
	for i, e := range ends {
		for _, o := range ends[:i] {
			order := b.before(e, o)
			rank[e] += order
			rank[o] -= order
		}
	}
	slices.SortStableFunc(ends, func(e, o *end) int { return cmp.Compare(rank[e], rank[o]) })
}

func (r *routing) spread(ends []*end, b *node, s geometry.Side) {
	from, to := b.at.X, b.at.X+b.at.W
	if s.Upright() {
		from, to = b.at.Y, b.at.Y+b.at.H
	}
	drawn := s
	if r.plan.Columns {
		drawn = s.Transposed()
	}
	before, after := r.plan.Corners(b.Box, drawn)
	from, to = from+before, to-after
	r.alignPairs(ends)
	border{b, s}.order(ends)
	r.setApart(ends, s, from, to)
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

// alignPairs has lines that join the same two boxes come from the same place: they then keep their order from end to
// end, and run side by side.
func (r *routing) alignPairs(ends []*end) {
	for i, a := range ends {
		for _, b := range ends[i+1:] {
			if same := a.line.from == b.line.from && a.line.to == b.line.to || a.line.from == b.line.to && a.line.to == b.line.from; same {
				b.way = a.way
				a.want = (a.want + b.want) / 2
				b.want = a.want + 1e-3
			}
		}
	}
}

// shift moves the end of a line along its border.
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
	e.line.Way = geometry.NewWay(c)
	e.at += by
}
