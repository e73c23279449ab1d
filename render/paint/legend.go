package paint

import (
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

func (p *painter) legend(keys []fit.Key) {
	var shapes []drawing.Shape
	for _, k := range keys {
		shapes = append(shapes, p.sample(k)...)
		shapes = append(shapes, label(k.Text, k.Right, p.quiet())...)
	}
	p.group("legend", "", "", shapes...)
}

// sample shows the mark that a key explains.
func (p *painter) sample(k fit.Key) []drawing.Shape {
	x, y := k.X, k.Y
	at := geometry.Rect{X: x, Y: y - fit.BadgeHeight/2, W: k.Width, H: fit.BadgeHeight}
	ink := p.palette.ink(p.palette.Line, k.Faded)
	switch k.Kind {
	case scene.StruckKey:
		return []drawing.Shape{drawing.Text{String: k.Badge.Text, X: x + 1, Y: y + fit.TextDrop, Size: fit.TextSize, Color: p.palette.Dropped, Strike: true}}
	case scene.BadgeKey:
		return p.badge(place.Sign{Text: k.Badge.Text, At: at}, k.Badge.Says, ink)
	case scene.MarkKey:
		return p.change(place.Sign{Text: string(k.Line.Mark), At: at}, k.Line.Mark, false)
	case scene.TagKey, scene.HorizonKey:
		return p.tag(place.Sign{Text: k.Badge.Text, At: at}, ink)
	case scene.BoxKey:
		if k.Kept {
			ink = p.palette.ink(p.palette.Dropped, k.Faded)
		}
		return p.boxSample(at, ink, scene.Tag(k.Badge.Text))
	case scene.BlocksKey, scene.BothKey:
		colour := p.palette.Kinds[theory.Context]
		if k.Kept {
			colour = p.palette.Dropped
		}
		return side(geometry.Around(at.Centre(), k.Width, fit.BadgeHeight+1.2), p.palette.ink(colour, k.Faded).line, k.Kind == scene.BothKey)
	}
	look := k.Line
	look.Faded = k.Faded
	middle := geometry.Around(geometry.Point{X: x + k.Width/2 - 2, Y: y}, fit.BadgeHeight, fit.BadgeHeight)
	var status, change *place.Sign // no key has both
	if text := look.Sign(); text != "" {
		status = &place.Sign{Text: text, At: middle}
	}
	if look.Mark != scene.Unmarked {
		change = &place.Sign{Text: string(look.Mark), At: middle}
	}
	q := *p
	if k.Plain {
		q.palette.Inhibit = q.palette.Line
	}
	curve := geometry.Curve{{X: x, Y: y}, {X: x + 6, Y: y}, {X: x + 12, Y: y}, {X: x + k.Width, Y: y}}
	if look.OnStep {
		return p.sampleOnStep(look, curve)
	}
	tail := place.NewTail(look, curve, geometry.Rect{X: x - 1, Y: y - fit.BadgeHeight/2, W: 1, H: fit.BadgeHeight})
	if k.Headless {
		return q.along(look, curve, place.Head{}, tail, status, change)
	}
	to := geometry.Rect{X: x + k.Width, Y: y - fit.BadgeHeight/2, W: 1, H: fit.BadgeHeight}
	return q.along(look, curve, place.NewHead(look, curve, to), tail, status, change)
}

// side shows the left side of the box of a context that blocks, and of one that helps as well.
func side(at geometry.Rect, colour drawing.Color, helps bool) []drawing.Shape {
	right, bottom := at.X+at.W, at.Y+at.H
	edge := drawing.Polyline(geometry.Point{X: right, Y: at.Y}, geometry.Point{X: at.X, Y: at.Y}, geometry.Point{X: at.X, Y: bottom}, geometry.Point{X: right, Y: bottom})
	edge.Stroke, edge.LineWidth = colour, 0.9
	return append([]drawing.Shape{edge}, bar(geometry.Rect{X: at.X, Y: at.Y, W: fit.BarWidth, H: at.H}, colour, helps, true)...)
}

// boxSample shows a box, and on its right border the tag that it has, "" for none.
func (p *painter) boxSample(at geometry.Rect, ink ink, tag scene.Tag) []drawing.Shape {
	if tag == "" {
		return p.frame(at, ink, false)
	}
	sign := place.Sign{Text: string(tag), At: at}
	sign.At.W = fit.TagWidth(tag)
	at.W -= sign.At.W / 2
	sign.At.X = at.X + at.W - sign.At.W/2
	return append(p.frame(at, ink, tag == scene.NotAtAll), p.tag(sign, ink)...)
}

// sampleOnStep shows a line that ends at a ring on another.
func (p *painter) sampleOnStep(look scene.Look, c geometry.Curve) []drawing.Shape {
	const radius, shift = place.RingRadius, 3
	end := c[len(c)-1]
	at := geometry.Point{X: end.X - shift, Y: end.Y}
	step := drawing.Polyline(geometry.Point{X: at.X, Y: at.Y - fit.BadgeHeight/2}, geometry.Point{X: at.X, Y: at.Y + fit.BadgeHeight/2})
	step.Stroke, step.LineWidth = p.palette.LineColour(look), 0.9
	c = c.Cut(shift + radius)
	shapes := append([]drawing.Shape{step}, p.along(look, c, place.NewHeadAtRing(look, c), nil, nil, nil)...)
	return append(shapes, p.ring(geometry.Around(at, 2*radius, 2*radius), p.palette.LineColour(look)))
}
