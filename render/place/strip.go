package place

import (
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory/wording"
)

// Strip is the band below the lanes that what was dropped stands in.
type Strip struct {
	At    geometry.Rect
	Title drawing.Text // without colour
	Boxes []*Box
}

// placeStrip adds the strip to the area.
func (f *Placed) placeStrip() {
	below := geometry.Point{X: f.Area.X, Y: f.Area.Y + f.Area.H + fit.LaneEdge}
	band, boxes := f.plan.StripAt(below, f.Area.W)
	if len(boxes) == 0 {
		return
	}
	f.Area.H += fit.LaneEdge + band.H
	f.Strip = &Strip{At: band, Title: drawing.Text{String: wording.Of(f.plan.Scene.Theory).Say("Dropped"), Size: fit.TextSize, Bold: true, Anchor: drawing.Middle,
		X: band.X + fit.LaneTitle - 2.5, Y: band.Y + band.H/2, Rotate: -90}}
	for i, b := range f.plan.Strip {
		box := &Box{Box: b, At: boxes[i]}
		if b.Mark != scene.Unmarked {
			corner := geometry.Point{X: box.At.X, Y: box.At.Y}
			box.MarkSign = &Sign{string(b.Mark), geometry.Around(corner, fit.BadgeHeight, fit.BadgeHeight)}
		}
		f.Strip.Boxes = append(f.Strip.Boxes, box)
	}
}
