package fit

import (
	"slices"

	"icamo/render/scene"
)

// Grid is the rows of a figure with their sizes: the lanes stand side by side, each with one column of boxes, and have the same
// place and width in all rows.
type Grid struct {
	*scene.Rows
	Plans []*Plan // one a row
	Lanes []Span  // of boxes, from left to right
	Width float64 // from the first lane's edge to the last one's, and what ripples take beside it
	Scale float64 // by which all is to be multiplied on the page
	Paper Paper
}

// Span is a stretch along a line.
type Span struct{ From, Size float64 }

// Distances in rows.
const (
	RowLaneGap  = 24.0 // between the boxes of one lane and those of the next
	RowBoxGap   = 9.0  // between the boxes of a lane
	RowPassGap  = 13.0 // where lines pass them
	RowLinkGap  = 17.0 // and where one joins them
	RippleTrack = 4.0  // between ripples that run side by side
	rowBox      = 92.0 // width of a box where no page is given
)

// NewGrid sizes rows for a page's width; without one, boxes are as wide as reads well.
func NewGrid(rows *scene.Rows, paper Paper) *Grid {
	g := &Grid{Rows: rows, Plans: make([]*Plan, len(rows.All)), Paper: paper, Scale: screenScale}
	n := float64(len(rows.Lanes))
	around := LaneEdge + RowLaneGap/2 + (n-1)*RowLaneGap + g.Tracks()*RippleTrack
	wide := rowBox
	if paper.Width > 0 {
		wide = (paper.Width - 2*Margin - around) / n
	}
	labels := newLabels(paper.Face)
	for i, row := range rows.All {
		p := newPlan(row.Scene, paper, labels)
		p.Columns, p.Ranks, p.Scale = true, len(rows.Lanes), 1
		for _, b := range p.Boxes {
			b.Rank = slices.Index(rows.Lanes, b.Lane)
		}
		p.size(p.Boxes, wide-PadLeft-PadRight)
		p.makeRoom()
		for _, b := range p.Boxes {
			wide = max(wide, b.W)
		}
		g.Plans[i] = p
	}
	for i := range rows.Lanes {
		g.Lanes = append(g.Lanes, Span{LaneEdge + float64(i)*(wide+RowLaneGap), wide})
	}
	for _, p := range g.Plans {
		for _, b := range p.Boxes {
			b.W = wide
		}
	}
	g.Width = around + n*wide
	if paper.Width > 0 {
		g.Scale = min(paper.Width/(g.Width+2*Margin), paper.largest())
	}
	return g
}

// Tracks is how many ripples find room side by side at the right of the rows; none where there are no ripples.
func (g *Grid) Tracks() float64 {
	if len(g.Ripples) == 0 {
		return 0
	}
	const most = 6 // beyond it they lie on one another
	return float64(min(len(g.Ripples), most) + 2)
}
