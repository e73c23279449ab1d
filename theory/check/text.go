package check

import (
	"fmt"
	"io"
	"strings"

	"icamo/theory"
	"icamo/theory/console"
)

// Text prints findings for people: grouped by file, each with the line it points at and the related places, accepted ones
// with their reason, and a summary line.
func Text(w io.Writer, findings []Finding, colour bool) error {
	p := textPrinter{console.NewPrinter(w, colour)}
	file := "\x00"
	for _, f := range findings {
		at := f.At.Range()
		if at.File != file {
			file = at.File
			p.Line(p.Paint(console.Bold, theory.Legible(file)))
		}
		p.finding(f, at)
	}
	p.Line(summary(CountOf(findings)))
	return p.Flush()
}

func summary(c Count) string {
	if c == (Count{}) {
		return "no findings"
	}
	s := fmt.Sprintf("%s, %s, %s", theory.Counted(c.Error, "error"), theory.Counted(c.Warning, "warning"), theory.Counted(c.Info, "info"))
	if c.Accepted > 0 {
		s += fmt.Sprintf("; %d accepted", c.Accepted)
	}
	return s
}

var severityStyle = map[Severity]console.Style{Error: console.BoldRed, Warning: console.BoldYellow, Info: console.BoldBlue}

type textPrinter struct{ console.Printer }

func (p textPrinter) finding(f Finding, at theory.Range) {
	place := fmt.Sprintf("%d:%d", at.Line, at.Col)
	rule := p.Paint(console.Dim, f.Rule.Code+" "+f.Rule.Name)
	if f.Accepted != "" {
		p.Line(fmt.Sprintf("  %-8s", place), p.Paint(console.Dim, "accepted"), "  ", rule)
		p.Line(margin, theory.Legible(f.Message))
		p.Line(margin, p.Paint(console.Dim, "accepted because: "+theory.Legible(f.Accepted)))
		p.Line()
		return
	}
	p.Line(fmt.Sprintf("  %-8s", place), p.Paint(severityStyle[f.Severity], fmt.Sprintf("%-8s", f.Severity)), "  ", rule)
	p.Line(margin, p.Paint(console.Bold, theory.Legible(f.Message)))
	p.snippet(f.At, at, severityStyle[f.Severity])
	for _, r := range f.Related {
		if !r.At.Known() {
			continue
		}
		where := r.At.Range()
		shown := fmt.Sprintf("%d:%d", where.Line, where.Col)
		if where.File != at.File {
			shown = theory.Legible(where.File) + ":" + shown
		}
		p.Line(margin, p.Paint(console.Cyan, shown+": "+theory.Legible(r.Message)))
		p.snippet(r.At, where, console.Cyan)
	}
	p.Line()
}

const margin = "          "

// longestLine is the length, in bytes, over which a line is not shown: taking it apart for each finding in it would take
// for ever.
const longestLine = 100_000

// snippet shows the first line of a place, with the place marked below it.
func (p textPrinter) snippet(span theory.Span, at theory.Range, s console.Style) {
	if !span.Known() || at.Line == 0 {
		return
	}
	line := span.File.Line(at.Line)
	if line == "" || len(line) > longestLine {
		return
	}
	text := []rune(line)
	from := min(at.Col-1, len(text))
	to := len(text)
	if at.EndLine == at.Line {
		to = min(at.EndCol-1, to)
	}
	to = max(to, from)
	before, marked, after := window(text, from, to)
	p.Line(p.Paint(console.Dim, fmt.Sprintf("%9d | ", at.Line)), before, marked, after)
	p.Line(p.Paint(console.Dim, "          | "), strings.Repeat(" ", console.Width(before)), p.Paint(s, "^"+strings.Repeat("~", max(console.Width(marked)-1, 0))))
}

// window cuts a line to what fits beside the place that is marked, and makes it safe to print.
func window(line []rune, from, to int) (before, marked, after string) {
	const most = 100
	start, end := 0, len(line)
	if to > most {
		start = max(0, from-most/4)
		to = min(to, start+most)
	}
	end = min(end, max(to, start+most))
	before, marked, after = theory.Legible(string(line[start:from])), theory.Legible(string(line[from:to])), theory.Legible(string(line[to:end]))
	if start > 0 {
		before = "…" + before
	}
	if end < len(line) {
		after += "…"
	}
	return before, marked, after
}
