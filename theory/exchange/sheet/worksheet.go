package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"icamo/theory/exchange/untrusted"
)

// read reads the rows of a sheet from its part of the workbook.
func (b *workbook) read(s *Sheet, part string) error {
	content, err := b.archive.Read(part, maxPart)
	if err != nil {
		return err
	}
	if b.rows+bytes.Count(content, []byte("<row")) > maxRows || b.cells+bytes.Count(content, []byte("<c ")) > maxCells {
		return tooMany() // at once, as to read them takes seconds
	}
	x := untrusted.NewXML(content)
	var merged []area
	next := 0 // the column of a cell that does not say its own
	for row := (Row{}); ; {
		token, err := x.Next()
		switch {
		case errors.Is(err, io.EOF):
			s.add(row)
			return b.fill(s, merged)
		case err != nil:
			return fmt.Errorf("the sheet %q %w", s.Name, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			s.add(row)
			number := row.Number + 1
			if r, err := strconv.Atoi(untrusted.Attribute(start, "r")); err == nil && r >= number {
				number = r
			}
			row, next = Row{Number: number, Cells: make([]Cell, 0, len(row.Cells))}, 0
			if b.rows++; b.rows > maxRows {
				return tooMany()
			}
		case "c":
			if column, _, ok := position(untrusted.Attribute(start, "r")); ok {
				next = column
			}
			if err := b.cell(x, s, &row, next, start); err != nil {
				return err
			}
			next++
		case "mergeCell":
			if a, ok := newArea(untrusted.Attribute(start, "ref")); ok {
				merged = append(merged, a)
			}
		}
	}
}

// add appends a row that holds something.
func (s *Sheet) add(row Row) {
	if len(row.Cells) > 0 {
		s.Rows = append(s.Rows, row)
	}
}

// cell reads a cell whose start tag was read.
func (b *workbook) cell(x *untrusted.XML, s *Sheet, row *Row, column int, start xml.StartElement) error {
	if b.cells++; b.cells > maxCells {
		return tooMany()
	}
	if column >= maxWidth {
		return tooLarge(s.Name, row.Number, column)
	}
	value, text, formula, stored := "", "", false, false
	for done := false; !done; {
		token, err := x.Next()
		if err != nil {
			return fmt.Errorf("the sheet %q %w", s.Name, err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			done = token.Name.Local == "c"
		case xml.StartElement:
			switch token.Name.Local {
			case "v":
				stored = true
				value, err = x.Text()
			case "is":
				text, err = richText(x, "is")
			case "f":
				formula = true
				err = x.Skip()
			default:
				err = x.Skip()
			}
			if err != nil {
				return fmt.Errorf("cell %s%d of the sheet %q %w", ColumnName(column), row.Number, s.Name, err)
			}
		}
	}
	unread := func(says string) { s.Unread = append(s.Unread, Unread{row.Number, column, says}) }
	switch kind := untrusted.Attribute(start, "t"); {
	case kind == "inlineStr":
	case formula && !stored:
		unread("the value of its formula is not stored; open the workbook in a spreadsheet program and save it")
	case kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(b.strings) {
			unread("its text is not in the workbook")
			break
		}
		text = b.strings[i]
	case kind == "str":
		text = Tidy(unescaped(value))
	case kind == "e":
		unread("it holds the error " + value)
	case kind == "b":
		text = map[string]string{"1": "true", "0": "false"}[strings.TrimSpace(value)]
	case kind == "d":
		text = strings.TrimSuffix(strings.TrimSpace(value), "T00:00:00")
	case value != "":
		text = b.number(strings.TrimSpace(value), untrusted.Attribute(start, "s"))
	}
	if len(text) > maxText {
		return tooLarge(s.Name, row.Number, column)
	}
	switch last := len(row.Cells) - 1; {
	case text == "":
	case last >= 0 && row.Cells[last].Column >= column:
		unread("it stands out of order, or twice, in its row")
	default:
		row.Cells = append(row.Cells, Cell{Column: column, Text: text})
	}
	return nil
}

// position is where a reference such as B3 leads.
func position(ref string) (column, row int, ok bool) {
	letters := strings.TrimRight(ref, "0123456789")
	column, named := ColumnNumber(letters)
	row, err := strconv.Atoi(ref[len(letters):])
	return column, row, named && err == nil && row > 0
}

// area is cells that are merged into one, each end included.
type area struct{ left, top, right, bottom int }

func newArea(ref string) (area, bool) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return area{}, false
	}
	left, top, ok1 := position(first)
	right, bottom, ok2 := position(last)
	return area{left, top, right, bottom}, ok1 && ok2 && left <= right && top <= bottom
}

// fill gives the rows of a merged cell its text: it holds for each of them.
func (b *workbook) fill(s *Sheet, merged []area) error {
	width := 0
	for _, row := range s.Rows {
		width = max(width, row.Cells[len(row.Cells)-1].Column)
	}
	for _, m := range merged {
		first, there := slices.BinarySearchFunc(s.Rows, m.top, func(r Row, top int) int { return r.Number - top })
		if !there {
			continue
		}
		from, there := s.Rows[first].Cell(m.left)
		if !there {
			continue
		}
		for i := first; i < len(s.Rows) && s.Rows[i].Number <= m.bottom; i++ {
			for column := m.left; column <= min(m.right, width); column++ {
				if b.cells++; b.cells > maxCells {
					return tooMany()
				}
				s.Rows[i].put(Cell{Column: column, Text: from.Text, Across: column > m.left})
			}
		}
	}
	return nil
}

// put places a cell where none is yet.
func (r *Row) put(c Cell) {
	if at, there := slices.BinarySearchFunc(r.Cells, c.Column, func(c Cell, column int) int { return c.Column - column }); !there {
		r.Cells = slices.Insert(r.Cells, at, c)
	}
}
