package fit

import (
	"slices"

	"icamo/render/geometry"
	"icamo/render/scene"
)

const (
	stripBox = 150.0 // widest text of a box in the strip
	stripGap = 7.0   // between its boxes
)

// newStrip sizes the boxes of the strip, each as wide as its texts.
func newStrip(s *scene.Scene, paper Paper) []*Box {
	strip := make([]*Box, len(s.Strip))
	for i, of := range s.Strip {
		b := &Box{Box: of, Text: lines(paper.Face, of.Label(), TextSize, stripBox, false)}
		for _, link := range of.Fallen {
			b.FormerText = append(b.FormerText, lines(paper.Face, link, TextSize, stripBox, false)...)
		}
		for _, text := range slices.Concat(b.Text, b.FormerText) {
			b.W = max(b.W, paper.Face.Width(text, TextSize, false))
		}
		b.W += PadLeft + PadRight
		b.H = float64(len(b.Text)+len(b.FormerText))*LineGap + padTop + PadBottom
		strip[i] = b
	}
	return strip
}

// StripAt sets the boxes of the strip side by side, in as many rows as it takes, in a band from a corner on that is so wide, and
// gives the band; one without height where there are none.
func (p *Plan) StripAt(corner geometry.Point, width float64) (band geometry.Rect, boxes []geometry.Rect) {
	band = geometry.Rect{X: corner.X, Y: corner.Y, W: width}
	if len(p.Strip) == 0 {
		return band, nil
	}
	x, y, row := LaneTitle+stripGap, stripGap, 0.0
	for _, b := range p.Strip {
		if x > LaneTitle+stripGap && x+b.W+stripGap > width {
			x, y, row = LaneTitle+stripGap, y+row+stripGap, 0
		}
		boxes = append(boxes, geometry.Rect{X: corner.X + x, Y: corner.Y + y, W: b.W, H: b.H})
		x, row = x+b.W+stripGap, max(row, b.H)
	}
	band.H = y + row + stripGap
	return band, boxes
}

// stripHeight is what the strip adds to the height of a figure.
func (p *Plan) stripHeight() float64 {
	if len(p.Strip) == 0 {
		return 0
	}
	band, _ := p.StripAt(geometry.Point{}, p.Paper.Width/max(p.Scale, 1)-2*Margin)
	return band.H + LaneEdge
}
