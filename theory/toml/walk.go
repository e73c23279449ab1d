package toml

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2/unstable"
)

// maxDepth is how deep tables, lists and dotted keys may nest. The format needs four levels; far deeper ones are an
// attack on the parser that decodes the values.
const maxDepth = 16

// Beyond these a file is an attack or a mistake: it is refused at once, before anything is made of it.
const (
	maxTables = 400_000 // links, nodes and evidence together; the file of a theory of 100,000 links has 260,000
	maxKey    = 1_000   // bytes of one key or id
	maxValue  = 1 << 20 // bytes of one value as it is written
	maxList   = 100_000 // entries of one list
)

// marks are what the parts of tables, lists and keys are told apart by, wherever they stand, of brackets those that open: the
// parser needs memory for each before it gives the file's first line. The file of a theory of 100,000 links has half as
// many.
var marks = []struct {
	marks, words string
	most         int
}{
	{"[{,=", "brackets, commas and equals signs", 3_000_000},
	{".", "dots", 1_000_000},
}

// tooManyMarks says which marks a file has too many of; "" where it has not.
func tooManyMarks(data []byte) string {
	for _, m := range marks {
		count := 0
		for i := range len(m.marks) {
			count += bytes.Count(data, []byte{m.marks[i]})
		}
		if count > m.most {
			return fmt.Sprintf("the file has more than %d %s; split the theory", m.most, m.words)
		}
	}
	return ""
}

// read walks the file once, and has its values decoded meanwhile. It stops at the first thing that is not TOML, or that nests
// too deep: no value is looked at then. Names are parts of text, whose bytes data are, but for those written with escapes.
func read(text string, data []byte) (*Item, *Fault) {
	if message := tooManyMarks(data); message != "" {
		return nil, &Fault{Message: message}
	}
	w := walker{text: text, values: decoder{text: text}}
	w.parser.Reset(data)
	root := &Item{}
	fault := w.walk(root)
	if wrong := w.values.finish(); fault == nil {
		fault = wrong
	}
	if fault != nil {
		return nil, fault
	}
	return root, nil
}

// walk adds all that stands in the file to its root.
func (w *walker) walk(root *Item) *Fault {
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
			return w.fault
		}
	}
	if err := w.parser.Error(); err != nil {
		var at Extent
		rest := ""
		var perr *unstable.ParserError
		if errors.As(err, &perr) && len(perr.Highlight) > 0 {
			at = extentOf(w.parser.Range(perr.Highlight))
			rest = w.text[at.Start:]
		}
		return &Fault{Message: plainSyntax(err.Error(), rest), At: at}
	}
	return nil
}

type walker struct {
	text   string
	parser unstable.Parser
	fault  *Fault
	tables int
	values decoder
	parts  []keyPart // of the key last read
	unused []Item    // made many at a time
}

// item makes an entry or element and adds it.
func (w *walker) item(to *Item, item Item) *Item {
	const many = 256
	if len(w.unused) == 0 {
		w.unused = make([]Item, many)
	}
	next := &w.unused[0]
	w.unused = w.unused[1:]
	*next = item
	to.add(next)
	return next
}

// name is a key: a part of the file's own text, unless it is written with escapes.
func (w *walker) name(node *unstable.Node) string {
	raw := node.Raw
	if i := bytes.Index(w.parser.Raw(raw), node.Data); i >= 0 {
		return w.text[int(raw.Offset)+i:][:len(node.Data)]
	}
	return string(node.Data)
}

func extentOf(r unstable.Range) Extent { return Extent{int32(r.Offset), int32(r.Offset + r.Length)} }

// header goes to the table that a header names, making what is not there yet.
func (w *walker) header(root *Item, expr *unstable.Node) *Item {
	at := root
	if w.tables++; w.tables > maxTables {
		w.refuse(extentOf(expr.Raw), fmt.Sprintf("the file has more than %d tables; split the theory", maxTables))
		return at
	}
	parts := w.key(expr.Key())
	for i, part := range parts {
		next := at.Entry(part.name)
		last := i == len(parts)-1
		list := last && expr.Kind == unstable.ArrayTable
		switch {
		case next == nil && list:
			next = w.item(at, Item{Name: part.name, Key: part.key, Value: part.key, Form: List, made: byList})
		case next == nil && last:
			next = w.item(at, Item{Name: part.name, Key: part.key, Value: part.key, made: byHeader})
		case next == nil:
			next = w.item(at, Item{Name: part.name, Key: part.key, Value: part.key, made: byParent})
		case next.made == byValue, list && next.made != byList, last && !list && next.made != byParent:
			w.twiceHeaded(parts[:i+1], next.Key)
			return at
		case last && !list:
			next.Key, next.made = part.key, byHeader
		}
		if list {
			w.item(next, Item{Key: part.key, Value: part.key, made: byHeader})
		}
		if next.made == byList {
			next = next.Last
		}
		at = next
	}
	return at
}

// twice refuses a key that its table has already.
func (w *walker) twice(part keyPart, first Extent) {
	w.refuse(part.key, fmt.Sprintf("%q stands twice in one table, first in line %d; take one of them out", part.name, w.line(first)))
	if w.fault.At == part.key {
		w.fault.Twice = part.name
	}
}

// twiceHeaded refuses a table that is there already.
func (w *walker) twiceHeaded(parts []keyPart, first Extent) {
	part := parts[len(parts)-1]
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	remedy := "join the two into one"
	if len(parts) > 1 {
		remedy += ", or give one of them another id"
	}
	w.refuse(part.key, fmt.Sprintf("[%s] is there twice, first in line %d; %s", strings.Join(names, "."), w.line(first), remedy))
	if w.fault.At == part.key {
		w.fault.Twice = part.name
	}
}

// line is the number of the line in which something stands, from 1.
func (w *walker) line(at Extent) int { return 1 + strings.Count(w.text[:at.Start], "\n") }

func (w *walker) refuse(at Extent, message string) {
	if w.fault == nil {
		w.fault = &Fault{Message: message, At: at}
	}
}

func (w *walker) keyValue(table *Item, expr *unstable.Node, depth int) {
	parts := w.key(expr.Key())
	if len(parts) == 0 {
		return
	}
	for _, part := range parts[:len(parts)-1] {
		next := table.Entry(part.name)
		if next == nil {
			next = w.item(table, Item{Name: part.name, Key: part.key, Value: part.key, made: byDots})
		} else if next.made != byDots {
			w.twice(part, next.Key)
			return
		}
		table = next
	}
	last := parts[len(parts)-1]
	if before := table.Entry(last.name); before != nil {
		w.twice(last, before.Key)
		return
	}
	whole := extentOf(expr.Raw)
	item := w.item(table, Item{Name: last.name, Key: last.key, Value: Extent{w.valueStart(whole, last.key), whole.End}})
	w.value(item, expr.Value(), depth+len(parts))
}

// valueStart is where the value of a key starts: after the equals sign and white space.
func (w *walker) valueStart(whole, key Extent) int32 {
	rest := w.parser.Data()[key.End:whole.End]
	_, after, _ := bytes.Cut(rest, []byte("="))
	return whole.End - int32(len(bytes.TrimLeft(after, " \t")))
}

func (w *walker) value(item *Item, node *unstable.Node, depth int) {
	if w.fault != nil {
		return
	}
	if depth > maxDepth {
		w.refuse(item.Value, "values nest deeper than 16 levels; a theory file needs no more than four")
		return
	}
	switch node.Kind {
	case unstable.Array:
		item.Form = List
		entries := 0
		for it := node.Children(); it.Next(); {
			if entries++; entries > maxList {
				w.refuse(Extent{item.Value.Start, item.Value.Start + 1}, fmt.Sprintf("the list that starts here has more than %d entries; shorten it, or split the theory", maxList))
				return
			}
			child := it.Node()
			at := extentOf(child.Raw)
			if child.Raw.Length == 0 { // a list has no place of its own in the parser's tree
				at = item.Value
			}
			w.value(w.item(item, Item{Value: at}), child, depth+1)
		}
	case unstable.InlineTable:
		for it := node.Children(); it.Next(); {
			w.keyValue(item, it.Node(), depth+1)
		}
	default:
		item.Form = Single
		if w.single(item, node); w.fault == nil {
			w.values.add(item)
		}
	}
}

// single refuses what the decoder lets pass, or would say too much of.
func (w *walker) single(item *Item, node *unstable.Node) {
	if item.Value.End-item.Value.Start > maxValue {
		w.refuse(Extent{item.Value.Start, item.Value.Start + 1}, "the value that starts here is longer than a megabyte; shorten it")
		return
	}
	const longest = 1_000 // bytes of a number or date
	switch long := len(node.Data) > longest; node.Kind {
	case unstable.Integer, unstable.Float:
		if long {
			w.refuse(item.Value, plainSyntax("out of range", ""))
		}
	case unstable.LocalDate, unstable.LocalTime, unstable.LocalDateTime, unstable.DateTime:
		if long || wrongOffset().Match(node.Data) {
			w.refuse(item.Value, plainSyntax("invalid datetime", ""))
		}
	}
}

// wrongOffset is an offset from UTC with more than 59 minutes.
var wrongOffset = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[+-][0-9]{2}:[6-9][0-9]$`) })

type keyPart struct {
	name string
	key  Extent
}

func (w *walker) key(it unstable.Iterator) []keyPart {
	w.parts = w.parts[:0]
	for it.Next() {
		node := it.Node()
		if len(w.parts) == maxDepth {
			w.refuse(extentOf(node.Raw), "a dotted key has more than 16 parts")
			return nil
		}
		if len(node.Data) > maxKey {
			w.refuse(extentOf(node.Raw), fmt.Sprintf("a key or id has more than %d characters", maxKey))
			return nil
		}
		w.parts = append(w.parts, keyPart{w.name(node), extentOf(node.Raw)})
	}
	return w.parts
}
