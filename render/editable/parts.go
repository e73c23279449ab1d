package editable

import (
	"math"

	"icamo/render/drawing"
	"icamo/render/geometry"
)

// part is one thing of a group: a shape with a text in it, or a text alone.
type part struct {
	path  *drawing.Path // nil for a text alone
	at    geometry.Rect // of the shape, or of the text
	lines []drawing.Text
}

// apart takes a group apart: a text in the middle of a shape is the shape's, and the lines of a label are one text. The
// label of a box is the text of the shape that it stands in, the first of the group.
func apart(g drawing.Group, face *drawing.Face) []*part {
	shapes := g.Shapes
	if g.Joint != nil {
		shapes = shapes[g.Joint.Drawn:]
	}
	var parts []*part
	for _, s := range shapes {
		switch s := s.(type) {
		case drawing.Path:
			if len(s.Segments) > 0 {
				parts = append(parts, &part{path: &s, at: bounds(s)})
			}
		case drawing.Text:
			if s.String == "" {
				continue
			}
			if p := holder(parts, s); p != nil {
				p.lines = append(p.lines, s)
			} else {
				parts = append(parts, &part{at: extent(s, face), lines: []drawing.Text{s}})
			}
		}
	}
	for _, p := range parts {
		if p.path == nil {
			p.at = extent(p.lines[0], face)
			for _, l := range p.lines[1:] {
				p.at = p.at.Union(extent(l, face))
			}
		}
	}
	return parts
}

// holder is the part that a text belongs to; nil where it stands alone.
func holder(parts []*part, t drawing.Text) *part {
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	middle := func(p *part) bool {
		c := p.at.Centre()
		return math.Abs(t.X-c.X) < 1 && math.Abs(t.Y-c.Y) < t.Size*0.7
	}
	inside := func(p *part) bool { return p.path != nil && p.at.Holds(geometry.Point{X: t.X, Y: t.Y}) }
	switch {
	case t.Anchor == drawing.Middle && t.Rotate == 0 && inside(last) && middle(last) && len(last.lines) == 0:
		return last
	case t.Anchor != drawing.Middle && inside(parts[0]) && parts[0].path.Stroke.On:
		return parts[0]
	case last.path == nil && t.Continues:
		return last
	}
	return nil
}

// extent is where a text stands before it is turned: around the middle of where it is when it is turned.
func extent(t drawing.Text, face *drawing.Face) geometry.Rect {
	at := t.Extent(face)
	if t.Rotate == 0 {
		return at
	}
	sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
	c := at.Centre()
	dx, dy := c.X-t.X, c.Y-t.Y
	return geometry.Around(geometry.Point{X: t.X + dx*cos - dy*sin, Y: t.Y + dx*sin + dy*cos}, at.W, at.H)
}

func bounds(p drawing.Path) geometry.Rect {
	var all []geometry.Point
	for _, s := range p.Segments {
		all = append(all, counted(s)...)
	}
	return geometry.Bounds(all)
}

// boxes are the frames of the groups that lines join, by their keys; of a line that ends on another one, its ring.
func boxes(d *drawing.Drawing) map[string]geometry.Rect {
	at := make(map[string]geometry.Rect)
	for _, g := range d.Groups {
		if g.Key == "" {
			continue
		}
		for _, s := range g.Shapes {
			if p, ok := s.(drawing.Path); ok && (g.Joint == nil || ring(p)) {
				at[g.Key] = bounds(p)
				break
			}
		}
	}
	return at
}

// ring says whether a path is a circle with a border.
func ring(p drawing.Path) bool {
	at := bounds(p)
	radius, ok := corner(p)
	return ok && p.Stroke.On && math.Abs(at.W-at.H) < 0.01 && math.Abs(radius-at.W/2) < 0.01
}

// upright is a rectangle that stands at a slant, as it is before it is turned by some degrees; 0 for what is none.
func upright(p *part) (at geometry.Rect, degrees float64) {
	s := p.path.Segments
	if len(s) != 5 || s[4].Verb != drawing.Close {
		return p.at, 0
	}
	a, b, c, d := s[0].P[0], s[1].P[0], s[2].P[0], s[3].P[0]
	w, h := geometry.Distance(a, b), geometry.Distance(b, c)
	if math.Abs(geometry.Distance(a, c)-math.Hypot(w, h)) > 0.01 || math.Abs(geometry.Distance(b, d)-math.Hypot(w, h)) > 0.01 {
		return p.at, 0
	}
	return geometry.Around(geometry.Mix(a, c, 0.5), w, h), math.Atan2(b.Y-a.Y, b.X-a.X) * 180 / math.Pi
}

// pointed is a triangle with two sides of one length, as it is before it is turned by some degrees: it points to the right.
func pointed(p *part) (at geometry.Rect, degrees float64, is bool) {
	s := p.path.Segments
	if len(s) != 4 || s[3].Verb != drawing.Close {
		return p.at, 0, false
	}
	tip, a, b := s[0].P[0], s[1].P[0], s[2].P[0]
	base := geometry.Mix(a, b, 0.5)
	at = geometry.Around(geometry.Mix(tip, base, 0.5), geometry.Distance(tip, base), geometry.Distance(a, b))
	return at, math.Atan2(tip.Y-base.Y, tip.X-base.X) * 180 / math.Pi, math.Abs(geometry.Distance(tip, a)-geometry.Distance(tip, b)) < 0.01
}
