package check

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"icamo/theory"
)

// Text prints findings for people: grouped by file, each with the line it points at and the related places, accepted ones
// with their reason, and a summary line.
func Text(w io.Writer, findings []Finding, colour bool) error {
	p := textPrinter{w: bufio.NewWriter(w), colour: colour}
	file := "\x00"
	for _, f := range findings {
		at := f.At.Range()
		if at.File != file {
			file = at.File
			p.line(p.paint(bold, theory.Legible(file)))
		}
		p.finding(f, at)
	}
	p.line(summary(CountOf(findings)))
	return p.w.Flush()
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

// style is an ANSI escape sequence's parameters.
type style string

const (
	bold   style = "1"
	dim    style = "2"
	red    style = "1;31"
	yellow style = "1;33"
	blue   style = "1;34"
	cyan   style = "36"
)

var severityStyle = map[Severity]style{Error: red, Warning: yellow, Info: blue}

// textPrinter writes lines; the buffered writer keeps the first error for the flush at the end.
type textPrinter struct {
	w      *bufio.Writer
	colour bool
}

func (p *textPrinter) line(parts ...string) {
	for _, part := range parts {
		p.w.WriteString(part)
	}
	p.w.WriteByte('\n')
}

func (p *textPrinter) paint(s style, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

func (p *textPrinter) finding(f Finding, at theory.Range) {
	place := fmt.Sprintf("%d:%d", at.Line, at.Col)
	rule := p.paint(dim, f.Rule.Code+" "+f.Rule.Name)
	if f.Accepted != "" {
		p.line(fmt.Sprintf("  %-8s", place), p.paint(dim, "accepted"), "  ", rule)
		p.line(margin, theory.Legible(f.Message))
		p.line(margin, p.paint(dim, "accepted because: "+theory.Legible(f.Accepted)))
		p.line()
		return
	}
	p.line(fmt.Sprintf("  %-8s", place), p.paint(severityStyle[f.Severity], fmt.Sprintf("%-8s", f.Severity)), "  ", rule)
	p.line(margin, p.paint(bold, theory.Legible(f.Message)))
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
		p.line(margin, p.paint(cyan, shown+": "+theory.Legible(r.Message)))
		p.snippet(r.At, where, cyan)
	}
	p.line()
}

const margin = "          "

// longestLine is the length, in bytes, over which a line is not shown: taking it apart for each finding in it would take
// for ever.
const longestLine = 100_000

// snippet shows the first line of a place, with the place marked below it.
func (p *textPrinter) snippet(span theory.Span, at theory.Range, s style) {
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
	p.line(p.paint(dim, fmt.Sprintf("%9d | ", at.Line)), before, marked, after)
	p.line(p.paint(dim, "          | "), strings.Repeat(" ", width(before)), p.paint(s, "^"+strings.Repeat("~", max(width(marked)-1, 0))))
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
