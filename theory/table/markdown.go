package table

import (
	"bufio"
	"io"
	"strings"

	"icamo/theory/opc"
)

// Markdown writes a table in GitHub's dialect under a heading with its title. Whatever the texts hold is shown as it is:
// no character of theirs is markup, and a forge makes no mention, reference or link of them. Lines within a cell are parted by <br>.
func Markdown(w io.Writer, t *Table) error {
	out := bufio.NewWriter(w)
	out.WriteString("## " + markdownLine(t.Title) + "\n\n")
	cells := make([]string, len(t.Columns))
	row := func() { out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	for i, column := range t.Columns {
		cells[i] = markdownLine(column)
	}
	row()
	for i := range cells {
		cells[i] = "---"
		if numeric(t, i) {
			cells[i] = "--:"
		}
	}
	row()
	for _, r := range t.Rows {
		for i, c := range r {
			cells[i] = markdownCell(t, c)
		}
		row()
	}
	return out.Flush()
}

// numeric says whether a column holds numbers, and nothing else.
func numeric(t *Table, column int) bool {
	some := false
	for _, row := range t.Rows {
		if len(row[column].Lines) > 0 {
			return false
		}
		some = some || row[column].Number != nil
	}
	return some
}

func markdownCell(t *Table, c Cell) string {
	if c.Number != nil {
		return t.shown(c)
	}
	lines := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		lines[i] = markdownLine(l.Text)
		if l.URL != "" && lines[i] != "" {
			lines[i] = "[" + lines[i] + "](<" + markdownURL.Replace(l.URL) + ">)"
		}
	}
	return strings.Join(lines, "<br>")
}

// markdownLine keeps a text on one line and its characters from being markup or HTML.
func markdownLine(text string) string {
	return inert(oneLine(opc.Clean(text)), markdownText.Replace)
}

var (
	markdownText = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`,
		"$", `\$`, "<", `\<`, "&", `\&`)
	markdownURL = strings.NewReplacer("|", "%7C", "<", "%3C", ">", "%3E", `\`, "%5C", "\n", "", "\r", "", " ", "%20")
)
