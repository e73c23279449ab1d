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
	shapes := p.along(l.Look(), l.Curve, l.Head(), l.Tail(), l.StatusSign, l.MarkSign)
	line := shapes[0].(drawing.Path)
	line.Dash = l.Dash()
	shapes[0] = line
	if l.Onto != nil {
		shapes = append(shapes, p.ring(l.Ring, p.palette.LineColour(l.Look())))
	}
	if l.LabelSign != nil {
		back := drawing.RoundRect(l.LabelSign.At, 1)
		back.Fill = drawing.Hex(0xFFFFFF)
		c := l.LabelSign.At.Centre()
		shapes = append(shapes, back, drawing.Text{String: l.LabelSign.Text, X: c.X, Y: c.Y + fit.TextDrop, Size: fit.TextSize,
			Anchor: drawing.Middle, Color: p.palette.lineInk(l.Look()).text})
	}
	joint := &drawing.Joint{From: p.part + l.From.Name, Line: curvePath(l.Curve), Drawn: 1}
	key := ""
	if l.Onto != nil { // it ends at its own ring
		key = p.part + l.Name
		joint.To = key
		centre := l.Ring.Centre()
		joint.Ring = &centre
	} else {
		joint.To = p.part + l.To.Name
	}
	joint.Line.Stroke, joint.Line.LineWidth, joint.Line.Dash, joint.Line.Butt = line.Stroke, line.LineWidth, line.Dash, line.Butt
	if look := l.Look(); look.Effect == theory.Promotes || look.Effect == "" && (look.Relation == scene.Ripples || look.Relation == scene.Influences) {
		joint.Arrow, joint.Open, joint.Drawn = true, look.Relation != scene.NoRelation, 2
	}
	p.groups = append(p.groups, drawing.Group{Class: "link", ID: l.Link.ID, Name: l.Description(), Key: key, Joint: joint, Shapes: shapes})
}

// ring is the end of a line on another line.
func (p *painter) ring(at geometry.Rect, colour drawing.Color) drawing.Shape {
	ring := drawing.RoundRect(at, at.W/2)
	ring.Fill, ring.Stroke, ring.LineWidth = drawing.Hex(0xFFFFFF), colour, 0.9
	return ring
}

// along draws a line along a curve with its head, its tail, and the signs of its status and its change, of which each of the last three
// may be nil.
func (p *painter) along(look scene.Look, c geometry.Curve, head place.Head, tail geometry.Polygon, status, change *place.Sign) []drawing.Shape {
	colour := p.palette.LineColour(look)
	width, dash := fit.StrokeWidth(look), fit.Dash(look)
	path := curvePath(c.Cut(head.Cut))
	path.Stroke, path.LineWidth, path.Dash = colour, width, dash
	path.Butt = dash == nil
	shapes := []drawing.Shape{path}
	switch {
	case head.Open:
		shapes = append(shapes, p.openHead(head, look))
	case len(head.Shape) > 0:
		end := drawing.Polygon(head.Shape...)
		end.Fill = colour
		if look.Relation != scene.NoRelation {
			end.Fill = p.headColour(look)
		}
		shapes = append(shapes, end)
	}
	if tail != nil {
		diamond := drawing.Polygon(tail...)
		diamond.Fill, diamond.Stroke, diamond.LineWidth = drawing.Hex(0xFFFFFF), colour, 0.8
		shapes = append(shapes, diamond)
	}
	if head.Bar != nil {
		bar := drawing.Polygon(head.Bar...)
		bar.Fill = colour
		if head.Open {
			bar.Fill = p.headColour(look)
		}
		shapes = append(shapes, bar)
	}
	if status != nil {
		shapes = append(shapes, p.sign(*status, p.palette.lineInk(look))...)
	}
	if change != nil {
		shapes = append(shapes, p.change(*change, look.Mark, look.Faded)...)
	}
	return shapes
}

// openHead is the two sides of a head, from one corner over the tip to the other.
func (p *painter) openHead(head place.Head, look scene.Look) drawing.Shape {
	side := drawing.Polyline(head.Shape[1], head.Shape[0], head.Shape[2])
	side.Stroke, side.LineWidth = p.headColour(look), 1.1
	return side
}

// headColour is that of a head that joins configurations: it stands out from a broad light line.
func (p *painter) headColour(look scene.Look) drawing.Color {
	colour := p.palette.Quiet
	switch {
	case look.Refuted():
		colour = p.palette.Dropped
	case look.Effect == theory.Inhibits:
		colour = p.palette.Inhibit
	}
	if look.Faded {
		return colour.Tint(fade)
	}
	return colour
}

func curvePath(c geometry.Curve) drawing.Path {
	var path drawing.Path
	path.MoveTo(c[0].X, c[0].Y)
	for i := 1; i+2 < len(c); i += 3 {
		path.CubicTo(c[i].X, c[i].Y, c[i+1].X, c[i+1].Y, c[i+2].X, c[i+2].Y)
	}
	return path
}
