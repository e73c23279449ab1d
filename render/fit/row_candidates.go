package fit

import (
	"slices"
)

// rowCandidates are ways to fit the figure in rows, with as few rows as the width allows.
func (p *Plan) rowCandidates() []Candidate {
	p.Columns, p.byHorizon = false, false
	var list []Candidate
	for _, wrap := range []float64{66, 58, 50, 42} {
		p.measure(wrap)
		most := evenly(fullestRow)
		var sizes [][]Candidate
		for _, scale := range slices.Backward(p.Paper.scales()) { // from the most room to the least
			room := p.Paper.Width/scale - edges
			filled, need := p.rankWithin(most, room, TightGap)
			most = filled
			var gaps []Candidate
			for _, gap := range p.rowGaps() {
				if gap < 22 && p.worded {
					break // there is no room for them
				}
				c := Candidate{Most: most, Wrap: wrap, Spacing: Spacing{Between: TightGap, Ranks: gap, Along: room}, Scale: scale, Need: need}
				c.Height = p.heightOf(c)
				gaps = append(gaps, c)
			}
			sizes = append(sizes, gaps)
		}
		for _, gaps := range slices.Backward(sizes) {
			list = append(list, gaps...)
		}
	}
	return list
}

// rowGaps are how far ranks may stand apart, the farthest first: where no line joins boxes, no more than those of a rank.
func (p *Plan) rowGaps() []float64 {
	if len(p.Lines)+len(p.OnSteps) == 0 {
		return []float64{10, TightGap}
	}
	return []float64{28, 22, 17, 14}
}
