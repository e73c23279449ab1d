package theory

import (
	"cmp"
	"iter"
	"slices"
)

// Record is an element of a theory with all that its table says: a *Theory, *Node, *Link, *Configuration, *Source, *Case,
// *Evidence or *FormalTheory.
type Record interface {
	Base() *Element
	Sort() Sort
	Table() *Table // of the format; nil for a node of no kind
}

// Sort is what an element is.
type Sort string

// The sorts of element. All but nodes are named as their table is; a node's table is named by its kind.
const (
	TheorySort        Sort = "theory"
	NodeSort          Sort = "node"
	LinkSort          Sort = "link"
	ConfigurationSort Sort = "configuration"
	EvidenceSort      Sort = "evidence"
	CaseSort          Sort = "case"
	FormalTheorySort  Sort = "formal_theory"
	SourceSort        Sort = "source"
)

// Base is the element itself.
func (e *Element) Base() *Element { return e }

// Sort is what the element is.
func (*Theory) Sort() Sort        { return TheorySort }
func (*Node) Sort() Sort          { return NodeSort }
func (*Link) Sort() Sort          { return LinkSort }
func (*Configuration) Sort() Sort { return ConfigurationSort }
func (*Evidence) Sort() Sort      { return EvidenceSort }
func (*Case) Sort() Sort          { return CaseSort }
func (*FormalTheory) Sort() Sort  { return FormalTheorySort }
func (*Source) Sort() Sort        { return SourceSort }

// Table is the element's table in the format.
func (t *Theory) Table() *Table        { return TableNamed(string(t.Sort())) }
func (n *Node) Table() *Table          { return TableNamed(string(n.Kind)) }
func (l *Link) Table() *Table          { return TableNamed(string(l.Sort())) }
func (c *Configuration) Table() *Table { return TableNamed(string(c.Sort())) }
func (e *Evidence) Table() *Table      { return TableNamed(string(e.Sort())) }
func (c *Case) Table() *Table          { return TableNamed(string(c.Sort())) }
func (f *FormalTheory) Table() *Table  { return TableNamed(string(f.Sort())) }
func (s *Source) Table() *Table        { return TableNamed(string(s.Sort())) }

// Name is what an element is called where it is mentioned: its label or title, else its id.
func Name(r Record) string {
	name := ""
	switch r := r.(type) {
	case *Theory:
		name = r.Title
	case *Node:
		name = r.Label
	case *Configuration:
		name = r.Title
	case *Case:
		name = r.Label
	case *FormalTheory:
		name = r.Label
	}
	return cmp.Or(name, r.Base().ID)
}

// Records are the theory and all its elements, those of one sort after the other.
func (t *Theory) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		_ = yield(t) && each(t.Nodes, yield) && each(t.Links, yield) && each(t.Configurations, yield) && each(t.Evidence, yield) &&
			each(t.Cases, yield) && each(t.FormalTheories, yield) && each(t.Sources, yield)
	}
}

func each[R Record](all []R, yield func(Record) bool) bool {
	for _, r := range all {
		if !yield(r) {
			return false
		}
	}
	return true
}

// Add adds an empty element that a table is to fill. That of a [theory] table is the theory itself.
func (t *Theory) Add(table *Table) Record {
	switch Sort(table.Name) {
	case TheorySort:
		return t
	case LinkSort:
		return add(&t.Links, &Link{})
	case ConfigurationSort:
		return add(&t.Configurations, &Configuration{})
	case EvidenceSort:
		return add(&t.Evidence, &Evidence{})
	case CaseSort:
		return add(&t.Cases, &Case{})
	case FormalTheorySort:
		return add(&t.FormalTheories, &FormalTheory{})
	case SourceSort:
		return add(&t.Sources, &Source{})
	}
	return add(&t.Nodes, &Node{Kind: Kind(table.Name)})
}

func add[R Record](to *[]R, r R) R {
	*to = append(*to, r)
	return r
}

// Keys are the keys that elements of a sort can have: those of all kinds of node together.
func (s Sort) Keys() []*Key {
	if s != NodeSort {
		return keysOf(TableNamed(string(s)))
	}
	var keys []*Key
	for _, kind := range Kinds {
		at := 0
		for _, k := range keysOf(TableNamed(string(kind))) {
			if there := slices.IndexFunc(keys, func(other *Key) bool { return other.Name == k.Name }); there >= 0 {
				at = there + 1
				continue
			}
			keys = slices.Insert(keys, at, k)
			at++
		}
	}
	return keys
}

func keysOf(table *Table) []*Key {
	keys := make([]*Key, len(table.Keys))
	for i := range table.Keys {
		keys[i] = &table.Keys[i]
	}
	return keys
}
