// Package opc writes packages of the Open Packaging Conventions (ECMA-376, part 2): zip archives of XML parts, as the files
// of Word, Excel and PowerPoint are.
//
//	parts → Writer → bytes
//
// The same parts give the same bytes: no date is in them. It knows nothing of what the parts say.
package opc

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Namespaces that all packages use.
const (
	Relationships        = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
	ContentTypes         = "http://schemas.openxmlformats.org/package/2006/content-types"
)

// Writer writes the parts of a package, and keeps the first error.
type Writer struct {
	zip *zip.Writer
	err error
}

// NewWriter starts a package.
func NewWriter(w io.Writer) *Writer { return &Writer{zip: zip.NewWriter(w)} }

// XML adds a part of XML, after its declaration.
func (p *Writer) XML(name, text string) {
	p.Part(name, func(w *bufio.Writer) error {
		_, err := w.WriteString(text)
		return err
	})
}

// Part adds a part of XML that is written bit by bit.
func (p *Writer) Part(name string, write func(*bufio.Writer) error) {
	p.add(name, zip.Deflate, func(w *bufio.Writer) error {
		if _, err := w.WriteString(xml.Header); err != nil {
			return err
		}
		return write(w)
	})
}

// Bytes adds a part as it is, such as a picture, which is compressed already.
func (p *Writer) Bytes(name string, data []byte) {
	p.add(name, zip.Store, func(w *bufio.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func (p *Writer) add(name string, method uint16, write func(*bufio.Writer) error) {
	if p.err != nil {
		return
	}
	f, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		p.err = err
		return
	}
	w := bufio.NewWriter(f)
	if p.err = write(w); p.err == nil {
		p.err = w.Flush()
	}
}

// Close ends the package, and gives the first error of all.
func (p *Writer) Close() error {
	if p.err != nil {
		return p.err
	}
	return p.zip.Close()
}

// Properties is the part docProps/core.xml: a title, and a language as BCP 47 has it, which may be empty.
func Properties(title, language string) string {
	return fmt.Sprintf(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>icamo</dc:creator><dc:language>%s</dc:language></cp:coreProperties>`,
		Escape(title), Escape(language))
}

// PackageParts is the part _rels/.rels of a package with properties, of which the main part is named.
func PackageParts(main string) string {
	return `<Relationships xmlns="` + PackageRelationships + `"><Relationship Id="rId1" Type="` + Relationships + `/officeDocument" Target="` + main + `"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
}

// Escape is a text for the content or an attribute of an element.
func Escape(text string) string {
	var s strings.Builder
	_ = xml.EscapeText(&s, []byte(Clean(text))) // a builder does not fail
	return s.String()
}

// Clean replaces the characters that no format can hold as text, those that steer a terminal, and those that show a text in
// another order than it has.
func Clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0xFFFE && r <= 0xFFFF:
			return '\ufffd'
		}
		return r
	}, text)
}

// URI is an address as a relation may hold it: what no URI holds as it is, and Word calls a file damaged for, is escaped. It is ""
// for one that is longer than Office takes.
func URI(address string) string {
	const most = 2079
	var s strings.Builder
	for _, b := range []byte(address) {
		if b <= ' ' || b >= 0x7f || strings.IndexByte("\"<>\\^`{|}", b) >= 0 {
			fmt.Fprintf(&s, "%%%02X", b)
		} else {
			s.WriteByte(b)
		}
	}
	if s.Len() > most {
		return ""
	}
	return s.String()
}
