package table

import (
	"fmt"
	"slices"
	"strconv"

	"icamo/theory"
	"icamo/theory/wording"
)

// Cases shows in which case each configuration, and each node of which the theory says it, was seen at work: one row a case,
// with its attributes, and one column a configuration or node. "unknown" says that the theory does not tell.
func Cases(t *theory.Theory) (*Table, error) {
	words := wording.Of(t)
	out := &Table{words: words, Title: title("Cases by configuration", t), Language: t.Language, Columns: []string{words.Say("Case"), words.Say("Kind")}}
	var attributes []string
	known := make(map[string]bool)
	for _, c := range t.Cases {
		for _, a := range c.Attributes {
			if !known[a.Name] {
				known[a.Name] = true
				attributes = append(attributes, a.Name)
			}
		}
	}
	var seen []activity
	var heads []string
	for _, c := range t.Configurations {
		if c.Live() {
			seen = append(seen, newActivity(c.ActiveIn, c.PartlyActiveIn, c.NotActiveIn))
			heads = append(heads, heading(t, c))
		}
	}
	for _, n := range t.Nodes {
		if a := ofNode(n); n.Live() && a.told() {
			seen = append(seen, a)
			heads = append(heads, oneLine(n.Label))
		}
	}
	columns := len(out.Columns) + len(attributes) + len(seen)
	if len(t.Cases) > 0 && (columns > mostColumns || columns*len(t.Cases) > mostCells) {
		return nil, fmt.Errorf("the table of cases would have %d columns and %d rows; it can have %d columns, and %d cells in all", columns, len(t.Cases), mostColumns, mostCells)
	}
	for _, a := range attributes {
		out.Columns = append(out.Columns, oneLine(wording.Key(a)))
	}
	out.Minor = append(slices.Clone(out.Columns[2:]), words.Say("Kind"))
	out.Columns = append(out.Columns, heads...)
	keep := append([]string{words.Say("Case")}, heads...)
	cells := activityCells(words)
	for _, c := range t.Cases {
		row := []Cell{cell(c.Label), cell(words.Word(c.Kind))}
		values := make(map[string]string, len(c.Attributes))
		for _, a := range c.Attributes {
			values[a.Name] = words.Value(a)
		}
		for _, name := range attributes {
			row = append(row, cell(values[name]))
		}
		for _, a := range seen {
			row = append(row, cells[a.in(c.ID)])
		}
		if err := out.add(row); err != nil {
			return nil, err
		}
	}
	return out.sparse(keep...), nil
}

// The most that a table of cases can have: as many columns as a spreadsheet, and cells that fit in memory. It alone grows
// with the product of what stands in the file.
const (
	mostColumns = 16_384
	mostCells   = 5_000_000
)

// heading names a configuration at the head of a column.
func heading(t *theory.Theory, c *theory.Configuration) string {
	return oneLine(strconv.Itoa(t.NumberOf(c)) + ". " + c.Title)
}

// activityCells are the cells of the table of cases; there may be many.
func activityCells(words *wording.Language) map[degree]Cell {
	return map[degree]Cell{
		atWork:   cell(words.Say("active")),
		partly:   cell(words.Say("partly active")),
		atRest:   cell(words.Say("not active")),
		bothWays: cell(words.Say("active and not active")),
		unknown:  cell(words.Say("unknown")),
	}
}
