package table

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The limits of a worksheet.
const (
	maxCell   = 32767
	maxRows   = 1_048_576
	maxColumn = 16_384
	maxSheet  = 31
	maxLink   = 2079
)

// XLSX writes a workbook of one sheet: texts typed as text, so that none is run as a formula, numbers as numbers, the
// column names frozen, cells wrapped. The bytes are the same each time: no date is in them. What a worksheet cannot hold
// is an error, never cut.
func XLSX(w io.Writer, t *Table) (err error) {
	if len(t.Rows) >= maxRows || len(t.Columns) > maxColumn {
		return fmt.Errorf("the table has %d rows and %d columns, more than a worksheet holds; write it as CSV", len(t.Rows), len(t.Columns))
	}
	book := excelize.NewFile()
	defer func() {
		if cerr := book.Close(); err == nil {
			err = cerr
		}
	}()
	s := sheet{book: book, name: sheetName(t.Title)}
	s.do(book.SetSheetName("Sheet1", s.name))
	s.do(book.SetDocProps(&excelize.DocProperties{Title: clean(t.Title), Creator: "icamo", Language: t.Language, Created: epoch, Modified: epoch}))
	s.styles()
	for i, column := range t.Columns {
		s.text(i, 0, Cell{Lines: []Line{{Text: column}}}, s.heading)
		width := s.width(t, i)
		name, err := excelize.ColumnNumberToName(i + 1)
		s.do(err)
		s.do(book.SetColWidth(s.name, name, name, width))
	}
	for j, row := range t.Rows {
		for i, c := range row {
			s.cell(i, j+1, c)
		}
	}
	s.frame(t)
	if s.err != nil {
		return s.err
	}
	return book.Write(w)
}

// epoch stands for the dates that the format asks for: the first that it can hold.
const epoch = "1980-01-01T00:00:00Z"

// sheet writes cells and keeps the first error.
type sheet struct {
	book                 *excelize.File
	name                 string
	heading, body, value int // styles
	err                  error
}

func (s *sheet) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheet) styles() {
	style := func(of *excelize.Style) int {
		id, err := s.book.NewStyle(of)
		s.do(err)
		return id
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	const asText = 49 // the built-in number format "@"
	s.heading = style(&excelize.Style{NumFmt: asText, Alignment: &excelize.Alignment{Vertical: "bottom", WrapText: true}, Font: &excelize.Font{Bold: true},
		Border: []excelize.Border{{Type: "bottom", Style: 2, Color: "555555"}}})
	s.body = style(&excelize.Style{NumFmt: asText, Alignment: top})
	s.value = style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}})
}

func (s *sheet) cell(column, row int, c Cell) {
	if s.err != nil || c.Number == nil && len(c.Lines) == 0 {
		return
	}
	if c.Number == nil {
		s.text(column, row, c, s.body)
		return
	}
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	s.do(err)
	s.do(s.book.SetCellFloat(s.name, at, *c.Number, -1, 64))
	s.do(s.book.SetCellStyle(s.name, at, at, s.value))
}

func (s *sheet) text(column, row int, c Cell, style int) {
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	s.do(err)
	text := literal(clean(c.String()))
	if n := len(utf16.Encode([]rune(text))); n > maxCell {
		s.do(fmt.Errorf("cell %s holds %d characters, more than the %d of a worksheet's; write the table as CSV", at, n, maxCell))
		return
	}
	s.do(s.book.SetCellStr(s.name, at, text))
	s.do(s.book.SetCellStyle(s.name, at, at, style))
	if len(c.Lines) == 1 && c.Lines[0].URL != "" && len(c.Lines[0].URL) <= maxLink {
		s.do(s.book.SetCellHyperLink(s.name, at, c.Lines[0].URL, "External"))
	}
}

// frame freezes the column names, lets rows be filtered by them, and sets the page for printing.
func (s *sheet) frame(t *Table) {
	s.do(s.book.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	if len(t.Columns) > 0 {
		last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
		s.do(err)
		s.do(s.book.AutoFilter(s.name, "A1:"+last, nil))
	}
	landscape, wide, tall, fit := "landscape", 1, 0, true
	s.do(s.book.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	s.do(s.book.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// width is a column's width in characters: what its longest line needs, within reason.
func (s *sheet) width(t *Table, column int) float64 {
	const least, most, heading = 6, 48, 18
	longest := min(utf8.RuneCountInString(t.Columns[column])+2, heading)
	for _, row := range t.Rows {
		for _, line := range strings.Split(row[column].String(), "\n") {
			longest = max(longest, utf8.RuneCountInString(line)+2)
		}
	}
	return float64(min(max(longest, least), most))
}

// sheetName is a title without what the name of a sheet may not hold, cut to what it may.
func sheetName(title string) string {
	what, _, _ := strings.Cut(title, ":")
	name := []rune(strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return -1
		}
		return r
	}, clean(what))))
	if len(name) > maxSheet {
		name = name[:maxSheet]
	}
	if len(name) == 0 {
		return "Table"
	}
	return string(name)
}

// literal keeps a text that looks like the format's own escape for a character from being read as that character.
func literal(text string) string {
	var s strings.Builder
	for {
		at := escaped.FindStringIndex(text)
		if at == nil {
			return s.String() + text
		}
		s.WriteString(text[:at[0]] + "_x005F_")
		text = text[at[0]+1:]
	}
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
