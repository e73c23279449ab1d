package theory

import (
	"cmp"
	"slices"
	"sync"
)

// index finds elements by id.
type index struct {
	nodes          map[string]*Node
	links          func() map[string]*Link // as their tables name their ends; made when first needed
	configurations map[string]*Configuration
	sources        map[string]*Source
	cases          map[string]*Case
	evidence       map[string]*Evidence
	formalTheories map[string]*FormalTheory

	namingAsRival func() map[string][]Ref // made when first needed
	numbers       func() map[*Configuration]int
}

// Duplicate is an element whose id another of its sort has already.
type Duplicate struct{ First, Second Record }

// Connect ties together what was read: it puts nodes in the order of their files, gives links their ends and configurations
// their members, and makes the graph. It comes after all elements are there and before anything is asked of the theory. Of
// several elements of one sort with one id, the first is meant by it; the others are returned.
func (t *Theory) Connect() []Duplicate {
	order(t)
	var twice []Duplicate
	t.index = index{
		nodes:          indexed(&twice, t.Nodes),
		configurations: indexed(&twice, t.Configurations),
		sources:        indexed(&twice, t.Sources),
		cases:          indexed(&twice, t.Cases),
		evidence:       indexed(&twice, t.Evidence),
		formalTheories: indexed(&twice, t.FormalTheories),
		links:          sync.OnceValue(func() map[string]*Link { return linksByID(t.Links) }),
		namingAsRival:  sync.OnceValue(func() map[string][]Ref { return namingAsRival(t.Configurations) }),
		numbers:        sync.OnceValue(func() map[*Configuration]int { return numbersOf(t.Configurations) }),
	}
	for _, l := range t.Links {
		t.tie(l)
	}
	for i := range t.Overarching {
		t.Overarching[i].Node = t.index.nodes[t.Overarching[i].ID]
	}
	for _, c := range t.Configurations {
		c.Overarching = t.Overarching
		for i := range c.Members {
			c.Members[i].Node = t.index.nodes[c.Members[i].ID]
		}
	}
	t.limited = slices.ContainsFunc(t.Links, func(l *Link) bool { return len(l.Configurations) > 0 })
	t.graph = live(t)
	t.backing = sync.OnceValue(func() *backing { return newBacking(t) })
	return twice
}

// live is the graph of what is not dropped, and not unreviewed. A node whose id was taken already is not in it: links mean the first.
func live(t *Theory) *Graph {
	nodes, links := make([]*Node, 0, len(t.Nodes)), make([]*Link, 0, len(t.Links))
	for _, n := range t.Nodes {
		if n.Live() && n.Unreviewed == "" && t.Node(n.ID) == n {
			nodes = append(nodes, n)
		}
	}
	for _, l := range t.Links {
		if l.Live() && l.Unreviewed == "" {
			links = append(links, l)
		}
	}
	return NewGraph(nodes, links)
}

// order puts nodes, which are read kind by kind, in the order of their files.
func order(t *Theory) {
	file := make(map[*File]int, len(t.Files))
	for i, f := range t.Files {
		file[f] = i
	}
	slices.SortStableFunc(t.Nodes, func(a, b *Node) int {
		return cmp.Or(cmp.Compare(file[a.At.File], file[b.At.File]), cmp.Compare(a.At.start, b.At.start))
	})
}

// indexed maps ids to elements; the first of two with one id wins.
func indexed[R Record](twice *[]Duplicate, all []R) map[string]R {
	byID := make(map[string]R, len(all))
	for _, x := range all {
		id := x.Base().ID
		if first, taken := byID[id]; taken {
			*twice = append(*twice, Duplicate{First: first, Second: x})
		} else {
			byID[id] = x
		}
	}
	return byID
}

// linksByID finds links by the ids that their tables give them; the first of two with one id wins.
func linksByID(links []*Link) map[string]*Link {
	byID := make(map[string]*Link, len(links))
	for _, l := range links {
		if id := LinkID(l.From.ID, l.To.ID, l.Effect); byID[id] == nil {
			byID[id] = l
		}
	}
	return byID
}

// Find finds what a reference to a target names: a table's elements, or "node" for those of any kind. It is nil where nothing
// defines the id.
func (t *Theory) Find(target, id string) Record {
	switch Sort(target) {
	case NodeSort:
		return found(t.index.nodes, id)
	case ConfigurationSort:
		return found(t.index.configurations, id)
	case SourceSort:
		return found(t.index.sources, id)
	case CaseSort:
		return found(t.index.cases, id)
	case EvidenceSort:
		return found(t.index.evidence, id)
	case FormalTheorySort:
		return found(t.index.formalTheories, id)
	}
	if n := t.Node(id); n != nil && n.Kind == Kind(target) {
		return n
	}
	return nil
}

func found[R Record](byID map[string]R, id string) Record {
	if r, ok := byID[id]; ok {
		return r
	}
	return nil
}

// Node finds a node by id; nil where there is none.
func (t *Theory) Node(id string) *Node { return t.index.nodes[id] }

// Configuration finds a configuration by id; nil where there is none.
func (t *Theory) Configuration(id string) *Configuration { return t.index.configurations[id] }

// Source finds a source by id; nil where there is none.
func (t *Theory) Source(id string) *Source { return t.index.sources[id] }

// Case finds a case by id; nil where there is none.
func (t *Theory) Case(id string) *Case { return t.index.cases[id] }

// Piece finds a piece of evidence by id; nil where there is none.
func (t *Theory) Piece(id string) *Evidence { return t.index.evidence[id] }

// FormalTheory finds a formal theory by id; nil where there is none.
func (t *Theory) FormalTheory(id string) *FormalTheory { return t.index.formalTheories[id] }

// Cited lists the evidence that references name, each piece once, unknown ones left out.
func (t *Theory) Cited(refs []Ref) []*Evidence {
	var pieces []*Evidence
	seen := make(map[*Evidence]bool, len(refs))
	for _, ref := range refs {
		if e := t.Piece(ref.ID); e != nil && !seen[e] {
			seen[e] = true
			pieces = append(pieces, e)
		}
	}
	return pieces
}
