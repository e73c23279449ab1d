package page

import (
	"bytes"
	"html/template"

	"icamo/theory"
	"icamo/theory/table"
)

// section is a table of the page.
type section struct {
	Anchor, Name string
	HTML         template.HTML
}

// tables are those that have rows.
func tables(t *theory.Theory) ([]section, error) {
	var written []section
	for _, one := range []struct {
		anchor, name string
		of           func(*theory.Theory) *table.Table
	}{
		{"matrix", string(t.Heuristic) + " matrix", table.ICAMO},
		{"statements", "Statements", table.Statements},
		{"evidence", "Evidence", table.Evidence},
		{"cases", "Cases", table.Cases},
	} {
		made := one.of(t)
		if len(made.Rows) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := table.Element(&b, made); err != nil {
			return nil, err
		}
		written = append(written, section{one.anchor, one.name, template.HTML(b.String())})
	}
	return written, nil
}
