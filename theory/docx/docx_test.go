package docx_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory/docx"
	"icamo/theory/docx/docxtest"
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
		if columns == 40 {
			d.Minor = []int{39, 38}
		}
		d.Rows[0][0] = docx.Cell{Lines: []docx.Line{{Text: "linked & <here>", URL: "https://example.org/?a=1&b=|"}}}
		d.Rows[1][0] = docx.Cell{Lines: []docx.Line{{Text: "7"}}, Number: true}
		return d
	}
	return &docx.Document{Title: "A report", Language: "da", Blocks: []docx.Block{
		docx.Heading{Level: 0, Text: "A report"}, docx.Heading{Level: 1, Text: "First"}, docx.Paragraph{Term: "If:", Text: "rules\nand trust"},
		docx.Paragraph{Item: true, Text: "An item"}, docx.Paragraph{Term: "The source", Text: "is", URL: "https://example.org"}, docx.Picture{PNG: picture.Bytes(), Width: 400, Height: 300, Caption: "The figure", Text: "A figure of “all”"},
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

// TestRead reads a document as strictly as Word does, and holds that all it says is in it.
func TestRead(t *testing.T) {
	d := docxtest.Read(t, written(t, document(t)))
	for _, p := range []struct{ style, text string }{{"Title", "A report"}, {"Heading1", "First"}, {"", "If: rules\nand trust"}, {"ListBullet", "An item"},
		{"", "The source is https://example.org"}, {"Caption", "Figure 1. The figure"}, {"Caption", "Table 1. Narrow"}, {"Caption", "Table 3. Too wide"}} {
		if !slices.Contains(d.Paragraphs, docxtest.Paragraph{Style: p.style, Text: p.text}) {
			t.Errorf("no paragraph of style %q says %q in %+v", p.style, p.text, d.Paragraphs)
		}
	}
	if len(d.Pictures) != 1 || d.Pictures[0].Text != "A figure of “all”" || !bytes.HasPrefix(d.Pictures[0].Data, []byte("\x89PNG")) {
		t.Errorf("the pictures are %+v", d.Pictures)
	}
	if diff := cmp.Diff([]bool{false, true}, d.Landscape); diff != "" {
		t.Errorf("the sections lie otherwise (-want +got):\n%s", diff)
	}
	for i, table := range d.Tables {
		if table.Heads != 1 {
			t.Errorf("%d rows of table %d are heads", table.Heads, i)
		}
	}
	narrow, folded := d.Tables[0], d.Tables[2]
	if diff := cmp.Diff([][]string{{"Column1", "Column2", "Column3"}, {"linked & <here>", "a0x1", "a0x2"}, {"7", "a1x1", "a1x2"}, {"a2x0", "a2x1", "a2x2"}}, narrow.Rows); diff != "" {
		t.Errorf("the narrow table reads otherwise (-want +got):\n%s", diff)
	}
	if url := narrow.Links["linked & <here>"]; url != "https://example.org/?a=1&b=%7C" {
		t.Errorf("the link leads to %q", url)
	}
	head, last := folded.Rows[0], folded.Rows[1][len(folded.Rows[1])-1]
	if head[len(head)-1] != "Further" || !strings.HasSuffix(last, "\nColumn39: unbreakable0x38\nColumn40: unbreakable0x39") {
		t.Errorf("of what has no room, %q says %q", head, last)
	}
}

// TestOffice opens a document in LibreOffice, which has all its texts.
func TestOffice(t *testing.T) {
	read := string(office.Converted(t, written(t, document(t)), "docx", "txt:Text (encoded):UTF8"))
	for _, text := range []string{"A report", "If: rules", "An item", "Figure 1. The figure", "Table 3. Too wide", "linked & <here>", "unbreakable2x1", "Column40: unbreakable2x39"} {
		if !strings.Contains(read, text) {
			t.Errorf("LibreOffice does not show %q", text)
		}
	}
}
