package paint

import (
	"fmt"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
)

// Figure paints a placed figure and what stands around it, and scales both.
func Figure(f *place.Placed, frame fit.Frame, face *drawing.Face, palette Palette, scale float64) *drawing.Drawing {
	p := &painter{palette: palette}
	p.title(frame)
	for _, lane := range f.Lanes {
		p.lane(lane)
	}
	for _, l := range f.ShownLines() {
		p.line(l)
	}
	for _, b := range f.ShownBoxes() {
		p.box(b)
	}
	p.strip(f.Strip)
	p.below(frame)
	return p.onto(frame, face, scale)
}

// Panel is a drawing on a sheet of several.
type Panel struct {
	Drawing *drawing.Drawing
	At      geometry.Point // of its top left corner
}

// Panels puts drawings on one sheet, and what stands around them. They are moved there.
func Panels(panels []Panel, frame fit.Frame, face *drawing.Face, palette Palette) *drawing.Drawing {
	p := &painter{palette: palette}
	for i, panel := range panels {
		transform(panel.Drawing, panel.At.X, panel.At.Y, 1)
		rename(panel.Drawing, fmt.Sprintf("panel%d-", i+1))
		p.groups = append(p.groups, panel.Drawing.Groups...)
	}
	p.title(frame)
	p.below(frame)
	return p.onto(frame, face, 1)
}

// rename begins all keys of a drawing with a word, so that they differ from those of others.
func rename(d *drawing.Drawing, with string) {
	for i := range d.Groups {
		g := &d.Groups[i]
		if g.Key != "" {
			g.Key = with + g.Key
		}
		if g.Joint != nil {
			g.Joint.From, g.Joint.To = with+g.Joint.From, with+g.Joint.To
		}
	}
}

// painter collects shapes.
type painter struct {
	palette Palette
	groups  []drawing.Group
	part    string // begins the keys of boxes, where a drawing has several of a name
}

func (p *painter) group(class, id, name string, shapes ...drawing.Shape) {
	p.groups = append(p.groups, drawing.Group{Class: class, ID: id, Name: name, Shapes: shapes})
}

// onto puts all that was painted on a page and scales it.
func (p *painter) onto(frame fit.Frame, face *drawing.Face, scale float64) *drawing.Drawing {
	d := &drawing.Drawing{Width: frame.Bounds.W + 2*fit.Margin, Height: frame.Height, Face: face, Groups: p.groups}
	right, down := drawing.WrittenAt(fit.Margin-frame.Bounds.X, scale), drawing.WrittenAt(fit.Margin-frame.Bounds.Y, scale)
	transform(d, right, down, scale) // so that what was in hundredths on the page stays so
	return d
}

func (p *painter) lane(l place.Lane) {
	title := l.Title
	title.Color = p.palette.Kinds[l.Kind]
	shapes := []drawing.Shape{p.laneBand(l)}
	if title.String != "" {
		shapes = append(shapes, title)
	}
	for _, head := range l.Heads {
		head.Color = title.Color
		shapes = append(shapes, head)
	}
	p.group("lane", "", "", shapes...)
}

// band is a lane without a title.
func (p *painter) band(l place.Lane) { p.group("lane", "", "", p.laneBand(l)) }

func (p *painter) laneBand(l place.Lane) drawing.Path {
	band := drawing.RoundRect(l.At, 4)
	band.Fill = p.palette.Lanes[l.Kind]
	return band
}

func (p *painter) title(f fit.Frame) {
	if len(f.Title) > 0 {
		right := f.Bounds.X + f.Bounds.W
		p.group("title", "", "", label(f.Title, right, drawing.Text{Size: fit.TitleSize, Bold: true, Color: p.palette.Text})...)
	}
}

// below is the legend and the caption.
func (p *painter) below(f fit.Frame) {
	if len(f.Keys) > 0 {
		p.legend(f.Keys)
	}
	if len(f.Caption) > 0 {
		p.group("caption", "", "", label(f.Caption, f.Bounds.X+f.Bounds.W, p.quiet())...)
	}
}

// quiet is a text that explains the figure.
func (p *painter) quiet() drawing.Text {
	return drawing.Text{Size: fit.TextSize, Color: p.palette.Quiet}
}
