package docx

import (
	"fmt"
	"math"
	"slices"
)

// table writes a table, on a page of landscape where its columns need the width. Where they need more, its text is smaller, and
// where they need even more than that, some stand in one at the end.
func (w *writer) table(t *Table) {
	const small = 8.0 / 9 // of the usual size
	page := t.page()
	w.turn(page)
	width, scale, style := page.inner(), 1.0, "TableText"
	widths, _ := columnWidths(t, width)
	if page == landscape {
		if slices.Contains(surplus(t, width), true) {
			scale, style = small, "SmallTableText"
		}
		t = folded(t, width/scale, w.d.Words.Further)
		widths, _ = columnWidths(t, width/scale)
		for i := range widths {
			widths[i] = math.Floor(widths[i] * scale)
		}
	}
	if t.Caption != "" {
		w.tables++
		w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>` + w.caption(w.d.Words.Table, w.tables, t.Caption, t.Language) + "</w:p>")
	}
	fmt.Fprintf(&w.body, `<w:tbl><w:tblPr><w:tblStyle w:val="TheoryTable"/>%s<w:tblW w:w="%.0f" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`, w.mirrored("<w:bidiVisual/>"), width)
	for _, c := range widths {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%.0f"/>`, c)
	}
	w.body.WriteString("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	for i, column := range t.Columns {
		w.cell(widths[i], style, []string{run(column, w.inLanguage(t.Language))}, numbers(t, i))
	}
	w.body.WriteString("</w:tr>")
	for _, row := range t.Rows {
		w.body.WriteString("<w:tr>")
		if !tall(row, widths) {
			w.body.WriteString("<w:trPr><w:cantSplit/></w:trPr>")
		}
		for i, c := range row {
			var lines []string
			for _, l := range c.Lines {
				lines = append(lines, w.line(l))
			}
			w.cell(widths[i], style, lines, c.Number)
		}
		w.body.WriteString("</w:tr>")
	}
	w.body.WriteString("</w:tbl>")
	w.spaced = true
}

// page is the one that a table needs.
func (t *Table) page() Page {
	if _, need := columnWidths(t, portrait.inner()); need > portrait.inner() {
		return landscape
	}
	return portrait
}

// numbers says whether a column holds numbers alone.
func numbers(t *Table, column int) bool {
	any := false
	for _, row := range t.Rows {
		if len(row[column].Lines) > 0 && !row[column].Number {
			return false
		}
		any = any || row[column].Number
	}
	return any
}

func (w *writer) cell(width float64, style string, lines []string, number bool) {
	fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%.0f" w:type="dxa"/></w:tcPr>`, width)
	side := ""
	if number {
		side = `<w:jc w:val="right"/>`
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	for _, l := range lines {
		w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + side + "</w:pPr>" + l + "</w:p>")
	}
	w.body.WriteString("</w:tc>")
}
