package paint

import (
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
)

func (p *painter) box(b *place.Box) {
	colour, text := p.palette.Kinds[b.Kind()], p.palette.Text
	if b.Dropped() {
		colour, text = p.palette.Dropped, p.palette.Dropped
	}
	border := colour
	switch b.Mark {
	case scene.Added:
		border = p.palette.Added
	case scene.Removed:
		border = p.palette.Removed
	case scene.Changed:
		border = p.palette.Changed
	}
	if b.Faded {
		colour, text, border = colour.Tint(fade), text.Tint(fade+.1), border.Tint(fade)
	}
	frame := drawing.RoundRect(b.At, 3)
	frame.Fill, frame.Stroke, frame.LineWidth = drawing.Hex(0xFFFFFF), border, 0.9
	if b.Mark != scene.Unmarked || b.Focus {
		frame.LineWidth = 1.6
	}
	if b.Dropped() {
		frame.Dash = []float64{2.5, 2}
	}
	bar := drawing.RoundRect(geometry.Rect{X: b.At.X, Y: b.At.Y, W: fit.BarWidth, H: b.At.H}, 1.5)
	bar.Fill = colour
	shapes := []drawing.Shape{frame, bar}
	label, former := b.TextAt()
	for _, t := range label {
		shapes = append(shapes, drawing.Text{String: t.String, X: t.X, Y: t.Y, Size: fit.TextSize, Color: text, Strike: b.Dropped()})
	}
	for _, t := range former {
		shapes = append(shapes, drawing.Text{String: t.String, X: t.X, Y: t.Y, Size: fit.TextSize, Color: p.palette.Dropped, Strike: true})
	}
	for _, badge := range b.BadgeSigns {
		shapes = append(shapes, p.sign(badge, colour, drawing.Hex(0xFFFFFF), colour)...)
	}
	for _, tag := range b.TagSigns {
		shapes = append(shapes, p.tag(tag, colour)...)
	}
	if b.MarkSign != nil {
		shapes = append(shapes, p.sign(*b.MarkSign, border, drawing.Hex(0xFFFFFF), border)...)
	}
	p.groups = append(p.groups, drawing.Group{Class: "node", ID: b.ID(), Name: b.Label(), Key: p.part + b.Name, Shapes: shapes})
}

// tag draws a small text in a white box with sharp corners, unlike badges and signs of lines.
func (p *painter) tag(s place.Sign, colour drawing.Color) []drawing.Shape {
	shape := drawing.RoundRect(s.At, 1)
	shape.Fill, shape.Stroke, shape.LineWidth = drawing.Hex(0xFFFFFF), colour, 0.7
	c := s.At.Centre()
	return []drawing.Shape{shape, drawing.Text{String: s.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize, Bold: true,
		Anchor: drawing.Middle, Color: colour}}
}

// sign draws a small text in a rounded box.
func (p *painter) sign(s place.Sign, fill, text, stroke drawing.Color) []drawing.Shape {
	shape := drawing.RoundRect(s.At, s.At.H/2)
	shape.Fill, shape.Stroke, shape.LineWidth = fill, stroke, 0.7
	c := s.At.Centre()
	return []drawing.Shape{shape, drawing.Text{String: s.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize, Bold: true,
		Anchor: drawing.Middle, Color: text}}
}
