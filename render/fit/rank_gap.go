package fit

// Steps is how many gaps a rank is to stand from the one before it: several, where lines have to spread over a wide box.
func (p *Plan) Steps(rank int) int {
	least := 1
	for _, l := range p.OnSteps { // its end stands between the boxes of the step
		if low, high := min(l.Onto.From.Rank, l.Onto.To.Rank), max(l.Onto.From.Rank, l.Onto.To.Rank); low == rank-1 && high == rank {
			least = 2
		}
	}
	wide := 0.0
	for _, b := range p.Boxes {
		if (b.Rank == rank || b.Rank == rank-1) && b.spread == 0 {
			if p.Columns {
				wide = max(wide, b.H-b.textHeight)
			} else {
				wide = max(wide, b.W-b.textWidth)
			}
		}
	}
	const slope, most = 6, 4 // lines come down to a box over a part of the width by which it grew
	steps := min(most, max(least, 1+int(wide/slope/max(p.Spacing.Ranks, 14))))
	if p.wider[rank] {
		steps++
	}
	return steps
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
