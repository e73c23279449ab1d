package place

import (
	"fmt"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// Ripple leads from an outcome to where it goes on: to its box in another row, or to the number of a row that stands on
// another sheet.
type Ripple struct {
	Curve geometry.Curve
	To    geometry.Rect
	Sign  *Sign // nil where it leads to a box
	Look  scene.Look
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
