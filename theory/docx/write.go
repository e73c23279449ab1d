package docx

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"icamo/theory/opc"
)

// Sizes of a page of A4, in twentieths of a point.
const (
	pageShort, pageLong = 11906, 16838
	pageMargin          = 1134

	portraitWidth  = float64(pageShort - 2*pageMargin) // between the margins
	landscapeWidth = float64(pageLong - 2*pageMargin)
)

// writer collects the parts of a document.
type writer struct {
	d    *Document
	pack *opc.Writer
	body strings.Builder

	landscape bool              // of the section that is being written
	empty     bool              // nothing is in it yet
	tables    int               // with captions, so far
	figures   int               // likewise
	pictures  [][]byte          // by the number of their part
	links     map[string]string // ids of pages linked to
	targets   []string          // the pages, in the order of their ids
}

func newWriter(w io.Writer, d *Document) *writer {
	if d.Words == (Words{}) {
		d.Words = English
	}
	return &writer{d: d, pack: opc.NewWriter(w), empty: true, links: make(map[string]string)}
}

// document writes all blocks.
func (w *writer) document() {
	for i, b := range w.d.Blocks {
		switch b := b.(type) {
		case Heading:
			style := "Title"
			if b.Level > 0 {
				style = fmt.Sprintf("Heading%d", b.Level)
			}
			w.turn(w.heads(w.d.Blocks[i+1:]))
			w.paragraph(style, run(b.Text, ""))
		case Paragraph:
			w.turn(false)
			style, text := "", run(b.Text, "")
			if b.Item {
				style = "ListBullet"
			}
			if b.Term != "" {
				text = run(b.Term+" ", "<w:b/>") + text
			}
			w.paragraph(style, text)
		case Table:
			w.table(&b)
		case Picture:
			w.picture(b)
		}
	}
}

// heads says whether a heading stands over a block that needs a page of landscape.
func (w *writer) heads(blocks []Block) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			continue
		case Table:
			_, need := columnWidths(&b, portraitWidth)
			return need > portraitWidth
		case Picture:
			return b.turned()
		}
		return false
	}
	return false
}

// turn begins a new section where the page has to be turned.
func (w *writer) turn(landscape bool) {
	if landscape == w.landscape {
		w.empty = false
		return
	}
	if !w.empty {
		w.body.WriteString("<w:p><w:pPr>" + section(w.landscape) + "</w:pPr></w:p>")
	}
	w.landscape, w.empty = landscape, false
}

// section says how the pages of a section lie.
func section(landscape bool) string {
	width, height, orient := pageShort, pageLong, ""
	if landscape {
		width, height, orient = pageLong, pageShort, ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%[4]d" w:bottom="%[4]d" w:left="%[4]d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`, width, height, orient, pageMargin)
}

func (w *writer) paragraph(style, runs string) {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	w.body.WriteString("<w:p>" + style + runs + "</w:p>")
}

// run is a text with its properties. Line breaks in it stay.
func run(text, properties string) string {
	if text == "" {
		return ""
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = `<w:t xml:space="preserve">` + opc.Escape(l) + "</w:t>"
	}
	return "<w:r>" + properties + strings.Join(lines, "<w:br/>") + "</w:r>"
}

// caption is a caption with a number that word processors count: lists of tables and of figures are made of these.
func caption(word string, number int, text string) string {
	return run(word+" ", "") + fmt.Sprintf(`<w:fldSimple w:instr=" SEQ %s \* ARABIC "><w:r><w:t>%d</w:t></w:r></w:fldSimple>`, opc.Escape(word), number) + run(". "+text, "")
}

func (w *writer) table(t *Table) {
	width := portraitWidth
	widths, need := columnWidths(t, width)
	landscape := need > width
	w.turn(landscape)
	if landscape {
		width = landscapeWidth
		t = folded(t, width, w.d.Words.Further)
		widths, _ = columnWidths(t, width)
	}
	if t.Caption != "" {
		w.tables++
		w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>` + caption(w.d.Words.Table, w.tables, t.Caption) + "</w:p>")
	}
	fmt.Fprintf(&w.body, `<w:tbl><w:tblPr><w:tblStyle w:val="TheoryTable"/>%s<w:tblW w:w="%.0f" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`, w.mirrored("<w:bidiVisual/>"), width)
	for _, c := range widths {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%.0f"/>`, c)
	}
	w.body.WriteString("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	for i, column := range t.Columns {
		w.cell(widths[i], []string{run(column, "")}, numbers(t, i))
	}
	w.body.WriteString("</w:tr>")
	for _, row := range t.Rows {
		w.body.WriteString("<w:tr>")
		if !tall(row, widths) {
			w.body.WriteString("<w:trPr><w:cantSplit/></w:trPr>")
		}
		for i, c := range row {
			var lines []string
			for _, l := range c.Lines {
				lines = append(lines, w.line(l))
			}
			w.cell(widths[i], lines, c.Number)
		}
		w.body.WriteString("</w:tr>")
	}
	w.body.WriteString("</w:tbl><w:p/>")
}

// numbers says whether a column holds numbers alone.
func numbers(t *Table, column int) bool {
	any := false
	for _, row := range t.Rows {
		if len(row[column].Lines) > 0 && !row[column].Number {
			return false
		}
		any = any || row[column].Number
	}
	return any
}

func (w *writer) cell(width float64, lines []string, number bool) {
	fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%.0f" w:type="dxa"/></w:tcPr>`, width)
	side := ""
	if number {
		side = `<w:pPr><w:jc w:val="right"/></w:pPr>`
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	for _, l := range lines {
		w.body.WriteString("<w:p>" + side + l + "</w:p>")
	}
	w.body.WriteString("</w:tc>")
}

// line is a line of a cell, as a link where it has a page.
func (w *writer) line(l Line) string {
	if l.URL == "" {
		return run(l.Text, "")
	}
	id, known := w.links[l.URL]
	if !known {
		id = fmt.Sprintf("rIdLink%d", len(w.targets)+1)
		w.links[l.URL] = id
		w.targets = append(w.targets, l.URL)
	}
	return `<w:hyperlink r:id="` + id + `">` + run(l.Text, `<w:rStyle w:val="Hyperlink"/>`) + "</w:hyperlink>"
}

const (
	emu          = 12700.0 // of the unit of pictures, to a point
	captionLines = 90.0    // points that a picture leaves for its heading and its caption
)

// Room is the room on a page for a picture with its heading and caption, in points.
func Room(landscape bool) (width, height float64) {
	if landscape {
		return landscapeWidth / 20, portraitWidth/20 - captionLines
	}
	return portraitWidth / 20, landscapeWidth/20 - captionLines
}

// turned says whether a picture prints larger on a page of landscape.
func (p Picture) turned() bool { return p.scale(true) > p.scale(false) }

// scale is by what a picture is made smaller for a page.
func (p Picture) scale(landscape bool) float64 {
	width, height := Room(landscape)
	return min(1, width/p.Width, height/p.Height)
}

// Scale is by what a picture is made smaller for its page.
func (p Picture) Scale() float64 { return p.scale(p.turned()) }

func (w *writer) picture(p Picture) {
	w.turn(p.turned())
	scale := p.Scale()
	w.pictures = append(w.pictures, p.PNG)
	n := len(w.pictures)
	cx, cy := p.Width*scale*emu, p.Height*scale*emu
	fmt.Fprintf(&w.body, `<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Figure %[3]d" descr="%[4]s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="figure%[3]d.png" descr="%[4]s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture%[3]d"/>`+
		`<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, int64(cx), int64(cy), n, opc.Escape(p.Text))
	if p.Caption != "" {
		w.figures++
		w.paragraph("Caption", caption(w.d.Words.Figure, w.figures, p.Caption))
	}
}

// mirrored is a property of documents that are written from right to left; "" in others.
func (w *writer) mirrored(property string) string {
	language, _, _ := strings.Cut(w.d.Language, "-")
	switch language {
	case "ar", "fa", "he", "ur", "yi":
		return property
	}
	return ""
}

func (w *writer) close() error {
	p := w.pack
	p.XML("[Content_Types].xml", contentTypes)
	p.XML("_rels/.rels", opc.PackageParts("word/document.xml"))
	p.XML("docProps/core.xml", opc.Properties(w.d.Title, w.d.Language))
	p.Part("word/document.xml", func(out *bufio.Writer) error {
		fmt.Fprintf(out, `<w:document xmlns:w="%s" xmlns:r="%s" xmlns:wp="%s" xmlns:a="%s" xmlns:pic="%s"><w:body>`,
			wordML, opc.Relationships, wordDrawing, drawingML, drawingPicture)
		_, err := out.WriteString(w.body.String() + section(w.landscape) + "</w:body></w:document>")
		return err
	})
	p.XML("word/_rels/document.xml.rels", w.relationships())
	p.XML("word/styles.xml", fmt.Sprintf(styles, wordML, w.mirrored("<w:rtl/>"), opc.Escape(w.d.Language), w.mirrored("<w:bidi/>")))
	p.XML("word/numbering.xml", fmt.Sprintf(numbering, wordML))
	p.XML("word/footer1.xml", fmt.Sprintf(footer, wordML))
	for i, png := range w.pictures {
		p.Bytes(fmt.Sprintf("word/media/figure%d.png", i+1), png)
	}
	return p.Close()
}

func (w *writer) relationships() string {
	var s strings.Builder
	s.WriteString(`<Relationships xmlns="` + opc.PackageRelationships + `">`)
	relate := func(id, kind, target, mode string) {
		fmt.Fprintf(&s, `<Relationship Id="%s" Type="%s/%s" Target="%s"%s/>`, id, opc.Relationships, kind, opc.Escape(target), mode)
	}
	relate("rIdStyles", "styles", "styles.xml", "")
	relate("rIdNumbering", "numbering", "numbering.xml", "")
	relate("rIdFooter", "footer", "footer1.xml", "")
	for i := range w.pictures {
		relate(fmt.Sprintf("rIdPicture%d", i+1), "image", fmt.Sprintf("media/figure%d.png", i+1), "")
	}
	for i, url := range w.targets {
		relate(fmt.Sprintf("rIdLink%d", i+1), "hyperlink", url, ` TargetMode="External"`)
	}
	return s.String() + "</Relationships>"
}
