package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strings"
	"testing"
)

// Document is what a reader sees of a document, in order.
type Document struct {
	Paragraphs []Paragraph // also those in tables
	Tables     []Table
	Pictures   []Picture
	Landscape  []bool // of each section
}

// Paragraph is a paragraph with the id of its style; "" where it has none of its own.
type Paragraph struct{ Style, Text string }

// Table is a table, its rows of heads first: the texts of cells, their paragraphs parted by line feeds.
type Table struct {
	Heads int // rows that are repeated on each page
	Rows  [][]string
	Links map[string]string // by the texts that lead there
}

// Picture is a picture as it is in the file, with its alternative text.
type Picture struct {
	Data []byte
	Text string
}

// Has says whether some paragraph is just the text.
func (d *Document) Has(text string) bool {
	for _, p := range d.Paragraphs {
		if p.Text == text {
			return true
		}
	}
	return false
}

// Text is all paragraphs, a line each.
func (d *Document) Text() string {
	var s strings.Builder
	for _, p := range d.Paragraphs {
		s.WriteString(p.Text + "\n")
	}
	return s.String()
}

// Read reads a document. What Word would call damaged fails the test.
func Read(t testing.TB, data []byte) *Document {
	t.Helper()
	r := &reader{TB: t, parts: make(map[string][]byte), styles: make(map[string]string), doc: new(Document)}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		if f.Modified.Year() >= 1980 { // the first year that an archive can name
			t.Errorf("the part %s has a date, by which the same document differs from one time to the next", f.Name)
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if r.parts[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	r.typed()
	r.targets = r.related("word/_rels/document.xml.rels")
	r.related("_rels/.rels")
	for _, s := range r.xml("word/styles.xml").all("style") {
		r.styles[s.attr("styleId")] = s.attr("type")
		r.ordered(s)
	}
	body := r.xml("word/document.xml").child("body")
	if body == nil || len(body.Nodes) == 0 {
		t.Fatal("the document has no body")
	}
	if last := body.Nodes[len(body.Nodes)-1].XMLName.Local; last != "sectPr" {
		t.Errorf("the body ends with %s, not with how its last section lies", last)
	}
	r.ordered(body)
	r.body(body)
	return r.doc
}

type reader struct {
	testing.TB
	parts   map[string][]byte
	targets map[string]string // of relations, by their ids
	styles  map[string]string // what they are of, by their ids
	doc     *Document
}

// xml is a part of XML.
func (r *reader) xml(name string) *node {
	r.Helper()
	var n node
	if err := xml.Unmarshal(r.parts[name], &n); err != nil {
		r.Fatalf("%s: %v", name, err)
	}
	return &n
}

// typed holds that the file says of each part of what type it is, and of none that is not there.
func (r *reader) typed() {
	endings := make(map[string]bool)
	types := r.xml("[Content_Types].xml")
	for _, d := range types.all("Default") {
		endings["."+d.attr("Extension")] = true
	}
	named := make(map[string]bool)
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr("PartName"), "/")
		named[name] = true
		if r.parts[name] == nil {
			r.Errorf("there is a type for the part %s, which is not there", name)
		}
	}
	for name := range r.parts {
		if name != "[Content_Types].xml" && !named[name] && !endings[path.Ext(name)] {
			r.Errorf("the part %s has no type", name)
		}
		if path.Ext(name) == ".xml" || path.Ext(name) == ".rels" {
			r.xml(name)
		}
	}
}

// related reads relations, of which those within the file must lead to a part.
func (r *reader) related(name string) map[string]string {
	folder := path.Dir(path.Dir(name))
	targets := make(map[string]string)
	for _, relation := range r.xml(name).all("Relationship") {
		id, target := relation.attr("Id"), relation.attr("Target")
		if targets[id] != "" {
			r.Errorf("%s has the id %s twice", name, id)
		}
		if relation.attr("TargetMode") == "External" {
			if u, err := url.Parse(target); err != nil || u.Scheme == "" || strings.ContainsAny(target, " \"<>\\^`{|}") {
				r.Errorf("%s leads to %q, which is no address", name, target)
			}
		} else {
			if target = path.Join(folder, target); r.parts[target] == nil {
				r.Errorf("%s leads to %s, which is not there", name, target)
			}
		}
		targets[id] = target
	}
	return targets
}

// target is where a relation leads that the document names.
func (r *reader) target(id string) string {
	target, there := r.targets[id]
	if !there {
		r.Errorf("the document names the relation %q, which is not there", id)
	}
	return target
}

// style holds that a style is there.
func (r *reader) style(of string, n *node) string {
	if n == nil {
		return ""
	}
	id := n.attr("val")
	if r.styles[id] != of {
		r.Errorf("the style %q of a %s is not there", id, of)
	}
	return id
}

func (r *reader) body(body *node) {
	for i := range body.Nodes {
		switch n := &body.Nodes[i]; n.XMLName.Local {
		case "p":
			r.paragraph(n)
		case "tbl":
			r.table(n)
		case "sectPr":
			r.section(n)
		default:
			r.Errorf("%s stands in the body", n.XMLName.Local)
		}
	}
}

func (r *reader) section(n *node) {
	size := n.child("pgSz")
	landscape := size.attr("orient") == "landscape"
	if wide := len(size.attr("w")) > len(size.attr("h")) || size.attr("w") > size.attr("h"); wide != landscape {
		r.Errorf("a page of %s × %s is said to lie otherwise", size.attr("w"), size.attr("h"))
	}
	if footer := n.child("footerReference"); footer != nil {
		r.target(footer.attr("id"))
	}
	r.doc.Landscape = append(r.doc.Landscape, landscape)
}

// paragraph reads a paragraph, and gives its text.
func (r *reader) paragraph(p *node) string {
	style := ""
	if properties := p.child("pPr"); properties != nil {
		style = r.style("paragraph", properties.child("pStyle"))
		if section := properties.child("sectPr"); section != nil {
			r.section(section)
		}
	}
	for _, run := range p.all("rPr") {
		r.style("character", run.child("rStyle"))
	}
	for _, link := range p.all("hyperlink") {
		r.target(link.attr("id"))
	}
	for _, drawing := range p.all("inline") {
		picture := Picture{Text: drawing.child("docPr").attr("descr")}
		for _, blip := range drawing.all("blip") {
			picture.Data = r.parts[r.target(blip.attr("embed"))]
		}
		r.doc.Pictures = append(r.doc.Pictures, picture)
	}
	text := p.text()
	r.doc.Paragraphs = append(r.doc.Paragraphs, Paragraph{style, text})
	return text
}

// table reads a table, of which each row must have a cell for each column, and each cell end with a paragraph.
func (r *reader) table(n *node) {
	var table Table
	table.Links = make(map[string]string)
	r.style("table", n.child("tblPr").child("tblStyle"))
	columns := len(n.child("tblGrid").Nodes)
	if columns == 0 || columns > 63 {
		r.Errorf("a table has %d columns, and can have from 1 to 63", columns)
	}
	for i := range n.Nodes {
		row := &n.Nodes[i]
		if row.XMLName.Local != "tr" {
			continue
		}
		if len(row.all("tblHeader")) > 0 {
			if table.Heads++; table.Heads != len(table.Rows)+1 {
				r.Errorf("row %d is a head, and stands behind one that is none", len(table.Rows)+1)
			}
		}
		var cells []string
		for j := range row.Nodes {
			cell := &row.Nodes[j]
			if cell.XMLName.Local != "tc" {
				continue
			}
			if last := cell.Nodes[len(cell.Nodes)-1].XMLName.Local; last != "p" {
				r.Errorf("a cell ends with %s, not with a paragraph", last)
			}
			var lines []string
			for k := range cell.Nodes {
				if p := &cell.Nodes[k]; p.XMLName.Local == "p" {
					lines = append(lines, r.paragraph(p))
					for _, link := range p.all("hyperlink") {
						table.Links[link.text()] = r.target(link.attr("id"))
					}
				}
			}
			cells = append(cells, strings.Join(lines, "\n"))
		}
		if len(cells) != columns {
			r.Errorf("a row has %d cells in a table of %d columns", len(cells), columns)
		}
		table.Rows = append(table.Rows, cells)
	}
	r.doc.Tables = append(r.doc.Tables, table)
}
