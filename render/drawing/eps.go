package drawing

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// EPS writes Encapsulated PostScript with text as outlines, so that no font is needed to print it. Its title and alternative
// text stand in comments, in UTF-8.
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
	fmt.Fprintf(&e.buf, "%%!PS-Adobe-3.0 EPSF-3.0\n%%%%Title: %s\n%%%%Creator: icamo\n%%%%DocumentData: Clean8Bit\n%%%%BoundingBox: 0 0 %d %d\n",
		firstLine(epsLines(d.Title)), int(math.Ceil(d.Width)), int(math.Ceil(d.Height)))
	fmt.Fprintf(&e.buf, "%%%%HiResBoundingBox: 0 0 %s %s\n%%%%LanguageLevel: 2\n%%%%Pages: 1\n%%%%EndComments\n",
		decimal(d.Width), decimal(d.Height))
	for i, line := range epsLines(d.Desc) {
		if i == 0 {
			e.raw("%Description:")
		} else {
			e.raw("%")
		}
		e.raw(" " + line + "\n")
	}
	e.raw("%%Page: 1 1\n")
	e.raw("save 8 dict begin\n/m /moveto load def /l /lineto load def /c /curveto load def /h /closepath load def\n")
	e.raw("1 setlinejoin\n")
	for p := range d.paths() {
		e.path(p)
	}
	e.raw("end restore\nshowpage\n%%EOF\n")
}

func (e *epsWriter) path(p Path) {
	if len(p.Segments) == 0 || !p.Fill.On && !p.stroked() {
		return
	}
	for _, s := range p.Segments {
		for _, q := range s.points() {
			e.raw(decimal(q.X) + " " + decimal(e.height-q.Y) + " ")
		}
		e.raw([...]string{Move: "m", Line: "l", Cubic: "c", Close: "h"}[s.Verb] + "\n")
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

func (e *epsWriter) raw(text string) { e.buf.WriteString(text) }

// epsLines are text as lines that a comment may hold: of at most 255 bytes with what stands before them, and without control
// characters (Adobe DSC 3.0, section 3).
func epsLines(text string) []string {
	const most = 230
	var lines []string
	line := ""
	for _, word := range strings.Fields(unicodeText(text)) {
		for len(line) > 0 && len(line)+1+len(word) > most {
			lines, line = append(lines, line), ""
		}
		for len(word) > most {
			cut := most
			for !utf8.RuneStart(word[cut]) {
				cut--
			}
			lines, word = append(lines, word[:cut]), word[cut:]
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// firstLine is the first of the lines, or "".
func firstLine(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// unicodeText is text in valid UTF-8, with control characters as spaces.
func unicodeText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}
