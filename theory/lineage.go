package theory

import (
	"cmp"
	"slices"
)

// Lineage says who of one version lives on as whom in a later one. An id is identity: what keeps its id lives on as
// itself. "was" says the rest: a node renamed names its one old id, a node made of several names them all (a merge), and
// several nodes that name the same old id were made from it (a split). What is dropped with a reason is still there, so
// it lives on, as a ghost: ask Live of the heir where that matters.
type Lineage struct {
	Old, New       *Theory
	Nodes          Descent[*Node]
	Configurations Descent[*Configuration]
	Links          Descent[*Link] // links are followed through their ends, and keep their effect
}

// NewLineage follows every element of the old version to the new one. The "was" of the new version is read; ids in it
// that the old version does not have are passed over.
func NewLineage(old, new *Theory) *Lineage {
	l := &Lineage{Old: old, New: new}
	l.Nodes = descend(old.Nodes, new.Nodes, old.Node,
		func(n *Node) (string, []Ref) { return n.ID, n.Was })
	l.Configurations = descend(old.Configurations, new.Configurations, old.Configuration,
		func(c *Configuration) (string, []Ref) { return c.ID, c.Was })
	l.Links = followed(old, new, l.Nodes)
	return l
}

// Reverse is the same lineage told from the new version to the old one: a split is then a merge.
func (l *Lineage) Reverse() *Lineage {
	return &Lineage{Old: l.New, New: l.Old,
		Nodes: l.Nodes.reverse(), Configurations: l.Configurations.reverse(), Links: l.Links.reverse()}
}

// Folded says whether an old link is gone because its two ends were merged into one node.
func (l *Lineage) Folded(old *Link) bool {
	return old.Source != nil && old.Target != nil && old.Source != old.Target &&
		slices.ContainsFunc(l.Nodes.Heirs(old.Source), func(n *Node) bool {
			return slices.Contains(l.Nodes.Heirs(old.Target), n)
		})
}

// Descent is the lineage of elements of one sort. All lists are in document order.
type Descent[T comparable] struct{ heirs, origins map[T][]T }

// Heirs are those in the new version that an element of the old one lives on as: none where it is gone, several where it
// was split.
func (d Descent[T]) Heirs(old T) []T { return d.heirs[old] }

// Origins are those in the old version that an element of the new one comes from: none where it is new, several where
// it was merged.
func (d Descent[T]) Origins(new T) []T { return d.origins[new] }

func (d Descent[T]) reverse() Descent[T] { return Descent[T]{heirs: d.origins, origins: d.heirs} }

// descend pairs elements by id and by "was". An element whose "was" leaves out its own id comes from what it names
// alone where another one claims that id: so two that swap their ids are two renames.
func descend[T comparable](old, new []T, find func(id string) T, lineage func(T) (id string, was []Ref)) Descent[T] {
	var none T
	claimed := make(map[string]bool)
	for _, n := range new {
		id, was := lineage(n)
		for _, ref := range was {
			claimed[ref.ID] = claimed[ref.ID] || ref.ID != id
		}
	}
	place := make(map[T]int, len(old))
	for i, o := range old {
		place[o] = i
	}
	d := Descent[T]{heirs: make(map[T][]T), origins: make(map[T][]T)}
	for _, n := range new {
		id, was := lineage(n)
		var origins []T
		add := func(id string) {
			if o := find(id); o != none {
				origins = append(origins, o)
			}
		}
		for _, ref := range was {
			add(ref.ID)
		}
		if len(was) == 0 || !claimed[id] {
			add(id)
		}
		slices.SortFunc(origins, func(a, b T) int { return cmp.Compare(place[a], place[b]) })
		origins = slices.Compact(origins)
		for _, o := range origins {
			d.heirs[o] = append(d.heirs[o], n)
		}
		if len(origins) > 0 {
			d.origins[n] = origins
		}
	}
	return d
}

// followed pairs links whose ends are pairs, and whose effects agree.
func followed(old, new *Theory, nodes Descent[*Node]) Descent[*Link] {
	type ends struct {
		from, to *Node
		effect   Effect
	}
	place := make(map[*Link]int, len(old.Links))
	between := make(map[ends][]*Link, len(old.Links))
	for i, l := range old.Links {
		place[l] = i
		if l.Source != nil && l.Target != nil {
			e := ends{l.Source, l.Target, l.Effect}
			between[e] = append(between[e], l)
		}
	}
	d := Descent[*Link]{heirs: make(map[*Link][]*Link), origins: make(map[*Link][]*Link)}
	for _, l := range new.Links {
		var origins []*Link
		for _, from := range nodes.Origins(l.Source) {
			for _, to := range nodes.Origins(l.Target) {
				origins = append(origins, between[ends{from, to, l.Effect}]...)
			}
		}
		slices.SortFunc(origins, func(a, b *Link) int { return cmp.Compare(place[a], place[b]) })
		for _, o := range origins {
			d.heirs[o] = append(d.heirs[o], l)
		}
		if len(origins) > 0 {
			d.origins[l] = origins
		}
	}
	return d
}
