package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The limits of a workbook.
const (
	maxRows  = 200_000   // of all its sheets
	maxCells = 3_000_000 // with those that merged cells fill
	maxText  = 100_000   // bytes of a cell; Excel's hold 32,767 characters
	maxWidth = 16_384    // columns
)

// Sheet is a sheet of a workbook, or a file of separated values.
type Sheet struct {
	Name    string // "" for a file of separated values
	Rows    []Row  // those with a cell that is not empty, from the top
	Unread  []Unread
	History *Sheet // what the sheet held when it was exported; nil where that is not known
}

// Row is the cells of a row that are not empty, from the left.
type Row struct {
	Number int // 1 is the first
	Cells  []Cell
}

// Cell is a cell with what it shows: text as typed, numbers as short as they can be said, dates as 2026-03-01.
type Cell struct {
	Column int // 0 is A
	Text   string
	Across bool // a merged cell to the left has this text
}

// Unread is a cell that holds something, but nothing that can be read.
type Unread struct {
	Row, Column int
	Says        string
}

// Cell is the cell in a column, and whether it is there.
func (r Row) Cell(column int) (Cell, bool) {
	at, there := slices.BinarySearchFunc(r.Cells, column, func(c Cell, column int) int { return c.Column - column })
	if !there {
		return Cell{}, false
	}
	return r.Cells[at], true
}

// ColumnName is the letters of a column: A, B, … Z, AA, …
func ColumnName(column int) string {
	name := ""
	for i := column; i >= 0; i = i/26 - 1 {
		name = string(rune('A'+i%26)) + name
	}
	return name
}

// ColumnNumber is the column that letters name, and whether they name one.
func ColumnNumber(letters string) (int, bool) {
	n := 0
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' || n > maxWidth {
			return 0, false
		}
		n = 26*n + int(r-'A') + 1
	}
	return n - 1, n > 0 && n <= maxWidth
}

// Read reads the sheets of a file whose ending says what it is: "xlsx", "csv" or "tsv".
func Read(ending string, data []byte) ([]*Sheet, error) {
	zipped := bytes.HasPrefix(data, []byte("PK\x03\x04"))
	switch {
	case len(data) == 0:
		return nil, errors.New("is empty")
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return nil, errors.New("is a workbook of an older Excel, or has a password; save it as .xlsx without one")
	case ending == "xlsx" && !zipped:
		return nil, errors.New("is no .xlsx workbook, whatever its ending says; open it in a spreadsheet program and save it as one")
	case ending == "xlsx":
		return readWorkbook(data)
	case zipped:
		return nil, fmt.Errorf("is a zip archive or workbook, not a .%s file; give it its own ending", ending)
	}
	s, err := readSeparated(ending, data)
	if err != nil {
		return nil, err
	}
	return []*Sheet{s}, nil
}

// Tidy is a cell's text as it is read: with line feeds alone as line breaks, and without the white space around it.
func Tidy(text string) string { return strings.TrimSpace(lineBreaks.Replace(text)) }

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\ufeff", "")
