package paint

import (
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/place"
)

// strip is what was dropped, below the lanes.
func (p *painter) strip(s *place.Strip) {
	if s == nil {
		return
	}
	band := drawing.RoundRect(s.At, 4)
	band.Fill = strip
	p.group("strip", "", "", append([]drawing.Shape{band}, label(s.Head, s.At.X+s.At.W-fit.PadRight, drawing.Text{Size: fit.TextSize, Bold: true, Color: p.palette.Dropped})...)...)
	for _, item := range s.Items {
		p.stripItem(item)
	}
}

// stripItem is one item of it: a box with its label struck through, or text alone.
func (p *painter) stripItem(i place.StripItem) {
	border := p.palette.Dropped
	if change, ok := p.palette.ChangeColour(i.Mark); ok {
		border = change
	}
	faded := i.Faded()
	grey, quiet := p.palette.ink(p.palette.Dropped, faded), p.palette.ink(p.palette.Quiet, faded).text
	var shapes []drawing.Shape
	if i.Box != nil {
		if faded {
			border = border.Tint(fade)
		}
		frame := drawing.RoundRect(i.At, 3)
		frame.Fill, frame.Stroke, frame.LineWidth, frame.Dash = drawing.Hex(0xFFFFFF), border, 0.9, []float64{2.5, 2}
		left := i.At
		left.W = fit.BarWidth
		shapes = append([]drawing.Shape{frame}, bar(left, grey.line, false, false)...)
	}
	name, text := i.TextAt()
	right := i.At.X + i.At.W - fit.PadRight
	shapes = append(shapes, label(name, right, drawing.Text{Size: fit.TextSize, Color: grey.text, Strike: true})...)
	shapes = append(shapes, label(text, right, drawing.Text{Size: fit.TextSize, Color: quiet})...)
	for _, tag := range i.TagSigns {
		shapes = append(shapes, p.tag(tag, grey)...)
	}
	if i.MarkSign != nil {
		shapes = append(shapes, p.change(*i.MarkSign, i.Mark, faded)...)
	}
	if i.Box == nil {
		p.group("strip", "", "", shapes...)
		return
	}
	p.groups = append(p.groups, drawing.Group{Class: "node", ID: i.Box.ID(), Name: i.Box.Label(), Key: p.part + i.Box.Name, Shapes: shapes})
}
