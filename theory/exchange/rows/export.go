package rows

import (
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// Exported is a sheet that Import reads back.
type Exported struct {
	Name    string
	Columns []string
	Rows    [][]string
}

// sheets are the sheets of a theory, each of a sort of element.
var sheets = []struct {
	name string
	sort theory.Sort
}{
	{"nodes", theory.NodeSort}, {"links", theory.LinkSort}, {"configurations", theory.ConfigurationSort}, {"quotes", theory.EvidenceSort},
	{"sources", theory.SourceSort}, {"cases", theory.CaseSort}, {"formal theories", theory.FormalTheorySort},
}

// Export gives the sheets of a theory: what its elements say, one row each, a column for every key.
func Export(t *theory.Theory) []Exported {
	d := draft.FromTheory(t)
	all := make([]Exported, len(sheets))
	for i, s := range sheets {
		all[i] = Exported{Name: s.name, Columns: exportedColumns(s.sort)}
		for _, e := range d.Elements {
			if sort(e.Table) == string(s.sort) {
				all[i].Rows = append(all[i].Rows, exportedRow(e, all[i].Columns))
			}
		}
	}
	citations := map[string]map[string][]string{forKey: {}, contraKey: {}}
	for _, e := range d.Elements {
		for stance, key := range citing {
			for _, id := range e.List(key) {
				citations[stance][id] = append(citations[stance][id], name(e))
			}
		}
	}
	for i, s := range all {
		for c, column := range s.Columns {
			if cited := citations[column]; cited != nil {
				for r := range s.Rows {
					all[i].Rows[r][c] = strings.Join(cited[s.Rows[r][0]], "; ")
				}
			}
		}
	}
	return all
}

// exportedColumns are the columns of a sheet of elements of a sort: what names them, and their keys.
func exportedColumns(of theory.Sort) []string {
	var columns []string
	if of != theory.LinkSort {
		columns = append(columns, idKey)
	}
	if of == theory.NodeSort {
		columns = append(columns, kindKey)
	}
	for _, key := range of.Keys() {
		if key.Type != theory.Acceptances && key.Within == "" {
			columns = append(columns, key.Name)
		}
	}
	if of == theory.EvidenceSort {
		columns = append(columns, forKey, contraKey)
	}
	return columns
}

func exportedRow(e *draft.Element, columns []string) []string {
	row := make([]string, len(columns))
	for i, column := range columns {
		switch column {
		case idKey:
			row[i] = e.ID
		case kindKey:
			if draft.IsNode(e.Table) {
				row[i] = e.Table
				continue
			}
			row[i] = draft.ValueText(e.Get(column))
		default:
			row[i] = draft.ValueText(e.Get(column))
		}
	}
	return row
}

// isExported says whether a sheet has all columns of an export, under their own names: an empty cell then says nothing.
func (g *grid) isExported() bool {
	for _, column := range exportedColumns(theory.Sort(g.form.table)) {
		found := false
		for _, c := range g.columns {
			found = found || c.heading == column
		}
		if !found {
			return false
		}
	}
	return true
}
