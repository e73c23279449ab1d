package drawing

import (
	"iter"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"icamo/render/geometry"
)

// paths are the drawing's shapes in painting order, with text as outlines.
func (d *Drawing) paths() iter.Seq[Path] {
	return func(yield func(Path) bool) {
		for _, g := range d.Groups {
			for _, s := range g.Shapes {
				switch s := s.(type) {
				case Path:
					if !yield(s) {
						return
					}
				case Text:
					if !yield(s.outline(d.Face)) || s.Strike && !yield(s.strike(d.Face)) {
						return
					}
				}
			}
		}
	}
}

// outline is the text as filled shapes, for formats that hold no fonts.
func (t Text) outline(f *Face) Path {
	p := Path{Fill: t.Color}
	place := t.placing(f)
	perUnit := t.Size / float64(f.upem)
	var buf sfnt.Buffer
	spaces := -1 // how many clusters stand before this one
	for _, g := range f.glyphs(t) {
		if g.starts {
			spaces++
		}
		scale := t.Size / float64(g.font.upem)
		x, up := float64(float64(g.x)*perUnit)+float64(float64(max(0, spaces))*t.Spacing), float64(float64(g.up)*perUnit)
		g.font.trace(&p, &buf, g.index, func(q fixed.Point26_6) geometry.Point {
			return place(geometry.Point{X: x + float64(float64(q.X)/64*scale), Y: float64(float64(q.Y)/64*scale) - up})
		})
	}
	return p
}

// trace adds a glyph's outline to a path, with each point of it where at says. A glyph that is a picture has none.
func (t *typeface) trace(p *Path, buf *sfnt.Buffer, index sfnt.GlyphIndex, at func(fixed.Point26_6) geometry.Point) {
	var segments sfnt.Segments
	t.guarded(func() { segments, _ = t.font.LoadGlyph(buf, index, t.em(), nil) })
	var pen geometry.Point
	for n, s := range segments {
		switch a := at(s.Args[0]); s.Op {
		case sfnt.SegmentOpMoveTo:
			if n > 0 {
				p.Close()
			}
			p.MoveTo(a.X, a.Y)
			pen = a
		case sfnt.SegmentOpLineTo:
			p.LineTo(a.X, a.Y)
			pen = a
		case sfnt.SegmentOpQuadTo:
			b := at(s.Args[1])
			c1, c2 := between(pen, a), between(b, a)
			p.CubicTo(c1.X, c1.Y, c2.X, c2.Y, b.X, b.Y)
			pen = b
		case sfnt.SegmentOpCubeTo:
			b, c := at(s.Args[1]), at(s.Args[2])
			p.CubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
			pen = c
		}
	}
	if len(segments) > 0 {
		p.Close()
	}
}

// between is two thirds of the way from a to b: a cubic curve's control point for a quadratic one's.
func between(a, b geometry.Point) geometry.Point {
	return geometry.Point{X: a.X + float64((b.X-a.X)*2/3), Y: a.Y + float64((b.Y-a.Y)*2/3)}
}

// placing maps a point of the unrotated line, with its origin where the line starts, onto the page.
func (t Text) placing(f *Face) func(geometry.Point) geometry.Point {
	left := t.left(f.advance(t)) - t.X
	sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
	switch math.Mod(t.Rotate, 360) { // upright lanes stand exactly
	case 0:
		sin, cos = 0, 1
	case -90, 270:
		sin, cos = -1, 0
	case 90, -270:
		sin, cos = 1, 0
	}
	return func(p geometry.Point) geometry.Point {
		x := p.X + left
		return geometry.Point{
			X: t.X + float64(x*cos) - float64(p.Y*sin),
			Y: t.Y + float64(x*sin) + float64(p.Y*cos),
		}
	}
}

// strike is the line through a text that is struck through.
func (t Text) strike(f *Face) Path {
	w, up := f.advance(t), -f.XHeight(t.Size)/2
	place := t.placing(f)
	p := Polyline(place(geometry.Point{X: 0, Y: up}), place(geometry.Point{X: w, Y: up}))
	p.Stroke, p.LineWidth, p.Butt = t.Color, hundredths(t.Size/12), true
	return p
}
