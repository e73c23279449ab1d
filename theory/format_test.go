package theory

import (
	"slices"
	"testing"
)

// TestFormat holds that each key of the format is complete, and kept in a field that its type of value fits.
func TestFormat(t *testing.T) {
	for i := range Format {
		table := &Format[i]
		record := (&Theory{}).Add(table)
		if record.Table() != table {
			t.Errorf("an element of [%s] is said to be of %v", table.Name, record.Table())
		}
		for k := range table.Keys {
			key := &table.Keys[k]
			if key.Name == "" || key.Doc == "" || table.Key(key.Name) != key {
				t.Errorf("a key of [%s] has no name, no doc or another's name: %+v", table.Name, key)
			}
			if key.Field == nil {
				t.Errorf("%s of [%s] has no field in the model", key.Name, table.Name)
				continue
			}
			if !fits(key.Type, key.Field(record)) {
				t.Errorf("%s of [%s] is kept in a %T, which does not fit its type", key.Name, table.Name, key.Field(record))
			}
			if isWord := key.Type == Word || key.Type == Words; isWord != (len(key.Words) > 0) || key.Default != "" && !slices.Contains(key.Words, key.Default) {
				t.Errorf("%s of [%s] has the words %q and the default %q", key.Name, table.Name, key.Words, key.Default)
			}
			if refers := key.Type == Reference || key.Type == References; refers != (key.Target != "") {
				t.Errorf("%s of [%s] refers to %q", key.Name, table.Name, key.Target)
			}
			if key.Within != "" && table.Key(key.Within) == nil {
				t.Errorf("%s of [%s] is within %s, which is no key of it", key.Name, table.Name, key.Within)
			}
			if said := key.Says(record); said != nil {
				t.Errorf("%s of an empty [%s] says %v", key.Name, table.Name, said)
			}
		}
	}
}

// fits says whether a field can keep a type of value.
func fits(of ValueType, field any) bool {
	switch field.(type) {
	case *string:
		return of == Text || of == Word
	case *[]string:
		return of == Texts || of == Words
	case *Ref:
		return of == Text || of == Reference
	case *[]Ref:
		return of == Texts || of == Reference || of == References
	case MembersIn:
		return of == References
	case *int:
		return of == Whole
	case **float64:
		return of == Number
	case *bool:
		return of == Flag
	case **[2]float64:
		return of == Interval
	case *[]Attribute:
		return of == Attributes
	case *[]Acceptance:
		return of == Acceptances
	}
	return false
}
