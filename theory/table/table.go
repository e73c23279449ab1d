package table

import (
	"fmt"
	"net/url"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Table is rows of cells under named columns. Each row has one cell a column; the first of texts names the row. The title
// and the names of columns are single lines.
type Table struct {
	Title    string
	Language string // BCP 47, of the theory's texts; "" means English
	Columns  []string
	Rows     [][]Cell
	Range    Range    // two columns that a document has in one; the zero Range for none
	Minor    []string // columns that go first where a page is too narrow for all, in that order

	words *wording.Language // of the numbers in cells; nil for English
	text  int               // bytes in all cells
}

// mostText is how many bytes of text a table can hold. Long texts that many rows repeat make it larger than any file.
const mostText = 256 << 20

// add appends a row.
func (t *Table) add(row []Cell) error {
	for _, c := range row {
		for _, l := range c.Lines {
			t.text += len(l.Text) + len(l.URL)
		}
	}
	if t.text > mostText {
		return fmt.Errorf("the table %q would hold more than %d MiB of text", oneLine(t.Title), mostText>>20)
	}
	t.Rows = append(t.Rows, row)
	return nil
}

// Cell is lines of text, or a number to reckon with. The zero Cell is empty.
type Cell struct {
	Lines  []Line
	Number *float64 // finite; Lines are then empty
}

// Line is one line of a cell, with the page it links to.
type Line struct {
	Text string
	URL  string // http or https; "" where it links to nothing
}

// String is the cell as plain text, its lines joined by line feeds.
func (c Cell) String() string {
	if c.Number != nil {
		return wording.Decimal(*c.Number)
	}
	lines := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		lines[i] = l.Text
	}
	return strings.Join(lines, "\n")
}

// cell makes a cell of the texts that are not empty, each on a line of its own. Line breaks within a text are kept.
func cell(texts ...string) Cell {
	var c Cell
	for _, text := range texts {
		if text == "" {
			continue
		}
		for _, line := range strings.Split(lineFeeds.Replace(text), "\n") {
			c.Lines = append(c.Lines, Line{Text: strings.TrimSpace(line)})
		}
	}
	return c
}

var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// shown is a cell as a reader meets it: with the decimal comma of a language that has one.
func (t *Table) shown(c Cell) string {
	if c.Number != nil && t.words != nil {
		return t.words.Decimal(*c.Number)
	}
	return c.String()
}

// worded has a table whose title and columns are the tool's own worded in a language.
func (t *Table) worded(l *wording.Language) *Table {
	t.words = l
	for i, column := range t.Columns {
		t.Columns[i] = l.Say(column)
	}
	for i, column := range t.Minor {
		t.Minor[i] = l.Say(column)
	}
	if t.Range.Name != "" {
		t.Range = Range{l.Say(t.Range.Lower), l.Say(t.Range.Upper), l.Say(t.Range.Name)}
	}
	return t
}

// tag is the language of the table's own words, where they are not in that of the theory; "en" where that is not known.
func (t *Table) tag() string {
	if t.words == nil {
		return wording.English.Tag()
	}
	return t.words.Tag()
}

func number(n *float64) Cell { return Cell{Number: n} }

func whole(n int) Cell {
	if n == 0 {
		return Cell{}
	}
	f := float64(n)
	return number(&f)
}

// cited is a source as a text cites it, linked to its DOI or page.
func cited(s *theory.Source) Cell {
	c := cell(wording.Cited(s))
	if len(c.Lines) > 0 {
		c.Lines[0].URL = Address(s)
	}
	return c
}

// Address is the page of a source: its DOI's, else its URL where that is a web address, else "".
func Address(s *theory.Source) string {
	if s.DOI != "" {
		return (&url.URL{Scheme: "https", Host: "doi.org", Path: "/" + s.DOI}).String()
	}
	return webAddress(s.URL)
}

// webAddress passes http and https addresses alone: others can run a script.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// title names a table and the version of the theory that it is of.
func title(what string, t *theory.Theory, with ...string) string {
	what = wording.Of(t).Say(what, with...)
	if t.Version == "" {
		return oneLine(what + ": " + t.Title)
	}
	return oneLine(what + ": " + t.Title + ", " + wording.Of(t).Version(t.Version))
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// once makes what belongs to a key when it is first asked for. Rows and sentences repeat what stands in the file once.
func once[K comparable, V any](made map[K]V, key K, of func(K) V) V {
	v, known := made[key]
	if !known {
		v = of(key)
		made[key] = v
	}
	return v
}

// sparse leaves out the columns in which every cell is empty, but for those named.
func (t *Table) sparse(keep ...string) *Table {
	named := make(map[string]bool, len(keep))
	for _, column := range keep {
		named[column] = true
	}
	kept := make([]bool, len(t.Columns))
	for i, column := range t.Columns {
		kept[i] = named[column]
		for _, row := range t.Rows {
			kept[i] = kept[i] || row[i].Number != nil || len(row[i].Lines) > 0
		}
	}
	t.Columns = chosen(t.Columns, kept)
	for i := range t.Rows {
		t.Rows[i] = chosen(t.Rows[i], kept)
	}
	return t
}

func chosen[T any](all []T, kept []bool) []T {
	var some []T
	for i, x := range all {
		if kept[i] {
			some = append(some, x)
		}
	}
	return some
}

// says gives a word of the tool in the language of the table.
func (t *Table) says(english string, with ...string) string {
	if t.words == nil {
		return wording.English.Say(english, with...)
	}
	return t.words.Say(english, with...)
}
