package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"icamo/theory/exchange/untrusted"
)

// readSeparated reads a file of values that are separated by tabs, semicolons or commas, whichever its first line has most of.
func readSeparated(ending string, data []byte) (*Sheet, error) {
	text, err := untrusted.Text(data)
	if err != nil {
		return nil, fmt.Errorf("%w, so no .%s file", err, ending)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(ending, text)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	s := &Sheet{}
	cells, number, end, counted := 0, 0, 1, 0 // end is the line in which the last record ended
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return nil, fmt.Errorf("has a quotation mark out of place in line %d; write it twice inside a quoted cell", parse.Line)
		}
		if err != nil {
			return nil, err
		}
		start, _ := r.FieldPos(0)
		number += 1 + start - end // blank lines are rows, too
		offset := int(r.InputOffset())
		end += strings.Count(text[counted:offset], "\n")
		counted = offset
		row := Row{Number: number}
		for column, value := range record {
			if column >= maxWidth || len(value) > maxText {
				return nil, tooLarge("", number, column)
			}
			if value = unquoted(Tidy(value)); value != "" {
				row.Cells = append(row.Cells, Cell{Column: column, Text: value})
			}
		}
		if cells += len(row.Cells); cells > maxCells || number > maxRows {
			return nil, tooMany()
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return s, nil
}

// separator is the character that stands most often in the first line with any, outside quotation marks. Of a line such as
// "sep=;", which Excel reads itself, it is the last.
func separator(ending, text string) rune {
	best, most := ',', 0
	if ending == "tsv" {
		return '\t'
	}
	for _, candidate := range "\t;," {
		count, quoted := 0, false
		for _, r := range text {
			if r == '"' {
				quoted = !quoted
			}
			if r == '\n' && !quoted && count+most > 0 {
				break
			}
			if r == candidate && !quoted {
				count++
			}
		}
		if count > most {
			best, most = candidate, count
		}
	}
	return best
}

var quoted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([;\t\r\n])'([ \x{a0}\x{feff}"]*[=+@＝＋－＠-])`)
})

// unquoted takes off the apostrophes that keep a spreadsheet from running a text, or what follows a separator in it, as a
// formula.
func unquoted(text string) string {
	if !strings.Contains(text, "'") {
		return text
	}
	text = quoted().ReplaceAllString(text, "$1$2")
	if rest, ok := strings.CutPrefix(text, "'"); ok && strings.IndexAny(strings.TrimSpace(rest), "=+-@＝＋－＠") == 0 {
		return rest
	}
	return text
}

func tooLarge(sheet string, row, column int) error {
	at := ""
	if sheet != "" {
		at = fmt.Sprintf(" of the sheet %q", sheet)
	}
	if column >= maxWidth {
		return fmt.Errorf("row %d%s has more than %d columns", row, at, maxWidth)
	}
	return fmt.Errorf("cell %s%d%s holds more than %d bytes of text", ColumnName(column), row, at, maxText)
}

func tooMany() error {
	return fmt.Errorf("has more than %d rows or %d cells; split it", maxRows, maxCells)
}
