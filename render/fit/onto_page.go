package fit

import (
	"maps"
	"slices"

	"icamo/render/geometry"
)

// Onto is the scale at which the figure goes onto its page, where its boxes and lanes take an area, and whether it goes
// there well: as wide as it should be, and no higher than was foreseen.
func (p *Plan) Onto(area geometry.Rect) (scale float64, well bool) {
	if p.Paper.Width == 0 {
		return p.Scale, true
	}
	room := (p.Paper.Width - 2*p.Scale*Margin) / (area.W * p.Scale)
	high := area.H + p.beside[p.byHorizon] - LaneTitle
	well = room >= 0.999 && (p.height > Tallest || p.Scale*high <= Tallest)
	return min(p.Scale*room, p.Paper.largest(), max(p.Scale, Tallest/high)), well
}

// Tighter is the plan with its columns nearer to one another by as much as it came out too wide; not ok where they would be too near.
func (p *Plan) Tighter(area geometry.Rect) (*Plan, bool) {
	if !p.Columns || p.Paper.Width == 0 {
		return nil, false
	}
	const spare = 1.0
	excess := area.W - (p.Paper.Width/p.Scale - 2*Margin) + spare
	if excess <= 0 {
		return nil, false
	}
	tighter := p.as(p.Candidate)
	tighter.Candidate.Spacing.Ranks -= excess / tighter.gaps(Spacing{Ranks: 1})
	tighter.Spacing = tighter.Candidate.Spacing
	return tighter, tighter.Spacing.Ranks >= nearestColumns
}

// Roomier is the plan with so much more room for some lines between boxes: where they run inside a rank its boxes stand farther apart,
// and where they lead to the next rank that does.
func (p *Plan) Roomier(lines []*Line, by float64) *Plan {
	roomier := p.as(p.Candidate)
	roomier.wider = maps.Clone(p.wider)
	if roomier.wider == nil {
		roomier.wider = make(map[int]bool)
	}
	for i, b := range p.Boxes {
		roomier.Boxes[i].Apart = b.Apart
	}
	for i, l := range p.Lines {
		if !slices.Contains(lines, l) {
			continue
		}
		from, to := roomier.Lines[i].From, roomier.Lines[i].To
		if from.Rank == to.Rank {
			from.Apart, to.Apart = from.Apart+by/2, to.Apart+by/2
		} else if rank := max(from.Rank, to.Rank); rank-min(from.Rank, to.Rank) == 1 {
			roomier.wider[rank] = true
		}
	}
	return roomier
}

// Smallest is the plan with its text as small as it may be, which leaves more room; not ok where it is that already.
func (p *Plan) Smallest() (*Plan, bool) {
	if p.Candidate.Scale <= 1 {
		return nil, false
	}
	smallest := *p
	smallest.Candidate.Scale, smallest.Scale = 1, 1
	return &smallest, true
}

// Fits says whether the figure is no higher than a page at a scale, as far as that can be told before its frame is placed.
func (p *Plan) Fits(area geometry.Rect, scale float64) bool {
	return p.Paper.Width == 0 || scale*(area.H+p.beside[p.byHorizon]-aroundLanes) <= Tallest
}

// Lacks is how much worse than well a figure goes onto its page at a scale: by how much it is too high, and its text too small.
func (p *Plan) Lacks(area geometry.Rect, scale float64) float64 {
	const small = 2000 // points of height that a text of half its size is as bad as, twice
	return max(0, scale*(area.H+p.beside[p.byHorizon]-LaneTitle)-Tallest) + small*max(0, 1-scale-1e-3)
}
