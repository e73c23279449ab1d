package fit

import (
	"icamo/render/geometry"
)

// makeRoom has boxes be as large, and stand as far apart, as their lines need.
func (p *Plan) makeRoom() {
	p.endsOnSides()
	p.standApart()
	p.growForEnds()
}

// endsOnSides adds up what ends of lines take of each side of a box: those from lower ranks before it, those from higher ones after it,
// those of its own rank on any side.
func (p *Plan) endsOnSides() {
	for _, b := range p.Boxes {
		b.ends = [geometry.Sides]float64{}
	}
	for _, l := range p.Lines {
		if l.Loop() {
			continue
		}
		for _, head := range []bool{false, true} {
			b, other := l.From, l.To
			if head {
				b, other = other, b
			}
			space := 2 * l.EndSpace(head)
			for s := range b.ends {
				if p.meets(geometry.Side(s), b.Rank, other.Rank) {
					b.ends[s] += space
				}
			}
		}
	}
	for _, l := range p.OnSteps {
		own, other := l.Ranks()
		for s := range l.From.ends {
			if p.meets(geometry.Side(s), own, other) {
				l.From.ends[s] += 2 * l.EndSpace(false)
			}
		}
	}
}

// standApart has boxes of a rank stand so far apart that what is on a line between them has room.
func (p *Plan) standApart() {
	for _, b := range p.Boxes {
		b.Apart = 0
	}
	gap := TightGap
	if p.Columns {
		gap = columnGap
	}
	for _, l := range p.Lines {
		if l.From.Rank != l.To.Rank || l.Loop() {
			continue
		}
		if more := l.Between(p.Scene.SharesLayout()) - gap - l.From.Keeps() - l.To.Keeps(); more > 0 {
			l.From.Apart, l.To.Apart = max(l.From.Apart, more/2), max(l.To.Apart, more/2)
		}
	}
}

// growForEnds has each box grow until all ends of lines have room on it.
func (p *Plan) growForEnds() {
	loops := make(map[*Box]int)
	for _, l := range p.Lines {
		if l.Loop() {
			loops[l.From]++
		}
	}
	for _, b := range p.Boxes {
		b.W, b.H = b.textWidth, b.textHeight
		if loops[b] > 1 {
			b.W = max(b.W, twoLoops)
		}
		for s, need := range b.ends {
			if need == 0 {
				continue
			}
			before, after := p.Corners(b, geometry.Side(s))
			size := &b.W
			if geometry.Side(s).Upright() {
				size = &b.H
			}
			*size = max(*size, before+need+after)
		}
	}
}

// meets says whether a line to a box of another rank may end at a side.
func (p *Plan) meets(s geometry.Side, own, other int) bool {
	first, last := geometry.Top, geometry.Bottom
	if p.Columns {
		first, last = geometry.Left, geometry.Right
	}
	switch {
	case other < own:
		return s == first
	case other > own:
		return s == last
	}
	return true
}
