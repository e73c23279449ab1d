package table

import (
	"io"
	"slices"

	"icamo/theory"
	"icamo/theory/docx"
)

// DOCX writes a document for a word processor: the table with its title as caption.
func DOCX(w io.Writer, t *Table) error {
	return docx.Write(w, &docx.Document{Title: t.Title, Language: theory.LanguageTag(t.Language),
		Words: docx.Words{Table: t.says("Table"), Figure: t.says("Figure"), Further: t.says("Further")}, Blocks: []docx.Block{t.Document()}})
}

// Document is the table as a part of a document.
func (t *Table) Document() docx.Table {
	t = t.ranged()
	d := docx.Table{Caption: oneLine(t.Title), Columns: t.Columns, Language: t.tag(), Rows: make([][]docx.Cell, len(t.Rows))}
	for _, name := range t.Minor {
		if i := slices.Index(t.Columns, name); i >= 0 {
			d.Minor = append(d.Minor, i)
		}
	}
	for i, row := range t.Rows {
		cells := make([]docx.Cell, len(row))
		for j, c := range row {
			if c.Number != nil {
				cells[j] = docx.Cell{Lines: []docx.Line{{Text: t.shown(c)}}, Number: true}
				continue
			}
			for _, l := range c.Lines {
				cells[j].Lines = append(cells[j].Lines, docx.Line{Text: l.Text, URL: l.URL})
			}
		}
		d.Rows[i] = cells
	}
	return d
}
