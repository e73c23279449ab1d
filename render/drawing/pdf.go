package drawing

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// PDF writes one page of the drawing's size, with curves as curves, and text that can be selected, searched and copied, in fonts
// that are embedded as far as they are used. The document is tagged: the figure is one with its alternative text, in its language.
// Title and alternative text stand in the document's properties too. A font whose licence forbids embedding is an error.
func PDF(w io.Writer, d *Drawing) error {
	file, err := newPDF(d)
	if err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

func newPDF(d *Drawing) ([]byte, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	page := &pdfPage{height: d.Height, face: d.Face}
	page.draw(d)
	if err := d.Face.Damaged(); err != nil {
		return nil, err
	}

	f := &pdfFile{}
	f.raw("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalog, pages, sheet, content, info, metadata := f.next(), f.next(), f.next(), f.next(), f.next(), f.next()
	tree, document, figure := f.next(), f.next(), f.next()

	var fonts strings.Builder
	for _, font := range page.fonts {
		n, err := f.font(font)
		if err != nil {
			return nil, fmt.Errorf("the font %q cannot be embedded: %w; use another font, or write SVG, PNG or EPS", font.of.family, err)
		}
		fmt.Fprintf(&fonts, "/%s %d 0 R ", font.name, n)
	}
	language := ""
	if d.Lang != "" {
		language = fmt.Sprintf("/Lang (%s) ", plainID(d.Lang))
	}
	f.object(catalog, "<< /Type /Catalog /Pages %d 0 R %s/Metadata %d 0 R /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences << /DisplayDocTitle true >> >>", pages, language, metadata, tree)
	f.object(pages, "<< /Type /Pages /Kids [%d 0 R] /Count 1 >>", sheet)
	f.object(sheet, "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources << /Font << %s>> >> /Contents %d 0 R "+
		"/StructParents 0 /Tabs /S >>", pages, decimal(d.Width), decimal(d.Height), fonts.String(), content)
	f.packed(content, "", page.content.Bytes())
	f.object(info, "<< /Title %s /Subject %s /Producer (icamo) >>", pdfText(d.Title), pdfText(d.Desc))
	f.stream(metadata, "/Type /Metadata /Subtype /XML", xmp(d))

	f.object(tree, "<< /Type /StructTreeRoot /K %d 0 R /ParentTree << /Nums [0 [%d 0 R]] >> /ParentTreeNextKey 1 >>", document, figure)
	f.object(document, "<< /Type /StructElem /S /Document /P %d 0 R /K [%d 0 R] >>", tree, figure)
	f.object(figure, "<< /Type /StructElem /S /Figure /P %d 0 R /Pg %d 0 R /K 0 %s/T %s /Alt %s "+
		"/A << /O /Layout /Placement /Block /BBox [0 0 %s %s] >> >>", document, sheet, language, pdfText(d.Title), pdfText(d.Desc),
		decimal(d.Width), decimal(d.Height))
	return f.end(catalog, info), nil
}

// A pdfFile is a PDF as it is being written (ISO 32000-1).
type pdfFile struct {
	buf bytes.Buffer
	at  []int // where each object starts
}

func (f *pdfFile) raw(text string) { f.buf.WriteString(text) }

// next is the number of a new object.
func (f *pdfFile) next() int {
	f.at = append(f.at, 0)
	return len(f.at)
}

func (f *pdfFile) object(n int, format string, args ...any) {
	f.at[n-1] = f.buf.Len()
	fmt.Fprintf(&f.buf, "%d 0 obj\n"+format+"\nendobj\n", append([]any{n}, args...)...)
}

func (f *pdfFile) stream(n int, entries string, data []byte) {
	f.at[n-1] = f.buf.Len()
	fmt.Fprintf(&f.buf, "%d 0 obj\n<< %s /Length %d >>\nstream\n", n, entries, len(data))
	f.buf.Write(data)
	f.raw("\nendstream\nendobj\n")
}

// packed is a stream that is compressed.
func (f *pdfFile) packed(n int, entries string, data []byte) {
	f.stream(n, entries+" /Filter /FlateDecode", deflated(data))
}

// end is the whole file, with the table of its objects.
func (f *pdfFile) end(catalog, info int) []byte {
	start := f.buf.Len()
	fmt.Fprintf(&f.buf, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, at := range f.at {
		fmt.Fprintf(&f.buf, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&f.buf, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, catalog, info, start)
	return f.buf.Bytes()
}

// pdfText is a text string (ISO 32000-1, 7.9.2.2).
func pdfText(text string) string {
	if !plain(text) {
		units := []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(text)) {
			units = append(units, byte(u>>8), byte(u))
		}
		text = string(units)
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(text) + ")"
}

func utf16Hex(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04x", u)
	}
	return b.String()
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
