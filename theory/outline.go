package theory

import (
	"iter"
	"math"
)

// outline says where everything in a file stands and what it says: a table with its entries or a list with its
// elements, in document order, down to single values.
type outline struct {
	name       string
	key, value extent
	says       any // the string, int64, float64, bool or date of a single value
	form       form
	made       origin
	count      int32 // of entries or elements

	first, last, next *outline            // the first and last entry or element, and the one after this
	byName            map[string]*outline // entries of a large table
}

// form is what a part of a file is.
type form uint8

const (
	tableForm form = iota
	listForm
	singleForm // a text, number, flag or date
)

// date is a date or time in words: nothing in a theory is one.
type date string

// origin is how a part of a file came to be. TOML lets each be added to in its own way only.
type origin uint8

const (
	byValue  origin = iota // key = value: closed
	byHeader               // [table], or one table of a list: open to its own keys and to subtables
	byParent               // implied by the header of a subtable: open to its own header
	byDots                 // implied by a dotted key: open to dotted keys of the same table and to subtables
	byList                 // [[list]]: open to more tables
)

// items are the entries of a table or the elements of a list.
func (o *outline) items() iter.Seq[*outline] {
	return func(yield func(*outline) bool) {
		for item := o.first; item != nil && yield(item); item = item.next {
		}
	}
}

// entry finds an entry of a table; nil where there is none.
func (o *outline) entry(name string) *outline {
	if o.byName != nil {
		return o.byName[name]
	}
	for item := range o.items() {
		if item.name == name {
			return item
		}
	}
	return nil
}

// every says whether something holds for all entries or elements.
func (o *outline) every(holds func(item *outline) bool) bool {
	for item := range o.items() {
		if !holds(item) {
			return false
		}
	}
	return true
}

// add appends an entry to a table or an element to a list.
func (o *outline) add(item *outline) {
	const large = 16 // below this many entries, looking through them is faster than a map
	if o.last == nil {
		o.first = item
	} else {
		o.last.next = item
	}
	o.last = item
	o.count++
	switch {
	case o.form == listForm:
	case o.byName != nil:
		o.byName[item.name] = item
	case o.count > large:
		o.byName = make(map[string]*outline, 2*large)
		for it := range o.items() {
			o.byName[it.name] = it
		}
	}
}

// sameValues says whether two outlines say the same, wherever it stands.
func sameValues(a, b *outline) bool {
	if a.name != b.name || a.form != b.form || a.count != b.count || !sameSingle(a.says, b.says) {
		return false
	}
	for x, y := a.first, b.first; x != nil; x, y = x.next, y.next {
		if !sameValues(x, y) {
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
