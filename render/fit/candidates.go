package fit

import (
	"cmp"
	"math"
	"slices"

	"icamo/render/scene"
)

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
