package table

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// Truth is the data of a qualitative comparative analysis: one row a case, one column a node of which the theory says in
// which cases it was there, triggered or seen, the outcomes last. 1 is that it was, 0 that it was not, and a blank that the
// theory does not say. In a crisp set what was so in part is a blank, too, as it is neither; in a fuzzy one it is 0.5. The first
// column holds the ids of cases, and columns are named by ids as R takes them, with underscores, so that read.csv(file,
// row.names = 1) gives what the package QCA works on.
func Truth(t *theory.Theory, fuzzy bool) (*Table, error) {
	out := &Table{words: wording.Of(t), Title: title("Truth table", t), Language: t.Language, Columns: []string{"case"}}
	var seen []activity
	for _, outcomes := range []bool{false, true} {
		for _, n := range t.Nodes {
			if a := ofNode(n); n.Live() && (n.Kind == theory.Outcome) == outcomes && a.told() {
				seen = append(seen, a)
				out.Columns = append(out.Columns, forR(n.ID))
			}
		}
	}
	if len(seen) == 0 {
		return nil, fmt.Errorf("%s says of no node in which cases it was at work; name the cases in active_in and not_active_in of contexts, mechanisms and outcomes", t.File)
	}
	if columns := len(out.Columns); columns > mostColumns || columns*len(t.Cases) > mostCells {
		return nil, fmt.Errorf("the truth table would have %d columns and %d rows; it can have %d columns, and %d cells in all", columns, len(t.Cases), mostColumns, mostCells)
	}
	for _, c := range t.Cases {
		row := []Cell{cell(c.ID)}
		for _, a := range seen {
			row = append(row, truth(a.in(c.ID), fuzzy))
		}
		if err := out.add(row); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Partly counts the cells of the truth table of which the theory says that they were so in part.
func Partly(t *theory.Theory) int {
	count := 0
	for _, n := range t.Nodes {
		if n.Live() {
			count += len(named(n.PartlyActiveIn))
		}
	}
	return count
}

// truth is a degree as a number; blank where there is none.
func truth(d degree, fuzzy bool) Cell {
	value := 0.0
	switch {
	case d == atWork:
		value = 1
	case d == partly && fuzzy:
		value = 0.5
	case d != atRest:
		return Cell{}
	}
	return number(&value)
}

// forR is an id as a name in R: names there have no hyphens and start with a letter.
func forR(id string) string {
	name := strings.ReplaceAll(id, "-", "_")
	if name[0] >= '0' && name[0] <= '9' {
		name = "x" + name
	}
	return name
}
