package paint

import (
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

func (p *painter) line(l *place.Line) {
	if len(l.Curve) < 4 {
		return
	}
	shapes := p.along(l.Look(), l.Curve, l.To.At, l.StatusSign, l.MarkSign)
	if l.LabelSign != nil {
		back := drawing.RoundRect(l.LabelSign.At, 1)
		back.Fill = drawing.Hex(0xFFFFFF)
		c := l.LabelSign.At.Centre()
		shapes = append(shapes, back, drawing.Text{String: l.LabelSign.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize,
			Anchor: drawing.Middle, Color: p.palette.LineColour(l.Look())})
	}
	p.group("link", l.Link.ID, l.Description(), shapes...)
}

// along draws a line along a curve to a box, with signs, of which each may be nil.
func (p *painter) along(look scene.Look, c geometry.Curve, to geometry.Rect, signs ...*place.Sign) []drawing.Shape {
	colour := p.palette.LineColour(look)
	width, dash := place.Stroke(look)
	head, length := lineEnd(look.Effect, c, to, colour, width)
	path := curvePath(c.Cut(length))
	path.Stroke, path.LineWidth, path.Dash = colour, width, dash
	path.Butt = dash == nil
	shapes := []drawing.Shape{path, head}
	for _, s := range signs {
		if s != nil {
			shapes = append(shapes, p.sign(*s, drawing.Hex(0xFFFFFF), colour, colour)...)
		}
	}
	return shapes
}

// lineEnd is the end of a line at the box it leads to: an arrowhead, or a bar where it inhibits; and how much of the line
// it replaces.
func lineEnd(effect theory.Effect, c geometry.Curve, to geometry.Rect, colour drawing.Color, width float64) (drawing.Path, float64) {
	tip := c[len(c)-1]
	if effect == theory.Inhibits {
		const gap = 2.2 // between the bar's middle and the border it lies along
		out := [...]geometry.Point{geometry.Top: {Y: -1}, geometry.Bottom: {Y: 1}, geometry.Left: {X: -1}, geometry.Right: {X: 1}}[to.SideOf(tip)]
		at := geometry.Point{X: tip.X + out.X*gap, Y: tip.Y + out.Y*gap}
		half := place.BarHalf(width)
		bar := drawing.Polyline(geometry.Point{X: at.X - out.Y*half, Y: at.Y - out.X*half}, geometry.Point{X: at.X + out.Y*half, Y: at.Y + out.X*half})
		bar.Stroke, bar.LineWidth, bar.Butt = colour, 1.7, true
		return bar, gap
	}
	length := 5 + width
	dx, dy := geometry.Direction(c.Back(length), tip)
	half := place.ArrowHalf(width)
	base := geometry.Point{X: tip.X - dx*length, Y: tip.Y - dy*length}
	arrow := drawing.Polygon(tip, geometry.Point{X: base.X - dy*half, Y: base.Y + dx*half}, geometry.Point{X: base.X + dy*half, Y: base.Y - dx*half})
	arrow.Fill = colour
	return arrow, length * 0.9
}

func curvePath(c geometry.Curve) drawing.Path {
	var path drawing.Path
	path.MoveTo(c[0].X, c[0].Y)
	for i := 1; i+2 < len(c); i += 3 {
		path.CubicTo(c[i].X, c[i].Y, c[i+1].X, c[i+1].Y, c[i+2].X, c[i+2].Y)
	}
	return path
}
