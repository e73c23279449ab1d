package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"icamo/theory/exchange/sheet"
)

// shown is what was read, a line a row.
func shown(sheets []*sheet.Sheet) string {
	var b strings.Builder
	for _, s := range sheets {
		fmt.Fprintf(&b, "[%s]\n", s.Name)
		for _, row := range s.Rows {
			fmt.Fprintf(&b, "%d:", row.Number)
			for _, c := range row.Cells {
				across := ""
				if c.Across {
					across = "<"
				}
				fmt.Fprintf(&b, " %s=%s%s", sheet.ColumnName(c.Column), across, strings.ReplaceAll(c.Text, "\n", "|"))
			}
			b.WriteString("\n")
		}
		for _, u := range s.Unread {
			fmt.Fprintf(&b, "%s%d: %s\n", sheet.ColumnName(u.Column), u.Row, u.Says)
		}
	}
	return b.String()
}

func TestSeparatedValues(t *testing.T) {
	tests := []struct{ name, ending, data, want string }{
		{"commas", "csv", "from,to\na,b\n", "[]\n1: A=from B=to\n2: A=a B=b\n"},
		{"semicolons with decimal commas, after a byte order mark", "csv", "\ufefffrom;to;n\r\na;b;3,5\r\n", "[]\n1: A=from B=to C=n\n2: A=a B=b C=3,5\n"},
		{"tabs", "tsv", "from\tto\na, b;\tc\n", "[]\n1: A=from B=to\n2: A=a, b; B=c\n"},
		{"a heading above, and empty rows", "csv", "Our theory\n\n\nfrom;to\n\na;b\n", "[]\n1: A=Our theory\n4: A=from B=to\n6: A=a B=b\n"},
		{"line breaks in cells", "csv", "text,id\n\"one\r\ntwo\",q1\n\n\"three\n\nfour\",q2\n", "[]\n1: A=text B=id\n2: A=one|two B=q1\n4: A=three||four B=q2\n"},
		{"smart quotes stay", "csv", "text\n“we’re safe”\n", "[]\n1: A=text\n2: A=“we’re safe”\n"},
		{"Windows-1252", "csv", "text\nsm\xf8r \x96 br\xf8d\n", "[]\n1: A=text\n2: A=smør – brød\n"},
		{"UTF-16", "tsv", "\xff\xfef\x00\t\x00\xf8\x00\n\x00", "[]\n1: A=f B=ø\n"},
		{"what kept a formula from running", "csv", "text\n'=cmd\n'tis\n", "[]\n1: A=text\n2: A==cmd\n3: A='tis\n"},
	}
	for _, test := range tests {
		sheets, err := sheet.Read(test.ending, []byte(test.data))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if diff := cmp.Diff(test.want, shown(sheets)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestWorkbook reads what a spreadsheet program writes.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	set := func(sheet, cell string, value any) {
		t.Helper()
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(f.SetSheetName("Sheet1", "Matrix"))
	set("Matrix", "A1", "Context (C)")
	set("Matrix", "B1", "Mechanism")
	set("Matrix", "B2", "Resource")
	set("Matrix", "C2", "Reasoning")
	do(f.MergeCell("Matrix", "B1", "C1"))
	do(f.MergeCell("Matrix", "A3", "A4"))
	set("Matrix", "A3", "  Rules\r\nagreed ")
	set("Matrix", "B3", "r1")
	set("Matrix", "B4", "r2")
	set("Matrix", "C3", "=")
	set("Matrix", "D3", 0.1+0.2)
	set("Matrix", "D4", 2026)
	set("Matrix", "E3", true)
	do(f.SetCellFormula("Matrix", "E4", "=A1"))
	set("Matrix", "F3", time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	set("Matrix", "F4", time.Date(2026, 3, 1, 14, 30, 0, 0, time.UTC))
	do(f.SetCellRichText("Matrix", "G3", []excelize.RichTextRun{{Text: "not "}, {Text: "bold", Font: &excelize.Font{Bold: true}}}))
	do(f.SetColVisible("Matrix", "D", false))
	_, err := f.NewSheet("Empty")
	do(err)
	var b bytes.Buffer
	do(f.Write(&b))
	sheets, err := sheet.Read("xlsx", b.Bytes())
	do(err)
	want := `[Matrix]
1: A=Context (C) B=Mechanism C=<Mechanism
2: B=Resource C=Reasoning
3: A=Rules|agreed B=r1 C== D=0.3 E=true F=2026-03-01 G=not bold
4: A=Rules|agreed B=r2 D=2026 F=2026-03-01 14:30
E4: the value of its formula is not stored; open the workbook in a spreadsheet program and save it
[Empty]
`
	if diff := cmp.Diff(want, shown(sheets)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// book is a workbook with one sheet of the XML given.
func book(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	all := map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet name="S" sheetId="1" id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	for name, text := range all {
		f, err := w.Create(name)
		if err != nil {
			panic(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func sheetData(rows string) map[string]string {
	return map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}
}

func TestWorksheetsAsOtherProgramsWriteThem(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"no references", `<row><c t="inlineStr"><is><t>a</t></is></c><c/><c><v>1</v></c></row><row><c><v>2</v></c></row>`, "[S]\n1: A=a C=1\n2: A=2\n"},
		{"errors and texts that are gone", `<row r="4"><c r="B4" t="e"><v>#REF!</v></c><c r="C4" t="s"><v>7</v></c><c r="D4"><v>1</v></c></row>`,
			"[S]\n4: D=1\nB4: it holds the error #REF!\nC4: its text is not in the workbook\n"},
		{"formulas and their values", `<row r="1"><c r="A1" t="str"><f>B1</f><v>x_x000D_
y</v></c></row>`, "[S]\n1: A=x|y\n"},
		{"cells out of order", `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "[S]\n1: B=1\nA1: it stands out of order, or twice, in its row\n"},
	}
	for _, test := range tests {
		sheets, err := sheet.Read("xlsx", book(sheetData(test.rows)))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if diff := cmp.Diff(test.want, shown(sheets)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestHostileFiles holds that what is no sheet, or is meant to do harm, is refused with the reason.
func TestHostileFiles(t *testing.T) {
	tests := []struct {
		name, ending string
		data         []byte
		want         string
	}{
		{"nothing", "csv", nil, "is empty"},
		{"an older workbook", "xlsx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), "older Excel"},
		{"text as a workbook", "xlsx", []byte("from,to\n"), "whatever its ending says"},
		{"a workbook as text", "csv", book(sheetData("")), "is a zip archive or workbook, not a .csv file"},
		{"bytes as text", "csv", []byte{1, 0, 2}, "is no text, so no .csv file"},
		{"an archive without a workbook", "xlsx", bytes.ReplaceAll(book(sheetData("")), []byte("xl/workbook.xml"), []byte("xl/wordbook.xml")), "without a workbook"},
		{"a quotation mark out of place", "csv", []byte("a,b\nc,\"d\" e\n"), "line 2"},
		{"a cell of a megabyte", "csv", []byte("a\n" + strings.Repeat("x", 1<<20)), "cell A2 holds more than"},
		{"a cell of a megabyte in a workbook", "xlsx", book(sheetData(`<row><c t="inlineStr"><is><t>` + strings.Repeat("x", 1<<20) + `</t></is></c></row>`)), "more than"},
		{"a million rows", "csv", []byte(strings.Repeat("a\n", 1_000_000)), "more than 200000 rows"},
		{"a million rows of a workbook", "xlsx", book(sheetData(strings.Repeat("<row/>", 1_000_000))), "more than 200000 rows"},
		{"merged cells without end", "xlsx", book(map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` +
			strings.Repeat(`<row><c r="A1"><v>1</v></c><c r="XFC1"><v>1</v></c></row>`, 1000) + `</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`}), "more than 200000 rows or 3000000 cells"},
		{"deep XML", "xlsx", book(sheetData(strings.Repeat("<a>", 100_000))), "nests deeper than 200"},
		{"XML that ends too soon", "xlsx", book(map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>1"}), `cell A1 of the sheet "S" is XML that ends within the element "v"`},
		{"entities", "xlsx", book(map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`}), "document type"},
		{"a climbing name", "xlsx", book(map[string]string{"../../etc/passwd": ""}), "unsafe name"},
		{"two of one name", "xlsx", book(map[string]string{"XL/workbook.xml": ""}), "twice"},
		{"a bomb", "xlsx", book(map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat(" ", 300<<20)}), "larger than 128 MiB"},
	}
	for _, test := range tests {
		start := time.Now()
		_, err := sheet.Read(test.ending, test.data)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, not %q", test.name, err, test.want)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than a line: %v", test.name, err)
		}
		t.Logf("%s: %v in %v", test.name, err, time.Since(start).Round(time.Millisecond))
	}
}

// FuzzRead holds that whatever is read, cells stand in order, within the limits, and nothing panics.
func FuzzRead(f *testing.F) {
	f.Add("csv", []byte("from;to\na;\"b\nc\"\n"))
	f.Add("tsv", []byte("a\tb\n"))
	f.Add("xlsx", book(sheetData(`<row r="2"><c r="B2" t="s"><v>0</v></c></row>`)))
	f.Add("xlsx", book(map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]\mm"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`}))
	f.Fuzz(func(t *testing.T, ending string, data []byte) {
		sheets, err := sheet.Read(ending, data)
		if err != nil {
			return
		}
		for _, s := range sheets {
			last := 0
			for _, row := range s.Rows {
				if row.Number <= last || len(row.Cells) == 0 {
					t.Fatalf("row %d stands after row %d, with %d cells", row.Number, last, len(row.Cells))
				}
				last = row.Number
				for i, c := range row.Cells {
					if c.Text == "" || i > 0 && c.Column <= row.Cells[i-1].Column {
						t.Fatalf("cell %d of row %d is empty or out of order", i, row.Number)
					}
				}
			}
		}
	})
}
