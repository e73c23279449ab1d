package docx

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"icamo/theory/opc"
)

// writer collects the parts of a document.
type writer struct {
	d    *Document
	pack *opc.Writer
	body strings.Builder

	page     Page              // of the section that is being written
	empty    bool              // nothing is in it yet
	spaced   bool              // an empty paragraph has to follow the table that was written last
	tables   int               // with captions, so far
	figures  int               // likewise
	pictures [][]byte          // by the number of their part
	links    map[string]string // ids of pages linked to
	targets  []string          // the pages, in the order of their ids
}

func newWriter(w io.Writer, d *Document) *writer {
	if d.Words == (Words{}) {
		d.Words = English
	}
	return &writer{d: d, pack: opc.NewWriter(w), page: portrait, empty: true, links: make(map[string]string)}
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
			w.turn(portrait)
			style, text := "", run(b.Text, "")
			if b.URL != "" {
				text += run(" ", "") + w.link(b.URL, b.URL, "")
			}
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

// heads is the page of the block that a heading stands over.
func (w *writer) heads(blocks []Block) Page {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			continue
		case Table:
			return b.page()
		case Picture:
			return b.page()
		}
		break
	}
	return portrait
}

// turn begins a new section where other pages have to follow.
func (w *writer) turn(page Page) {
	switch {
	case page != w.page && !w.empty:
		w.gap(w.page.section())
	case w.spaced:
		w.gap("")
	}
	w.page, w.empty, w.spaced = page, false, false
}

// gap writes an empty paragraph, which may end a section. It is so low that it goes below a table that fills its page.
func (w *writer) gap(section string) {
	w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Gap"/>` + section + "</w:pPr></w:p>")
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

// inLanguage is the property of a text in a language; "" where it is the document's.
func (w *writer) inLanguage(language string) string {
	if language == "" || language == w.d.Language {
		return ""
	}
	return fmt.Sprintf(`<w:lang w:val="%s" w:bidi="%[1]s"/>`, opc.Escape(language))
}

// caption is a caption with a number that word processors count: lists of tables and of figures are made of these.
func (w *writer) caption(word string, number int, text, language string) string {
	return run(word+" ", "") + fmt.Sprintf(`<w:fldSimple w:instr=" SEQ %s \* ARABIC "><w:r><w:t>%d</w:t></w:r></w:fldSimple>`, opc.Escape(word), number) +
		run(". ", "") + run(text, w.inLanguage(language))
}

// line is a line of a cell, as a link where it has a page.
func (w *writer) line(l Line) string {
	term := ""
	if l.Term != "" {
		term = run(l.Term+" ", "<w:b/>"+w.inLanguage(l.Language))
	}
	return term + w.link(l.Text, l.URL, w.inLanguage(l.Language))
}

// link is a text that leads to a page, where there is one.
func (w *writer) link(text, url, properties string) string {
	if url = opc.URI(url); url == "" || text == "" {
		return run(text, properties)
	}
	id, known := w.links[url]
	if !known {
		id = fmt.Sprintf("rIdLink%d", len(w.targets)+1)
		w.links[url] = id
		w.targets = append(w.targets, url)
	}
	return `<w:hyperlink r:id="` + id + `">` + run(text, `<w:rStyle w:val="Hyperlink"/>`+properties) + "</w:hyperlink>"
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
		if w.spaced { // a table must not be the last
			w.gap("")
		}
		_, err := out.WriteString(w.body.String() + w.page.section() + "</w:body></w:document>")
		return err
	})
	p.XML("word/_rels/document.xml.rels", w.relationships())
	p.XML("word/styles.xml", fmt.Sprintf(styles, wordML, w.mirrored("<w:rtl/>"), opc.Escape(w.d.Language), w.mirrored("<w:bidi/>")))
	p.XML("word/numbering.xml", fmt.Sprintf(numbering, wordML))
	p.XML("word/settings.xml", fmt.Sprintf(settings, wordML))
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
	relate("rIdSettings", "settings", "settings.xml", "")
	for i := range w.pictures {
		relate(fmt.Sprintf("rIdPicture%d", i+1), "image", fmt.Sprintf("media/figure%d.png", i+1), "")
	}
	for i, url := range w.targets {
		relate(fmt.Sprintf("rIdLink%d", i+1), "hyperlink", url, ` TargetMode="External"`)
	}
	return s.String() + "</Relationships>"
}
