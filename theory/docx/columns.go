package docx

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	letter    = 100.0 // twentieths of a point that a letter takes, on average
	boldWider = 1.12
	cellRoom  = 180.0 // and the margins of a cell
	longWord  = 22    // letters, after which a word is broken
	shortLine = 60    // letters of a line that no column needs more than
)

// columnWidths shares a width among the columns of a table: each has room for its longest word, and the rest goes where it
// makes rows lowest. need is the width that they would take without long words being broken and lines getting short.
func columnWidths(t *Table, width float64) (widths []float64, need float64) {
	widths = make([]float64, len(t.Columns))
	total := 0.0
	for i, column := range t.Columns {
		widths[i] = headRoom(column)
		longest := utf8.RuneCountInString(column) / 2
		for _, row := range t.Rows {
			for _, l := range row[i].Lines {
				widths[i] = max(widths[i], longestWord(l.Text))
				longest = max(longest, utf8.RuneCountInString(l.Text))
			}
		}
		need += max(widths[i], min(float64(longest), shortLine)*letter*0.45+cellRoom)
		total += widths[i]
	}
	if total >= width {
		for i := range widths {
			widths[i] = math.Floor(widths[i] * width / total)
		}
		return widths, need
	}
	const step, sample = 120.0, 300 // rows that are looked at
	rows := t.Rows[:min(len(t.Rows), sample)]
	heights := make([]float64, len(widths))
	for i := range widths {
		heights[i] = tallness(rows, i, widths[i])
	}
	for ; total+step <= width; total += step {
		best, most := 0, -1.0
		for i := range widths {
			if gain := heights[i] - tallness(rows, i, widths[i]+step); gain > most {
				best, most = i, gain
			}
		}
		widths[best] += step
		heights[best] = tallness(rows, best, widths[best])
	}
	return widths, need
}

// tallness weighs how high a column makes the rows: what is much higher than the rest counts most.
func tallness(rows [][]Cell, column int, width float64) float64 {
	sum := 0.0
	for _, row := range rows {
		lines := cellLines(row[column], width)
		sum += lines * lines * lines
	}
	return sum
}

// cellLines is how many lines a cell takes, about.
func cellLines(c Cell, width float64) float64 {
	lines := 0.0
	for _, l := range c.Lines {
		lines += max(1, float64(utf8.RuneCountInString(l.Text))*letter/max(width-cellRoom, letter))
	}
	return lines
}

// folded is a table that goes into a width without words being broken: where there are too many columns, some stand in one at the
// end, each cell after the name of its column.
func folded(t *Table, width float64, name string) *Table {
	away := surplus(t, width)
	if !slices.Contains(away, true) {
		return t
	}
	out := &Table{Caption: t.Caption, Language: t.Language}
	for i, head := range t.Columns {
		if !away[i] {
			out.Columns = append(out.Columns, head)
		}
	}
	out.Columns = append(out.Columns, name)
	for _, row := range t.Rows {
		var cells []Cell
		var rest Cell
		for i, c := range row {
			if !away[i] {
				cells = append(cells, c)
				continue
			}
			for j, l := range c.Lines {
				if j == 0 {
					l.Term = t.Columns[i] + ":"
				}
				rest.Lines = append(rest.Lines, l)
			}
		}
		out.Rows = append(out.Rows, append(cells, rest))
	}
	return out
}

// surplus says which columns a width has no room for: of the minor ones as many as it takes, then those with least text. The first
// two name the row and always stay.
func surplus(t *Table, width float64) []bool {
	const naming, foldRoom = 2, 2600 // what the column of the rest takes
	least, text := make([]float64, len(t.Columns)), make([]int, len(t.Columns))
	total := 0.0
	for i, head := range t.Columns {
		least[i] = headRoom(head)
		for _, row := range t.Rows {
			for _, l := range row[i].Lines {
				least[i] = max(least[i], longestWord(l.Text))
				text[i] += utf8.RuneCountInString(l.Text)
			}
		}
		total += least[i]
	}
	var others []int
	for i := naming; i < len(t.Columns); i++ {
		if !slices.Contains(t.Minor, i) {
			others = append(others, i)
		}
	}
	slices.SortStableFunc(others, func(a, b int) int { return text[a] - text[b] })
	away := make([]bool, len(t.Columns))
	order := slices.Concat(t.Minor, others)
	for n, i := range order {
		if total <= width || n == len(order)-1 {
			break
		}
		if n == 0 {
			total += foldRoom
		}
		away[i] = true
		total -= least[i]
	}
	return away
}

// longestWord is the room that the longest word of a text takes, with the cell's margins.
func longestWord(text string) float64 {
	longest := 0.0
	for word := range strings.FieldsSeq(text) {
		for part := range strings.SplitAfterSeq(word, "-") { // where a word processor breaks it
			length := 0.0
			for _, r := range part {
				length += breadth(r)
			}
			longest = max(longest, length)
		}
	}
	return min(longest, longWord)*letter + cellRoom
}

// headRoom is the room that the longest word of a column's name takes.
func headRoom(name string) float64 { return (longestWord(name)-cellRoom)*boldWider + cellRoom }

// breadth is how broad a letter is, to the average one.
func breadth(r rune) float64 {
	switch {
	case strings.ContainsRune("mwMW@%→", r):
		return 1.6
	case strings.ContainsRune("fijlrtI.,;:'|!()-", r):
		return 0.65
	}
	return 1.1
}

// tall says whether a row takes more than some lines, so that it may be torn apart between pages.
func tall(row []Cell, widths []float64) bool {
	const most = 24
	for i, c := range row {
		if cellLines(c, widths[i]) > most {
			return true
		}
	}
	return false
}
