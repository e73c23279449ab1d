package paint

import (
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
)

// absent is what is left of the colour at the side of what was not at work in a case.
const absent = 0.35

func (p *painter) box(b *place.Box) {
	colour, text := p.palette.Kinds[b.Kind()], p.palette.Text
	if b.Dropped() {
		colour, text = p.palette.Dropped, p.palette.Dropped
	}
	if b.Kept {
		colour = p.palette.Dropped
	}
	border := colour
	if change, ok := p.palette.ChangeColour(b.Mark); ok {
		border = change
	}
	ink := p.palette.ink(colour, b.Faded)
	if b.Faded {
		text, border = faint(text, strip), border.Tint(fade)
	}
	frame := drawing.RoundRect(b.At, 3)
	frame.Fill, frame.Stroke, frame.LineWidth = drawing.Hex(0xFFFFFF), border, 0.9
	if !b.Mark.Stayed() || b.Focus {
		frame.LineWidth = 1.6
	}
	side := ink.line
	switch {
	case b.Dropped():
		frame.Dash = []float64{2.5, 2}
	case slices.Contains(b.Tags, scene.NotAtAll):
		side = notAtWork(&frame, side)
	}
	shapes := append([]drawing.Shape{frame}, bar(geometry.Rect{X: b.At.X, Y: b.At.Y, W: fit.BarWidth, H: b.At.H}, side, b.Helps, b.Blocks)...)
	now, former := b.TextAt()
	right := b.At.X + b.At.W - fit.PadRight
	shapes = append(shapes, label(now, right, drawing.Text{Size: fit.TextSize, Color: text, Strike: b.Dropped()})...)
	second := drawing.Text{Size: fit.TextSize, Color: p.palette.Dropped, Strike: true}
	if b.Joins != "" {
		second = drawing.Text{Size: fit.TextSize, Color: ink.text}
	}
	shapes = append(shapes, label(former, right, second)...)
	for i, badge := range b.BadgeSigns {
		shapes = append(shapes, p.badge(badge, b.Badges[i].Says, ink)...)
	}
	for _, tag := range b.TagSigns {
		shapes = append(shapes, p.tag(tag, ink)...)
	}
	if b.MarkSign != nil {
		shapes = append(shapes, p.change(*b.MarkSign, b.Mark, b.Faded)...)
	}
	p.groups = append(p.groups, drawing.Group{Class: "node", ID: b.ID(), Name: b.Label(), Key: p.part + b.Name, Shapes: shapes})
}

// notAtWork has a box not look like what was at work in a case, and gives the colour at its side.
func notAtWork(frame *drawing.Path, side drawing.Color) drawing.Color {
	frame.Dash = []float64{1.6, 1.4}
	return side.Tint(absent)
}

// frame is a box without a label, for the legend, of what was at work or not.
func (p *painter) frame(at geometry.Rect, ink ink, not bool) []drawing.Shape {
	frame, side := drawing.RoundRect(at, 2), ink.line
	frame.Fill, frame.Stroke, frame.LineWidth = drawing.Hex(0xFFFFFF), ink.line, 0.9
	if not {
		side = notAtWork(&frame, side)
	}
	at.W = fit.BarWidth
	return append([]drawing.Shape{frame}, bar(at, side, false, false)...)
}

// bar is the strip at a box's left: in pieces where the node is a context that inhibits, and half in pieces where it also
// promotes.
func bar(at geometry.Rect, colour drawing.Color, helps, blocks bool) []drawing.Shape {
	const piece, gap = 2.6, 2.0
	whole := at
	if blocks {
		whole.H = 0
		if helps {
			whole.H = at.H / 2
		}
	}
	var shapes []drawing.Shape
	if whole.H > 0 {
		one := drawing.RoundRect(whole, 1.5)
		one.Fill = colour
		shapes = append(shapes, one)
	}
	rest := at.H - whole.H
	for y := whole.H; rest > 0 && y < at.H; y += piece + gap {
		from := y
		if whole.H > 0 {
			from += gap
		}
		if h := min(piece, at.H-from); h > 0.5 {
			shapes = append(shapes, filled(geometry.Rect{X: at.X, Y: at.Y + from, W: at.W, H: h}, colour))
		}
	}
	return shapes
}

func filled(r geometry.Rect, colour drawing.Color) drawing.Shape {
	shape := drawing.Polygon(geometry.Point{X: r.X, Y: r.Y}, geometry.Point{X: r.X + r.W, Y: r.Y}, geometry.Point{X: r.X + r.W, Y: r.Y + r.H}, geometry.Point{X: r.X, Y: r.Y + r.H})
	shape.Fill = colour
	return shape
}

// badge draws a badge as what it says asks for: filled, tinted, empty, struck through, or empty in a broken frame.
func (p *painter) badge(s place.Sign, says scene.BadgeSays, ink ink) []drawing.Shape {
	shape := rounded(s, s.At.H/2, ink)
	c := s.At.Centre()
	text := drawing.Text{String: s.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize, Bold: true, Anchor: drawing.Middle, Color: ink.text}
	switch says {
	case scene.Member, scene.AtWork:
		shape.Fill, text.Color = ink.line, ink.on
	case scene.PartlyAtWork:
		shape.Fill = ink.line.Tint(0.3)
	case scene.Named:
		return []drawing.Shape{text}
	case scene.NotAtWork:
		text.Strike = true
	case scene.HeldBack:
		shape.Dash = []float64{1.6, 1.4}
	}
	return []drawing.Shape{shape, text}
}

// tag draws a small text in a white box with sharp corners, unlike badges and signs of lines.
func (p *painter) tag(s place.Sign, ink ink) []drawing.Shape {
	if dots := scene.Tag(s.Text).Dots(); dots > 0 {
		return append([]drawing.Shape{rounded(s, 1, ink)}, dotsIn(s.At, dots, ink.text)...)
	}
	return []drawing.Shape{rounded(s, 1, ink), signText(s, ink.text)}
}

// dotsIn are dots side by side in the middle of a place. They are drawn, so that they are of one size whatever the font.
func dotsIn(at geometry.Rect, dots int, colour drawing.Color) []drawing.Shape {
	c := at.Centre()
	c.X -= float64(dots-1) / 2 * fit.DotPitch
	var shapes []drawing.Shape
	for range dots {
		one := drawing.RoundRect(geometry.Around(c, fit.DotSize, fit.DotSize), fit.DotSize/2)
		one.Fill = colour
		shapes = append(shapes, one)
		c.X += fit.DotPitch
	}
	return shapes
}

// sign draws a small text in a rounded white box.
func (p *painter) sign(s place.Sign, ink ink) []drawing.Shape {
	return []drawing.Shape{rounded(s, s.At.H/2, ink), signText(s, ink.text)}
}

// change draws the sign of a change: on its colour, but on white where the claim stayed what it was. It has corners, as the numbers of
// configurations are round.
func (p *painter) change(s place.Sign, mark scene.Mark, faded bool) []drawing.Shape {
	colour, changed := p.palette.ChangeColour(mark)
	if !changed {
		return p.sign(s, p.palette.ink(p.palette.Line, faded))
	}
	ink := p.palette.ink(colour, faded)
	const corner = 1.2
	shape := rounded(s, corner, ink)
	shape.Fill = ink.line
	return []drawing.Shape{shape, signText(s, ink.on)}
}

func rounded(s place.Sign, radius float64, ink ink) drawing.Path {
	shape := drawing.RoundRect(s.At, radius)
	shape.Fill, shape.Stroke, shape.LineWidth = drawing.Hex(0xFFFFFF), ink.line, 0.7
	return shape
}

// signText is the text of a sign. A check mark is drawn, as few fonts have one.
func signText(s place.Sign, colour drawing.Color) drawing.Shape {
	c := s.At.Centre()
	if s.Text == scene.CheckMark {
		check := drawing.Polyline(geometry.Point{X: c.X - 2.3, Y: c.Y + 0.1}, geometry.Point{X: c.X - 0.8, Y: c.Y + 1.9}, geometry.Point{X: c.X + 2.3, Y: c.Y - 2})
		check.Stroke, check.LineWidth = colour, 1.3
		return check
	}
	return drawing.Text{String: s.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize, Bold: true, Anchor: drawing.Middle, Color: colour}
}
