package revision

import (
	"slices"

	"icamo/theory"
)

// Verb is what happened to an element. Where several words would do, the first in this order is told: dropped or
// restored, merged, split, renamed, changed.
type Verb string

// The verbs.
const (
	Added    Verb = "added"
	Removed  Verb = "removed"  // gone, and no reason given
	Dropped  Verb = "dropped"  // given up, with a reason: its own, or that of a link's end
	Restored Verb = "restored" // dropped before, and no longer
	Changed  Verb = "changed"
	Renamed  Verb = "renamed" // another id; other values may have changed too
	Split    Verb = "split"   // one part of an element that is now several
	Merged   Verb = "merged"  // made of several elements
)

// Verbs are all verbs, in the order in which texts and legends show them.
var Verbs = []Verb{Dropped, Removed, Restored, Changed, Renamed, Split, Merged, Added}

// Change is what happened to one element: one that the new version has or, where it is gone, that the old one had.
type Change struct {
	Sort   theory.Sort
	ID     string
	Verb   Verb
	Fields []Field  // every value that differs, by the keys of the format
	From   []string // the ids it came from, where that is not its own id alone; sorted
	Reason string   // why it changed: of what was dropped its "dropped", else what its "because" (nodes) or "reading" newly says; "" for none
	With   string   // links: the id of the end that they went or came back with
	Old    []theory.Span
	New    theory.Span // not Known where the element is gone
}

// name is the id, with the table before it where the element is what evidence rests on: "case.p1".
func (c *Change) name() string {
	switch c.Sort {
	case theory.SourceSort, theory.CaseSort, theory.FormalTheorySort:
		return string(c.Sort) + "." + c.ID
	}
	return c.ID
}

// Match ties an element of the new version to those of the old one that it came from. Old is empty for one that is new,
// New is nil for one that is gone, and Change is nil for one kept as it was (dropped or not, it was before).
type Match[T any] struct {
	Old    []*T
	New    *T
	Change *Change
}

// Revision is everything that changed from one version to another. Its lists are in the order of the new version, with
// what is gone after it in the order of the old one.
type Revision struct {
	Old, New *theory.Theory
	Lineage  *theory.Lineage
	Ordered  bool // the new version is known to come after the old one: it revises it, unless the caller knows of another way
	Changes  []Change

	Nodes          []Match[theory.Node]
	Links          []Match[theory.Link]
	Configurations []Match[theory.Configuration]
	Evidence       []Match[theory.Evidence]
}

// Compare says what changed from the old version to the new one. Ids are identity; "was" tells what was renamed, merged
// and split, in whichever version comes after the other (theory.NewLineage). Order is ignored.
//
// A version compared with itself has no changes. Told the other way round, every tie between an old and a new element
// is the same: what was added is removed (or dropped, where the version says why), what was dropped is restored, what was
// merged is split, and the fields of elements tied one to one change back.
//
// Links whose ends have other ids, and lists of ids that follow, are no changes of their own: see Apply in the
// package's tests for what the changes leave to lineage.
func Compare(old, new *theory.Theory) *Revision {
	r := &Revision{Old: old, New: new, Lineage: theory.NewLineage(old, new), Ordered: theory.Revises(new, old)}
	c := comparison{r: r, keysOf: make(map[theory.Sort][]*theory.Key), sameLine: theory.Revises(new, old) || theory.Revises(old, new)}
	c.follow()
	c.theory()
	c.nodes()
	c.links()
	c.configurations()
	c.evidence()
	c.settle()
	return r
}

// comparison is a revision in the making.
type comparison struct {
	r        *Revision
	sameLine bool // one version revises the other, so that the "was" of each speaks of another version
	changes  []*Change
	keysOf   map[theory.Sort][]*theory.Key

	nodesBecame          *ancestry[theory.Node]
	configurationsBecame *ancestry[theory.Configuration]
}

// settle gives the changes their final place.
func (c *comparison) settle() {
	c.r.Changes = make([]Change, len(c.changes))
	at := make(map[*Change]*Change, len(c.changes))
	for i, change := range c.changes {
		c.r.Changes[i] = *change
		at[change] = &c.r.Changes[i]
	}
	resettle(c.r.Nodes, at)
	resettle(c.r.Links, at)
	resettle(c.r.Configurations, at)
	resettle(c.r.Evidence, at)
}

func resettle[T any](matches []Match[T], at map[*Change]*Change) {
	for i := range matches {
		matches[i].Change = at[matches[i].Change]
	}
}

// In is the part of a revision that stands in the files named, in either version: what versions include may have
// revisions of its own.
func (r *Revision) In(files ...string) *Revision {
	in := &Revision{Old: r.Old, New: r.New, Lineage: r.Lineage, Ordered: r.Ordered}
	there := func(s theory.Span) bool { return s.Known() && slices.Contains(files, s.File.Name) }
	for _, c := range r.Changes {
		if there(c.New) || slices.ContainsFunc(c.Old, there) {
			in.Changes = append(in.Changes, c)
		}
	}
	in.Nodes = within(r.Nodes, there, func(n *theory.Node) theory.Span { return n.At })
	in.Links = within(r.Links, there, func(l *theory.Link) theory.Span { return l.At })
	in.Configurations = within(r.Configurations, there, func(c *theory.Configuration) theory.Span { return c.At })
	in.Evidence = within(r.Evidence, there, func(e *theory.Evidence) theory.Span { return e.At })
	return in
}

func within[T any](matches []Match[T], there func(theory.Span) bool, at func(*T) theory.Span) []Match[T] {
	var in []Match[T]
	for _, m := range matches {
		if m.New != nil && there(at(m.New)) || slices.ContainsFunc(m.Old, func(o *T) bool { return there(at(o)) }) {
			in = append(in, m)
		}
	}
	return in
}
