package rows

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/sheet"
)

// grid is a sheet of which it is known what table it is of, and what its columns are.
type grid struct {
	*sheet.Sheet
	file    string
	form    *form
	columns []column
	first   int // the place of the first row below the headings

	exported bool                         // it is one that Export made
	history  map[string]map[string]string // what each row said when it was exported, by what the row is known by
}

// column is a column of a sheet with the key that it is of.
type column struct {
	number  int
	heading string
	key     string
}

func (g *grid) place(row, column int) draft.Place {
	at := draft.Place{File: g.file, Sheet: g.Name, Row: row}
	if column >= 0 {
		at.Cell = sheet.ColumnName(column)
	}
	return at
}

// has says whether some column is of a key.
func has(columns []column, key string) bool {
	return slices.ContainsFunc(columns, func(c column) bool {
		return c.key == key || strings.HasPrefix(c.key, key+" ")
	})
}

// recognise finds the headings of a sheet, in its first rows, and the table that they are of. Headings can be in two rows, the
// upper one merged over several columns.
func recognise(file string, s *sheet.Sheet, named map[string]string) *grid {
	const mostRows = 10
	var best *grid
	known := 0
	for i := range min(len(s.Rows), mostRows) {
		for _, both := range []bool{false, true} {
			if both && i+1 >= len(s.Rows) {
				continue
			}
			headings := headingsOf(s.Rows[i], nil)
			if both {
				headings = headingsOf(s.Rows[i], &s.Rows[i+1])
			}
			for f := range forms {
				g := &grid{Sheet: s, file: file, form: &forms[f], first: i + 1}
				if both {
					g.first++
				}
				n := g.name(headings, named)
				if n > known && g.form.isOf(g.columns) {
					best, known = g, n
				}
			}
		}
		if best != nil && i > best.first {
			break
		}
	}
	if best != nil {
		best.exported = best.isExported()
	}
	return best
}

// headingsOf are the headings of columns, of two rows joined where both have one.
func headingsOf(upper sheet.Row, lower *sheet.Row) map[int]string {
	headings := make(map[int]string)
	for _, c := range upper.Cells {
		if lower == nil || !c.Across {
			headings[c.Column] = c.Text
		}
		if lower == nil && c.Across {
			delete(headings, c.Column)
		}
	}
	if lower == nil {
		return headings
	}
	above := make(map[int]string)
	for _, c := range upper.Cells {
		above[c.Column] = c.Text
	}
	for _, c := range lower.Cells {
		if over := above[c.Column]; over != c.Text {
			headings[c.Column] = strings.TrimSpace(over + " " + c.Text)
		}
	}
	return headings
}

// name says which keys the columns are of, and how many are known.
func (g *grid) name(headings map[int]string, named map[string]string) int {
	known := 0
	numbers := make([]int, 0, len(headings))
	for number := range headings {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	for _, number := range numbers {
		c := column{number: number, heading: headings[number], key: g.form.keyOf(headings[number])}
		for _, name := range []string{strings.ToLower(strings.TrimSpace(c.heading)), strings.ToLower(sheet.ColumnName(number))} {
			if key := named[name]; key != "" {
				c.key = g.form.keyOf(key)
			}
		}
		if c.key != "" {
			known++
		}
		g.columns = append(g.columns, c)
	}
	return known
}

// isOf says whether columns are those of a table of this form.
func (f *form) isOf(columns []column) bool {
	return slices.ContainsFunc(f.needs, func(needs []string) bool {
		return !slices.ContainsFunc(needs, func(key string) bool { return !has(columns, key) })
	})
}

// Columns reads what --columns says: "from=A,to=Leads to" names the key of a column by its letters or its heading. The result is
// the key by the column's name.
func Columns(say string) (map[string]string, error) {
	named := make(map[string]string)
	if strings.TrimSpace(say) == "" {
		return named, nil
	}
	for _, part := range strings.Split(say, ",") {
		key, name, ok := strings.Cut(part, "=")
		key, name = strings.ToLower(strings.TrimSpace(key)), strings.ToLower(strings.TrimSpace(name))
		if !ok || key == "" || name == "" {
			return nil, fmt.Errorf("--columns cannot be %q: it is KEY=COLUMN, such as from=A,to=B, a column by its letters or heading", part)
		}
		if !slices.ContainsFunc(forms, func(f form) bool { return f.keyOf(key) != "" }) {
			return nil, fmt.Errorf("--columns names %q, which no sheet has a column for", key)
		}
		named[name] = key
	}
	return named, nil
}
