package fit

import (
	"iter"
	"slices"
)

// columnCandidates are ways to fit the figure in columns. Their width is known: what room there is beyond goes between the
// columns, and then into the boxes.
func (p *Plan) columnCandidates() []Candidate {
	narrowest := []float64{nearestColumns}
	if slices.ContainsFunc(p.Lines, (*Line).signed) {
		narrowest = []float64{20, nearestColumns} // a sign stands between boxes, where there is room
	}
	list := p.depthCandidates(narrowest, false, 0)
	horizons := len(p.Horizons()) > 0 && !p.Paper.Panel // panels have to be low
	if horizons {
		list = append(list, p.depthCandidates(narrowest, true, 0)...)
	}
	if !slices.ContainsFunc(list, p.fitsPage) {
		list = append(list, p.lowCandidates(narrowest, false)...)
	}
	if byHorizon := func(c Candidate) bool { return c.Horizon && p.fitsPage(c) }; horizons && !slices.ContainsFunc(list, byHorizon) {
		list = append(list, p.lowCandidates(narrowest, true)...)
	}
	return list
}

// fitsPage says whether a candidate in columns goes onto a page, with lanes deep enough.
func (p *Plan) fitsPage(c Candidate) bool {
	return c.Need <= p.Paper.Width/c.Scale-edges && c.Height <= Tallest && c.Depth > 1
}

// lowCandidates are those of columns in which the highest rank is wider, and so lower, than the others, with outcomes in columns by
// their horizon or not.
func (p *Plan) lowCandidates(narrowest []float64, byHorizon bool) []Candidate {
	p.Columns, p.byHorizon, p.listed = true, byHorizon, 0
	var list []Candidate
	for depth := range p.depths(2) {
		for _, least := range narrowest {
			p.measureRanks(mostLines, 0)
			room := p.Paper.Width - edges - p.gaps(Spacing{Ranks: least})
			p.measureLow(room)
			for _, gap := range lowGaps {
				c := p.spread(Candidate{Columns: true, Horizon: byHorizon, Depth: depth, Room: room, Scale: 1, Need: p.columnsWidth(least)}, gap, least)
				for _, share := range []float64{1, 0, 0.5} { // of the spare room that goes between the columns
					shared := c
					shared.Spacing.Ranks = least + share*(c.Spacing.Ranks-least)
					list = append(list, shared)
				}
			}
		}
	}
	return list
}

// listCandidates are those of columns in which ranks that are too full for the page are lists.
func (p *Plan) listCandidates() []Candidate {
	var list []Candidate
	for lines := 1; lines <= 2; lines++ {
		list = append(list, p.depthCandidates([]float64{nearestColumns}, false, lines)...)
	}
	p.listed = 0
	return slices.DeleteFunc(list, func(c Candidate) bool { return c.Height > Tallest })
}

// depthCandidates are those of columns, with outcomes in columns by their horizon or not.
func (p *Plan) depthCandidates(narrowest []float64, byHorizon bool, listed int) []Candidate {
	p.Columns, p.byHorizon, p.listed = true, byHorizon, listed
	var list []Candidate
	for depth := range p.depths(1) {
		for lines := fewestLines; lines <= mostLines; lines++ {
			p.measureRanks(lines, 0)
			for _, size := range pairs(p.Paper.scales(), narrowest) {
				scale, least := size[0], size[1]
				c := Candidate{Columns: true, Horizon: byHorizon, Depth: depth, Lines: lines, Listed: listed, Scale: scale, Need: p.columnsWidth(least)}
				list = append(list, p.spread(c, columnGap, least))
			}
		}
	}
	return list
}

// depths ranks the boxes in columns with so many ranks a lane, the most first and then down to the least, leaving out numbers that no
// lane needs.
func (p *Plan) depths(least int) iter.Seq[int] {
	const most = 4
	return func(yield func(int) bool) {
		ranks := 0
		for depth := most; depth >= least; depth-- {
			if p.rankColumns(depth); p.Ranks == ranks {
				continue
			}
			if ranks = p.Ranks; !yield(depth) {
				return
			}
		}
	}
}

// spread gives a candidate in columns the room that its page has: first between its columns, from the least on, then in its boxes,
// and between the boxes of a column, from a gap on.
func (p *Plan) spread(c Candidate, gap, least float64) Candidate {
	wide, room := 30.0, p.Paper.Width/c.Scale-edges
	if c.Listed > 0 {
		const around = 12
		wide, room = besideList, room-around // most lines lead from a list, and some around it
	}
	c.Spacing = Spacing{Between: gap, Ranks: least}
	if spare := room - c.Need; spare > 0 {
		c.Spacing.Ranks = min(least+spare/float64(max(p.Ranks-1, 1)), wide)
		c.More = max(0, min(10, (room-p.columnsWidth(c.Spacing.Ranks))/float64(p.Ranks)-1))
	}
	c.Height = p.heightOf(c)
	for c.Spacing.Between < airy { // between boxes, and the lines that pass them
		airier := c
		airier.Spacing.Between++
		if airier.Height = p.heightOf(airier); airier.Height > min(Tallest, 1.2*p.Paper.Width) {
			break
		}
		c = airier
	}
	const slack = 1.1 // for lines to run straight
	tight := c.Height/c.Scale - p.beside[p.byHorizon]
	c.Spacing.Along = max(tight, min(slack*tight, Tallest/c.Scale-p.beside[p.byHorizon])) // but not beyond the page
	c.Height += (c.Spacing.Along - tight) * c.Scale
	c.Crowded = p.full
	return c
}

// pairs are all pairs of two lists.
func pairs(a, b []float64) (all [][2]float64) {
	for _, x := range a {
		for _, y := range b {
			all = append(all, [2]float64{x, y})
		}
	}
	return all
}

// nearestColumns is how near columns may stand.
const nearestColumns = 14.0

// besideList is how far a column stands from a list, at most: lines spread there.
const besideList = 80.0

// columnGap is the least that there is between the boxes of a column.
const columnGap = 4.4

// lowGaps are those in a figure that is to be low, in each of which lines cross otherwise.
var lowGaps = []float64{4, 3, 2}

// airy is what there is between the boxes of a column where there is room.
const airy = 14.0
