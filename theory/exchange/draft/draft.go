package draft

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
)

// Draft is a theory that is being put together.
type Draft struct {
	Theory   *Element // the [theory] table
	Elements []*Element
	Left     []Left   // what was not understood, in the order found
	Aside    []string // what no theory could hold, with its count

	byID   map[string]*Element // nodes under one name, as their ids are unique among all kinds
	byName map[string]*Element
	links  map[string]*Element // by the ids that theory.LinkID makes

	numbered map[string]int // the last number that an id of a name was given
	implied  int            // links that configurations implied
}

// Element is a table of a theory file.
type Element struct {
	Table string // "mechanism", "link"
	ID    string // "" for the theory and for links
	From  Place
	Old   bool // it is in the theory file that the import goes into

	keys   []entry
	was    []entry                    // of an old element: what its file says
	listed map[string]map[string]bool // what is in the lists that Include made, by key
	of     theory.Record              // of an old element
}

type entry struct {
	key   string
	value any // string, []string, bool, int, float64, []float64 or []Pair
}

// Pair is an entry of a table of texts.
type Pair struct{ Name, Value string }

// Place is where something was found.
type Place struct {
	File  string
	Sheet string // "" where the file has none
	Row   int    // from 1; 0 where there is none
	Cell  string // the letters of a column; "" where there is none
	Path  string // of keys, in a file that is no sheet; "" where there is none
}

// String says where it is as people look for it: by sheet, row and column, or by keys.
func (p Place) String() string {
	parts := []string{p.File}
	if p.Path != "" {
		parts = append(parts, p.Path)
	}
	if p.Sheet != "" {
		parts = append(parts, fmt.Sprintf("sheet %q", p.Sheet))
	}
	if p.Row > 0 {
		parts = append(parts, fmt.Sprintf("row %d", p.Row))
	}
	if p.Cell != "" {
		parts = append(parts, "column "+p.Cell)
	}
	return strings.Join(parts, ", ")
}

// Left is something that was not taken over, and why.
type Left struct {
	At   Place
	Says string
}

// New is a draft of a theory with nothing in it.
func New(id, title string) *Draft {
	d := &Draft{Theory: &Element{Table: "theory"}, byID: make(map[string]*Element), byName: make(map[string]*Element), links: make(map[string]*Element),
		numbered: make(map[string]int)}
	d.Theory.Set("id", id)
	d.Theory.Set("title", title)
	return d
}

// Leave notes what was not understood.
func (d *Draft) Leave(at Place, format string, args ...any) {
	d.Left = append(d.Left, Left{at, fmt.Sprintf(format, args...)})
}

// Add makes an element of a table under an id made from a name, or under the name itself where that is an id that is free.
func (d *Draft) Add(table, name string, from Place) *Element {
	e := &Element{Table: table, From: from}
	if table != "link" {
		e.ID = d.freeID(table, name)
		d.byID[family(table)+"."+e.ID] = e
		d.Name(e, name)
	}
	d.Elements = append(d.Elements, e)
	return e
}

// Name lets an element be found by a name besides its id. The first one with a name keeps it.
func (d *Draft) Name(e *Element, name string) {
	key := family(e.Table) + "." + fold(name)
	if d.byName[key] == nil {
		d.byName[key] = e
	}
}

// Find is the element of a table that an id or a name stands for; nil where there is none. The table "node" is all kinds of
// node.
func (d *Draft) Find(table, name string) *Element {
	e := d.byID[family(table)+"."+name]
	if e == nil {
		e = d.byName[family(table)+"."+fold(name)]
	}
	if e != nil && table != "node" && e.Table != table {
		return nil
	}
	return e
}

// family is the table whose ids a table shares: nodes of all kinds share theirs.
func family(table string) string {
	if IsNode(table) {
		return "node"
	}
	return table
}

// IsNode says whether a table is that of a kind of node.
func IsNode(table string) bool { return slices.Contains(theory.Kinds, theory.Kind(table)) }

// fold is a name as it is compared: spaces, capitals and a full stop at its end make no difference.
func fold(name string) string {
	return strings.TrimSuffix(strings.ToLower(strings.Join(strings.Fields(name), " ")), ".")
}

// Get is the value of a key; nil where it is not there.
func (e *Element) Get(key string) any {
	for _, k := range e.keys {
		if k.key == key {
			return k.value
		}
	}
	return nil
}

// Text is the value of a key that is a text; "" where it is not there.
func (e *Element) Text(key string) string {
	text, _ := e.Get(key).(string)
	return text
}

// List is the value of a key that is a list of texts or ids.
func (e *Element) List(key string) []string {
	list, _ := e.Get(key).([]string)
	return list
}

// Set gives a key a value; an empty text or list takes the key out.
func (e *Element) Set(key string, value any) {
	delete(e.listed, key)
	at := slices.IndexFunc(e.keys, func(k entry) bool { return k.key == key })
	switch {
	case empty(value) && at >= 0:
		e.keys = slices.Delete(e.keys, at, at+1)
	case empty(value):
	case at >= 0:
		e.keys[at].value = value
	default:
		if e.keys == nil {
			const usual = 5
			e.keys = make([]entry, 0, usual)
		}
		e.keys = append(e.keys, entry{key, value})
	}
}

func empty(value any) bool {
	switch value := value.(type) {
	case nil:
		return true
	case string:
		return value == ""
	case []string:
		return len(value) == 0
	case []Pair:
		return len(value) == 0
	}
	return false
}

// Include adds ids or texts to a list, each once.
func (e *Element) Include(key string, values ...string) {
	list := e.List(key)
	known := e.listed[key]
	if known == nil {
		known = make(map[string]bool, len(list))
		for _, v := range list {
			known[v] = true
		}
	}
	for _, v := range values {
		if v != "" && !known[v] {
			known[v] = true
			list = append(list, v)
		}
	}
	e.Set(key, list)
	if e.listed == nil {
		e.listed = make(map[string]map[string]bool)
	}
	e.listed[key] = known
}
