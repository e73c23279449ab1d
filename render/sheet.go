package render

import (
	"icamo/render/drawing"
	"icamo/render/geometry"
)

// sheet is everything around a placed figure: title, legend, caption; and its size before it is scaled.
type sheet struct {
	title, caption string
	keys           []key
}

// sheet is what stands around the figure.
func (f *figure) sheet(o Options) sheet {
	s := sheet{caption: o.Caption}
	if !o.NoTitle {
		s.title = f.title(o)
	}
	if !o.NoLegend {
		s.keys = f.keys()
	}
	if o.View.Name == Revised && s.caption == "" {
		s.caption = f.tally()
	}
	return s
}

// draw puts a figure on a sheet, paints both, and scales them. Before that, the sheet is as wide as the figure, or as
// least where that is more.
func (p *painter) draw(f *figure, s sheet, least, scale float64) *drawing.Drawing {
	width := max(f.area.W, least-2*margin)
	x := f.area.X - (width-f.area.W)/2
	y := f.area.Y
	above := 0.0
	title := p.face.Wrap(s.title, titleSize, width, true)
	if len(title) > 0 {
		above = float64(len(title))*titleSize*1.25 + 4
	}
	for i, text := range trimmed(title) {
		p.group("title", "", "", drawing.Text{String: text, X: x, Y: y - above + titleSize*(0.95+1.25*float64(i)), Size: titleSize, Bold: true, Color: p.palette.Text})
	}
	p.figure(f)
	bottom := f.area.Y + f.area.H
	if len(s.keys) > 0 {
		bottom += 4
		bottom += p.legend(s.keys, x, bottom, width)
	}
	for _, text := range trimmed(p.face.Wrap(s.caption, textSize, width, false)) {
		bottom += lineGap
		p.group("caption", "", "", drawing.Text{String: text, X: x, Y: bottom, Size: textSize, Color: p.palette.Quiet})
	}
	d := &drawing.Drawing{
		Width: width + 2*margin, Height: bottom - (y - above) + 2*margin,
		Face: p.face, Groups: p.groups,
	}
	transform(d, margin-x, margin-(y-above), scale)
	return d
}

// transform shifts a drawing and then scales it, with its page.
func transform(d *drawing.Drawing, dx, dy, scale float64) {
	move := func(q geometry.Point) geometry.Point {
		return geometry.Point{X: (q.X + dx) * scale, Y: (q.Y + dy) * scale}
	}
	d.Width, d.Height = d.Width*scale, d.Height*scale
	for _, g := range d.Groups {
		for i, s := range g.Shapes {
			switch s := s.(type) {
			case drawing.Text:
				at := move(geometry.Point{X: s.X, Y: s.Y})
				s.X, s.Y, s.Size, s.Spacing = at.X, at.Y, s.Size*scale, s.Spacing*scale
				g.Shapes[i] = s
			case drawing.Path:
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
				g.Shapes[i] = s
			}
		}
	}
}
