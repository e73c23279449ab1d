package table

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"sync"

	"icamo/theory/opc"
)

// CSV writes the column names and rows as RFC 4180 asks: UTF-8, commas, lines ended by CR LF, a cell's own lines parted
// by line feeds. There is no byte order mark, which many programs would take for part of the first name; a spreadsheet
// that needs one is better served by XLSX. A text that a spreadsheet would run as a formula gets an apostrophe before
// it; numbers stay numbers. The title is not in the file.
func CSV(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		record[i] = harmless(column)
	}
	if len(record) > 0 {
		_ = out.Write(record) // Error has it
	}
	for _, row := range t.Rows {
		for i, c := range row {
			record[i] = c.String()
			if c.Number == nil {
				record[i] = harmless(record[i])
			}
		}
		_ = out.Write(record)
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet from running a text: those that open with one of OWASP's characters for CSV injection, or
// its full-width form, after any white space, get an apostrophe before them. So does what follows a semicolon, a tab or a
// line's end within a text, as a spreadsheet that parts cells there takes quotes within a line for letters. Control
// characters are replaced.
func harmless(text string) string {
	text = parted().ReplaceAllString(opc.Clean(text), "$1'$2")
	start := strings.TrimLeft(text, " \u00a0\ufeff")
	for _, prefix := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(start, prefix) {
			return "'" + text
		}
	}
	return text
}

// parted is where a text would be a formula if cells were parted there.
var parted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([;\t\r\n])([ \x{a0}\x{feff}"]*[=+@＝＋－＠-])`)
})
