package place

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// placeBadges sets each box's badges on the corner of its border that the fewest lines touch, the upper right one where
// there is a choice.
func (f *Placed) placeBadges() {
	face := f.plan.Paper.Face
	for _, b := range f.Boxes {
		if b.Hidden || len(b.Badges) == 0 {
			continue
		}
		widths := make([]float64, len(b.Badges))
		total := 0.0
		for i, text := range b.Badges {
			widths[i] = fit.BadgeWidth(face, text)
			total += widths[i]
		}
		left, right := b.At.X+2, b.At.X+b.At.W-2-total
		top, bottom := b.At.Y-fit.BadgeHeight/2, b.At.Y+b.At.H-fit.BadgeHeight/2
		corners := []geometry.Point{{X: right, Y: top}, {X: right, Y: bottom}, {X: left, Y: bottom}}
		if b.Mark == scene.Unmarked {
			corners = append(corners, geometry.Point{X: left, Y: top})
		}
		best, least := geometry.Rect{}, -1
		for _, corner := range corners {
			at := geometry.Rect{X: corner.X, Y: corner.Y, W: total, H: fit.BadgeHeight}
			if touched := f.touching(at); least < 0 || touched < least {
				best, least = at, touched
			}
		}
		x := best.X
		for i, text := range b.Badges {
			b.BadgeSigns = append(b.BadgeSigns, Sign{text, geometry.Rect{X: x, Y: best.Y, W: widths[i], H: fit.BadgeHeight}})
			x += widths[i]
		}
	}
}

// MarkAt is where a box has its change mark.
func (b *Box) MarkAt() geometry.Rect {
	return geometry.Rect{X: b.At.X - fit.BadgeHeight/2, Y: b.At.Y - fit.BadgeHeight/2, W: fit.BadgeHeight, H: fit.BadgeHeight}
}

// touching counts the lines through a rectangle.
func (f *Placed) touching(r geometry.Rect) int {
	n := 0
	for _, l := range f.Lines {
		if !l.Hidden && l.Crosses(r) {
			n++
		}
	}
	return n
}
