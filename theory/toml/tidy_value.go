package toml

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// tidyWidth is how wide, in characters, a list may make its line before its elements get lines of their own.
const tidyWidth = 120

// layout is a value to be laid out: a single one as it was written, or a list or inline table.
type layout struct {
	raw   string
	table bool
	items []layoutItem
	flat  string // all of it on one line; "" where it holds comments or lines of text
}

// layoutItem is an element of a list, an entry of an inline table, or a comment between them.
type layoutItem struct {
	key     string  // of an entry
	value   *layout // nil where there is a comment alone
	comment string  // behind the value, or all there is
}

func newLayout(p *unstable.Parser, node *unstable.Node) *layout {
	l := &layout{}
	switch node.Kind {
	case unstable.Array:
	case unstable.InlineTable:
		l.table = true
	default:
		l.raw = string(p.Raw(node.Raw))
		if !strings.Contains(l.raw, "\n") {
			l.flat = l.raw
		}
		return l
	}
	for it := node.Children(); it.Next(); {
		switch child := it.Node(); {
		case child.Kind == unstable.Comment:
			l.comments(p, child)
		case l.table:
			l.items = append(l.items, layoutItem{key: keyText(p, child.Key()), value: newLayout(p, child.Value())})
		default:
			l.items = append(l.items, layoutItem{value: newLayout(p, child)})
		}
	}
	l.flat = l.onOneLine()
	return l
}

// comments adds a run of comments, of which the parser hangs all after the first below it. The first is behind the
// value before it where it shares its line.
func (l *layout) comments(p *unstable.Parser, first *unstable.Node) {
	line := p.Data()[:first.Raw.Offset]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	last := len(l.items) - 1
	if last >= 0 && l.items[last].value != nil && len(bytes.TrimLeft(line, " \t,")) > 0 {
		l.items[last].comment = commentText(first)
	} else {
		l.items = append(l.items, layoutItem{comment: commentText(first)})
	}
	for n := first.Child(); n.Valid(); n = n.Next() {
		l.items = append(l.items, layoutItem{comment: commentText(n)})
	}
}

func (l *layout) onOneLine() string {
	parts := make([]string, 0, len(l.items))
	for _, it := range l.items {
		if it.value == nil || it.comment != "" || it.value.flat == "" {
			return ""
		}
		parts = append(parts, it.entry(it.value.flat))
	}
	return l.enclose(strings.Join(parts, ", "))
}

func (it *layoutItem) entry(value string) string {
	if it.key == "" {
		return value
	}
	return it.key + " = " + value
}

func (l *layout) enclose(inner string) string {
	switch {
	case !l.table:
		return "[" + inner + "]"
	case inner == "":
		return "{}"
	}
	return "{ " + inner + " }"
}

// text is the value on one line or more, where it begins at a column and further lines are indented.
func (l *layout) text(column, indent int) string {
	fits := l.table || len(l.items) < 2 || column+utf8.RuneCountInString(l.flat) <= tidyWidth
	switch {
	case l.raw != "":
		return l.raw
	case l.flat != "" && fits:
		return l.flat
	case l.table && !l.hasComments():
		parts := make([]string, 0, len(l.items))
		for _, it := range l.items {
			parts = append(parts, it.entry(it.value.text(column, indent)))
		}
		return l.enclose(strings.Join(parts, ", "))
	}
	const step = 2
	margin := strings.Repeat(" ", indent+step)
	var b strings.Builder
	for _, it := range l.items {
		b.WriteString("\n" + margin)
		if it.value != nil {
			b.WriteString(it.entry(it.value.text(indent+step+len(it.entry("")), indent+step)) + ",")
			if it.comment != "" {
				b.WriteString("  ")
			}
		}
		b.WriteString(it.comment)
	}
	b.WriteString("\n" + strings.Repeat(" ", indent))
	if l.table {
		return "{" + b.String() + "}"
	}
	return "[" + b.String() + "]"
}

func (l *layout) hasComments() bool {
	for _, it := range l.items {
		if it.comment != "" {
			return true
		}
	}
	return false
}
