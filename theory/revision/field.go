package revision

import (
	"cmp"
	"reflect"
	"slices"

	"icamo/theory"
)

// Field is one value that differs between two versions of an element, named by its key in the format. The reasons of
// acceptances and the attributes of cases are fields of their own: "accept.PT206", "attributes.age".
type Field struct {
	Name string
	Key  *theory.Key // nil for the kind of a node
	// Old and New are nil where the value is not given, else a string, float64 or bool; []float64 for an interval;
	// []string for a list, as its version writes it: the ids of a set (references) are sorted, the texts of another list
	// stand in their order.
	Old, New any
	// Gained and Lost are what a set gained and lost, lineage followed: the id of what only has another id is neither.
	Gained, Lost []string
}

// Field finds what changed under a key; nil where nothing did.
func (c *Change) Field(name string) *Field {
	if i := slices.IndexFunc(c.Fields, func(f Field) bool { return f.Name == name }); i >= 0 {
		return &c.Fields[i]
	}
	return nil
}

// union is what several old elements say as one: the first's single values, and the sets of all.
func union(records []record) record {
	if len(records) == 1 {
		return records[0]
	}
	first := slices.Clone(records[0].fixed)
	for i := range first {
		if first[i].set {
			var ids []string
			for _, r := range records {
				ids = append(ids, r.fixed[i].ids...)
			}
			slices.Sort(ids)
			first[i].ids = slices.Compact(ids)
		}
	}
	return record{first, records[0].dotted}
}

// differences lists the values that differ, lineage followed in sets.
func differences(old, new record) []Field {
	var fields []Field
	for i := range max(len(old.fixed), len(new.fixed)) {
		var o, n value
		if i < len(old.fixed) {
			o = old.fixed[i]
		}
		if i < len(new.fixed) {
			n = new.fixed[i]
		}
		fields = append(fields, difference(o, n)...)
	}
	for i, j := 0, 0; i < len(old.dotted) || j < len(new.dotted); {
		var o, n value
		if j == len(new.dotted) || i < len(old.dotted) && old.dotted[i].name <= new.dotted[j].name {
			o = old.dotted[i]
			i++
		}
		if j < len(new.dotted) && (o.name == "" || o.name == new.dotted[j].name) {
			n = new.dotted[j]
			j++
		}
		fields = append(fields, difference(o, n)...)
	}
	return fields
}

// difference compares two values of one key, either of which may be that of an element that is not there.
func difference(o, n value) []Field {
	switch {
	case o.set || n.set:
		if f, differ := setDifference(o, n); differ {
			return []Field{f}
		}
	case !reflect.DeepEqual(o.one, n.one):
		return []Field{{Name: cmp.Or(o.name, n.name), Key: cmp.Or(o.key, n.key), Old: o.one, New: n.one}}
	}
	return nil
}

// setDifference compares two sets of ids. The old one is the same as the new one where its ids became the new ids.
func setDifference(o, n value) (Field, bool) {
	f := Field{Name: cmp.Or(o.name, n.name), Key: cmp.Or(o.key, n.key), Old: listed(o.ids), New: listed(n.ids)}
	if o.follow == nil && slices.Equal(o.ids, n.ids) {
		return f, false
	}
	cameFromOld := make(map[string]bool)
	there := func(id string) bool {
		_, found := slices.BinarySearch(n.ids, id)
		return found
	}
	whole := true
	for _, id := range o.ids {
		became := []string{id}
		if o.follow != nil {
			if heirs := o.follow(id); len(heirs) > 0 {
				became = heirs
			}
		}
		kept := 0
		for _, h := range became {
			cameFromOld[h] = true
			if there(h) {
				kept++
			}
		}
		if kept == 0 {
			f.Lost = append(f.Lost, id)
		}
		whole = whole && kept == len(became)
	}
	for _, id := range n.ids {
		if !cameFromOld[id] {
			f.Gained = append(f.Gained, id)
		}
	}
	return f, !whole || len(f.Gained) > 0
}

func listed(ids []string) any {
	if len(ids) == 0 {
		return nil
	}
	return ids
}
