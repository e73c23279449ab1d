package editor

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/toml"
)

// part is the part of a text that a place is in.
type part int

const (
	nowhere part = iota // a comment, or behind all that a line can hold
	inHeader
	inKey
	inEntry // the key of an inline table, as a code in accept = { … }
	inValue
)

// place is what stands at an offset of a text, which may be broken.
type place struct {
	part   part
	of     *statement // the header or key that it is in; nil on an empty line
	in     *statement // the header of the table that it is in; nil above the first
	table  *theory.Table
	key    *theory.Key // that it is or whose value it is in; nil for none of the format
	entry  string      // the key of an inline table whose value it is in
	word   string      // what stands there: an id, key or word, without quotation marks
	at     toml.Extent // of the word
	mark   string      // the quotation mark before the word; "" where there is none
	closed bool        // there is one behind it
	name   int         // of a header: which part, 0 for the table and 1 for the id
}

// placeAt finds what stands at an offset. Settings are of another format than theories.
func placeAt(text string, offset int, settings bool) *place {
	p := &place{}
	for _, s := range statementsOf(text) {
		if s.from > offset {
			break
		}
		if s.header {
			p.in = s
		}
		p.of = s
	}
	if p.of != nil && !p.of.open && strings.Contains(text[min(p.of.to, offset):offset], "\n") {
		p.of = nil // below it
	}
	name := ""
	if p.in != nil {
		name = p.in.table()
	}
	format := theory.Format
	if settings {
		format = load.SettingsFormat
	}
	if i := slices.IndexFunc(format, func(t theory.Table) bool { return t.Name == name }); i >= 0 {
		p.table = &format[i]
	}
	switch {
	case p.of == nil && commented(text, offset):
	case p.of == nil:
		p.part, p.at = inKey, toml.Extent{Start: int32(offset), End: int32(offset)}
	case p.of.header:
		p.header(offset)
	case p.of.value > 0 && offset >= p.of.value:
		entry := p.keyed(p.of.names)
		p.value(text, offset)
		if p.entry == "" {
			p.entry = entry
		}
	case offset <= p.endOfKey():
		p.part = inKey
		p.named(offset)
		if p.keyed(p.of.names[:min(p.name+1, len(p.of.names))]) != "" {
			p.part = inEntry
		}
	}
	if p.part == inKey && p.of == nil && p.keyed([]toml.Name{{}}) != "" {
		p.part = inEntry
	}
	return p
}

// keyed finds the key of the format that a path names, in the table of the header above, and gives the part behind it: that
// of an entry of a table such as accept, which may be written [mechanism.trust.accept] or accept.PT206 as well. An empty part
// stands for one.
func (p *place) keyed(names []toml.Name) (entry string) {
	if p.table == nil {
		return ""
	}
	depth := 2
	if p.table.Single || p.table.Repeated {
		depth = 1
	}
	if len(p.in.names) > depth {
		names = append(slices.Clone(p.in.names[depth:]), names...)
	}
	if len(names) == 0 {
		return ""
	}
	p.key = p.table.Key(names[0].Text)
	if len(names) > 1 {
		return cmp.Or(names[1].Text, " ")
	}
	return ""
}

func commented(text string, offset int) bool {
	line := text[strings.LastIndexByte(text[:offset], '\n')+1 : offset]
	return strings.Contains(line, "#")
}

func (p *place) endOfKey() int {
	if n := len(p.of.names); n > 0 {
		return int(p.of.names[n-1].At.End)
	}
	return p.of.from
}

// header finds the part of a header.
func (p *place) header(offset int) {
	if offset > p.of.to {
		return
	}
	p.part = inHeader
	p.named(offset)
}

// named finds the part of a path that an offset is in, or an empty one behind it.
func (p *place) named(offset int) {
	p.at = toml.Extent{Start: int32(offset), End: int32(offset)}
	p.name = len(p.of.names)
	for i, n := range p.of.names {
		if int(n.At.Start) <= offset && offset <= int(n.At.End) {
			p.name, p.word, p.at = i, n.Text, n.At
			if len(n.Text) < int(n.At.End-n.At.Start) { // in quotation marks
				p.at.Start, p.at.End = n.At.Start+1, n.At.Start+1+int32(len(n.Text))
			}
			return
		}
	}
}

// value finds what stands at an offset of a value.
func (p *place) value(text string, offset int) {
	p.part, p.at = inValue, toml.Extent{Start: int32(offset), End: int32(offset)}
	var open []byte
	entry, keys := "", false // the last key of an inline table, and whether the next word is one
	found := func(word string, from, to int, mark string) {
		p.word, p.at, p.mark = word, toml.Extent{Start: int32(from), End: int32(to)}, mark
	}
	at := p.of.value
	for at < len(text) && at <= offset {
		switch c := text[at]; {
		case c == '#':
			end := endOfLine(text, at)
			if offset <= end {
				p.part = nowhere
				return
			}
			at = end
		case c == '"' || c == '\'':
			end := endOfText(text, at)
			mark := text[at : at+1]
			if strings.HasPrefix(text[at:], strings.Repeat(mark, 3)) {
				mark = strings.Repeat(mark, 3)
			}
			from, to, closed := at+len(mark), end, false
			if to-len(mark) >= from && strings.HasSuffix(text[at:end], mark) {
				to -= len(mark)
				closed = true
			}
			word := text[from:to]
			if keys {
				entry = word
			}
			if offset > at && (offset < end || offset <= to) {
				found(word, from, to, mark)
				p.closed = closed
				at = offset + 1
				continue
			}
			at = end
		case c == '{' || c == '[':
			open, keys = append(open, c), c == '{'
			at++
		case c == '}' || c == ']':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
			entry, keys = "", false
			at++
		case c == ',':
			if len(open) > 0 && open[len(open)-1] == '{' {
				entry, keys = "", true
			}
			at++
		case c == '=':
			keys = false
			at++
		case isWord(c) || c >= 0x80 || c == '.':
			end := at
			for end < len(text) && (isWord(text[end]) || text[end] >= 0x80 || text[end] == '.') {
				end++
			}
			if keys {
				entry = text[at:end]
			}
			if offset <= end {
				found(text[at:end], at, end, "")
				at = offset + 1
				continue
			}
			at = end
		default:
			at++
		}
	}
	switch {
	case keys:
		p.part = inEntry
	case len(open) > 0 && open[len(open)-1] == '{':
		p.entry = entry
	case len(open) == 0 && p.word == "" && p.mark == "" && p.of.value < p.of.to:
		p.part = nowhere // behind it
	}
}
