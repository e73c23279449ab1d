package drawing

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"icamo/render/geometry"
)

// SVG writes the drawing with text as text: each line of a label is one text element that holds the line as it was
// given (what XML forbids becomes U+FFFD), so that the text of a group's elements, put together, is the label. Each
// group is a g element with its id in data-id. The fonts are named, not embedded; textLength keeps every line to the
// width it was measured with, whatever kerning or stand-in font the viewer brings. There is no script, no style sheet
// and no reference to anything outside, so that it stands in an HTML page under any content security policy.
func SVG(w io.Writer, d *Drawing) error {
	if err := d.check(); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	s := &svgWriter{face: d.Face}
	s.buf.Grow(64 << 10)
	s.drawing(d)
	if _, err := w.Write(s.buf.Bytes()); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}

type svgWriter struct {
	buf  bytes.Buffer
	face *Face
}

func (s *svgWriter) drawing(d *Drawing) {
	id := cmp.Or(plainID(d.ID), "figure")
	s.raw(`<svg xmlns="http://www.w3.org/2000/svg"`)
	s.attr("width", decimal(d.Width)+"pt")
	s.attr("height", decimal(d.Height)+"pt")
	s.attr("viewBox", "0 0 "+decimal(d.Width)+" "+decimal(d.Height))
	s.attr("role", "img")
	var labels []string
	if d.Title != "" {
		labels = append(labels, id+"-title")
	}
	if d.Desc != "" {
		labels = append(labels, id+"-desc")
	}
	if labels != nil {
		s.attr("aria-labelledby", strings.Join(labels, " "))
	}
	if d.Lang != "" {
		s.attr("lang", d.Lang)
		s.attr("xml:lang", d.Lang)
	}
	s.attr("font-family", s.families())
	s.raw(` text-rendering="geometricPrecision" stroke-linejoin="round" stroke-linecap="round" fill="none">` + "\n")
	if d.Title != "" {
		s.element("title", id+"-title", d.Title)
	}
	if d.Desc != "" {
		s.element("desc", id+"-desc", d.Desc)
	}
	s.raw(`<rect`)
	s.attrNumber("width", d.Width)
	s.attrNumber("height", d.Height)
	s.raw(` fill="#ffffff"/>` + "\n")
	for _, g := range d.Groups {
		s.group(g)
	}
	s.raw("</svg>\n")
}

// families is the face and, after it, fonts of the same widths.
func (s *svgWriter) families() string {
	named := ""
	if s.face.Family != "Liberation Sans" {
		named = `'` + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", " ").Replace(s.face.Family) + `', `
	}
	return named + "Liberation Sans, Arial, Helvetica, sans-serif"
}

func (s *svgWriter) group(g Group) {
	s.raw("<g")
	if g.Class != "" {
		s.attr("class", g.Class)
	}
	if g.ID != "" {
		s.attr("data-id", g.ID)
	}
	s.raw(">\n")
	if g.Name != "" {
		s.element("title", "", g.Name)
	}
	for _, shape := range g.Shapes {
		switch shape := shape.(type) {
		case Path:
			s.path(shape)
		case Text:
			s.text(shape)
			if shape.Strike {
				s.path(shape.strike(s.face))
			}
		}
	}
	s.raw("</g>\n")
}

func (s *svgWriter) path(p Path) {
	if len(p.Segments) == 0 {
		return
	}
	s.raw(`<path d="`)
	for _, g := range p.Segments {
		s.raw([...]string{Move: "M", Line: "L", Cubic: "C", Close: "Z"}[g.Verb])
		s.points(g.points())
	}
	s.raw(`"`)
	if p.Fill.On {
		s.attr("fill", p.Fill.hex())
	}
	if p.stroked() {
		s.attr("stroke", p.Stroke.hex())
		s.attrNumber("stroke-width", p.LineWidth)
		if len(p.Dash) > 0 {
			dashes := make([]string, len(p.Dash))
			for i, v := range p.Dash {
				dashes[i] = decimal(v)
			}
			s.attr("stroke-dasharray", strings.Join(dashes, " "))
		}
		if p.Butt {
			s.attr("stroke-linecap", "butt")
		}
	}
	s.raw("/>\n")
}

func (s *svgWriter) text(t Text) {
	if t.String == "" || !t.Color.On {
		return
	}
	before := t
	before.String = lead(t.String)
	x, y := decimal(t.left(s.face.advance(t))-s.face.length(before)), decimal(t.Y)
	s.raw("<text")
	s.attr("x", x)
	s.attr("y", y)
	s.attrNumber("font-size", t.Size)
	if t.Bold {
		s.attr("font-weight", "bold")
	}
	if t.Spacing != 0 {
		s.attrNumber("letter-spacing", t.Spacing)
	}
	if len(s.face.Missing(t.String)) == 0 {
		if length := s.face.length(t); length > 0 {
			s.attr("textLength", decimal(length))
			s.attr("lengthAdjust", "spacingAndGlyphs")
		}
	}
	if t.Rotate != 0 {
		s.attr("transform", "rotate("+decimal(t.Rotate)+" "+decimal(t.X)+" "+y+")")
	}
	s.attr("fill", t.Color.hex())
	s.raw(` xml:space="preserve">`)
	s.escaped(t.String)
	s.raw("</text>\n")
}

func (s *svgWriter) element(name, id, content string) {
	s.raw("<" + name)
	if id != "" {
		s.attr("id", id)
	}
	s.raw(">")
	s.escaped(content)
	s.raw("</" + name + ">\n")
}

func (s *svgWriter) points(points []geometry.Point) {
	for i, p := range points {
		if i > 0 {
			s.raw(" ")
		}
		s.number(p.X)
		s.raw(" ")
		s.number(p.Y)
	}
}

func (s *svgWriter) attr(name, value string) {
	s.raw(" " + name + `="`)
	s.escaped(value)
	s.raw(`"`)
}

// attrNumber writes an attribute that is a number.
func (s *svgWriter) attrNumber(name string, v float64) {
	s.raw(" " + name + `="`)
	s.number(v)
	s.raw(`"`)
}

func (s *svgWriter) number(v float64) { s.buf.Write(appendDecimal(s.buf.AvailableBuffer(), v)) }

func (s *svgWriter) raw(text string) { s.buf.WriteString(text) }

// escaped writes text that may come from anyone. Writing to a buffer does not fail.
func (s *svgWriter) escaped(text string) { _ = xml.EscapeText(&s.buf, []byte(text)) }

// plainID leaves letters, digits, hyphens and underscores, which need no escaping anywhere.
func plainID(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '_'
	}, id)
}

func (c Color) hex() string {
	const digits = "0123456789abcdef"
	text := []byte{'#'}
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		text = append(text, digits[v>>4], digits[v&15])
	}
	return string(text)
}

// decimal writes a number with at most two decimals.
func decimal(v float64) string { return string(appendDecimal(nil, v)) }

func appendDecimal(text []byte, v float64) []byte {
	return strconv.AppendFloat(text, math.Round(v*100)/100+0, 'f', -1, 64) // + 0 makes -0 a plain 0
}
