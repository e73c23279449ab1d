package table

import (
	"bufio"
	"html"
	"io"
	"strings"

	"icamo/theory"
	"icamo/theory/opc"
)

// HTML writes a page of its own: one table with a caption, column and row headings, and the language of its words. It
// runs no script and loads nothing, and says so in its content security policy.
func HTML(w io.Writer, t *Table) error {
	out := bufio.NewWriter(w)
	out.WriteString(`<!DOCTYPE html>
<html lang="` + t.tag() + `">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>` + htmlText(t.Title) + `</title>
<style>` + style + `</style>
</head>
<body>
<main tabindex="0" aria-label="` + htmlText(t.says("Table")) + `">
`)
	if err := Element(out, t); err != nil {
		return err
	}
	out.WriteString("</main>\n</body>\n</html>\n")
	return out.Flush()
}

const style = `
body { margin: 1.5rem; font: 15px/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; }
main { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-size: 1.25rem; font-weight: bold; padding-bottom: .75rem; }
th, td { border-bottom: 1px solid #c8c8c8; padding: .4rem .6rem; text-align: start; vertical-align: top; max-width: 26rem; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid #555; vertical-align: bottom; }
tbody th { font-weight: bold; }
td div, th div { padding-inline-start: .8em; text-indent: -.8em; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
a { color: #0b5394; }
@media print { body { margin: 0; font-size: 9pt; } main { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`

// Element writes the table alone, for a page that has its own frame: <table> with caption, headings and rows.
func Element(w io.Writer, t *Table) error {
	out := bufio.NewWriter(w)
	language := theory.LanguageTag(t.Language)
	out.WriteString("<table lang=\"" + html.EscapeString(language) + "\">\n<caption lang=\"" + t.tag() + "\">" + htmlText(t.Title) + "</caption>\n<thead>\n<tr>\n")
	for i, column := range t.Columns {
		out.WriteString(`<th scope="col" lang="` + t.tag() + `"` + class(numeric(t, i)) + ">" + htmlText(column) + "</th>\n")
	}
	out.WriteString("</tr>\n</thead>\n<tbody>\n")
	heading := 0 // the first column of texts names the row
	for heading < len(t.Columns)-1 && numeric(t, heading) {
		heading++
	}
	for _, row := range t.Rows {
		out.WriteString("<tr>\n")
		for i, c := range row {
			tag, scope := "td", ""
			if i == heading {
				tag, scope = "th", ` scope="row"`
			}
			out.WriteString("<" + tag + scope + class(c.Number != nil) + ">" + htmlCell(t, c) + "</" + tag + ">\n")
		}
		out.WriteString("</tr>\n")
	}
	out.WriteString("</tbody>\n</table>\n")
	return out.Flush()
}

func class(number bool) string {
	if number {
		return ` class="number"`
	}
	return ""
}

func htmlCell(t *Table, c Cell) string {
	if c.Number != nil {
		return t.shown(c)
	}
	lines := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		lines[i] = htmlText(l.Text)
		if l.URL != "" {
			lines[i] = `<a href="` + html.EscapeString(l.URL) + `" rel="noreferrer">` + lines[i] + "</a>"
		}
	}
	if len(lines) < 2 {
		return strings.Join(lines, "")
	}
	return "<div>" + strings.Join(lines, "</div><div>") + "</div>"
}

func htmlText(text string) string { return html.EscapeString(opc.Clean(text)) }
