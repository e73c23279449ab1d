package fit

import (
	"slices"
)

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
