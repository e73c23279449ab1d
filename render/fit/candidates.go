package fit

import (
	"cmp"
	"math"
	"slices"

	"icamo/render/scene"
)

// Candidate is one way of fitting a figure to its page, estimated. It can be kept as JSON, and used for the same scene again.
type Candidate struct {
	Columns bool
	Horizon bool    // columns: outcomes of one horizon have columns of their own
	Depth   int     // columns: ranks in a lane
	Lines   int     // columns: of a label; 0 where each rank has as few as go into Room
	Room    float64 // columns: what the boxes of all ranks may take side by side, where each rank has its own number of lines
	Listed  int     // columns: of a label in ranks that are too full for the page; 0 where those have no lists
	More    float64 // columns: width of a box beyond what its rank needs
	Most    fill    // rows
	Wrap    float64 // rows: width of a label's line
	Spacing Spacing
	Scale   float64
	Ordered bool // boxes are given an order, where the layout would find one

	Crowded bool    // signs or texts stand on most lines
	Need    float64 // the least width that it takes
	Height  float64 // of the page, about, once it is scaled
}

const (
	edges     = 2*(Margin+LaneEdge) + LaneTitle // what margins and lanes add to the layout's width
	mostPlans = 12                              // plans that one figure is tried with

	fewestLines, mostLines = 2, 4 // of labels in columns, where words are not broken
)

// candidates are the ways to fit the figure that have a chance, the best first. One that always gives a figure is the last.
func (p *Plan) candidates() []Candidate {
	if p.Paper.Width == 0 {
		if p.Paper.Lanes == Rows {
			return []Candidate{{Most: evenly(fullestRow), Wrap: 62, Spacing: Spacing{Between: 10, Ranks: p.rowGaps()[0] + 2}, Scale: screenScale}}
		}
		c := Candidate{Columns: true, Horizon: true, Depth: len(p.Boxes), Lines: 2, Spacing: Spacing{Between: 8, Ranks: 30}, Scale: screenScale}
		if high := p.as(c).taken(c.Spacing.Between, func(b *Box) float64 { return b.H }); slices.Max(high) > 1.5*Tallest {
			c.Listed, c.Spacing.Ranks = 2, besideList
		}
		return []Candidate{c}
	}
	var all []Candidate
	p.worded = p.wordy()
	p.full = p.worded || p.crowded()
	if p.Paper.Lanes == Columns || p.Paper.Lanes == Auto && p.Paper.Width >= narrow {
		all = p.columnCandidates()
	}
	fits := func(c Candidate) bool {
		return c.Need <= p.Paper.Width/c.Scale-edges && c.Height <= Tallest && c.Depth > 1 && !c.Crowded
	}
	if len(all) > 0 && !slices.ContainsFunc(all, fits) {
		all = append(all, p.listCandidates()...)
	}
	if p.Paper.Lanes != Columns && !slices.ContainsFunc(all, fits) {
		all = append(all, p.rowCandidates()...)
	}
	var list []Candidate
	last := Candidate{Need: math.Inf(1)} // the one that lacks least width at the smallest scale
	slices.SortStableFunc(all, func(a, b Candidate) int { return cmp.Compare(a.cost(p.Paper.Width), b.cost(p.Paper.Width)) })
	for _, c := range all {
		room := p.Paper.Width/c.Scale - edges
		if c.Need <= room {
			list = append(list, c)
		}
		if safe := 0.85 * room; c.Scale == 1 && c.Need < last.Need && last.Need > safe {
			last = c
		}
	}
	list = varied(list)
	list = byHorizonFirst(list)
	list = list[:min(len(list), mostPlans-1)]
	if !slices.Contains(list, last) {
		list = append(list, last)
	}
	return list
}

// byHorizonFirst has the best few candidates that set outcomes by their horizon before all others, where they may fit a page.
func byHorizonFirst(list []Candidate) []Candidate {
	const few = 3
	var by, others []Candidate
	for _, c := range list {
		switch {
		case !c.Horizon:
			others = append(others, c)
		case !c.Crowded && c.Height <= Tallest && len(by) < few:
			by = append(by, c)
		}
	}
	return append(by, others...)
}

// varied puts the best of each form before the others: their lines cross more or less often. Those that come to the same are one.
func varied(list []Candidate) []Candidate {
	type form struct {
		columns bool
		depth   int
		wrap    float64
		low     Spacing // of what is to be low
	}
	seen, had := make(map[form]bool), make(map[Candidate]bool)
	var first, others []Candidate
	for _, c := range list {
		same := c
		same.Lines = 0 // what differs by it alone has other sizes, too
		if had[same] {
			continue
		}
		had[same] = true
		f := form{columns: c.Columns, depth: c.Depth, wrap: c.Wrap}
		if c.Low() {
			f.low = c.Spacing
		}
		if !seen[f] {
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
	long := func(l *Line) bool { return l.Label != "" && p.Paper.Face.Width(l.Label, TextSize, false) > short }
	return slices.ContainsFunc(p.Lines, long) || slices.ContainsFunc(p.OnSteps, long)
}

// crowded says whether marks of changes stand on many lines in some figure of the layout.
func (p *Plan) crowded() bool {
	if slices.ContainsFunc(p.Boxes, func(b *Box) bool { return b.Others != nil }) {
		return true
	}
	marked := 0
	for _, l := range p.Lines {
		if l.SignOfChange() != scene.Unmarked {
			marked++
		}
	}
	return 2*marked > len(p.Lines)
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

// Low says whether the figure is made as low as can be, as it fits no page otherwise.
func (c Candidate) Low() bool { return c.Columns && c.Lines == 0 }

// fitsPage says whether a candidate in columns goes onto a page, with lanes deep enough.
func (p *Plan) fitsPage(c Candidate) bool {
	return c.Need <= p.Paper.Width/c.Scale-edges && c.Height <= Tallest && c.Depth > 1
}

// lowCandidates are those of columns in which the highest rank is wider, and so lower, than the others, with outcomes in columns by
// their horizon or not.
func (p *Plan) lowCandidates(narrowest []float64, byHorizon bool) []Candidate {
	p.Columns, p.byHorizon, p.listed = true, byHorizon, 0
	var list []Candidate
	deepest := 0
	for depth := 4; depth > 1; depth-- {
		p.rankColumns(depth)
		if p.Ranks == deepest {
			continue
		}
		deepest = p.Ranks
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
	deepest := 0
	for depth := 4; depth > 0; depth-- {
		p.rankColumns(depth)
		if p.Ranks == deepest {
			continue // no lane is so deep
		}
		deepest = p.Ranks
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

// cost weighs what a figure is wanted to be: no higher than half again as wide, never higher than a page, in columns
// where there is a choice, with wide gaps, large text, short labels, and lanes deep enough for their links.
func (c Candidate) cost(width float64) float64 {
	high := c.Height
	if c.Low() && c.MayFit() {
		high = min(high, Tallest) - 10*c.Spacing.Between // it comes out lower: rather let its boxes stand apart
	}
	cost := max(high, min(Tallest, 1.5*width)) + 10*max(0, high-Tallest)
	cost *= 1 + 0.06*(screenScale-c.Scale)*TextSize
	if c.Columns {
		deep := [...]float64{0, 1.5, 1.05, 1.01, 1}[c.Depth]
		if c.Crowded {
			cost *= 2.5 // there is more room along lines that run down
		}
		return 0.7 * cost * deep * (1 + 0.006*(30-c.Spacing.Ranks)) * (1 + 0.03*float64(max(c.Lines-2, 0)))
	}
	const column = 100 * Millimetre // of an article, at most
	near := 0.012
	if width < column { // figures are high there, and ranks may stand nearer to one another
		near = 0.008
	}
	return cost * (1 + near*(28-c.Spacing.Ranks))
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

// columnsWidth is how wide the figure is in columns: Graphviz makes each rank as wide as its widest box.
func (p *Plan) columnsWidth(gap float64) float64 {
	widest := make([]float64, p.Ranks)
	for _, b := range p.Boxes {
		widest[b.Rank] = max(widest[b.Rank], b.W+2*b.Keeps())
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
func (p *Plan) heightOf(c Candidate) float64 {
	total := 0.0
	if c.Columns {
		total = slices.Max(p.taken(c.Spacing.Between, func(b *Box) float64 { return b.H })) + p.HeadingHigh()
	} else {
		rows := make([]float64, p.Ranks)
		for _, b := range p.Boxes {
			rows[b.Rank] = max(rows[b.Rank], b.H+2*Clearance)
		}
		total = p.gaps(c.Spacing)
		for _, r := range rows {
			total += r
		}
	}
	return (total + p.beside[p.byHorizon]) * c.Scale
}
