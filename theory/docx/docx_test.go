package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"path"
	"strings"
	"testing"

	"icamo/theory/docx"
	"icamo/theory/opc/office"
)

// document has all that a document can have: a narrow table, one that needs a page of landscape, and one with more columns than
// any page has room for.
func document(t *testing.T) *docx.Document {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	table := func(caption string, columns int, text string) docx.Table {
		d := docx.Table{Caption: caption}
		for i := range columns {
			d.Columns = append(d.Columns, fmt.Sprintf("Column%d", i+1))
		}
		for r := range 3 {
			var row []docx.Cell
			for i := range columns {
				row = append(row, docx.Cell{Lines: []docx.Line{{Text: fmt.Sprintf("%s%dx%d", text, r, i)}}})
			}
			d.Rows = append(d.Rows, row)
		}
		d.Rows[0][0] = docx.Cell{Lines: []docx.Line{{Text: "linked & <here>", URL: "https://example.org/?a=1&b=2"}}}
		d.Rows[1][0] = docx.Cell{Lines: []docx.Line{{Text: "7"}}, Number: true}
		return d
	}
	return &docx.Document{Title: "A report", Language: "da", Blocks: []docx.Block{
		docx.Heading{Level: 0, Text: "A report"}, docx.Heading{Level: 1, Text: "First"}, docx.Paragraph{Term: "If:", Text: "rules\nand trust"},
		docx.Paragraph{Item: true, Text: "An item"}, docx.Picture{PNG: picture.Bytes(), Width: 400, Height: 300, Caption: "The figure", Text: "A figure of “all”"},
		table("Narrow", 3, "a"), docx.Heading{Level: 1, Text: "Wide"}, table("Wide", 9, "a longer text of words "), table("Too wide", 40, "unbreakable"),
	}}
}

func written(t *testing.T, d *docx.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := docx.Write(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriteGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(written(t, document(t)), written(t, document(t))) {
		t.Error("the same document gives other bytes")
	}
}

// TestParts holds that all parts are XML, that every relation leads to a part, and that what the document refers to is there.
func TestParts(t *testing.T) {
	data := written(t, document(t))
	package_, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range package_.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			wellFormed(t, f.Name, text)
		}
	}
	var related struct {
		Relationship []struct {
			Id         string `xml:"Id,attr"`
			Target     string `xml:"Target,attr"`
			TargetMode string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal([]byte(parts["word/_rels/document.xml.rels"]), &related); err != nil {
		t.Fatal(err)
	}
	known := make(map[string]bool)
	for _, r := range related.Relationship {
		known[r.Id] = true
		if _, there := parts[path.Join("word", r.Target)]; !there && r.TargetMode != "External" {
			t.Errorf("%s leads to %s, which is not there", r.Id, r.Target)
		}
	}
	body := parts["word/document.xml"]
	for _, name := range []string{`r:id="`, `r:embed="`} {
		for _, rest := range strings.Split(body, name)[1:] {
			if id, _, _ := strings.Cut(rest, `"`); !known[id] {
				t.Errorf("nothing is related as %s", id)
			}
		}
	}
	for _, rest := range strings.Split(body, `w:pStyle w:val="`)[1:] {
		if style, _, _ := strings.Cut(rest, `"`); !strings.Contains(parts["word/styles.xml"], `w:styleId="`+style+`"`) {
			t.Errorf("there is no style %s", style)
		}
	}
	for what, want := range map[string]int{"<w:tblHeader/>": 3, `w:orient="landscape"`: 1, " SEQ Table ": 3, " SEQ Figure ": 1, "<w:sectPr>": 2,
		`descr="A figure of “all”"`: 2, "Column5: unbreakable0x4": 1} {
		if n := strings.Count(body, what); n != want {
			t.Errorf("%s is there %d times, not %d", what, n, want)
		}
	}
}

func wellFormed(t *testing.T, name string, text []byte) {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// TestOffice opens a document in LibreOffice, which has all its texts.
func TestOffice(t *testing.T) {
	read := string(office.Converted(t, written(t, document(t)), "docx", "txt:Text (encoded):UTF8"))
	for _, text := range []string{"A report", "If: rules", "An item", "Figure 1. The figure", "Table 3. Too wide", "linked & <here>", "unbreakable2x1", "Column5: unbreakable2x4"} {
		if !strings.Contains(read, text) {
			t.Errorf("LibreOffice does not show %q", text)
		}
	}
}
