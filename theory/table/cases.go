package table

import (
	"slices"
	"strings"

	"icamo/theory"
)

// Cases shows in which case each configuration was seen at work: one row a case, with its attributes, and one column a
// configuration, so that the rows can be read as a truth table. "unknown" says that the theory does not tell.
func Cases(t *theory.Theory) *Table {
	out := &Table{Title: title("Cases by configuration", t), Language: t.Language, Columns: []string{"Case", "Kind"}}
	var attributes []string
	for _, c := range t.Cases {
		for _, a := range c.Attributes {
			if !slices.Contains(attributes, a.Name) {
				attributes = append(attributes, a.Name)
			}
		}
	}
	for _, a := range attributes {
		out.Columns = append(out.Columns, oneLine(strings.ReplaceAll(a, "_", " ")))
	}
	var claims []*theory.Configuration
	for _, c := range t.Configurations {
		if c.Live() {
			claims = append(claims, c)
			out.Columns = append(out.Columns, heading(c))
		}
	}
	for _, c := range t.Cases {
		row := []Cell{cell(c.Label), cell(c.Kind)}
		for _, name := range attributes {
			value := ""
			for _, a := range c.Attributes {
				if a.Name == name {
					value = a.Value
				}
			}
			row = append(row, cell(value))
		}
		for _, claim := range claims {
			row = append(row, cell(activity(claim, c)))
		}
		out.Rows = append(out.Rows, row)
	}
	keep := []string{"Case"}
	for _, c := range claims {
		keep = append(keep, heading(c))
	}
	return out.sparse(keep...)
}

// heading names a configuration at the head of a column.
func heading(c *theory.Configuration) string {
	if c.Number > 0 {
		return oneLine(short(c) + ". " + c.Title)
	}
	return oneLine(c.Title)
}

func activity(c *theory.Configuration, in *theory.Case) string {
	named := func(ref theory.Ref) bool { return ref.ID == in.ID }
	active, not := slices.ContainsFunc(c.ActiveIn, named), slices.ContainsFunc(c.NotActiveIn, named)
	switch {
	case active && not:
		return "active and not active"
	case active:
		return "active"
	case not:
		return "not active"
	}
	return "unknown"
}
