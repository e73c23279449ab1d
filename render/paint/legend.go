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
	switch k.Kind {
	case scene.StruckKey:
		return []drawing.Shape{drawing.Text{String: k.Badge.Text, X: x + 1, Y: y + fit.TextDrop, Size: fit.TextSize, Color: p.palette.Dropped, Strike: true}}
	case scene.BadgeKey:
		badge := place.Sign{Text: k.Badge.Text, At: geometry.Rect{X: x, Y: y - fit.BadgeHeight/2, W: k.Width, H: fit.BadgeHeight}}
		return p.badge(badge, k.Badge.Says, p.palette.Line)
	case scene.MarkKey:
		at := geometry.Rect{X: x, Y: y - fit.BadgeHeight/2, W: k.Width, H: fit.BadgeHeight}
		colour, changed := p.palette.ChangeColour(k.Line.Mark)
		if !changed {
			colour = p.palette.Dropped
		}
		return p.sign(place.Sign{Text: string(k.Line.Mark), At: at}, colour, drawing.Hex(0xFFFFFF), colour)
	case scene.TagKey:
		tag := place.Sign{Text: k.Badge.Text, At: geometry.Rect{X: x, Y: y - fit.BadgeHeight/2, W: k.Width, H: fit.BadgeHeight}}
		return p.tag(tag, p.palette.Line)
	}
	if k.Kind == scene.BlocksKey || k.Kind == scene.BothKey {
		high := fit.BadgeHeight + 2
		return bar(geometry.Rect{X: x, Y: y - high/2, W: k.Width, H: high}, p.palette.Kinds[theory.Context], k.Kind == scene.BothKey, true)
	}
	middle := geometry.Around(geometry.Point{X: x + k.Width/2 - 2, Y: y}, fit.BadgeHeight, fit.BadgeHeight)
	sign := func(text string) *place.Sign { // no key has two
		if text == "" {
			return nil
		}
		return &place.Sign{Text: text, At: middle}
	}
	q := *p
	if k.Plain {
		q.palette.Inhibit = q.palette.Line
	}
	curve := geometry.Curve{{X: x, Y: y}, {X: x + 6, Y: y}, {X: x + 12, Y: y}, {X: x + k.Width, Y: y}}
	if k.Line.OnStep {
		return p.sampleOnStep(k, curve)
	}
	to := geometry.Rect{X: x + k.Width, Y: y - fit.BadgeHeight/2, W: 1, H: fit.BadgeHeight}
	return q.along(k.Line, curve, place.NewHead(k.Line, curve, to), sign(k.Line.Sign()), sign(string(k.Line.Mark)))
}

// sampleOnStep shows a line that ends at a ring on another.
func (p *painter) sampleOnStep(k fit.Key, c geometry.Curve) []drawing.Shape {
	const radius, shift = place.RingRadius, 3
	at := geometry.Point{X: k.X + k.Width - shift, Y: k.Y}
	step := drawing.Polyline(geometry.Point{X: at.X, Y: at.Y - fit.BadgeHeight/2}, geometry.Point{X: at.X, Y: at.Y + fit.BadgeHeight/2})
	step.Stroke, step.LineWidth = p.palette.Line, 0.9
	c = c.Cut(shift + radius)
	shapes := append([]drawing.Shape{step}, p.along(k.Line, c, place.NewHeadAtRing(k.Line, c), nil, nil)...)
	return append(shapes, p.ring(geometry.Around(at, 2*radius, 2*radius), p.palette.Line))
}
