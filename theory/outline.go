package theory

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"github.com/pelletier/go-toml/v2/unstable"
)

// maxDepth is how deep tables, lists and dotted keys may nest. The format needs four levels; far deeper ones are an
// attack on the parser that decodes the values.
const maxDepth = 16

// Beyond these a file is an attack or a mistake: it is refused at once, before anything is made of it.
const (
	maxTables = 400_000 // links, nodes and evidence together; the file of a theory of 100,000 links has 260,000
	maxKey    = 1_000   // bytes of one key or id
)

// outline says where everything in a file stands: a table with its entries or a list with its elements, in document
// order, down to single values.
type outline struct {
	name       string
	key, value extent
	items      []*outline
	list       bool
	made       origin
	byName     map[string]*outline // entries of a large table
}

// origin is how a part of a file came to be. TOML lets each be added to in its own way only, and the decoder overlooks
// some of what it forbids.
type origin uint8

const (
	byValue  origin = iota // key = value: closed
	byHeader               // [table], or one table of a list: open to its own keys and to subtables
	byParent               // implied by the header of a subtable: open to its own header
	byDots                 // implied by a dotted key: open to dotted keys of the same table and to subtables
	byList                 // [[list]]: open to more tables
)

// entry finds an entry of a table; nil where there is none.
func (o *outline) entry(name string) *outline {
	if o.byName != nil {
		return o.byName[name]
	}
	for _, item := range o.items {
		if item.name == name {
			return item
		}
	}
	return nil
}

// add appends an entry to a table or an element to a list.
func (o *outline) add(item *outline) *outline {
	const large = 16 // below this many entries, looking through them is faster than a map
	o.items = append(o.items, item)
	switch {
	case o.list:
	case o.byName != nil:
		o.byName[item.name] = item
	case len(o.items) > large:
		o.byName = make(map[string]*outline, 2*large)
		for _, it := range o.items {
			o.byName[it.name] = it
		}
	}
	return item
}

// outlineFault is what the outline found wrong, with its place.
type outlineFault struct {
	message string
	at      extent
}

// newOutline walks the file once. It stops at the first thing that is not TOML, or that nests too deep.
func newOutline(text []byte) (*outline, *outlineFault) {
	w := walker{names: make(map[string]string)}
	w.parser.Reset(text)
	root := &outline{}
	current := root
	for w.parser.NextExpression() {
		expr := w.parser.Expression()
		switch expr.Kind {
		case unstable.Table, unstable.ArrayTable:
			current = w.header(root, expr)
		case unstable.KeyValue:
			w.keyValue(current, expr, 0)
		}
		if w.fault != nil {
			return nil, w.fault
		}
	}
	if err := w.parser.Error(); err != nil {
		var at extent
		rest := ""
		var perr *unstable.ParserError
		if errors.As(err, &perr) && len(perr.Highlight) > 0 {
			at = extentOf(w.parser.Range(perr.Highlight))
			rest = string(text[at.start:])
		}
		return nil, &outlineFault{plainSyntax(err.Error(), rest), at}
	}
	return root, nil
}

type walker struct {
	parser unstable.Parser
	fault  *outlineFault
	tables int
	names  map[string]string // every key seen, once: the same few recur in each table
}

func (w *walker) intern(name []byte) string {
	if known, ok := w.names[string(name)]; ok {
		return known
	}
	s := string(name)
	w.names[s] = s
	return s
}

func extentOf(r unstable.Range) extent { return extent{int32(r.Offset), int32(r.Offset + r.Length)} }

// header goes to the table that a header names, making what is not there yet.
func (w *walker) header(root *outline, expr *unstable.Node) *outline {
	at := root
	if w.tables++; w.tables > maxTables {
		w.refuse(extentOf(expr.Raw), fmt.Sprintf("the file has more than %d tables; split the theory", maxTables))
		return at
	}
	parts := w.key(expr.Key())
	for i, part := range parts {
		next := at.entry(part.name)
		last := i == len(parts)-1
		list := last && expr.Kind == unstable.ArrayTable
		switch {
		case next == nil && list:
			next = at.add(&outline{name: part.name, key: part.key, value: part.key, list: true, made: byList})
		case next == nil && last:
			next = at.add(&outline{name: part.name, key: part.key, value: part.key, made: byHeader})
		case next == nil:
			next = at.add(&outline{name: part.name, key: part.key, value: part.key, made: byParent})
		case next.made == byValue, list && next.made != byList, last && !list && next.made != byParent:
			w.twice(part)
			return at
		case last && !list:
			next.key, next.made = part.key, byHeader
		}
		if list {
			next.add(&outline{key: part.key, value: part.key, made: byHeader})
		}
		if next.made == byList {
			next = next.items[len(next.items)-1]
		}
		at = next
	}
	return at
}

func (w *walker) twice(part keyPart) {
	w.refuse(part.key, fmt.Sprintf("%q is there twice; each table and key may stand once in a file", part.name))
}

func (w *walker) refuse(at extent, message string) {
	if w.fault == nil {
		w.fault = &outlineFault{message: message, at: at}
	}
}

func (w *walker) keyValue(table *outline, expr *unstable.Node, depth int) {
	parts := w.key(expr.Key())
	if len(parts) == 0 {
		return
	}
	for _, part := range parts[:len(parts)-1] {
		next := table.entry(part.name)
		if next == nil {
			next = table.add(&outline{name: part.name, key: part.key, value: part.key, made: byDots})
		} else if next.made != byDots {
			w.twice(part)
			return
		}
		table = next
	}
	last := parts[len(parts)-1]
	if table.entry(last.name) != nil {
		w.twice(last)
		return
	}
	whole := extentOf(expr.Raw)
	item := table.add(&outline{name: last.name, key: last.key, value: extent{w.valueStart(whole, last.key), whole.end}})
	w.value(item, expr.Value(), depth+len(parts))
}

// valueStart is where the value of a key starts: after the equals sign and white space.
func (w *walker) valueStart(whole, key extent) int32 {
	rest := w.parser.Data()[key.end:whole.end]
	_, after, _ := bytes.Cut(rest, []byte("="))
	return whole.end - int32(len(bytes.TrimLeft(after, " \t")))
}

func (w *walker) value(item *outline, node *unstable.Node, depth int) {
	if w.fault != nil {
		return
	}
	if depth > maxDepth {
		w.refuse(item.value, "values nest deeper than 16 levels; a theory file needs no more than four")
		return
	}
	switch node.Kind {
	case unstable.Array:
		item.list = true
		for it := node.Children(); it.Next(); {
			child := it.Node()
			element := item.add(&outline{value: extentOf(child.Raw)})
			if child.Raw.Length == 0 { // a list has no place of its own in the parser's tree
				element.value = item.value
			}
			w.value(element, child, depth+1)
		}
	case unstable.InlineTable:
		for it := node.Children(); it.Next(); {
			w.keyValue(item, it.Node(), depth+1)
		}
	case unstable.DateTime:
		if wrongOffset.Match(w.parser.Raw(node.Raw)) {
			w.refuse(item.value, "the date's offset from UTC is past the end of an hour")
		}
	}
}

// wrongOffset is an offset from UTC with more than 59 minutes, which the decoder lets pass.
var wrongOffset = regexp.MustCompile(`[+-][0-9]{2}:[6-9][0-9]$`)

type keyPart struct {
	name string
	key  extent
}

func (w *walker) key(it unstable.Iterator) []keyPart {
	var parts []keyPart
	for it.Next() {
		node := it.Node()
		if len(parts) == maxDepth {
			w.refuse(extentOf(node.Raw), "a dotted key has more than 16 parts")
			return nil
		}
		if len(node.Data) > maxKey {
			w.refuse(extentOf(node.Raw), fmt.Sprintf("a key or id has more than %d characters", maxKey))
			return nil
		}
		parts = append(parts, keyPart{w.intern(node.Data), extentOf(node.Raw)})
	}
	return parts
}
