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

// SVG writes the drawing with text as text, which can be edited: each label is one text element. Its lines are spans that hold
// them as they were given (what XML forbids becomes U+FFFD), so that put together they are the label. Each group is a g element
// with its id in data-id. The fonts are named, not embedded: another font that stands in for them keeps its own widths, at the same
// middles and edges. There is no script, no style sheet and no reference to anything outside, so that it stands in an HTML page
// under any content security policy.
func SVG(w io.Writer, d *Drawing) error {
	if err := d.check(); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	s := &svgWriter{face: d.Face}
	s.buf.Grow(192 << 10)
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

// families are the face's and, after them, fonts of the same widths.
func (s *svgWriter) families() string {
	quote := strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", " ")
	var b strings.Builder
	for _, name := range s.face.Families() {
		if name != embeddedFamily {
			b.WriteString("'" + quote.Replace(name) + "', ")
		}
	}
	return b.String() + embeddedFamily + ", Arimo, Arial, Helvetica, Nimbus Sans, sans-serif"
}

func (s *svgWriter) group(g Group) {
	s.raw("<g")
	if g.Class != "" {
		s.attr("class", g.Class)
	}
	if g.ID != "" {
		s.attr("data-id", g.ID)
	}
	if g.Joint != nil {
		s.joint(g)
	}
	s.raw(">\n")
	if g.Name != "" {
		s.element("title", "", g.Name)
	}
	for i := 0; i < len(g.Shapes); {
		switch shape := g.Shapes[i].(type) {
		case Path:
			s.path(shape)
			i++
		case Text:
			label := labelAt(g.Shapes, i)
			s.label(label)
			i += len(label)
		}
	}
	s.raw("</g>\n")
}

// joint writes what the drawn line of a joint leaves out: the rest of it, from the start of the last piece that is drawn, which is cut off
// where the head begins; and the middle of the ring that it ends at, if any.
func (s *svgWriter) joint(g Group) {
	drawn, ok := g.Shapes[0].(Path)
	whole := g.Joint.Line.Segments
	last := len(drawn.Segments) - 1
	if !ok || last < 1 || last >= len(whole) {
		return
	}
	s.raw(` data-rest="`)
	for i, rest := range whole[last:] {
		if i > 0 {
			s.raw(" ")
		}
		s.points(rest.points())
	}
	s.raw(`"`)
	if at := g.Joint.Ring; at != nil {
		s.raw(` data-ring="`)
		s.points([]geometry.Point{*at})
		s.raw(`"`)
	}
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

// labelAt are the lines of the label that starts at a shape.
func labelAt(shapes []Shape, i int) []Text {
	label := []Text{shapes[i].(Text)}
	for _, next := range shapes[i+1:] {
		line, ok := next.(Text)
		if !ok || !line.Continues {
			break
		}
		label = append(label, line)
	}
	return label
}

// label writes the lines of a label as one element, and the lines that strike it through.
func (s *svgWriter) label(lines []Text) {
	t := lines[0]
	if !t.Color.On {
		return
	}
	s.raw("<text")
	x, anchor := s.anchored(t)
	s.attrNumber("x", x)
	s.attrNumber("y", t.Y)
	if anchor != "" {
		s.attr("text-anchor", anchor)
	}
	s.attrNumber("font-size", t.Size)
	if t.Bold {
		s.attr("font-weight", "bold")
	}
	if t.Spacing != 0 {
		s.attrNumber("letter-spacing", t.Spacing)
	}
	if t.RightToLeft {
		s.attr("direction", "rtl")
	}
	if t.Rotate != 0 {
		s.attr("transform", "rotate("+decimal(t.Rotate)+" "+decimal(t.X)+" "+decimal(t.Y)+")")
	}
	s.attr("fill", t.Color.hex())
	s.raw(` xml:space="preserve">`)
	s.escaped(t.String)
	for _, line := range lines[1:] {
		x, _ := s.anchored(line)
		s.raw("<tspan")
		s.attrNumber("x", x)
		s.attrNumber("y", line.Y)
		s.raw(">")
		s.escaped(line.String)
		s.raw("</tspan>")
	}
	s.raw("</text>\n")
	for _, line := range lines {
		if line.Strike {
			s.path(line.strike(s.face))
		}
	}
}

// anchored is where a line stands, and by what: its start, which is the right end of one that is read from there, unless said. A
// line with white space at its ends is wider in a viewer than it is seen, so that it can stand by its start alone.
func (s *svgWriter) anchored(t Text) (x float64, anchor string) {
	w := s.face.advance(t)
	left := t.left(w)
	before := t
	before.String = lead(t.String)
	room := s.face.length(before)
	switch {
	case t.Anchor == Middle && seen(t.String) == t.String:
		// The space after the last letter is part of the text in a viewer.
		return t.X + t.Spacing/2, "middle"
	case t.RightToLeft:
		return left + w + room, ""
	case t.Anchor == End && seen(t.String) == t.String:
		return t.X + t.Spacing, "end"
	}
	return left - room, ""
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

// WrittenAt is the number nearest to another that a file has, in hundredths, when it is drawn at a scale.
func WrittenAt(v, scale float64) float64 { return wholeHundredths(v*scale) / 100 / scale }

// wholeHundredths are those nearest to a number. One in the middle between two, as the middle of two that were written often is, goes
// up, whatever its last bits are: figures that keep their places come out the same.
func wholeHundredths(v float64) float64 {
	const inexact = 1e-6
	return math.Floor(v*100 + 0.5 + inexact)
}

func appendDecimal(text []byte, v float64) []byte {
	const exact = 1e12 // hundredths up to this are whole numbers
	all := wholeHundredths(v)
	if !(math.Abs(all) < exact) {
		return strconv.AppendFloat(text, all/100, 'f', -1, 64)
	}
	n := int64(all)
	if n < 0 {
		text, n = append(text, '-'), -n
	}
	text = strconv.AppendInt(text, n/100, 10)
	switch rest := n % 100; {
	case rest == 0:
	case rest%10 == 0:
		text = append(text, '.', byte('0'+rest/10))
	default:
		text = append(text, '.', byte('0'+rest/10), byte('0'+rest%10))
	}
	return text
}
