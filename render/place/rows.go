package place

import (
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/theory"
)

// Sheet is a page of rows, one a configuration, in which everything has its place.
type Sheet struct {
	Area    geometry.Rect
	Heads   []drawing.Text // the lanes' names, over all rows, without colour
	Rows    []Row
	Ripples []Ripple
	First   int // of the rows, among those of all sheets
}

// Row is one configuration.
type Row struct {
	*Placed
	Heading, Notes []fit.Text
	Gaps           []Gap
}

const (
	headsHigh   = 12.0 // what the lanes' names take
	headingLine = fit.LineGap * 1.1
	rowGap      = 7.0 // between rows
)

// Sheets places rows on as many sheets as it takes for none to be higher than a height, 0 for any; each row stays whole.
func Sheets(grid *fit.Grid, highest float64) []*Sheet {
	var sheets []*Sheet
	var s *Sheet
	y := 0.0
	for i := range grid.All {
		a := arrangeRow(grid.Plans[i], grid.Lanes)
		if gap := func(k theory.Kind) bool { return grid.All[i].Gap(k) != "" }; slices.ContainsFunc(grid.Rows.Lanes, gap) {
			a.Area.H = clearOfGaps(grid, i, a)
		}
		heading, notes := headingTexts(grid, i, 0)
		above := float64(len(heading)+len(notes))*headingLine + channel(grid, i)
		if s == nil || highest > 0 && len(s.Rows) > 0 && y+above+a.Area.H > highest {
			s = &Sheet{First: i, Area: geometry.Rect{W: grid.Width}, Heads: laneHeads(grid)}
			sheets = append(sheets, s)
			y = headsHigh
		}
		heading, notes = headingTexts(grid, i, y)
		y += above
		s.Rows = append(s.Rows, newRow(grid, i, a.moved(y-a.Area.Y), heading, notes))
		y += a.Area.H + rowGap
		s.Area.H = y - rowGap
	}
	for _, s := range sheets {
		s.ripple(grid)
	}
	return sheets
}

// clearOfGaps is the height in which words in the empty lanes of a row stand clear of lines.
func clearOfGaps(grid *fit.Grid, i int, a *Arrangement) float64 {
	b := *a
	for {
		high := newRow(grid, i, &b, nil, nil).Area.H
		if high <= b.Area.H {
			return high
		}
		b.Area.H = high
	}
}

// laneHeads name the lanes.
func laneHeads(grid *fit.Grid) []drawing.Text {
	var heads []drawing.Text
	for i, lane := range grid.Lanes {
		heads = append(heads, drawing.Text{String: grid.All[0].LaneName(grid.Rows.Lanes[i]), Size: fit.TextSize, Bold: true, Anchor: drawing.Middle,
			X: lane.From + lane.Size/2, Y: headsHigh - 4})
	}
	return heads
}

// headingTexts are the lines over a row from a height down: its number and title, and below it what its notes say.
func headingTexts(grid *fit.Grid, i int, y float64) (heading, notes []fit.Text) {
	lines := func(text string, bold bool) (set []fit.Text) {
		for _, line := range grid.Paper.Face.Wrap(text, fit.TextSize, grid.Width-2*fit.LaneEdge, bold) {
			set = append(set, fit.Text{String: line, Y: y + headingLine*0.8})
			y += headingLine
		}
		return set
	}
	row := grid.All[i]
	heading = lines(row.Heading(), true)
	return heading, lines(row.Notes, false)
}

func newRow(grid *fit.Grid, i int, a *Arrangement, heading, notes []fit.Text) Row {
	row := Row{Placed: stand(grid.Plans[i], a), Heading: heading, Notes: notes}
	for j, kind := range grid.Rows.Lanes {
		at := geometry.Rect{X: grid.Lanes[j].From - fit.RowLaneGap/2 + 1, Y: a.Area.Y, W: grid.Lanes[j].Size + fit.RowLaneGap - 2, H: a.Area.H}
		if j == 0 {
			at.W -= at.X
			at.X = 0
			at.W = grid.Lanes[0].From + grid.Lanes[0].Size + fit.RowLaneGap/2 - 1
		}
		if j == len(grid.Lanes)-1 {
			at.W = a.Area.W - at.X
		}
		row.Lanes = append(row.Lanes, Lane{Kind: kind, At: at})
	}
	row.placeBadges()
	row.placeSigns()
	for _, lane := range row.Lanes {
		if says := grid.All[i].Gap(lane.Kind); says != "" {
			row.placeGap(lane.Kind, says, lane.At, grid.Paper.Face)
		}
	}
	return row
}
