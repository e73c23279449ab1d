package theory

import (
	"cmp"
	"slices"
)

// Lineage ties the elements of one version to those of a later one. An id is identity: an element with the same id is the
// same. "was" says the rest: a node renamed names its one old id, a node made of several names them all (a merge), and
// several nodes that name the same old id were made from it (a split). What is dropped with a reason is still in the file,
// and tied like anything else: ask Live of the heir where that matters.
type Lineage struct {
	Old, New       *Theory
	Nodes          Descent[*Node]
	Configurations Descent[*Configuration]
	Links          Descent[*Link] // links are followed through their ends, and keep their effect
}

// NewLineage follows every element of the old version to the new one. "was" speaks of the version that a theory
// revises: where the new version comes after the old one, directly or by way of others, the "was" of each step is read,
// and where it comes before, the same backwards. Two texts of which neither is known to come before the other, such as
// one file at two commits, are compared by the "was" of both, but for what both say alike, which tells of an older
// version. Ids in it that the other version does not have are passed over.
func NewLineage(old, new *Theory) *Lineage {
	if steps := steps(old, new); steps != nil {
		return along(steps)
	}
	if steps := steps(new, old); steps != nil {
		return along(steps).Reverse()
	}
	return step(old, new, true)
}

// Revises says whether the later version revises the earlier one, directly or by way of others: whether its "was" speaks
// of it. Versions are the same where their own files read the same, wherever they were read from.
func Revises(later, earlier *Theory) bool { return steps(earlier, later) != nil }

// steps are the versions from the old one to the new one, each revised by the next; nil where they do not lead there.
func steps(old, new *Theory) []*Theory {
	if len(old.Files) == 0 {
		return nil
	}
	steps := []*Theory{new}
	for t := new.Earlier; t != nil; t = t.Earlier {
		if t == old || len(t.Files) > 0 && t.Files[0].Text == old.Files[0].Text {
			steps = append(steps, old)
			slices.Reverse(steps)
			return steps
		}
		steps = append(steps, t)
	}
	return nil
}

// along follows elements step by step.
func along(versions []*Theory) *Lineage {
	l := step(versions[0], versions[1], false)
	for _, next := range versions[2:] {
		on := step(l.New, next, false)
		l = &Lineage{Old: l.Old, New: next,
			Nodes:          compose(l.Nodes, on.Nodes, nodesOf(l.Old), nodesOf(next)),
			Configurations: compose(l.Configurations, on.Configurations, configurationsOf(l.Old), configurationsOf(next))}
		l.Links = followed(l.Old, next, l.Nodes)
	}
	return l
}

// step follows elements from one version to another: by the "was" of the new one, and of the old one where either may
// come first.
func step(old, new *Theory, eitherFirst bool) *Lineage {
	l := &Lineage{Old: old, New: new,
		Nodes:          descend(nodesOf(old), nodesOf(new), eitherFirst),
		Configurations: descend(configurationsOf(old), configurationsOf(new), eitherFirst)}
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

// Heirs are those in the new version that an element of the old one became: none where it is gone, several where it
// was split.
func (d Descent[T]) Heirs(old T) []T { return d.heirs[old] }

// Origins are those in the old version that an element of the new one comes from: none where it is new, several where
// it was merged.
func (d Descent[T]) Origins(new T) []T { return d.origins[new] }

func (d Descent[T]) reverse() Descent[T] { return Descent[T]{heirs: d.origins, origins: d.heirs} }

// elements are those of one sort in one version, the first of each id.
type elements[T comparable] struct {
	all  []T
	find func(id string) T
	of   func(T) (id string, was []Ref)
}

func nodesOf(t *Theory) elements[*Node] {
	return elements[*Node]{t.Nodes, t.Node, func(n *Node) (string, []Ref) { return n.ID, n.Was }}
}

func configurationsOf(t *Theory) elements[*Configuration] {
	return elements[*Configuration]{t.Configurations, t.Configuration, func(c *Configuration) (string, []Ref) { return c.ID, c.Was }}
}

// each calls f for the elements that hold their ids: of two with one id, the first.
func (e elements[T]) each(f func(x T, id string, was []Ref)) {
	for _, x := range e.all {
		if id, was := e.of(x); e.find(id) == x {
			f(x, id, was)
		}
	}
}

// places numbers the elements in document order.
func (e elements[T]) places() map[T]int {
	places := make(map[T]int, len(e.all))
	for i, x := range e.all {
		places[x] = i
	}
	return places
}

// formerIDs are what the "was" of one version says of the other.
type formerIDs struct {
	of    map[string][]string // by id, the ids that it names there
	given map[string]bool     // ids of the other version that another id names
}

// newFormerIDs reads the "was" of one version; what the other says alike in known is passed over.
func newFormerIDs[T comparable](here, there elements[T], known bool) formerIDs {
	f := formerIDs{of: make(map[string][]string), given: make(map[string]bool)}
	var none T
	here.each(func(_ T, id string, was []Ref) {
		var alike []Ref
		if other := there.find(id); known && other != none {
			_, alike = there.of(other)
		}
		for _, ref := range was {
			if there.find(ref.ID) == none || slices.ContainsFunc(alike, func(a Ref) bool { return a.ID == ref.ID }) {
				continue
			}
			f.of[id] = append(f.of[id], ref.ID)
			f.given[ref.ID] = f.given[ref.ID] || ref.ID != id
		}
	})
	return f
}

// descend pairs elements by id and by "was". An element whose "was" leaves out its own id comes from what it names
// alone where another one names that id: so two that swap their ids are two renames.
func descend[T comparable](old, new elements[T], eitherFirst bool) Descent[T] {
	forward := newFormerIDs(new, old, eitherFirst)
	var backward formerIDs
	if eitherFirst {
		backward = newFormerIDs(old, new, true)
	}
	d := Descent[T]{heirs: make(map[T][]T), origins: make(map[T][]T)}
	var none T
	new.each(func(n T, id string, _ []Ref) {
		for _, was := range forward.of[id] {
			d.add(old.find(was), n)
		}
		elsewhere := len(forward.of[id]) > 0 && forward.given[id] || len(backward.of[id]) > 0 && backward.given[id]
		if same := old.find(id); same != none && !elsewhere {
			d.add(same, n)
		}
	})
	old.each(func(o T, id string, _ []Ref) {
		for _, became := range backward.of[id] {
			d.add(o, new.find(became))
		}
	})
	d.tidy(old, new)
	return d
}

// compose follows elements through a version between. What is gone there and back later keeps its id.
func compose[T comparable](first, second Descent[T], old, new elements[T]) Descent[T] {
	d := Descent[T]{heirs: make(map[T][]T), origins: make(map[T][]T)}
	var none T
	old.each(func(o T, _ string, _ []Ref) {
		for _, between := range first.Heirs(o) {
			for _, n := range second.Heirs(between) {
				d.add(o, n)
			}
		}
	})
	old.each(func(o T, id string, _ []Ref) {
		if n := new.find(id); n != none && len(d.heirs[o]) == 0 && len(d.origins[n]) == 0 {
			d.add(o, n)
		}
	})
	d.tidy(old, new)
	return d
}

func (d Descent[T]) add(old, new T) {
	d.heirs[old] = append(d.heirs[old], new)
	d.origins[new] = append(d.origins[new], old)
}

// tidy puts all lists in document order, each element once.
func (d Descent[T]) tidy(old, new elements[T]) {
	inOrder(d.heirs, new.places())
	inOrder(d.origins, old.places())
}

func inOrder[T comparable](lists map[T][]T, places map[T]int) {
	for x, list := range lists {
		slices.SortFunc(list, func(a, b T) int { return cmp.Compare(places[a], places[b]) })
		lists[x] = slices.Compact(list)
	}
}

// maxEndPairs bounds the pairs of ends that are tried for all links, beyond one for each: nodes merged and split by the
// ten thousand would else take hours. Past it links are followed by their ids alone.
const maxEndPairs = 200_000

// followed pairs links whose ends are pairs, and whose effects agree. A link with an end that is gone, or was never
// defined, is followed by its id alone.
func followed(old, new *Theory, nodes Descent[*Node]) Descent[*Link] {
	type ends struct {
		from, to *Node
		effect   Effect
	}
	place := make(map[*Link]int, len(old.Links))
	between := make(map[ends]*Link, len(old.Links))
	byID := make(map[string]*Link, len(old.Links))
	for i, l := range old.Links {
		if byID[l.ID] != nil {
			continue
		}
		place[l] = i
		byID[l.ID] = l
		if l.Source != nil && l.Target != nil {
			between[ends{l.Source, l.Target, l.Effect}] = l
		}
	}
	d := Descent[*Link]{heirs: make(map[*Link][]*Link), origins: make(map[*Link][]*Link)}
	var loose, onSteps []*Link
	pairs := 0
	seen := make(map[string]bool, len(new.Links))
	for _, l := range new.Links {
		if seen[l.ID] {
			continue
		}
		seen[l.ID] = true
		if l.Onto != nil {
			onSteps = append(onSteps, l)
			continue
		}
		var origins []*Link
		froms := nodes.Origins(l.Source)
		if pairs += max(0, len(froms)*len(nodes.Origins(l.Target))-1); pairs > maxEndPairs {
			froms = nil
		}
		for _, from := range froms {
			for _, to := range nodes.Origins(l.Target) {
				if o := between[ends{from, to, l.Effect}]; o != nil {
					origins = append(origins, o)
				}
			}
		}
		slices.SortFunc(origins, func(a, b *Link) int { return cmp.Compare(place[a], place[b]) })
		for _, o := range origins {
			d.add(o, l)
		}
		if len(origins) == 0 {
			loose = append(loose, l)
		}
	}
	loose = append(loose, followedOnSteps(d, byID, onSteps, nodes)...)
	for _, l := range loose {
		o := byID[l.ID]
		if o != nil && len(d.heirs[o]) == 0 && (pairs > maxEndPairs || len(nodes.Heirs(o.Source)) == 0 || len(nodes.Heirs(o.Target)) == 0) {
			d.add(o, l)
		}
	}
	return d
}

// followedOnSteps pairs links onto steps where what they start from and the steps are pairs; it returns those left.
func followedOnSteps(d Descent[*Link], old map[string]*Link, new []*Link, nodes Descent[*Node]) (loose []*Link) {
	for _, l := range new {
		followed := false
		for _, step := range d.Origins(l.Onto) {
			for _, from := range nodes.Origins(l.Source) {
				if o := old[LinkID(from.ID, step.ID, l.Effect)]; o != nil && o.Onto == step {
					d.add(o, l)
					followed = true
				}
			}
		}
		if !followed {
			loose = append(loose, l)
		}
	}
	return loose
}
