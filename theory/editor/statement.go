package editor

import (
	"strings"

	"icamo/theory/toml"
)

// statement is a header, or a key with its value, in a text that may be broken.
type statement struct {
	header bool
	names  []toml.Name // of a header: the table, then the id; of a key its own path
	in     *statement  // the header above a key; nil where there is none
	from   int         // where it starts
	to     int         // where its line ends, or the last line of its value, the comment behind it left out
	value  int         // where the value of a key starts; 0 where it has none yet
	open   bool        // a list or table of the value is not closed
}

// table is the table that a statement is of or in: "" above the first header.
func (s *statement) table() string { return s.named(0) }

// id is the id of the table; "" of one without an id.
func (s *statement) id() string { return s.named(1) }

func (s *statement) named(part int) string {
	header := s
	if !s.header {
		header = s.in
	}
	if header == nil || len(header.names) <= part {
		return ""
	}
	return header.names[part].Text
}

// key is the key of a statement; "" of a header.
func (s *statement) key() string {
	if s.header || len(s.names) == 0 {
		return ""
	}
	return s.names[len(s.names)-1].Text
}

// statementsOf reads the statements of a text as far as one can tell them while it is being written: a text or a list that is
// not closed ends where the next header or key starts. Of a text that is TOML they are its headers and keys.
func statementsOf(text string) []*statement {
	var all []*statement
	var header *statement
	for at := 0; at < len(text); {
		switch c := text[at]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			at++
			continue
		case c == '#':
			at = endOfLine(text, at)
			continue
		case c == '[':
			s := &statement{header: true, from: at}
			brackets := at
			for brackets < len(text) && text[brackets] == '[' {
				brackets++
			}
			s.names, s.to = pathOf(text, brackets, "]#")
			for s.to < len(text) && text[s.to] == ']' {
				s.to++
			}
			header = s
			all = append(all, s)
			at = endOfLine(text, s.to)
		default:
			s := &statement{in: header, from: at}
			s.names, s.to = pathOf(text, at, "=#")
			if s.to < len(text) && text[s.to] == '=' {
				s.value = s.to + 1
				for s.value < len(text) && (text[s.value] == ' ' || text[s.value] == '\t') {
					s.value++
				}
				s.to, s.open = endOfValue(text, s.value)
			}
			all = append(all, s)
			at = endOfLine(text, s.to)
		}
	}
	return all
}

func endOfLine(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// pathOf reads the parts of a key or header, and where the first of some characters, or the line, ends them.
func pathOf(text string, at int, ends string) ([]toml.Name, int) {
	var names []toml.Name
	for at < len(text) {
		switch c := text[at]; {
		case c == '\n' || c == '\r' || strings.IndexByte(ends, c) >= 0:
			return names, at
		case c == ' ' || c == '\t' || c == '.':
			at++
		case c == '"' || c == '\'':
			end := endOfText(text, at)
			word := strings.TrimSuffix(text[at+1:end], text[at:at+1])
			names = append(names, toml.Name{Text: word, At: extent(at, end)})
			at = end
		default:
			end := at
			for end < len(text) && !strings.ContainsRune(" \t\r\n.\"'"+ends, rune(text[end])) {
				end++
			}
			names = append(names, toml.Name{Text: text[at:end], At: extent(at, end)})
			at = end
		}
	}
	return names, at
}

// endOfText is where a text in quotation marks ends: behind its last mark, or with the line where that is missing.
func endOfText(text string, at int) int {
	mark := text[at : at+1]
	if long := strings.Repeat(mark, 3); strings.HasPrefix(text[at:], long) {
		for end := at + 3; end < len(text); end++ {
			if text[end] == '\\' && mark == `"` {
				end++
			} else if strings.HasPrefix(text[end:], long) {
				return end + 3
			}
		}
		return lineEnd(text, at)
	}
	for end := at + 1; end < len(text); end++ {
		switch c := text[end]; {
		case c == '\n':
			return lineEnd(text, at)
		case c == '\\' && mark == `"`:
			if end++; end < len(text) && text[end] == '\n' {
				return lineEnd(text, at)
			}
		case c == mark[0]:
			return end + 1
		}
	}
	return len(text)
}

// lineEnd is where a line ends, a carriage return at its end left out.
func lineEnd(text string, at int) int {
	end := endOfLine(text, at)
	if end > at && text[end-1] == '\r' {
		end--
	}
	return end
}

// endOfValue is where a value ends, the comment behind it left out, and whether it is still open there.
func endOfValue(text string, at int) (int, bool) {
	var open []byte
	end := at
	for at < len(text) {
		t := tokenAt(text, at)
		switch at = t.to; t.is {
		case ' ', '#':
			continue
		case '\n':
			if len(open) == 0 || startsAnew(text[at:], open[len(open)-1]) {
				return end, len(open) > 0
			}
			continue
		case '[', '{':
			open = append(open, t.is)
		case ']', '}':
			open = open[:max(0, len(open)-1)]
		}
		end = at
	}
	return end, len(open) > 0
}

// token is the smallest part of a value: a text in quotation marks, a word, a comment, or a single character.
type token struct {
	is       byte // the first character; 'w' of a word, ' ' of white space within a line
	from, to int
}

func tokenAt(text string, at int) token {
	switch c := text[at]; {
	case c == ' ' || c == '\t' || c == '\r':
		return token{' ', at, at + 1}
	case c == '"' || c == '\'':
		return token{c, at, endOfText(text, at)}
	case c == '#':
		return token{c, at, endOfLine(text, at)}
	case inWord(c):
		end := at
		for end < len(text) && inWord(text[end]) {
			end++
		}
		return token{'w', at, end}
	default:
		return token{c, at, at + 1}
	}
}

// inWord says whether a character is part of a word that stands without quotation marks.
func inWord(c byte) bool { return isWord(c) || c == '.' || c >= 0x80 }

// startsAnew says whether a text starts with a header or, where a list is open, with a key: what is open was never closed.
func startsAnew(text string, open byte) bool {
	text = strings.TrimLeft(text, " \t")
	if header := strings.TrimLeft(text, "["); len(header) < len(text) {
		return startsWord(header)
	}
	if open == '{' || !startsWord(text) {
		return false
	}
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return r < 0x80 && isWord(byte(r)) })
	return strings.HasPrefix(strings.TrimLeft(rest, " \t"), "=")
}

func startsWord(text string) bool { return text != "" && isWord(text[0]) }

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
