package docx

import "io"

// Document is what a file says, in order.
type Document struct {
	Title    string
	Language string // BCP 47
	Words    Words
	Blocks   []Block
}

// Words are those that the document adds of its own.
type Words struct {
	Table, Figure string
	Further       string // the column of what has no room for one of its own
}

// English are the words in English.
var English = Words{"Table", "Figure", "Further"}

// A Block is a Heading, Paragraph, Table or Picture.
type Block interface{ block() }

// Heading is a heading of a level from 1 to 3. Level 0 is the document's title.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is a text. Where URL is not empty, it stands behind it as a link; where Term is not empty, it stands in bold before it.
type Paragraph struct {
	Term, Text, URL string
	Item            bool // of a list
}

// Table has one cell a column in each row. Columns whose cells are numbers are set to the right. Where a page is too narrow for
// all columns, some stand in one column at the end, each cell after the name of its own: those that Minor names go first, by
// their places, then those with least text.
type Table struct {
	Caption string
	Columns []string
	Rows    [][]Cell
	Minor   []int

	Language string // of its caption and the names of its columns, where it is not the document's
}

// Cell is lines of text, or a number as it is to be shown.
type Cell struct {
	Lines  []Line
	Number bool
}

// Line is one line of a cell, with the page it links to. Where Term is not empty, it stands in bold before it.
type Line struct {
	Term, Text, URL string
	Language        string // where it is not the document's
}

// Picture is a figure as a PNG, with its size in points, which is made smaller where the page is. Text says what it shows to
// those who cannot see it.
type Picture struct {
	PNG           []byte
	Width, Height float64
	Caption, Text string
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Picture) block()   {}

// Write writes a document.
func Write(w io.Writer, d *Document) error {
	out := newWriter(w, d)
	out.document()
	return out.close()
}
