package page

import (
	"bytes"
	"html/template"

	"icamo/theory"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// section is a table of the page.
type section struct {
	Anchor, Name string
	Note         string // what the link to it says besides; "" for nothing
	HTML         template.HTML
}

// tables are those that have rows.
func tables(t *theory.Theory) ([]section, error) {
	var written []section
	for _, one := range []struct {
		anchor, name string
		of           func(*theory.Theory) (*table.Table, error)
	}{
		{"matrix", "{1} matrix", table.ICAMO},
		{"statements", "statements", table.Statements},
		{"evidence", "evidence", table.Evidence},
		{"cases", "cases", table.Cases},
	} {
		made, err := one.of(t)
		if err != nil {
			return nil, err
		}
		if len(made.Rows) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := table.Element(&b, made); err != nil {
			return nil, err
		}
		written = append(written, section{Anchor: one.anchor, Name: wording.Capital(wording.Of(t).Say(one.name, wording.Of(t).Word(string(t.Heuristic)))), HTML: template.HTML(b.String())})
	}
	return written, nil
}
