package table

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"icamo/theory/opc"
)

// The limits of a worksheet.
const (
	maxCell   = 32767 // UTF-16 units
	maxRows   = 1_048_576
	maxColumn = 16_384
	maxSheet  = 31 // characters of its name
)

// XLSX writes a workbook of one sheet: see Workbook.
func XLSX(w io.Writer, t *Table) error {
	return Workbook(w, []Sheet{{Name: sheetName(t.Title), Table: t}})
}

// Sheet is a table in a workbook.
type Sheet struct {
	Name   string // at most 31 characters, none of []:*?/\'
	Table  *Table
	Hidden bool // so well that a spreadsheet program does not offer to show it
}

// Workbook writes a workbook (ECMA-376), of which the first sheet is not hidden: texts typed as text, so that none is run as a
// formula, numbers as numbers, the column names frozen and repeated on each printed page, cells wrapped. The bytes are the same
// each time: no date is in them. What a worksheet cannot hold is an error, never cut.
//
// The few parts of the format that a table needs are written here, since the libraries for it take longer to start than
// the whole command may.
func Workbook(w io.Writer, sheets []Sheet) error {
	book := opc.NewWriter(w)
	var types, parts strings.Builder
	for i, s := range sheets {
		if err := s.Table.FitsWorksheet(); err != nil {
			return err
		}
		fmt.Fprintf(&types, sheetType, i+1)
		fmt.Fprintf(&parts, sheetPart, i+1)
	}
	first := sheets[0].Table
	book.XML("[Content_Types].xml", fmt.Sprintf(contentTypes, types.String()))
	book.XML("_rels/.rels", opc.PackageParts("xl/workbook.xml"))
	book.XML("docProps/core.xml", opc.Properties(first.Title, first.Language))
	book.XML("xl/workbook.xml", names(sheets))
	book.XML("xl/_rels/workbook.xml.rels", fmt.Sprintf(workbookParts, parts.String(), len(sheets)+1))
	book.XML("xl/styles.xml", styles)
	for i, s := range sheets {
		sheet := worksheet{Sheet: s, last: lastCell(s.Table)}
		book.Part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(w *bufio.Writer) error {
			sheet.write(w)
			return nil
		})
		book.XML(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), sheet.targets())
	}
	return book.Close()
}

// FitsWorksheet says why a worksheet cannot hold the table.
func (t *Table) FitsWorksheet() error {
	if len(t.Rows) >= maxRows || len(t.Columns) > maxColumn {
		return fmt.Errorf("the table has %d rows and %d columns, more than a worksheet holds; write it as CSV", len(t.Rows), len(t.Columns))
	}
	for i, column := range t.Columns {
		if tooLong(column) {
			return tooMuch(i, 0)
		}
	}
	for j, row := range t.Rows {
		for i, c := range row {
			if tooLong(c.String()) {
				return tooMuch(i, j+1)
			}
		}
	}
	return nil
}

func tooLong(text string) bool {
	return len(text) > maxCell && len(utf16.Encode([]rune(lineFeeds.Replace(opc.Clean(text))))) > maxCell
}

func tooMuch(column, row int) error {
	return fmt.Errorf("cell %s holds more than the %d characters of a worksheet's; write the table as CSV", cellName(column, row), maxCell)
}

// worksheet writes a sheet.
type worksheet struct {
	Sheet
	last  string // the name of the last cell
	links []link
}

func lastCell(t *Table) string { return cellName(max(len(t.Columns), 1)-1, len(t.Rows)) }

// link is a cell that leads to a page.
type link struct{ cell, url string }

// names lists the sheets, and the ranges in them that have names.
func names(sheets []Sheet) string {
	var listed, ranges strings.Builder
	for i, s := range sheets {
		hidden := ""
		if s.Hidden {
			hidden = ` state="veryHidden"`
		}
		fmt.Fprintf(&listed, `<sheet name="%s" sheetId="%d"%s r:id="rId%[2]d"/>`, opc.Escape(s.Name), i+1, hidden)
		last := absolute().ReplaceAllString(lastCell(s.Table), `$$$1$$$2`)
		fmt.Fprintf(&ranges, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!$A$1:%s</definedName>`, i, opc.Escape(s.Name), last)
		fmt.Fprintf(&ranges, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$1:$1</definedName>`, i, opc.Escape(s.Name))
	}
	return fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets><definedNames>%s</definedNames></workbook>`,
		spreadsheetML, opc.Relationships, listed.String(), ranges.String())
}

var absolute = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([A-Z]+)([0-9]+)$`) })

// write writes the sheet; the elements' order is the schema's.
func (b *worksheet) write(w *bufio.Writer) {
	fmt.Fprintf(w, `<worksheet xmlns="%s" xmlns:r="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s"/>`, spreadsheetML, opc.Relationships, b.last)
	w.WriteString(`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
		`<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`)
	if len(b.Table.Columns) > 0 {
		w.WriteString("<cols>")
		for i := range b.Table.Columns {
			fmt.Fprintf(w, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, width(b.Table, i))
		}
		w.WriteString("</cols>")
	}
	w.WriteString("<sheetData>")
	heads := make([]Cell, len(b.Table.Columns))
	for i, column := range b.Table.Columns {
		heads[i] = cell(column)
	}
	b.row(w, 0, heads, headStyle)
	for j, row := range b.Table.Rows {
		b.row(w, j+1, row, textStyle)
	}
	fmt.Fprintf(w, `</sheetData><autoFilter ref="A1:%s"/>`, b.last)
	if len(b.links) > 0 {
		w.WriteString("<hyperlinks>")
		for i, l := range b.links {
			fmt.Fprintf(w, `<hyperlink ref="%s" r:id="rId%d"/>`, l.cell, i+1)
		}
		w.WriteString("</hyperlinks>")
	}
	w.WriteString(`<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`)
}

func (b *worksheet) row(w *bufio.Writer, row int, cells []Cell, style int) {
	fmt.Fprintf(w, `<row r="%d">`, row+1)
	for i, c := range cells {
		at := cellName(i, row)
		switch text := lineFeeds.Replace(opc.Clean(c.String())); {
		case c.Number != nil:
			fmt.Fprintf(w, `<c r="%s" s="%d"><v>%s</v></c>`, at, numberStyle, strconv.FormatFloat(*c.Number, 'g', -1, 64))
		case text == "":
		default:
			fmt.Fprintf(w, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, opc.Escape(literal(text)))
			if len(c.Lines) == 1 {
				if url := opc.URI(c.Lines[0].URL); url != "" {
					b.links = append(b.links, link{at, url})
				}
			}
		}
	}
	w.WriteString("</row>")
}

// targets lists where the links lead.
func (b *worksheet) targets() string {
	var s strings.Builder
	s.WriteString(`<Relationships xmlns="` + opc.PackageRelationships + `">`)
	for i, l := range b.links {
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1, opc.Relationships, opc.Escape(l.url))
	}
	s.WriteString("</Relationships>")
	return s.String()
}

// width is a column's width in characters: what its longest line needs, within reason.
func width(t *Table, column int) int {
	const least, most, heading = 6, 48, 18
	longest := min(utf8.RuneCountInString(t.Columns[column])+2, heading)
	for _, row := range t.Rows {
		for _, line := range strings.Split(row[column].String(), "\n") {
			longest = max(longest, utf8.RuneCountInString(line)+2)
		}
	}
	return min(max(longest, least), most)
}

// sheetName is a title without what the name of a sheet may not hold, cut to what it may.
func sheetName(title string) string {
	what, _, _ := strings.Cut(title, ":")
	name := []rune(strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, oneLine(opc.Clean(what)))))
	name = name[:min(len(name), maxSheet)]
	for len(utf16.Encode(name)) > maxSheet {
		name = name[:len(name)-1]
	}
	if len(name) == 0 {
		return "Table"
	}
	return string(name)
}

// cellName is A1, B1, … Z1, AA1, …
func cellName(column, row int) string {
	name := ""
	for i := column; i >= 0; i = i/26 - 1 {
		name = string(rune('A'+i%26)) + name
	}
	return name + strconv.Itoa(row+1)
}

// literal keeps a text that looks like the format's own escape for a character from being read as that character.
func literal(text string) string {
	var s strings.Builder
	for {
		at := escaped().FindStringIndex(text)
		if at == nil {
			return s.String() + text
		}
		s.WriteString(text[:at[0]] + "_x005F_")
		text = text[at[0]+1:]
	}
}

var escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })
