package table

import "slices"

// Range is two columns with the ends of one range. A document, which is read and not reckoned with, has them in one.
type Range struct{ Lower, Upper, Name string }

// ranged is the table with its ranges in one column each.
func (t *Table) ranged() *Table {
	if t.Range.Name == "" {
		return t
	}
	lower, upper := slices.Index(t.Columns, t.Range.Lower), slices.Index(t.Columns, t.Range.Upper)
	if lower < 0 || upper < 0 {
		return t
	}
	one := *t
	one.Columns = without(t.Columns, upper)
	one.Columns[lower] = t.Range.Name
	one.Rows = make([][]Cell, len(t.Rows))
	for i, row := range t.Rows {
		one.Rows[i] = without(row, upper)
		if row[lower].Number != nil && row[upper].Number != nil {
			one.Rows[i][lower] = cell(t.says("{1} to {2}", t.shown(row[lower]), t.shown(row[upper])))
		}
	}
	one.Minor = slices.Clone(t.Minor)
	for i, name := range one.Minor {
		if name == t.Range.Lower || name == t.Range.Upper {
			one.Minor[i] = t.Range.Name
		}
	}
	one.Minor = slices.Compact(one.Minor)
	return &one
}

func without[T any](all []T, at int) []T { return slices.Delete(slices.Clone(all), at, at+1) }
