package place

import (
	"math"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/theory"
)

// Gap is what is said in a lane without boxes.
type Gap struct {
	Lane  theory.Kind
	Texts []drawing.Text
	At    geometry.Rect
}

// placeGap stands what is said of an empty lane as near its middle as no line strikes it through. Where it would be struck through
// anywhere, the row grows by the room that it takes.
func (r *Row) placeGap(kind theory.Kind, says string, lane geometry.Rect, face *drawing.Face) {
	const step, room = 2.0, 1.5
	lines := face.Wrap(says, fit.TextSize, lane.W-2*fit.LaneEdge, false)
	g := Gap{Lane: kind, At: geometry.Rect{H: float64(len(lines)) * fit.LineGap}}
	for _, line := range lines {
		g.At.W = max(g.At.W, face.Width(line, fit.TextSize, false))
	}
	middle := lane.Centre()
	g.At.X, g.At.Y = middle.X-g.At.W/2, middle.Y-g.At.H/2
	least, best := math.MaxInt, g.At.Y
	for away := 0.0; least > 0 && g.At.H/2+away <= lane.H/2; away += step {
		for _, y := range []float64{middle.Y - g.At.H/2 - away, middle.Y - g.At.H/2 + away} {
			at := g.At
			at.Y = y
			if n := r.strikes(at.Grown(room)); n < least {
				least, best = n, y
			}
		}
	}
	if g.At.Y = best; least > 0 {
		r.Area.H += g.At.H + 2*room + step
	}
	for i, line := range lines {
		g.Texts = append(g.Texts, drawing.Text{String: line, Size: fit.TextSize, Anchor: drawing.Middle, X: middle.X, Y: best + (float64(i)+0.5)*fit.LineGap + fit.TextDrop})
	}
	r.Gaps = append(r.Gaps, g)
}

// strikes counts the lines and their signs that are in the way.
func (r *Row) strikes(at geometry.Rect) int {
	n := 0
	for _, l := range r.ShownLines() {
		if l.Crosses(at) {
			n++
		}
		for _, s := range l.Signs() {
			if s.At.Overlaps(at) {
				n++
			}
		}
	}
	return n
}
