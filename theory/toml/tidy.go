package toml

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Tidy lays a theory file out in the canonical way, so that versions differ only where they say something else:
//
//   - nothing is indented but the elements of a list that takes several lines;
//   - the equals signs of a table stand in one column, down to a blank line, and so do the comments behind its values;
//   - a list stands on one line if it fits there and holds no comment, else with each element on a line of its own;
//   - before a table and the comment above it stands one blank line, or two where the author left more; none stands
//     below a header, and no more than one between keys.
//
// A file whose lines all end as those of Windows do keeps these ends; in others, lines end with a line feed alone.
// Keys keep their order, values their spelling and comments their place. Tidying a tidy file changes nothing. What is
// not TOML is a fault, and is left alone.
func Tidy(text []byte) ([]byte, *Fault) {
	text = trimBOM(text)
	before := Read(text)
	if before.Fault != nil {
		return nil, before.Fault
	}
	tidy := layOut(newStatements(text))
	if onlyCRLF(text) {
		tidy = bytes.ReplaceAll(bytes.ReplaceAll(tidy, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	}
	after := Read(tidy)
	if after.Fault != nil || !Same(before.Root, after.Root) || !slices.Equal(comments(text), comments(tidy)) {
		return nil, &Fault{Message: "it cannot be tidied without changing what it says; please report this file"}
	}
	return tidy, nil
}

// onlyCRLF says whether all lines of a text end with a carriage return and a line feed.
func onlyCRLF(text []byte) bool {
	feeds := bytes.Count(text, []byte("\n"))
	return feeds > 0 && feeds == bytes.Count(text, []byte("\r\n"))
}

// comments are all comments of a file, in order.
func comments(text []byte) []string {
	p := unstable.Parser{KeepComments: true}
	p.Reset(text)
	var all []string
	var gather func(n *unstable.Node)
	gather = func(n *unstable.Node) {
		for ; n.Valid(); n = n.Next() {
			if n.Kind == unstable.Comment {
				all = append(all, commentText(n))
			}
			gather(n.Child())
		}
	}
	for p.NextExpression() {
		gather(p.Expression())
	}
	return all
}

func commentText(n *unstable.Node) string { return strings.TrimRight(string(n.Data), " \t") }

// statement is the header of a table, a key with its value, or a comment on a line of its own.
type statement struct {
	blank   int    // blank lines before it
	header  string // "[theory]"
	key     string
	value   *layout // of the key
	comment string  // behind a header or value; or all there is
}

// alone says whether the statement is a comment on a line of its own.
func (s *statement) alone() bool { return s.header == "" && s.value == nil }

func newStatements(text []byte) []statement {
	p := unstable.Parser{KeepComments: true}
	p.Reset(text)
	count := 0
	for p.NextExpression() {
		count++
	}
	all := make([]statement, 0, count) // there may be millions, which growing would copy over and over
	p.Reset(text)
	for p.NextExpression() {
		expr := p.Expression()
		var s statement
		start := expr.Raw.Offset
		switch expr.Kind {
		case unstable.Comment:
			s.comment = commentText(expr)
		case unstable.KeyValue:
			s.key = keyText(&p, expr.Key())
			s.value = newLayout(&p, expr.Value())
		default:
			start = expr.Child().Raw.Offset
			s.header = "[" + keyText(&p, expr.Key()) + "]"
			if expr.Kind == unstable.ArrayTable {
				s.header = "[" + s.header + "]"
			}
		}
		if behind := expr.Next(); behind.Valid() {
			s.comment = commentText(behind)
		}
		s.blank = blankLines(bytes.TrimRight(text[:start], "[ \t"))
		all = append(all, s)
	}
	return all
}

// blankLines counts the empty lines at a text's end, the line's end before them left aside.
func blankLines(text []byte) int {
	return bytes.Count(text[len(bytes.TrimRight(text, " \t\r\n")):], []byte("\n")) - 1
}

// keyText is a key as written, without white space around its dots and quotation marks that it does not need.
func keyText(p *unstable.Parser, it unstable.Iterator) string {
	var parts []string
	for it.Next() {
		part := string(it.Node().Data)
		if !isBare(part) {
			part = string(p.Raw(it.Node().Raw))
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ".")
}

// isBare says whether a key needs no quotation marks.
func isBare(key string) bool {
	for _, r := range key {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return false
		}
	}
	return key != ""
}

// layOut writes statements, a run of keys without a blank line between at a time.
func layOut(all []statement) []byte {
	var b bytes.Buffer
	for i := 0; i < len(all); {
		for range linesBefore(all, i) {
			b.WriteByte('\n')
		}
		if s := all[i]; s.header != "" {
			b.WriteString(strings.TrimSpace(s.header+"  "+s.comment) + "\n")
			i++
			continue
		}
		end := i + 1
		for end < len(all) && all[end].header == "" && linesBefore(all, end) == 0 {
			end++
		}
		writeRun(&b, all[i:end])
		i = end
	}
	return b.Bytes()
}

// linesBefore is how many blank lines stand before a statement.
func linesBefore(all []statement, i int) int {
	if i == 0 {
		return 0
	}
	s, last := &all[i], &all[i-1]
	lines := min(s.blank, 2)
	follows := s.blank == 0 && last.alone() // a comment directly above
	switch {
	case !follows && opensTable(all[i:]):
		return max(lines, 1)
	case s.header != "":
		return 0
	case last.header != "":
		return 0
	case s.alone():
		return lines
	}
	return min(lines, 1)
}

// opensTable says whether the statements begin with a header, or with comments directly above one.
func opensTable(all []statement) bool {
	for i := range all {
		if i > 0 && all[i].blank > 0 || all[i].value != nil {
			return false
		}
		if all[i].header != "" {
			return true
		}
	}
	return false
}

// writeRun writes keys and comments with the equals signs, and the comments behind values, in one column each. What is
// too long for a column stands beside it.
func writeRun(b *bytes.Buffer, run []statement) {
	const longestKey = 40
	keys, column := 0, 0
	for _, s := range run {
		if n := utf8.RuneCountInString(s.key); n <= longestKey {
			keys = max(keys, n)
		}
	}
	lines := make([]string, len(run))
	for i, s := range run {
		if s.alone() {
			continue
		}
		key := fmt.Sprintf("%-*s = ", keys, s.key)
		lines[i] = key + s.value.text(utf8.RuneCountInString(key), 0)
		if n := utf8.RuneCountInString(lines[i]); s.comment != "" && n <= tidyWidth && !strings.Contains(lines[i], "\n") {
			column = max(column, n)
		}
	}
	for i, s := range run {
		b.WriteString(lines[i])
		if s.comment != "" && !s.alone() {
			if n := utf8.RuneCountInString(lines[i]); n < column && !strings.Contains(lines[i], "\n") {
				b.WriteString(strings.Repeat(" ", column-n))
			}
			b.WriteString("  ")
		}
		b.WriteString(s.comment + "\n")
	}
}
