package render

import (
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory"
)

// painter turns a placed figure into shapes.
type painter struct {
	face    *drawing.Face
	palette Palette
	groups  []drawing.Group
}

func (p *painter) group(class, id, name string, shapes ...drawing.Shape) {
	p.groups = append(p.groups, drawing.Group{Class: class, ID: id, Name: name, Shapes: shapes})
}

func (p *painter) figure(f *figure) {
	for _, b := range f.bands {
		colour := p.palette.Kinds[b.kind]
		lane := drawing.RoundRect(b.at, 4)
		lane.Fill = colour.Tint(p.palette.Lane)
		b.title.Color = colour
		p.group("lane", "", "", lane, b.title)
	}
	for _, l := range f.drawn() {
		p.line(l)
	}
	for _, b := range f.shown() {
		p.box(b)
	}
}

const fade = 0.28 // how much of its colour an element keeps that is outside what is highlighted

func (p *painter) box(b *box) {
	colour, text := p.palette.Kinds[b.kind()], p.palette.Text
	if b.ghost() {
		colour, text = p.palette.Ghost, p.palette.Ghost
	}
	border := colour
	switch b.mark {
	case added:
		border = p.palette.Added
	case removed:
		border = p.palette.Removed
	case changed:
		border = p.palette.Changed
	}
	if b.faded {
		colour, text, border = colour.Tint(fade), text.Tint(fade+.1), border.Tint(fade)
	}
	frame := drawing.RoundRect(b.at, 3)
	frame.Fill, frame.Stroke, frame.LineWidth = drawing.Hex(0xFFFFFF), border, 0.9
	if b.mark != unmarked || b.focus {
		frame.LineWidth = 1.6
	}
	if b.ghost() || b.mark == removed {
		frame.Dash = []float64{2.5, 2}
	}
	bar := drawing.RoundRect(geometry.Rect{X: b.at.X, Y: b.at.Y, W: barWidth, H: b.at.H}, 1.5)
	bar.Fill = colour
	shapes := []drawing.Shape{frame, bar}
	y := b.at.Y + (b.at.H-float64(len(b.text)+len(b.was))*lineGap)/2 + lineGap*0.76
	for _, line := range b.text {
		shapes = append(shapes, drawing.Text{String: line, X: b.at.X + padLeft, Y: y, Size: textSize, Color: text, Strike: b.ghost()})
		y += lineGap
	}
	for _, line := range b.was {
		shapes = append(shapes, drawing.Text{String: line, X: b.at.X + padLeft, Y: y, Size: textSize, Color: p.palette.Ghost, Strike: true})
		y += lineGap
	}
	for _, badge := range b.pills {
		shapes = append(shapes, p.pill(badge, colour, drawing.Hex(0xFFFFFF), colour)...)
	}
	if b.mark != unmarked {
		shapes = append(shapes, p.pill(pill{string(b.mark), b.markAt()}, border, drawing.Hex(0xFFFFFF), border)...)
	}
	p.group("node", b.id(), b.label(), shapes...)
}

// pill draws a small text in a rounded box.
func (p *painter) pill(b pill, fill, text, stroke drawing.Color) []drawing.Shape {
	shape := drawing.RoundRect(b.at, b.at.H/2)
	shape.Fill, shape.Stroke, shape.LineWidth = fill, stroke, 0.7
	c := b.at.Centre()
	return []drawing.Shape{shape, drawing.Text{String: b.text, X: c.X, Y: c.Y + textSize*0.36, Size: textSize, Bold: true,
		Anchor: drawing.Middle, Color: text}}
}

// lineColour is the colour of a link by its effect, status and change.
func (p *painter) lineColour(l *line) drawing.Color {
	colour := p.palette.Line
	if l.link.Effect == theory.Inhibits {
		colour = p.palette.Inhibit
	}
	switch {
	case l.mark == added:
		colour = p.palette.Added
	case l.mark == removed:
		colour = p.palette.Removed
	case l.mark == changed:
		colour = p.palette.Changed
	case l.ghost():
		colour = p.palette.Ghost
	}
	if l.faded {
		colour = colour.Tint(fade)
	}
	return colour
}

// stroke is how a link is drawn: its width grows with the number of distinct cases behind it, up to four.
func stroke(l *line) (width float64, dash []float64) {
	width = 0.9
	if l.link.Status.ClaimsSupport() {
		width += 0.45 * float64(l.thickness()-1)
	}
	switch {
	case l.ghost() || l.mark == removed:
		return 0.9, []float64{1, 2.2}
	case l.link.Status == theory.Hypothesised:
		return width, []float64{3.6, 2.4}
	case l.link.Status == theory.NotTested || l.link.Status == theory.NotActivated:
		return width, []float64{0.01, 2.4}
	}
	return width, nil
}

// thickness counts the cases that the width of a line shows.
func (l *line) thickness() int { return min(max(l.backing, 1), mostBacking) }

// mostBacking is the number of cases from which on a line grows no wider.
const mostBacking = 4

func (p *painter) line(l *line) {
	if len(l.Curve) < 4 {
		return
	}
	colour := p.lineColour(l)
	width, dash := stroke(l)
	head, length := p.head(l, colour, width)
	path := bezierPath(l.Curve.Cut(length))
	path.Stroke, path.LineWidth, path.Dash = colour, width, dash
	path.Butt = dash == nil
	shapes := []drawing.Shape{path, head}
	for _, b := range []*pill{l.sign, l.tag} {
		if b != nil {
			shapes = append(shapes, p.pill(*b, drawing.Hex(0xFFFFFF), colour, colour)...)
		}
	}
	if l.words != nil {
		back := drawing.RoundRect(l.words.at, 1)
		back.Fill = drawing.Hex(0xFFFFFF)
		c := l.words.at.Centre()
		shapes = append(shapes, back, drawing.Text{String: l.words.text, X: c.X, Y: c.Y + textSize*0.36, Size: textSize,
			Anchor: drawing.Middle, Color: colour})
	}
	p.group("link", l.link.ID, describeLine(l), shapes...)
}

// head is the end of a line at the box it leads to: an arrowhead, or a bar where it inhibits; and how much of the line
// it replaces.
func (p *painter) head(l *line, colour drawing.Color, width float64) (drawing.Path, float64) {
	tip := l.Curve[len(l.Curve)-1]
	if l.link.Effect == theory.Inhibits {
		const gap = 2.2 // between the bar's middle and the border it lies along
		out := [...]geometry.Point{geometry.Top: {Y: -1}, geometry.Bottom: {Y: 1}, geometry.Left: {X: -1}, geometry.Right: {X: 1}}[l.to.at.SideOf(tip)]
		at := geometry.Point{X: tip.X + out.X*gap, Y: tip.Y + out.Y*gap}
		half := barHalf(width)
		bar := drawing.Polyline(geometry.Point{X: at.X - out.Y*half, Y: at.Y - out.X*half}, geometry.Point{X: at.X + out.Y*half, Y: at.Y + out.X*half})
		bar.Stroke, bar.LineWidth, bar.Butt = colour, 1.7, true
		return bar, gap
	}
	length := 5 + width
	from := l.Curve.Back(length)
	dx, dy := geometry.Direction(from, tip)
	half := arrowHalf(width)
	base := geometry.Point{X: tip.X - dx*length, Y: tip.Y - dy*length}
	arrow := drawing.Polygon(tip, geometry.Point{X: base.X - dy*half, Y: base.Y + dx*half}, geometry.Point{X: base.X + dy*half, Y: base.Y - dx*half})
	arrow.Fill = colour
	return arrow, length * 0.9
}

// arrowHalf and barHalf are how far a line's end reaches to both sides of it.
func arrowHalf(width float64) float64 { return 1.7 + width*0.55 }
func barHalf(width float64) float64   { return 3.6 + width/2 }

func bezierPath(c geometry.Curve) drawing.Path {
	var path drawing.Path
	path.MoveTo(c[0].X, c[0].Y)
	for i := 1; i+2 < len(c); i += 3 {
		path.CubicTo(c[i].X, c[i].Y, c[i+1].X, c[i+1].Y, c[i+2].X, c[i+2].Y)
	}
	return path
}

// describeLine says a link in words, for readers who hear the figure.
func describeLine(l *line) string {
	words := []string{l.from.label(), string(l.link.Effect), l.to.label()}
	text := strings.Join(words, " ") + ": "
	if l.ghost() {
		return text + "dropped"
	}
	return text + strings.ReplaceAll(string(l.link.Status), "-", " ")
}
