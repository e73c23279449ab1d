package rows

import (
	"slices"

	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/sheet"
	"icamo/theory/wording"
)

// readingNames are the sheets of an exported workbook that are made to be read: what they say, the others say for editing.
var readingNames = []string{"matrix", "statements", "evidence", "cases", "revision"}

// ReadingSheet is the name of the sheet for a table that is made to be read: "matrix", "statements", "evidence", "cases" or
// "revision". Import makes nothing of it, and lists what was changed in it.
func ReadingSheet(table string) string { return table + " to read" }

func forReading(s *sheet.Sheet) bool {
	return slices.ContainsFunc(readingNames, func(table string) bool { return s.Name == ReadingSheet(table) })
}

// unread lists what was changed in a sheet that is made to be read, from where the first change is.
func (im *importer) unread(file string, s *sheet.Sheet) {
	at := draft.Place{File: file, Sheet: s.Name}
	if s.History == nil {
		im.d.Leave(at, "it is made to be read, and was not taken in; edit the other sheets")
		return
	}
	changed := 0
	for i := range max(len(s.Rows), len(s.History.Rows)) {
		var now, before []sheet.Cell
		if i < len(s.Rows) {
			now = s.Rows[i].Cells
		}
		if i < len(s.History.Rows) {
			before = s.History.Rows[i].Cells
		}
		if slices.Equal(now, before) {
			continue
		}
		if changed++; changed == 1 && i < len(s.Rows) {
			at.Row = s.Rows[i].Number
		}
	}
	if changed > 0 {
		im.d.Leave(at, "what changed in it (%s) was not taken in, as it is made to be read; edit the other sheets", wording.English.Counted(changed, "row"))
	}
}
