package place

import (
	"fmt"
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
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

// Ripple leads from an outcome to where it goes on: to its box in another row, or to the number of a row that stands on
// another sheet.
type Ripple struct {
	Curve geometry.Curve
	To    geometry.Rect
	Sign  *Sign // nil where it leads to a box
	Look  scene.Look
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

// channel is the height that ripples take between the heading of a row and its lanes.
func channel(grid *fit.Grid, i int) float64 {
	n := 0
	for _, r := range grid.Ripples {
		if r.ToRow == i {
			n++
		}
	}
	return 2 + float64(n)*fit.RippleTrack
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

// ripple draws the ripples that begin on the sheet: to the right of the rows, along the channel over the row that they lead to,
// and down into the gap before its box.
func (s *Sheet) ripple(grid *fit.Grid) {
	const before = 9.0 // the gap's edge, in front of the box
	tracks := grid.Tracks() - 2
	into := make(map[int]int) // ripples by row, so far
	leaving := make(map[*scene.Box]int)
	n := 0
	for _, r := range grid.Ripples {
		if r.FromRow < s.First || r.FromRow >= s.First+len(s.Rows) {
			continue
		}
		from := s.Rows[r.FromRow-s.First].boxOf(r.From)
		start := geometry.Point{X: from.At.X + from.At.W, Y: from.At.Y + from.At.H*0.72 - 3*float64(leaving[r.From])}
		leaving[r.From]++
		if to := r.ToRow - s.First; to < 0 || to >= len(s.Rows) {
			text := fmt.Sprintf("→ %d", grid.All[r.ToRow].Number)
			w := fit.BadgeWidth(grid.Paper.Face, text)
			s.Ripples = append(s.Ripples, Ripple{Sign: &Sign{text, geometry.Rect{X: start.X - w/2, Y: start.Y - fit.BadgeHeight/2, W: w, H: fit.BadgeHeight}}})
			continue
		}
		row := s.Rows[r.ToRow-s.First]
		to := row.boxOf(r.To)
		track := s.Area.W - fit.RippleTrack*(tracks-float64(n%int(tracks)))
		n++
		along := row.Area.Y - fit.RippleTrack*float64(into[r.ToRow]) - 3
		down := to.At.X - before - 3*float64(into[r.ToRow]%3)
		into[r.ToRow]++
		end := geometry.Point{X: to.At.X, Y: to.At.Y + to.At.H - 6}
		s.Ripples = append(s.Ripples, Ripple{To: to.At, Look: rippleLook, Curve: geometry.Rounded([]geometry.Point{start, {X: track, Y: start.Y},
			{X: track, Y: along}, {X: down, Y: along}, {X: down, Y: end.Y}, end}, 4)})
	}
}

// rippleLook is how a ripple is drawn: as no link is.
var rippleLook = scene.Look{Relation: scene.Ripples}

func (f *Placed) boxOf(b *scene.Box) *Box {
	for _, box := range f.Boxes {
		if box.Box.Box == b {
			return box
		}
	}
	return nil
}
