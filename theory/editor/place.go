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
	nth    int         // of a header or key: which part, from 0
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
		format = load.SettingsFormat()
	}
	if i := slices.IndexFunc(format, func(t theory.Table) bool { return t.Name == name }); i >= 0 {
		p.table = &format[i]
	}
	switch {
	case p.of == nil && commented(text, offset):
	case p.of == nil:
		p.part, p.at = inKey, extent(offset, offset)
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
		if p.keyed(p.of.names[:min(p.nth+1, len(p.of.names))]) != "" {
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
	p.at = extent(offset, offset)
	p.nth = len(p.of.names)
	for i, n := range p.of.names {
		at := n.At
		if len(n.Text) < int(at.End-at.Start) { // in quotation marks
			at = extent(int(at.Start)+1, int(at.Start)+1+len(n.Text))
		}
		if int(at.Start) <= offset && offset <= int(at.End) {
			p.nth, p.word, p.at = i, n.Text, at
			return
		}
	}
}

// value finds what stands at an offset of a value.
func (p *place) value(text string, offset int) {
	p.part, p.at = inValue, extent(offset, offset)
	var open []byte
	entry, keys := "", false // the last key of an inline table, and whether the next word is one
	for at := p.of.value; at < len(text) && at <= offset; {
		t := tokenAt(text, at)
		at = t.to
		switch t.is {
		case '#':
			if offset > t.from && offset <= t.to {
				p.part = nowhere
				return
			}
		case '"', '\'', 'w':
			p.wordIn(text, t, offset)
			if keys {
				entry = strings.Trim(text[t.from:t.to], `"'`)
			}
		case '{', '[':
			open, keys = append(open, t.is), t.is == '{'
		case '}', ']':
			open, entry, keys = open[:max(0, len(open)-1)], "", false
		case ',':
			if len(open) > 0 && open[len(open)-1] == '{' {
				entry, keys = "", true
			}
		case '=':
			keys = false
		}
		if t.to == offset && t.is != 'w' && p.word == "" && p.mark == "" {
			continue // what comes next may start here
		}
		if t.to >= offset {
			break
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

// wordIn takes a text in quotation marks, or a word without, for what stands at the offset, where that is in it.
func (p *place) wordIn(text string, t token, offset int) {
	from, to, mark, closed := t.from, t.to, "", false
	if t.is != 'w' {
		mark = text[from : from+1]
		if long := strings.Repeat(mark, 3); strings.HasPrefix(text[from:to], long) {
			mark = long
		}
		from += len(mark)
		if closed = to-len(mark) >= from && strings.HasSuffix(text[:to], mark); closed {
			to -= len(mark)
		}
	}
	if from <= offset && offset <= to {
		p.word, p.at, p.mark, p.closed = text[from:to], extent(from, to), mark, closed
	}
}
