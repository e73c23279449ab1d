package toml

import (
	"iter"
	"math"
)

// Item is a part of a file, with its place and what it says: a table with its entries, a list with its elements, or a single
// value. Entries and elements are in document order.
type Item struct {
	Name  string // of an entry; "" for an element of a list
	Key   Extent // where its name stands
	Value Extent // where its value stands; that of a table with a header is the header's
	Says  any    // the string, int64, float64, bool or Date of a single value
	Form  Form
	made  origin
	Count int32 // of entries or elements

	First, Last *Item // the first and the last entry or element
	next        *Item
	byName      map[string]*Item // entries of a large table
}

// Extent is a run of bytes in a file, its end excluded.
type Extent struct{ Start, End int32 }

// Form is what a part of a file is.
type Form uint8

// The forms of a part.
const (
	Table Form = iota
	List
	Single // a text, number, flag or date
)

// Date is a date or time in words: nothing in a theory is one.
type Date string

// origin is how a part of a file came to be. TOML lets each be added to in its own way only.
type origin uint8

const (
	byValue  origin = iota // key = value: closed
	byHeader               // [table], or one table of a list: open to its own keys and to subtables
	byParent               // implied by the header of a subtable: open to its own header
	byDots                 // implied by a dotted key: open to dotted keys of the same table and to subtables
	byList                 // [[list]]: open to more tables
)

// Items are the entries of a table or the elements of a list.
func (o *Item) Items() iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for item := o.First; item != nil && yield(item); item = item.next {
		}
	}
}

// Entry finds an entry of a table; nil where there is none.
func (o *Item) Entry(name string) *Item {
	if o.byName != nil {
		return o.byName[name]
	}
	for item := range o.Items() {
		if item.Name == name {
			return item
		}
	}
	return nil
}

// Every says whether something holds for all entries or elements.
func (o *Item) Every(holds func(item *Item) bool) bool {
	for item := range o.Items() {
		if !holds(item) {
			return false
		}
	}
	return true
}

// add appends an entry to a table or an element to a list.
func (o *Item) add(item *Item) {
	const large = 16 // below this many entries, looking through them is faster than a map
	if o.Last == nil {
		o.First = item
	} else {
		o.Last.next = item
	}
	o.Last = item
	o.Count++
	switch {
	case o.Form == List:
	case o.byName != nil:
		o.byName[item.Name] = item
	case o.Count > large:
		o.byName = make(map[string]*Item, 2*large)
		for it := range o.Items() {
			o.byName[it.Name] = it
		}
	}
}

// Same says whether two items say the same, wherever it stands.
func Same(a, b *Item) bool {
	if a.Name != b.Name || a.Form != b.Form || a.Count != b.Count || !sameSingle(a.Says, b.Says) {
		return false
	}
	for x, y := a.First, b.First; x != nil; x, y = x.next, y.next {
		if !Same(x, y) {
			return false
		}
	}
	return true
}

// sameSingle takes one NaN for another, as only text can tell them apart.
func sameSingle(a, b any) bool {
	x, _ := a.(float64)
	y, _ := b.(float64)
	return a == b || math.IsNaN(x) && math.IsNaN(y)
}
