package table

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"icamo/theory/docx/docxtest"
	"icamo/theory/opc"
)

// hostile are texts that have broken writers of tables before.
var hostile = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\",\"y\")", "'=1", " =1", "＝1", "-4.1", "－1",
	"a|b", `a\|b`, "`a|b`", "<script>alert(1)</script>", "<!--", "--> ]]>", "&lt;", "&amp;amp;", "*a* _b_ ~~c~~ [d](e) ![f](g)",
	"a\nb", "a\r\nb", "a\rb", "\"", "a\"b,c", ",", ";", "", " ", "# h", "- l", "| --- |", "$x$", "_x0041_", "_x000D_", "\u202ea",
	"\x00", "\x1b[31m", "\uffff", "\ufeffx", "ø → ⊣ 𝔘", "https://x.y/?a=1&b=2", "www.x.y", "a@b.c", "<br>", "\\", "\u2028", "]]>", "{{x}}",
	"45-50", "1e5", "TRUE", "#REF!", "@name", "#1", "a/b#1", "GH-1", "!1", "~label", "http://x.y", "ftp://x", "0123456789abcdef", ":a:b:",
	"a;=1", "a\t=1", "a;\"=1", "a\n-1", "x; ＝1;",
}

// randomTable makes a table of hostile texts, numbers and links.
func randomTable(rng *rand.Rand) *Table {
	text := func() string {
		s := hostile[rng.IntN(len(hostile))]
		if rng.IntN(3) == 0 {
			s += hostile[rng.IntN(len(hostile))]
		}
		return s
	}
	t := &Table{Title: oneLine(text() + "t")}
	for range 2 + rng.IntN(4) { // a record of one empty field is an empty line, which readers of CSV skip
		t.Columns = append(t.Columns, oneLine(text()))
	}
	for range rng.IntN(6) {
		var row []Cell
		for range t.Columns {
			switch rng.IntN(6) {
			case 0:
				n := float64(rng.IntN(2000)-1000) / 10
				row = append(row, number(&n))
			case 1:
				c := cell("x" + text())
				c.Lines[0].URL = webAddress("https://x.y/" + text())
				row = append(row, c)
			default:
				row = append(row, cell(text(), text()))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// TestWritersKeepTexts reads what each writer wrote with a reader that is not ours, and holds it against the table.
func TestWritersKeepTexts(t *testing.T) {
	for seed := range uint64(300) {
		holds(t, randomTable(rand.New(rand.NewPCG(seed, 1))))
	}
}

// TestCSVPartedElsewhere reads a CSV file as a spreadsheet does that parts cells at semicolons or tabs, and holds that no
// cell is a formula then.
func TestCSVPartedElsewhere(t *testing.T) {
	for _, a := range hostile {
		for _, b := range hostile {
			var out bytes.Buffer
			if err := CSV(&out, &Table{Columns: []string{a, b}, Rows: [][]Cell{{cell(a + b), cell(b, a)}, {cell(a), cell(b + ";" + a)}}}); err != nil {
				t.Fatal(err)
			}
			for line := range strings.FieldsFuncSeq(out.String(), func(r rune) bool { return r == '\r' || r == '\n' }) {
				for i, field := range strings.FieldsFunc(line, func(r rune) bool { return r == ';' || r == '\t' }) {
					ignored := " \u00a0\ufeff\""
					if i == 0 {
						ignored = " \u00a0\ufeff" // a quote at a line's start is kept where another follows
					}
					if field = strings.TrimLeft(field, ignored); field != "" && strings.ContainsAny(field[:1], "=+-@") {
						t.Fatalf("%q and %q: %q is a formula in\n%s", a, b, field, &out)
					}
				}
			}
		}
	}
}

// TestMarkdownIsInert holds that nothing is left in a text that a forge makes something of.
func TestMarkdownIsInert(t *testing.T) {
	for text, want := range map[string]string{
		"ask @name":      "ask @<!-- -->name",
		"a@b.c":          "a@<!-- -->b.c",
		"see #1, a/b#2":  "see #<!-- -->1, a/b#<!-- -->2",
		"http://x.y":     "http:<!-- -->//x.y",
		"www.x.y":        "www<!-- -->.x.y",
		"!1 ~bug gh-3":   "!<!-- -->1 \\~<!-- -->bug gh-<!-- -->3",
		":a:b:":          ":<!-- -->a:<!-- -->b:",
		"0123456789":     "012345<!-- -->6789",
		"10:30, # 1, 50": "10:30, # 1, 50",
	} {
		if got := markdownLine(text); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

// FuzzWriters holds the same of one cell with any text, and of the table's title and column.
func FuzzWriters(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 1000 {
			t.Skip()
		}
		n := -4.1
		c := cell("x" + s)
		c.Lines[0].URL = webAddress(s)
		holds(t, &Table{Title: oneLine(s), Columns: []string{oneLine(s), "n", "link"}, Rows: [][]Cell{{cell(s), number(&n), c}}})
	})
}

func holds(t *testing.T, table *Table) {
	t.Helper()
	for _, try := range []struct {
		name string
		read func(*testing.T, *Table) [][]string
		want func(string) string
	}{
		{"csv", readCSV, func(s string) string { return lineFeeds.Replace(harmless(s)) }},
		{"markdown", readMarkdown, markdownWant},
		{"html", readHTML, opc.Clean},
		{"xlsx", readXLSX, func(s string) string { return lineFeeds.Replace(opc.Clean(s)) }},
		{"docx", readDOCX, func(s string) string { return lineFeeds.Replace(opc.Clean(s)) }},
	} {
		got := try.read(t, table)
		want := [][]string{nil}
		for _, column := range table.Columns {
			want[0] = append(want[0], try.want(column))
		}
		for _, row := range table.Rows {
			var cells []string
			for _, c := range row {
				if c.Number != nil {
					cells = append(cells, c.String())
				} else {
					cells = append(cells, try.want(c.String()))
				}
			}
			want = append(want, cells)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s of %q does not read back (-want +got):\n%s", try.name, table.Columns, diff)
		}
	}
}

func readDOCX(t *testing.T, table *Table) [][]string {
	var out bytes.Buffer
	if err := DOCX(&out, table); err != nil {
		t.Fatal(err)
	}
	return docxtest.Read(t, out.Bytes()).Tables[0].Rows
}

func readCSV(t *testing.T, table *Table) [][]string {
	var out bytes.Buffer
	if err := CSV(&out, table); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, record := range records {
		for j, field := range record {
			isNumber := i > 0 && table.Rows[i-1][j].Number != nil
			if start := strings.TrimLeft(field, " \u00a0\ufeff"); !isNumber && start != "" && strings.ContainsAny(start[:1], "=+-@\t\r\n") {
				t.Fatalf("a spreadsheet would run the field %q", field)
			}
		}
	}
	return records
}

func readMarkdown(t *testing.T, table *Table) [][]string {
	var out bytes.Buffer
	if err := Markdown(&out, table); err != nil {
		t.Fatal(err)
	}
	source := out.Bytes()
	document := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify)).Parser().Parse(text.NewReader(source))
	var rows [][]string
	_ = ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *east.TableHeader, *east.TableRow:
			var cells []string
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				cells = append(cells, shownText(t, c, source))
			}
			rows = append(rows, cells)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return rows
}

// shownText is a cell as its reader sees it; markup other than our own line breaks and links fails the test.
func shownText(t *testing.T, cell ast.Node, source []byte) string {
	var s strings.Builder
	_ = ast.Walk(cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *east.TableCell, *ast.Link:
		case *ast.Text:
			s.Write(n.Segment.Value(source))
		case *ast.String:
			s.Write(n.Value)
		case *ast.RawHTML:
			switch got := string(n.Segments.Value(source)); got {
			case "<br>":
				s.WriteString("\n")
			case "<!-- -->": // keeps the texts around it apart
			default:
				t.Fatalf("the HTML %q came through", got)
			}
		default:
			t.Fatalf("a cell's text became markup: %s", n.Kind())
		}
		return ast.WalkContinue, nil
	})
	return unescape(s.String())
}

// unescape takes away the backslashes, which goldmark leaves to its renderer.
func unescape(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

func markdownWant(s string) string {
	lines := strings.Split(opc.Clean(s), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), " ")
}

func readHTML(t *testing.T, table *Table) [][]string {
	var out bytes.Buffer
	if err := HTML(&out, table); err != nil {
		t.Fatal(err)
	}
	document, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.Data {
			case "script", "img", "iframe", "object", "embed", "form", "input", "svg", "base":
				t.Fatalf("an element <%s> came through", n.Data)
			case "a":
				for _, a := range n.Attr {
					if a.Key == "href" && !strings.HasPrefix(a.Val, "http://") && !strings.HasPrefix(a.Val, "https://") {
						t.Fatalf("a link leads to %q", a.Val)
					}
				}
			case "tr":
				rows = append(rows, nil)
			case "th", "td":
				rows[len(rows)-1] = append(rows[len(rows)-1], htmlTextOf(n))
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(document)
	return rows
}

func htmlTextOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var s strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Data == "div" && c != n.FirstChild {
			s.WriteString("\n") // each line of a cell is a block
		}
		s.WriteString(htmlTextOf(c))
	}
	return s.String()
}

func readXLSX(t *testing.T, table *Table) [][]string {
	var out, second bytes.Buffer
	if err := XLSX(&out, table); err != nil {
		t.Fatal(err)
	}
	if err := XLSX(&second, table); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), second.Bytes()) {
		t.Fatal("the workbook's bytes differ from one time to the next")
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	name := book.GetSheetList()[0]
	rows := make([][]string, len(table.Rows)+1)
	for j := range rows {
		for i := range table.Columns {
			at, _ := excelize.CoordinatesToCellName(i+1, j+1)
			if formula, _ := book.GetCellFormula(name, at); formula != "" {
				t.Fatalf("%s holds the formula %q", at, formula)
			}
			value, err := book.GetCellValue(name, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if j > 0 && table.Rows[j-1][i].Number != nil {
				if kind, _ := book.GetCellType(name, at); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
					t.Fatalf("the number in %s is of type %v", at, kind)
				}
			}
			rows[j] = append(rows[j], value)
		}
	}
	return rows
}
