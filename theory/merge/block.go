package merge

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// file is a side of a merge, cut into blocks: what stands before the first header, then a block for each header.
type file struct {
	blocks []*block
	tail   string // what stands below the last key
	byID   map[string]*block
}

// block is a header with its keys and the comments above it. All of a file's text is in its blocks and its tail.
type block struct {
	id      string // the same on all sides: "mechanism.hope", "link a -> b"; "" for keys above all headers
	lead    string // the comments and blank lines above the header
	header  string // its line
	entries []*entry
}

// entry is a key with its value, and the comments above it.
type entry struct {
	key   string
	lead  string
	text  string // from the key to the end of the line on which its value ends
	at    int    // where in the text the value starts
	end   int    // and ends
	value *toml.Item
	raw   func(*toml.Item) string // the text of a part of the value
}

// pairs counts how many links of a file join the same nodes, so that a link is known by its ends alone where one does.
func pairs(d *toml.Document) map[string]int {
	count := make(map[string]int)
	if links := d.Root.Entry("link"); links != nil {
		for link := range links.Items() {
			count[ends(link)]++
		}
	}
	return count
}

func ends(link *toml.Item) string {
	return theory.LinkID(says(link, "from"), says(link, "to"), theory.Promotes)
}

func says(table *toml.Item, key string) string {
	if entry := table.Entry(key); entry != nil {
		text, _ := entry.Says.(string)
		return text
	}
	return ""
}

// cut cuts a file into blocks. Twice says which links need their effect to be told apart.
func cut(d *toml.Document, twice map[string]bool) *file {
	f := &file{byID: make(map[string]*block)}
	top := &block{}
	f.add(top)
	at, done := top, 0
	table := d.Root
	next := make(map[*toml.Item]int) // how many tables of a list have come
	for s := range toml.Statements(d.Text) {
		start := strings.LastIndexByte(d.Text[:s.Path[s.Own].At.Start], '\n') + 1
		if s.Header {
			id := ""
			table, id = find(d.Root, s, next, twice)
			at = &block{id: id, lead: d.Text[done:start]}
			done = lineEnd(d.Text, int(s.Path[len(s.Path)-1].At.End))
			at.header = d.Text[start:done]
			f.add(at)
			continue
		}
		value, key := table, make([]string, 0, 1)
		for _, part := range s.Path[s.Own:] {
			value, key = value.Entry(part.Text), append(key, part.Text)
		}
		e := &entry{key: strings.Join(key, "."), lead: d.Text[done:start], value: value,
			raw: func(part *toml.Item) string { return d.Text[part.Value.Start:part.Value.End] }}
		done = lineEnd(d.Text, int(value.Value.End))
		e.text, e.at, e.end = d.Text[start:done], int(value.Value.Start)-start, int(value.Value.End)-start
		at.entries = append(at.entries, e)
	}
	f.tail = d.Text[done:]
	return f
}

func (f *file) add(b *block) {
	id := b.id
	for n := 2; f.byID[b.id] != nil; n++ { // what stands there twice is told apart by its order
		b.id = fmt.Sprintf("%s #%d", id, n)
	}
	f.byID[b.id] = b
	f.blocks = append(f.blocks, b)
}

// find goes to the table of a header, and makes its id.
func find(root *toml.Item, s toml.Statement, next map[*toml.Item]int, twice map[string]bool) (*toml.Item, string) {
	at := root
	var id []string
	for i, part := range s.Path {
		at = at.Entry(part.Text)
		name := part.Text
		if at.Form == toml.List {
			if s.Repeated && i == len(s.Path)-1 {
				next[at]++
			}
			at = element(at, next[at])
			if name == "link" && i == 0 {
				name = "link " + linkID(at, twice)
			}
		}
		id = append(id, name)
	}
	return at, strings.Join(id, ".")
}

// element is the nth element of a list, counted from 1.
func element(list *toml.Item, n int) *toml.Item {
	for item := range list.Items() {
		if n--; n == 0 {
			return item
		}
	}
	return list.Last
}

func linkID(link *toml.Item, twice map[string]bool) string {
	id := ends(link)
	if twice[id] && says(link, "effect") == string(theory.Inhibits) {
		id = theory.LinkID(says(link, "from"), says(link, "to"), theory.Inhibits)
	}
	return id
}

// lineEnd is where the line ends that holds a place, its line break included.
func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(text)
}

// entry finds a key of a block; nil where there is none.
func (b *block) entry(key string) *entry {
	if b == nil {
		return nil
	}
	for _, e := range b.entries {
		if e.key == key {
			return e
		}
	}
	return nil
}

// text is all of a block.
func (b *block) text() string {
	var s strings.Builder
	s.WriteString(b.lead + b.header)
	for _, e := range b.entries {
		s.WriteString(e.lead + e.text)
	}
	return s.String()
}

// name says of which element a block is, in words.
func (b *block) name() string {
	switch table, id, has := strings.Cut(b.id, "."); {
	case b.id == "":
		return "the top of the file"
	case strings.HasPrefix(b.id, "link "):
		return fmt.Sprintf("link %q", strings.TrimPrefix(b.id, "link "))
	case has:
		return fmt.Sprintf("%s %q", strings.ReplaceAll(table, "_", " "), id)
	}
	return "[" + b.id + "]"
}
