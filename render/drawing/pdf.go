package drawing

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"unicode/utf16"
)

// PDF writes one page of the drawing's size, with curves as curves, and text that can be selected, searched and copied, in fonts
// that are embedded as far as they are used. The document is tagged: the figure is one with its alternative text, in its language.
// Title and alternative text stand in the document's properties too. A font whose licence forbids embedding is an error.
func PDF(w io.Writer, d *Drawing) error { return PDFPages(w, []*Drawing{d}) }

// PDFPages writes several drawings as the pages of one document, which has the name and the properties of the first.
func PDFPages(w io.Writer, pages []*Drawing) error {
	file, err := newPDF(pages)
	if err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// pdfSheet is a page with the numbers of its objects.
type pdfSheet struct {
	*Drawing
	page                   *pdfPage
	sheet, content, figure int
	fonts                  strings.Builder // named, for its resources
}

func newPDF(drawings []*Drawing) ([]byte, error) {
	sheets := make([]*pdfSheet, len(drawings))
	for i, d := range drawings {
		if err := d.check(); err != nil {
			return nil, err
		}
		sheets[i] = &pdfSheet{Drawing: d, page: &pdfPage{height: d.Height, face: d.Face}}
		sheets[i].page.draw(d)
		if err := d.Face.Damaged(); err != nil {
			return nil, err
		}
	}
	first := drawings[0]

	f := newPDFFile()
	catalog, pages := f.next(), f.next()
	for _, s := range sheets {
		s.sheet, s.content = f.next(), f.next()
		f.packed(s.content, "", s.page.content.Bytes())
	}
	info, metadata, tree, document := f.next(), f.next(), f.next(), f.next()
	for _, s := range sheets {
		s.figure = f.next()
	}
	language := ""
	if first.Lang != "" {
		language = fmt.Sprintf("/Lang (%s) ", plainID(first.Lang))
	}
	var kids, figures, parents strings.Builder
	for i, s := range sheets {
		for _, font := range s.page.fonts {
			n, err := f.font(font)
			if err != nil {
				return nil, fmt.Errorf("the font %q cannot be embedded: %w; use another font, or write SVG, PNG or EPS", font.of.family, err)
			}
			fmt.Fprintf(&s.fonts, "/%s %d 0 R ", font.name, n)
		}
		separate := ""
		if i > 0 {
			separate = " "
		}
		fmt.Fprintf(&kids, "%s%d 0 R", separate, s.sheet)
		fmt.Fprintf(&figures, "%s%d 0 R", separate, s.figure)
		fmt.Fprintf(&parents, "%s%d [%d 0 R]", separate, i, s.figure)
	}
	f.object(catalog, "<< /Type /Catalog /Pages %d 0 R %s/Metadata %d 0 R /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences << /DisplayDocTitle true >> >>", pages, language, metadata, tree)
	f.object(pages, "<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(sheets))
	for i, s := range sheets {
		f.object(s.sheet, "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources << /Font << %s>> >> /Contents %d 0 R "+
			"/StructParents %d /Tabs /S >>", pages, decimal(s.Width), decimal(s.Height), s.fonts.String(), s.content, i)
	}
	f.object(info, "<< /Title %s /Subject %s /Producer (icamo) >>", pdfText(first.Title), pdfText(first.Desc))
	f.stream(metadata, "/Type /Metadata /Subtype /XML", xmp(first))

	f.object(tree, "<< /Type /StructTreeRoot /K %d 0 R /ParentTree << /Nums [%s] >> /ParentTreeNextKey %d >>", document, parents.String(), len(sheets))
	f.object(document, "<< /Type /StructElem /S /Document /P %d 0 R /K [%s] >>", tree, figures.String())
	for _, s := range sheets {
		f.object(s.figure, "<< /Type /StructElem /S /Figure /P %d 0 R /Pg %d 0 R /K 0 %s/T %s /Alt %s "+
			"/A << /O /Layout /Placement /Block /BBox [0 0 %s %s] >> >>", document, s.sheet, language, pdfText(s.Title), pdfText(s.Desc),
			decimal(s.Width), decimal(s.Height))
	}
	return f.end(catalog, info), nil
}

// A pdfFile is a PDF as it is being made (ISO 32000-1).
type pdfFile struct {
	objects []*pdfObject // in the order in which they are written
	numbers int          // that objects have
	packing sync.WaitGroup
	slots   chan struct{} // of streams that are compressed at once
}

// pdfObject is an object, which may have a stream.
type pdfObject struct {
	number int
	text   string // of a stream, its entries but the length
	stream []byte // nil for none
}

func newPDFFile() *pdfFile { return &pdfFile{slots: make(chan struct{}, runtime.GOMAXPROCS(0))} }

// next is the number of a new object.
func (f *pdfFile) next() int {
	f.numbers++
	return f.numbers
}

func (f *pdfFile) object(n int, format string, args ...any) {
	f.objects = append(f.objects, &pdfObject{number: n, text: fmt.Sprintf(format, args...)})
}

func (f *pdfFile) stream(n int, entries string, data []byte) {
	f.objects = append(f.objects, &pdfObject{n, entries, data})
}

// packed is a stream that is compressed, as many side by side as there are processors.
func (f *pdfFile) packed(n int, entries string, data []byte) {
	o := &pdfObject{number: n, text: entries + " /Filter /FlateDecode"}
	f.objects = append(f.objects, o)
	f.slots <- struct{}{}
	f.packing.Go(func() {
		o.stream = deflated(data)
		<-f.slots
	})
}

// end is the whole file, with the table of its objects.
func (f *pdfFile) end(catalog, info int) []byte {
	f.packing.Wait()
	var file bytes.Buffer
	file.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, f.numbers) // where each object starts
	for _, o := range f.objects {
		at[o.number-1] = file.Len()
		if o.stream == nil {
			fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", o.number, o.text)
			continue
		}
		fmt.Fprintf(&file, "%d 0 obj\n<< %s /Length %d >>\nstream\n", o.number, o.text, len(o.stream))
		file.Write(o.stream)
		file.WriteString("\nendstream\nendobj\n")
	}
	start := file.Len()
	fmt.Fprintf(&file, "xref\n0 %d\n0000000000 65535 f \n", f.numbers+1)
	for _, offset := range at {
		fmt.Fprintf(&file, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&file, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", f.numbers+1, catalog, info, start)
	return file.Bytes()
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
