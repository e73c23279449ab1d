package drawing

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"icamo/render/geometry"
)

// A pdfPage is the content of a PDF's page as it is being written, and the fonts that it takes.
type pdfPage struct {
	content bytes.Buffer
	height  float64
	face    *Face
	fonts   []*pdfFont
	state   [6]string // what is set of the page: see set
}

// draw writes all shapes, as one figure of the document's structure.
func (p *pdfPage) draw(d *Drawing) {
	p.raw("/Figure << /MCID 0 >> BDC\n1 j\n")
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case Path:
				p.path(s)
			case Text:
				p.text(s)
				if s.Strike {
					p.path(s.strike(p.face))
				}
			}
		}
	}
	p.raw("EMC\n")
}

func (p *pdfPage) raw(text string) { p.content.WriteString(text) }

// What is set of a page, and stays so until it is set anew.
const (
	fillColor = iota
	strokeColor
	lineWidth
	lineCap
	lineDash
	textFont
)

func (p *pdfPage) set(what int, format string, args ...any) {
	if now := fmt.Sprintf(format+"\n", args...); p.state[what] != now {
		p.state[what] = now
		p.raw(now)
	}
}

func (p *pdfPage) color(what int, c Color, operator string) {
	p.set(what, "%.4g %.4g %.4g %s", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, operator)
}

func (p *pdfPage) path(path Path) {
	if len(path.Segments) == 0 || !path.Fill.On && !path.stroked() {
		return
	}
	paint := "f"
	if path.Fill.On {
		p.color(fillColor, path.Fill, "rg")
	}
	if path.stroked() {
		paint = "S"
		if path.Fill.On {
			paint = "B"
		}
		p.color(strokeColor, path.Stroke, "RG")
		p.set(lineWidth, "%s w", decimal(path.LineWidth))
		ends := 1
		if path.Butt {
			ends = 0
		}
		p.set(lineCap, "%d J", ends)
		dashes := make([]string, len(path.Dash))
		for i, v := range path.Dash {
			dashes[i] = decimal(v)
		}
		p.set(lineDash, "[%s] 0 d", strings.Join(dashes, " "))
	}
	for _, s := range path.Segments {
		for _, q := range s.points() {
			p.raw(decimal(q.X) + " " + decimal(p.height-q.Y) + " ")
		}
		p.raw(pdfVerbs[s.Verb])
	}
	p.raw(paint + "\n")
}

var pdfVerbs = [...]string{Move: "m\n", Line: "l\n", Cubic: "c\n", Close: "h\n"}

// text writes a line glyph by glyph. Readers find its characters by the fonts' tables; where these cannot say what stands
// there, because several forms make one character or one form is used for several, the text itself does.
func (p *pdfPage) text(t Text) {
	line := p.face.glyphs(t)
	if len(line) == 0 || !t.Color.On || t.Size <= 0 {
		return
	}
	p.color(fillColor, t.Color, "rg")
	p.raw("BT\n")
	pen := &pdfPen{page: p, text: t, place: t.placing(p.face)}
	for spaces := -1; len(line) > 0; {
		n := 1
		for n < len(line) && line[n].text == "" {
			n++
		}
		spaces += clusters(line[:n])
		pen.cluster(line[:n], float64(float64(max(0, spaces))*t.Spacing))
		line = line[n:]
	}
	pen.lift()
	p.raw("ET\n")
}

// A pdfPen writes the glyphs of one line of text, those that follow one another in one go.
type pdfPen struct {
	page  *pdfPage
	text  Text
	place func(geometry.Point) geometry.Point
	font  *pdfFont
	shown strings.Builder // the glyphs that are still to be written
	x, up float64         // where the pen stands, in points from the start of the line
}

// cluster writes the glyphs of what a reader takes for one character.
func (w *pdfPen) cluster(glyphs []glyph, spacing float64) {
	font, code := w.page.use(glyphs[0])
	told := len(glyphs) == 1 && font.says(code, glyphs[0])
	if !told {
		w.lift()
		w.page.raw("/Span << /ActualText <feff" + utf16Hex(glyphs[0].text) + "> >> BDC\n")
	}
	perUnit := w.text.Size / float64(w.page.face.upem)
	for _, g := range glyphs {
		w.glyph(g, float64(float64(g.x)*perUnit)+spacing, float64(float64(g.up)*perUnit))
	}
	if !told {
		w.lift()
		w.page.raw("EMC\n")
	}
}

func (w *pdfPen) glyph(g glyph, x, up float64) {
	font, code := w.page.use(g)
	const hair = 0.002 // points: less is not worth moving the pen for
	if w.shown.Len() > 0 && (font != w.font || math.Abs(up-w.up) > hair) {
		w.lift()
	}
	switch {
	case w.shown.Len() == 0:
		w.page.set(textFont, "/%s %s Tf", font.name, decimal(w.text.Size))
		origin, along := w.place(geometry.Point{X: x, Y: -up}), w.place(geometry.Point{X: x + 1, Y: -up})
		cos, sin := along.X-origin.X, along.Y-origin.Y
		fmt.Fprintf(&w.page.content, "%s %s %s %s %s %s Tm\n", exact(cos), exact(-sin), exact(sin), exact(cos), decimal(origin.X), decimal(w.page.height-origin.Y))
		w.font, w.up = font, up
		w.shown.WriteString("[<")
	case math.Abs(x-w.x) > hair:
		fmt.Fprintf(&w.shown, "> %s <", exact((w.x-x)*1000/w.text.Size))
	}
	w.shown.WriteString(font.hex(code))
	w.x = x + font.width(code)*w.text.Size/1000
}

// lift writes what is still to be written.
func (w *pdfPen) lift() {
	if w.shown.Len() > 0 {
		w.page.raw(w.shown.String() + ">] TJ\n")
		w.shown.Reset()
	}
}

// exact is a number with four decimals at most.
func exact(v float64) string {
	text := fmt.Sprintf("%.4f", v+0)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}
