package place

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// Head is the end of a line at the box that it leads to.
type Head struct {
	Shape geometry.Polygon
	Cut   float64          // how much of the line it stands in for
	Open  bool             // only its two sides are drawn
	Bar   geometry.Polygon // across the line before the arrowhead, where the source is needed; nil where it is not
}

// NewHead is the head of a line along a curve to a box: an arrowhead, a bar along the border where the line
// inhibits, or two strokes where it joins configurations; no more than a point where these are rivals.
func NewHead(look scene.Look, c geometry.Curve, to geometry.Rect) Head {
	return newHead(look, c, to.SideOf(c[len(c)-1]).Outwards())
}

// NewHeadAtRing is the head of a line along a curve to a ring: a bar stands across the curve.
func NewHeadAtRing(look scene.Look, c geometry.Curve) Head {
	dx, dy := geometry.Direction(c[len(c)-1], c.Back(2))
	return newHead(look, c, geometry.Point{X: dx, Y: dy})
}

// newHead is the head of a line to a border of which a direction leads outwards.
func newHead(look scene.Look, c geometry.Curve, out geometry.Point) Head {
	width := fit.Width(look)
	tip := c[len(c)-1]
	if look.Effect == theory.Inhibits {
		const gap, thick = 2.2, 1.7 // from the border to the bar's middle
		dx, dy := geometry.Direction(tip, c.Back(gap))
		cut := gap / max(dx*out.X+dy*out.Y, 0.4) // a line that comes at a slant is cut where it reaches the bar
		at := c.Back(cut)
		half := geometry.Point{X: -out.Y * fit.BarHalf(width), Y: out.X * fit.BarHalf(width)}
		side := geometry.Point{X: out.X * thick / 2, Y: out.Y * thick / 2}
		return Head{geometry.Polygon{
			{X: at.X - half.X - side.X, Y: at.Y - half.Y - side.Y}, {X: at.X + half.X - side.X, Y: at.Y + half.Y - side.Y},
			{X: at.X + half.X + side.X, Y: at.Y + half.Y + side.Y}, {X: at.X - half.X + side.X, Y: at.Y - half.Y + side.Y},
		}, cut, false, nil}
	}
	if look.Relation == scene.Rivals {
		return Head{}
	}
	open := look.Relation != scene.NoRelation
	length := fit.HeadLength(width)
	if open {
		length = 4
	}
	dx, dy := geometry.Direction(c.Back(length), tip)
	half := fit.ArrowHalf(width)
	base := geometry.Point{X: tip.X - dx*length, Y: tip.Y - dy*length}
	head := Head{geometry.Polygon{tip, {X: base.X - dy*half, Y: base.Y + dx*half}, {X: base.X + dy*half, Y: base.Y - dx*half}}, length * 0.9, false, nil}
	if open {
		head.Cut, head.Open = 0, true
	}
	if look.Necessary {
		head.Bar = across(base, dx, dy, half)
	}
	return head
}

// across is a bar across a line, just before its head.
func across(base geometry.Point, dx, dy, half float64) geometry.Polygon {
	const gap, thick = 1.2, 1.4
	near := geometry.Point{X: base.X - dx*gap, Y: base.Y - dy*gap}
	far := geometry.Point{X: near.X - dx*thick, Y: near.Y - dy*thick}
	return geometry.Polygon{{X: near.X - dy*half, Y: near.Y + dx*half}, {X: near.X + dy*half, Y: near.Y - dx*half},
		{X: far.X + dy*half, Y: far.Y - dx*half}, {X: far.X - dy*half, Y: far.Y + dx*half}}
}

// Head is the line's.
func (l *Line) Head() Head {
	if l.Onto != nil {
		return NewHeadAtRing(l.Look(), l.Curve)
	}
	return NewHead(l.Look(), l.Curve, l.To.At)
}

// room is what the head takes: of one of which only the two sides are drawn, as far as the ends of their strokes.
func (h Head) room() geometry.Polygon {
	const strokes = 1.3
	if !h.Open {
		return h.Shape
	}
	tip := h.Shape[0]
	wider := geometry.Polygon{tip}
	for _, p := range h.Shape[1:] {
		wider = append(wider, geometry.Point{X: tip.X + strokes*(p.X-tip.X), Y: tip.Y + strokes*(p.Y-tip.Y)})
	}
	return wider
}

// comesTo says whether two heads come so near to one another.
func (h Head) comesTo(o Head, distance float64) bool {
	return h.Shape.ComesTo(o.Shape, distance) || h.Shape.ComesTo(o.Bar, distance) || h.Bar.ComesTo(o.Shape, distance) || h.Bar.ComesTo(o.Bar, distance)
}

// on says whether a way runs over the head.
func (h Head) on(w *geometry.Way) bool { return w.ComesTo(h.Shape, 0) || w.ComesTo(h.Bar, 0) }

// Middle is the middle of the head.
func (h Head) Middle() geometry.Point { return geometry.Bounds(h.Shape).Centre() }
