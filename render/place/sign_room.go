package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// makeSignRoom has lines give way to the signs of others that have no room on their line.
func (m *mending) makeSignRoom() {
	for _, l := range m.lines {
		if l.Loop() || m.hasRoom(l) {
			continue
		}
		around := l.Bounds.Grown(fit.BadgeHeight)
		for _, o := range m.lines {
			if !o.Loop() && o.Crosses(around) && m.giveWay(o, l) {
				break
			}
		}
	}
}

// giveWay has a line take a way that leaves room for another's sign and hides no more. It says whether there is one.
func (m *mending) giveWay(o, l *edge) bool {
	own := o.Way
	hidden, hits := len(m.hidden(o, math.MaxInt)), m.propose(o, own).hits
	for _, share := range []float64{0.5, 0.35, 0.65, 0.2, 0.8} {
		for _, c := range o.bulges(geometry.Along(l.Points, share), max(leastHeld, o.headLong())) {
			if m.left -= len(m.lines); m.left < 0 {
				return false
			}
			p := m.propose(o, geometry.NewWay(c))
			if p.hits > hits || !m.keepsRings(o, &p.Way) {
				continue
			}
			if o.Way = p.Way; m.hasRoom(l) && len(m.hidden(o, hidden)) <= hidden {
				m.moved(o, own.Bounds)
				return true
			}
			o.Way = own
		}
	}
	return false
}

// hasRoom says whether there is a place for a line's sign on it, half on it or just beside it; it is true of a line without.
func (m *mending) hasRoom(l *edge) bool {
	const step, room, size, beside = 2.0, 0.8, fit.BadgeHeight, fit.BadgeHeight/2 + 1.4
	if !slices.ContainsFunc(l.Looks(), func(look scene.Look) bool { return look.Sign() != "" }) {
		return true
	}
	around := l.Bounds.Grown(size)
	near := slices.DeleteFunc(slices.Clone(m.lines), func(o *edge) bool { return o == l || !o.Bounds.Meets(around) })
	boxes := slices.DeleteFunc(slices.Clone(m.nodes), func(b *node) bool { return !b.at.Meets(around) })
	points := geometry.Evenly(l.Points, max(2, int(geometry.Length(l.Points)/step)))
	for i := 1; i < len(points)-1; i++ {
		dx, dy := geometry.Direction(points[i-1], points[i+1])
		for _, off := range []float64{0, 0.35 * size, -0.35 * size, beside, -beside} {
			at := geometry.Around(geometry.Point{X: points[i].X - dy*off, Y: points[i].Y + dx*off}, size, size)
			if m.free(at, at.Grown(room), l, near, boxes) {
				return true
			}
		}
	}
	return false
}

// leavesRoom says whether there is room for the signs of all lines that a line comes near to, and its own.
func (m *mending) leavesRoom(l *edge) bool {
	around := l.Bounds.Grown(fit.BadgeHeight)
	return !slices.ContainsFunc(m.lines, func(o *edge) bool { return !o.Loop() && o.Bounds.Meets(around) && !m.hasRoom(o) })
}

// free says whether no other line runs over a place on a line, and nothing stands near to it.
func (m *mending) free(at, around geometry.Rect, l *edge, lines []*edge, boxes []*node) bool {
	marked := func(o *edge) bool {
		return slices.ContainsFunc(m.marks[o], func(mark endMark) bool { return mark.on(around) })
	}
	return !slices.ContainsFunc(boxes, func(b *node) bool { return b.at.Overlaps(around) }) && !marked(l) &&
		!slices.ContainsFunc(lines, func(o *edge) bool {
			return o.Crosses(at.Grown(o.width()/2)) || o.step != nil && o.to.at.Overlaps(around) || marked(o)
		})
}
