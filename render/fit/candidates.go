package fit

import (
	"cmp"
	"math"
	"slices"

	"icamo/render/scene"
)

// candidate is one way of fitting a figure to its page, estimated.
type candidate struct {
	columns bool
	depth   int     // columns: ranks in a lane
	lines   int     // columns: of a label
	more    float64 // columns: width of a box beyond what its rank needs
	most    fill    // rows
	wrap    float64 // rows: width of a label's line
	spacing Spacing
	scale   float64

	crowded bool    // signs or texts stand on most lines
	need    float64 // the least width that it takes
	height  float64 // of the page, about, once it is scaled
}

const (
	edges     = 2*(Margin+LaneEdge) + LaneTitle // what margins and lanes add to the layout's width
	mostPlans = 10                              // plans that one figure is tried with
)

// candidates are the ways to fit the figure that have a chance, the best first. One that always gives a figure is the last.
func (p *Plan) candidates() []candidate {
	if p.Paper.Width == 0 {
		if p.Paper.Lanes == Rows {
			return []candidate{{most: evenly(fullestRow), wrap: 62, spacing: Spacing{Between: 10, Ranks: 30}, scale: screenScale}}
		}
		return []candidate{{columns: true, depth: len(p.Boxes), lines: 2, spacing: Spacing{Between: 8, Ranks: 30}, scale: screenScale}}
	}
	var all []candidate
	if p.Paper.Lanes == Columns || p.Paper.Lanes == Auto && p.Paper.Width >= narrow {
		all = p.columnCandidates()
	}
	if fits := func(c candidate) bool {
		return c.need <= p.Paper.Width/c.scale-edges && c.height <= Tallest && c.depth > 1 && !c.crowded
	}; p.Paper.Lanes != Columns && !slices.ContainsFunc(all, fits) {
		all = append(all, p.rowCandidates()...)
	}
	var list []candidate
	last := candidate{need: math.Inf(1)} // the one that lacks least width at the smallest scale
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.cost(p.Paper.Width), b.cost(p.Paper.Width)) })
	for _, c := range all {
		room := p.Paper.Width/c.scale - edges
		if c.need <= room {
			list = append(list, c)
		}
		if safe := 0.85 * room; c.scale == 1 && c.need < last.need && last.need > safe {
			last = c
		}
	}
	list = varied(list)
	return append(list[:min(len(list), mostPlans-1)], last)
}

// varied puts the best of each form before the others: their lines cross more or less often.
func varied(list []candidate) []candidate {
	type form struct {
		columns bool
		depth   int
		wrap    float64
	}
	seen := make(map[form]bool)
	var first, others []candidate
	for _, c := range list {
		if f := (form{c.columns, c.depth, c.wrap}); !seen[f] {
			seen[f] = true
			first = append(first, c)
		} else {
			others = append(others, c)
		}
	}
	return append(first, others...)
}

// wordy says whether texts of more than a number or two stand on links.
func (p *Plan) wordy() bool {
	const short = 24
	return slices.ContainsFunc(slices.Concat(p.Lines, p.OnSteps), func(l *Line) bool { return p.Paper.Face.Width(l.Label, TextSize, false) > short })
}

// signed says whether a sign stands on the line.
func (l *Line) signed() bool {
	return slices.ContainsFunc(l.Looks(), func(look scene.Look) bool { return look.Sign() != "" })
}

// scales are the sizes that the figure may print in, the largest first.
func (p Paper) scales() []float64 {
	scales := []float64{screenScale, 8.5 / TextSize, 8 / TextSize, 7.5 / TextSize, 1}
	return slices.DeleteFunc(scales, func(s float64) bool { return s > p.largest() })
}

// columnCandidates are ways to fit the figure in columns. Their width is known: what room there is beyond goes between the
// columns, and then into the boxes.
func (p *Plan) columnCandidates() []candidate {
	const wide = 30.0
	narrowest := []float64{14}
	if slices.ContainsFunc(p.Lines, (*Line).signed) {
		narrowest = []float64{20, 14} // a sign stands between boxes, where there is room
	}
	p.Columns = true
	var list []candidate
	deepest := 0
	for depth := 4; depth > 0; depth-- {
		p.rankColumns(depth)
		if p.Ranks == deepest {
			continue // no lane is so deep
		}
		deepest = p.Ranks
		for _, lines := range []int{2, 3, 4} {
			p.measureRanks(lines, 0)
			for _, size := range pairs(p.Paper.scales(), narrowest) {
				scale, least := size[0], size[1]
				c := candidate{columns: true, depth: depth, lines: lines, spacing: Spacing{Between: columnGap, Ranks: least}, scale: scale, need: p.columnsWidth(least)}
				if spare := p.Paper.Width/scale - edges - c.need; spare > 0 {
					c.spacing.Ranks = min(least+spare/float64(max(p.Ranks-1, 1)), wide)
					c.more = max(0, min(10, (p.Paper.Width/scale-edges-p.columnsWidth(c.spacing.Ranks))/float64(p.Ranks)-1))
				}
				c.height = p.heightOf(c)
				for c.spacing.Between < airy { // between boxes, and the lines that pass them
					airier := c
					airier.spacing.Between++
					if airier.height = p.heightOf(airier); airier.height > min(Tallest, 1.2*p.Paper.Width) {
						break
					}
					c = airier
				}
				const slack = 1.1 // for lines to run straight
				tight := c.height/scale - p.beside
				c.spacing.Along = max(tight, min(slack*tight, Tallest/scale-p.beside)) // but not beyond the page
				c.height += (c.spacing.Along - tight) * scale
				c.crowded = p.Scene.Versions() || p.wordy()
				list = append(list, c)
			}
		}
	}
	return list
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

// rowCandidates are ways to fit the figure in rows, with as few rows as the width allows.
func (p *Plan) rowCandidates() []candidate {
	p.Columns = false
	var list []candidate
	for _, wrap := range []float64{66, 58, 50, 42} {
		p.measure(wrap)
		for _, scale := range p.Paper.scales() {
			room := p.Paper.Width/scale - edges
			most, need := p.rankWithin(room, TightGap)
			for _, gap := range []float64{28, 22, 17, 14} {
				if gap < 22 && p.wordy() {
					break // there is no room for them
				}
				c := candidate{most: most, wrap: wrap, spacing: Spacing{Between: TightGap, Ranks: gap, Along: room}, scale: scale, need: need}
				c.height = p.heightOf(c)
				list = append(list, c)
			}
		}
	}
	return list
}

// cost weighs what a figure is wanted to be: no higher than half again as wide, never higher than a page, in columns
// where there is a choice, with wide gaps, large text, short labels, and lanes deep enough for their links.
func (c candidate) cost(width float64) float64 {
	cost := max(c.height, min(Tallest, 1.5*width)) + 10*max(0, c.height-Tallest)
	cost *= 1 + 0.06*(screenScale-c.scale)*TextSize
	if c.columns {
		deep := [...]float64{0, 1.5, 1.05, 1.01, 1}[c.depth]
		if c.crowded {
			cost *= 2.5 // there is more room along lines that run down
		}
		return 0.7 * cost * deep * (1 + 0.006*(30-c.spacing.Ranks)) * (1 + 0.03*float64(c.lines-2))
	}
	return cost * (1 + 0.012*(28-c.spacing.Ranks))
}

// columnGap is the least that there is between the boxes of a column.
const columnGap = 4.4

// airy is what there is between the boxes of a column where there is room.
const airy = 14.0

// columnsWidth is how wide the figure is in columns: Graphviz makes each rank as wide as its widest box.
func (p *Plan) columnsWidth(gap float64) float64 {
	widest := make([]float64, p.Ranks)
	for _, b := range p.Boxes {
		widest[b.Rank] = max(widest[b.Rank], b.W+2*Clearance)
	}
	total := p.gaps(Spacing{Ranks: gap})
	for _, w := range widest {
		total += w
	}
	return total
}

// gaps is what there is between all ranks together.
func (p *Plan) gaps(s Spacing) float64 {
	steps := 0
	p.Spacing = s
	for rank := 1; rank < p.Ranks; rank++ {
		steps += p.Steps(rank)
	}
	return float64(steps) * s.Ranks
}

// heightOf is about how high the page gets.
func (p *Plan) heightOf(c candidate) float64 {
	total := 0.0
	if c.columns {
		total = slices.Max(p.taken(c.spacing.Between, func(b *Box) float64 { return b.H }))
	} else {
		rows := make([]float64, p.Ranks)
		for _, b := range p.Boxes {
			rows[b.Rank] = max(rows[b.Rank], b.H+2*Clearance)
		}
		total = p.gaps(c.spacing)
		for _, r := range rows {
			total += r
		}
	}
	return (total + p.beside) * c.scale
}
