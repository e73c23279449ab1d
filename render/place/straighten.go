package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// straighten takes bends out of lines that were moved, where nothing is hidden on the straighter way.
func (m *mending) straighten() {
	const better = 5.0
	for _, l := range m.lines {
		if l.Loop() || l.Acted {
			continue
		}
		own, way := l.Way, l.Way
		was := m.propose(l, own)
		enough := m.cost(l, &was, math.Inf(1)) - better
		least := enough
		for _, c := range l.straighter() {
			p := m.propose(l, geometry.NewWay(c))
			if p.hits > was.hits {
				continue
			}
			cost := m.cost(l, &p, least)
			if cost >= least {
				continue
			}
			if l.Way = p.Way; len(m.hidden(l, 0)) == 0 && m.leavesRoom(l) {
				way, least = p.Way, cost
			}
			l.Way = own
		}
		if l.Way = way; least < enough {
			m.moved(l, own.Bounds)
		}
	}
}

// straighter are ways for a line with fewer bends between its ends, which stay as they are.
func (l *edge) straighter() []geometry.Curve {
	const start, held, fine = 8.0, 3.0, 0.3
	points := geometry.Evenly(l.Points, max(2, int(geometry.Length(l.Points)/2)))
	last := len(points) - 1
	from, to := 0, last
	for from < last && geometry.Distance(points[from], points[0]) < start {
		from++
	}
	for to > from && geometry.Distance(points[to], points[last]) < l.headLong()+held {
		to--
	}
	if to-from < 3 {
		return nil
	}
	head, tail := geometry.Simplified(points[:from+1], fine), geometry.Simplified(points[to:], fine)
	var all []geometry.Curve
	for _, rest := range withoutBends(points[from : to+1]) {
		all = append(all, geometry.Smooth(slices.Concat(head, rest[1:len(rest)-1], tail)))
	}
	return all
}
