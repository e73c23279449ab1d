package drawing

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"

	"icamo/render/geometry"
)

// EPS writes Encapsulated PostScript with text as outlines, so that no font is needed to print it.
func EPS(w io.Writer, d *Drawing) error {
	if err := d.check(); err != nil {
		return fmt.Errorf("write EPS: %w", err)
	}
	e := &epsWriter{}
	e.drawing(d)
	if err := d.Face.Damaged(); err != nil {
		return fmt.Errorf("write EPS: %w", err)
	}
	if _, err := w.Write(e.buf.Bytes()); err != nil {
		return fmt.Errorf("write EPS: %w", err)
	}
	return nil
}

type epsWriter struct {
	buf    bytes.Buffer
	height float64
	color  Color
}

func (e *epsWriter) drawing(d *Drawing) {
	e.height = d.Height
	fmt.Fprintf(&e.buf, "%%!PS-Adobe-3.0 EPSF-3.0\n%%%%Title: %s\n%%%%Creator: icamo\n%%%%BoundingBox: 0 0 %d %d\n",
		epsComment(d.Title), int(math.Ceil(d.Width)), int(math.Ceil(d.Height)))
	fmt.Fprintf(&e.buf, "%%%%HiResBoundingBox: 0 0 %s %s\n%%%%LanguageLevel: 2\n%%%%Pages: 1\n%%%%EndComments\n%%%%Page: 1 1\n",
		decimal(d.Width), decimal(d.Height))
	e.raw("save 8 dict begin\n/m /moveto load def /l /lineto load def /c /curveto load def /h /closepath load def\n")
	e.raw("1 setlinejoin\n")
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case Path:
				e.path(s)
			case Text:
				e.path(s.outline(d.Face))
				if s.Strike {
					e.path(s.strike(d.Face))
				}
			}
		}
	}
	e.raw("end restore\nshowpage\n%%EOF\n")
}

func (e *epsWriter) path(p Path) {
	if len(p.Segments) == 0 || !p.Fill.On && !p.stroked() {
		return
	}
	for _, s := range p.Segments {
		switch s.Verb {
		case Move:
			e.step(s.P[:1], "m")
		case Line:
			e.step(s.P[:1], "l")
		case Cubic:
			e.step(s.P[:], "c")
		case Close:
			e.raw("h\n")
		}
	}
	fill := "fill\n"
	if p.stroked() {
		fill = "gsave fill grestore\n"
	}
	if p.Fill.On {
		e.paint(p.Fill)
		e.raw(fill)
	}
	if p.stroked() {
		e.paint(p.Stroke)
		ends := 1
		if p.Butt {
			ends = 0
		}
		dashes := make([]string, len(p.Dash))
		for i, v := range p.Dash {
			dashes[i] = decimal(v)
		}
		fmt.Fprintf(&e.buf, "%s setlinewidth %d setlinecap [%s] 0 setdash stroke\n",
			decimal(p.LineWidth), ends, strings.Join(dashes, " "))
	}
}

func (e *epsWriter) paint(c Color) {
	if c == e.color {
		return
	}
	e.color = c
	fmt.Fprintf(&e.buf, "%.4g %.4g %.4g setrgbcolor\n", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}

func (e *epsWriter) step(points []geometry.Point, operator string) {
	for _, p := range points {
		e.raw(decimal(p.X) + " " + decimal(e.height-p.Y) + " ")
	}
	e.raw(operator + "\n")
}

func (e *epsWriter) raw(text string) { e.buf.WriteString(text) }

// epsComment is text as one line of ASCII, as the structuring conventions ask (Adobe DSC 3.0).
func epsComment(text string) string {
	line := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, text)
	return line[:min(len(line), 200)]
}
