package paint

import (
	"icamo/render/drawing"
	"icamo/render/geometry"
)

// transform shifts a drawing and then scales it, with its page.
func transform(d *drawing.Drawing, dx, dy, scale float64) {
	move := func(q geometry.Point) geometry.Point {
		return geometry.Point{X: (q.X + dx) * scale, Y: (q.Y + dy) * scale}
	}
	d.Width, d.Height = d.Width*scale, d.Height*scale
	for _, g := range d.Groups {
		if g.Joint != nil {
			g.Joint.Line = scaled(g.Joint.Line, move, scale)
			if at := g.Joint.Ring; at != nil {
				*at = move(*at)
			}
		}
		for i, s := range g.Shapes {
			switch s := s.(type) {
			case drawing.Text:
				at := move(geometry.Point{X: s.X, Y: s.Y})
				s.X, s.Y, s.Size, s.Spacing = at.X, at.Y, s.Size*scale, s.Spacing*scale
				g.Shapes[i] = s
			case drawing.Path:
				s = scaled(s, move, scale)
				g.Shapes[i] = s
			}
		}
	}
}

func scaled(s drawing.Path, move func(geometry.Point) geometry.Point, scale float64) drawing.Path {
	segments := make([]drawing.Segment, len(s.Segments))
	for j, seg := range s.Segments {
		for k := range seg.P {
			seg.P[k] = move(seg.P[k])
		}
		segments[j] = seg
	}
	dash := make([]float64, len(s.Dash))
	for j := range dash {
		dash[j] = s.Dash[j] * scale
	}
	if s.Dash == nil {
		dash = nil
	}
	s.Segments, s.Dash, s.LineWidth = segments, dash, s.LineWidth*scale
	return s
}
