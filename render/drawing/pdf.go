package drawing

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes one page of the drawing's size, with curves as curves, and text that can be selected and searched in fonts
// that are embedded as far as they are used. The title, the alternative text (as subject and description) and the
// language stand in the document's properties. A font that cannot be embedded is an error, as is a character beyond
// Unicode's basic plane that the font has; one that it lacks becomes U+FFFD.
func PDF(w io.Writer, d *Drawing) (err error) {
	if err := d.check(); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	for _, t := range []*typeface{d.Face.regular, d.Face.bold} {
		if err := t.embeddable(); err != nil {
			return fmt.Errorf("write PDF: the font %q cannot be embedded: %w; use another font, or write SVG, PNG or EPS", d.Face.Family, err)
		}
	}
	defer func() { // the library panics on some damaged fonts
		if r := recover(); r != nil {
			err = fmt.Errorf("write PDF: the font %q cannot be embedded: %v; use another font, or write SVG, PNG or EPS", d.Face.Family, r)
		}
	}()
	doc := newPDF(d)
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case Path:
				doc.path(s)
			case Text:
				if err := doc.text(s); err != nil {
					return fmt.Errorf("write PDF: %w", err)
				}
			}
		}
	}
	var buf bytes.Buffer
	if err := doc.pdf.Output(&buf); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	if _, err := w.Write(buf.Bytes()); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

type pdfWriter struct {
	pdf  *fpdf.Fpdf
	face *Face
}

const pdfFamily = "figure" // what the library calls the face

func newPDF(d *Drawing) *pdfWriter {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.Width, Ht: d.Height}})
	pdf.SetCompression(true)
	pdf.SetCatalogSort(true)
	// The library puts in the time of writing where there is none, and the same drawing gives the same bytes.
	undated := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	pdf.SetCreationDate(undated)
	pdf.SetModificationDate(undated)
	pdf.SetProducer("icamo", false)
	pdf.SetTitle(utf16Text(d.Title), false)
	pdf.SetSubject(utf16Text(d.Desc), false)
	pdf.SetLang(plainID(d.Lang))
	pdf.SetXmpMetadata(xmp(d))
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes(pdfFamily, "", d.Face.regular.data)
	pdf.AddUTF8FontFromBytes(pdfFamily, "B", d.Face.bold.data)
	pdf.AddPage()
	pdf.SetLineJoinStyle("round")
	return &pdfWriter{pdf, d.Face}
}

func (w *pdfWriter) path(p Path) {
	style := ""
	if p.Fill.On {
		w.pdf.SetFillColor(int(p.Fill.R), int(p.Fill.G), int(p.Fill.B))
		style += "F"
	}
	if p.stroked() {
		w.pdf.SetDrawColor(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
		w.pdf.SetLineWidth(p.LineWidth)
		w.pdf.SetLineCapStyle("round")
		if p.Butt {
			w.pdf.SetLineCapStyle("butt")
		}
		w.pdf.SetDashPattern(p.Dash, 0)
		style += "D"
	}
	if style == "" || len(p.Segments) == 0 {
		return
	}
	for _, s := range p.Segments {
		switch a, b, c := s.P[0], s.P[1], s.P[2]; s.Verb {
		case Move:
			w.pdf.MoveTo(a.X, a.Y)
		case Line:
			w.pdf.LineTo(a.X, a.Y)
		case Cubic:
			w.pdf.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		case Close:
			w.pdf.ClosePath()
		}
	}
	w.pdf.DrawPath(style)
}

func (w *pdfWriter) text(t Text) error {
	line, runs, err := w.runs(t)
	if err != nil {
		return err
	}
	if len(line) == 0 || !t.Color.On || t.Size <= 0 {
		return nil
	}
	style := ""
	if t.Bold {
		style = "B"
	}
	w.pdf.SetFont(pdfFamily, style, t.Size)
	w.pdf.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	if t.Rotate != 0 {
		w.pdf.TransformBegin()
		w.pdf.TransformRotate(-t.Rotate, t.X, t.Y)
	}
	if t.Spacing != 0 {
		w.pdf.RawWriteStr(decimal(t.Spacing) + " Tc\n")
	}
	tf := w.face.typeface(t.Bold)
	left := t.left(w.face.advance(t))
	for _, r := range runs {
		x := tf.points(line[r.start].x, t.Size) + t.Spacing*float64(r.start)
		w.pdf.Text(left+x, t.Y, r.text)
	}
	if t.Spacing != 0 {
		w.pdf.RawWriteStr("0 Tc\n")
	}
	if t.Rotate != 0 {
		w.pdf.TransformEnd()
	}
	if t.Strike {
		w.path(t.strike(w.face))
	}
	return nil
}

// A pdfRun is text that is set in one go, and the glyph of its line that it starts with.
type pdfRun struct {
	start int
	text  string
}

// runs cuts a line after each missing character, as the reader may take that for wider or narrower than it was measured.
func (w *pdfWriter) runs(t Text) ([]glyph, []pdfRun, error) {
	line := w.face.typeface(t.Bold).glyphs(seen(t.String))
	var runs []pdfRun
	var text strings.Builder
	start := 0
	for i, g := range line {
		if g.rune > 0xffff {
			if g.index != 0 {
				return nil, nil, fmt.Errorf("a PDF cannot hold the character %q here; write SVG, PNG or EPS", g.rune)
			}
			g.rune = '\ufffd'
		}
		text.WriteRune(g.rune)
		if g.index == 0 || i == len(line)-1 {
			runs = append(runs, pdfRun{start, text.String()})
			text.Reset()
			start = i + 1
		}
	}
	return line, runs, nil
}

// utf16Text is a PDF text string (PDF 1.7, 7.9.2.2).
func utf16Text(s string) string {
	if s == "" {
		return ""
	}
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// xmp is the document's properties in the form that journals' software and screen readers look for.
func xmp(d *Drawing) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>`)
	for _, p := range []struct{ name, text string }{{"title", d.Title}, {"description", d.Desc}} {
		if p.text == "" {
			continue
		}
		b.WriteString("<dc:" + p.name + `><rdf:Alt><rdf:li xml:lang="x-default">`)
		_ = xml.EscapeText(&b, []byte(p.text)) // a buffer does not fail
		b.WriteString("</rdf:li></rdf:Alt></dc:" + p.name + ">")
	}
	if d.Lang != "" {
		b.WriteString("<dc:language><rdf:Bag><rdf:li>" + plainID(d.Lang) + "</rdf:li></rdf:Bag></dc:language>")
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n" + strings.Repeat(" ", 64) + "\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
