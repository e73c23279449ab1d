package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// betterWay is the search for another way for a line on whose own something is hidden.
type betterWay struct {
	*mending
	line  *edge
	own   proposal
	had   int     // what is hidden on its own way, or by it
	short float64 // what its own way weighs for being too short

	best  geometry.Way  // so far
	ring  geometry.Rect // at which that ends, on a step
	hides int           // what is hidden on it, or by it
	costs float64
}

// better has a line, with what is hidden on its way, take the one on which least is. It says whether that is another.
func (m *mending) better(l *edge, had []geometry.Point) bool {
	if m.left < 0 {
		return false
	}
	b := betterWay{mending: m, line: l, own: m.propose(l, l.Way), had: len(had), short: l.tooShort(&l.Way),
		best: l.Way, ring: l.to.at, hides: len(had), costs: math.Inf(1)}
	if len(m.through(l)) > 0 {
		b.try(m.apart(l, l.Points, 0.3), m.apart(l, l.Points, 2))
	}
	if len(l.headAlong()) > 0 {
		at := border{l.to, l.to.at.SideOf(l.Points[len(l.Points)-1])}
		b.try(l.turned(at, 7), l.turned(at, 10), l.turned(at, 14))
	}
	whole := max(leastHeld, l.headLong())
	if b.giveWay(had, whole); b.hides > 0 && whole > leastHeld {
		b.giveWay(had, leastHeld)
	}
	if l.step != nil && b.hides > 0 {
		for ways := range m.toOtherRings(l, l.Points) {
			if b.try(ways...); b.hides == 0 {
				break
			}
		}
	}
	l.Way, l.to.at = b.best, b.ring
	if b.hides == b.had {
		return false
	}
	m.moved(l, b.own.Bounds)
	return true
}

// giveWay tries ways that give way where something is hidden, but for what is held of the line before its end.
func (b *betterWay) giveWay(had []geometry.Point, held float64) {
	for _, p := range had {
		b.try(b.line.bulges(p, held)...)
	}
}

// try takes the best of some ways, where it is better than the best so far.
func (b *betterWay) try(ways ...geometry.Curve) {
	l := b.line
	for _, c := range ways {
		if b.left -= len(b.lines); b.left < 0 {
			return
		}
		p := b.propose(l, geometry.NewWay(c))
		if p.hits > b.own.hits || !b.keepsRings(l, &p.Way) || l.step != nil && l.tooShort(&p.Way) > b.short {
			continue
		}
		l.Way = p.Way
		if n := len(b.hidden(l, b.hides)); n < b.had && n <= b.hides {
			if cost := b.cost(l, &p, math.Inf(1)); n < b.hides || cost < b.costs {
				b.best, b.ring, b.hides, b.costs = p.Way, l.to.at, n, cost
			}
		}
		l.Way = b.own.Way
	}
}

// keepsRings says whether the rings on a line are still on it when it takes a way.
func (m *mending) keepsRings(l *edge, w *geometry.Way) bool {
	const off = 0.4
	return !slices.ContainsFunc(m.acting, func(o *edge) bool {
		return o.step == l && len(o.Curve) >= 4 && !w.Crosses(geometry.Around(o.to.at.Centre(), 2*off, 2*off))
	})
}
