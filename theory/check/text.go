package check

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"icamo/graphemes"
	"icamo/theory"
	"icamo/theory/console"
	"icamo/theory/wording"
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
	s := fmt.Sprintf("%s, %s, %s", wording.English.Counted(c.Error, "error"), wording.English.Counted(c.Warning, "warning"), wording.English.Counted(c.Info, "info"))
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

// snippet shows the first line of a place, with the place marked below it.
func (p textPrinter) snippet(span theory.Span, at theory.Range, s console.Style) {
	before, marked, after := span.Line()
	if len(before)+len(marked)+len(after) == 0 {
		return
	}
	before, marked, after = window(before, marked, after)
	p.Line(p.Paint(console.Dim, fmt.Sprintf("%9d | ", at.Line)), before, marked, after)
	p.Line(p.Paint(console.Dim, "          | "), strings.Repeat(" ", graphemes.Columns(before)), p.Paint(s, "^"+strings.Repeat("~", max(graphemes.Columns(marked)-1, 0))))
}

// window cuts a line to what fits beside the place that is marked, and makes it safe to print. A line can be as long as the
// file, with a finding in every word: no more of it is looked at than that.
func window(before, marked, after string) (string, string, string) {
	const most = 100
	cutBefore, cutAfter := false, false
	if length(before, most)+length(marked, most) > most {
		start := lastCharacters(before, most/4)
		cutBefore = start > 0
		before = before[start:]
		end := firstCharacters(marked, most-length(before, most))
		if end < len(marked) {
			marked, after, cutAfter = marked[:end], "", true
		}
	}
	if end := firstCharacters(after, most-length(before, most)-length(marked, most)); end < len(after) {
		after, cutAfter = after[:end], true
	}
	if strings.Contains(before+marked+after, "##[") { // a workflow's command may be spread over the parts
		for _, part := range []*string{&before, &marked, &after} {
			*part = strings.ReplaceAll(*part, "[", "<U+005B>")
		}
	}
	before, marked, after = theory.Legible(before), theory.Legible(marked), theory.Legible(after)
	if cutBefore {
		before = "…" + before
	}
	if cutAfter {
		after += "…"
	}
	return before, marked, after
}

// length is how many characters a text has, or one more than most.
func length(text string, most int) int {
	return utf8.RuneCountInString(text[:firstCharacters(text, most+1)])
}

// firstCharacters is where the first characters of a text end.
func firstCharacters(text string, count int) int {
	for i := range text {
		if count <= 0 {
			return i
		}
		count--
	}
	return len(text)
}

// lastCharacters is where the last characters of a text start.
func lastCharacters(text string, count int) int {
	end := len(text)
	for ; count > 0 && end > 0; count-- {
		_, size := utf8.DecodeLastRuneInString(text[:end])
		end -= size
	}
	return end
}
