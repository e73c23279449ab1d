package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/exchange/rows"
	"icamo/theory/exchange/sheet"
	"icamo/theory/revision"
	"icamo/theory/table"
)

// wholeTheory is the export of all sheets in one workbook, with the tables for readers.
const wholeTheory = "all"

// exports are the tables that icamo import reads back, by the names that --as takes.
var exports = []string{"nodes", "links", "configurations", "quotes", wholeTheory}

// exportTable writes what elements say, a column a key, to be edited and read back. A workbook also holds, hidden, what was
// exported, so that the import can tell what was changed in it from what was changed in the theory.
func exportTable(cmd *cobra.Command, name, as, file string, f tableFormat) error {
	t, err := openVersion(cmd, name)
	if err != nil {
		return err
	}
	if as == wholeTheory && f.name != "xlsx" {
		return fmt.Errorf("--as all is a workbook of several sheets; name a file that ends with .xlsx, or take one of %s", strings.Join(exports[:len(exports)-1], ", "))
	}
	var shown []table.Sheet
	for _, s := range rows.Export(t) {
		if as != s.Name && (as != wholeTheory || len(s.Rows) == 0 && !slices.Contains(exports, s.Name)) {
			continue
		}
		laid := &table.Table{Title: s.Name + ": " + t.Title, Language: t.Language, Columns: s.Columns}
		for _, row := range s.Rows {
			cells := make([]table.Cell, len(row))
			for i, text := range row {
				cells[i] = textCell(text)
			}
			laid.Rows = append(laid.Rows, cells)
		}
		shown = append(shown, table.Sheet{Name: s.Name, Table: laid})
	}
	if as == wholeTheory {
		shown = append(shown, readingSheets(cmd, t)...)
	}
	hidden := make([]table.Sheet, len(shown))
	for i, s := range shown {
		hidden[i] = table.Sheet{Name: s.Name + sheet.HistorySuffix, Table: s.Table, Hidden: true}
	}
	err = writeOut(cmd, file, func(w io.Writer) error {
		if f.name == "xlsx" {
			return table.Workbook(w, append(shown, hidden...))
		}
		return f.write(w, shown[0].Table)
	}, filesOf(t)...)
	return madeOf(err, t)
}

// readingSheets are the tables of a theory for its readers. One that a worksheet cannot hold is left out, and named.
func readingSheets(cmd *cobra.Command, t *theory.Theory) []table.Sheet {
	var all []table.Sheet
	for _, one := range []struct {
		name string
		of   func(*theory.Theory) (*table.Table, error)
	}{{"matrix", table.ICAMO}, {"statements", table.Statements}, {"evidence", table.Evidence}, {"cases", table.Cases}, {"revision", revisionOf}} {
		laid, err := one.of(t)
		if err == nil {
			err = laid.FitsWorksheet()
		}
		switch {
		case err != nil:
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: the sheet %q is left out: %s\n", rows.ReadingSheet(one.name), oneLine(err.Error()))
		case len(laid.Rows) > 0:
			all = append(all, table.Sheet{Name: rows.ReadingSheet(one.name), Table: laid})
		}
	}
	return all
}

// revisionOf is what changed since the version that a theory revises; without rows where it revises none that can be read.
func revisionOf(t *theory.Theory) (*table.Table, error) {
	if t.Earlier == nil || t.Earlier.Unread {
		return &table.Table{}, nil
	}
	return table.Revision(revision.Compare(t.Earlier, t))
}
