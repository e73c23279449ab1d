package docx

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestColumnWidths holds that the columns of a table take a page's width and no more, and that none is too narrow to read, whatever
// they hold.
func TestColumnWidths(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 3))
		d := &Table{}
		for range 1 + random.IntN(40) {
			d.Columns = append(d.Columns, strings.Repeat("x", 1+random.IntN(30)))
		}
		for range random.IntN(5) {
			var row []Cell
			for range d.Columns {
				row = append(row, Cell{Lines: []Line{{Text: strings.Repeat("word ", random.IntN(40))}}})
			}
			d.Rows = append(d.Rows, row)
		}
		width := landscape.inner()
		laid := folded(d, width, "Further")
		widths, _ := columnWidths(laid, width)
		sum := 0.0
		for i, w := range widths {
			sum += w
			if w < letter+cellRoom {
				t.Errorf("seed %d: column %d of %d is %v wide", seed, i, len(widths), w)
			}
		}
		if sum > width || sum < width-130 {
			t.Errorf("seed %d: columns take %v of %v", seed, sum, width)
		}
		for r, row := range laid.Rows {
			if len(row) != len(laid.Columns) {
				t.Errorf("seed %d: row %d has %d cells for %d columns", seed, r, len(row), len(laid.Columns))
			}
		}
	}
}
