package theory

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// index finds elements by id.
type index struct {
	nodes          map[string]*Node
	configurations map[string]*Configuration
	sources        map[string]*Source
	cases          map[string]*Case
	evidence       map[string]*Evidence
	formalTheories map[string]*FormalTheory
}

// resolve ties references to what they name. Where a file that should have been read was not, unknown ids are no
// fault: they may stand there.
func (r *reader) resolve(complete bool) {
	t := r.t
	order(t)
	t.index = index{
		nodes:          indexed(r, "node", t.Nodes, func(n *Node) *Element { return &n.Element }),
		configurations: indexed(r, "configuration", t.Configurations, func(c *Configuration) *Element { return &c.Element }),
		sources:        indexed(r, "source", t.Sources, func(s *Source) *Element { return &s.Element }),
		cases:          indexed(r, "case", t.Cases, func(c *Case) *Element { return &c.Element }),
		evidence:       indexed(r, "evidence", t.Evidence, func(e *Evidence) *Element { return &e.Element }),
		formalTheories: indexed(r, "formal_theory", t.FormalTheories, func(f *FormalTheory) *Element { return &f.Element }),
	}
	for _, c := range r.refs {
		if r.full(UnknownReferenceFault) {
			break
		}
		if !t.defines(c.target, c.ref.ID) && !r.astray[c.ref.ID] && (complete || c.target == "actor" && t.Node(c.ref.ID) != nil) {
			r.add(Fault{Kind: UnknownReferenceFault, Message: r.unknown(c), At: c.ref.At, Of: c.of})
		}
	}
	for _, l := range t.Links {
		l.Source, l.Target = t.index.nodes[l.From.ID], t.index.nodes[l.To.ID]
	}
	for _, c := range t.Configurations {
		for i := range c.Members {
			c.Members[i].Node = t.index.nodes[c.Members[i].ID]
		}
	}
	t.graph = live(t)
}

// live is the graph of what is not dropped. A node whose id was taken already is not in it: links mean the first.
func live(t *Theory) *Graph {
	nodes, links := make([]*Node, 0, len(t.Nodes)), make([]*Link, 0, len(t.Links))
	for _, n := range t.Nodes {
		if n.Live() && t.Node(n.ID) == n {
			nodes = append(nodes, n)
		}
	}
	for _, l := range t.Links {
		if l.Live() {
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

// indexed maps ids to elements; the first of two with one id wins, the second is a fault.
func indexed[T any](r *reader, what string, all []*T, element func(*T) *Element) map[string]*T {
	byID := make(map[string]*T, len(all))
	for _, x := range all {
		e := element(x)
		first, twice := byID[e.ID]
		if !twice {
			byID[e.ID] = x
			continue
		}
		r.add(Fault{
			Kind:    DuplicateIDFault,
			Message: fmt.Sprintf("the id %q is already taken by another %s; give one of them another id", e.ID, strings.ReplaceAll(what, "_", " ")),
			At:      e.At,
			Related: []Related{{Message: "first defined here", At: element(first).At}},
			Of:      e,
		})
	}
	return byID
}

// defines says whether a table defines an id.
func (t *Theory) defines(target, id string) bool {
	switch target {
	case "node":
		return t.Node(id) != nil
	case "actor":
		n := t.Node(id)
		return n != nil && n.Kind == Actor
	case "configuration":
		return t.Configuration(id) != nil
	case "source":
		return t.Source(id) != nil
	case "case":
		return t.Case(id) != nil
	case "evidence":
		return t.Piece(id) != nil
	default:
		return t.FormalTheory(id) != nil
	}
}

// unknown words an unknown reference, with the id that may have been meant.
func (r *reader) unknown(c citation) string {
	id := c.ref.ID
	what := strings.ReplaceAll(c.target, "_", " ")
	if n := r.t.Node(id); n != nil {
		return fmt.Sprintf("unknown %s %q: %q is the id of %s", what, id, id, withArticle(string(n.Kind)))
	}
	hint := remedy(what)
	if !r.closer.spent() {
		hint = cmp.Or(r.closer.among(id, r.ids(c.target)), r.labelled(c), hint)
	}
	return fmt.Sprintf("unknown %s %q%s", what, shortened(id), hint)
}

// labelled words the suggestion of a node's id where a reference gives its label.
func (r *reader) labelled(c citation) string {
	for _, n := range r.t.Nodes {
		if (c.target == "node" || c.target == string(n.Kind)) && strings.EqualFold(n.Label, c.ref.ID) {
			return didYouMean(n.ID)
		}
	}
	return ""
}

func remedy(what string) string { return "; define it, or take the reference out" }

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// ids lists the ids that a reference to a target may name, in document order.
func (r *reader) ids(target string) []string {
	var ids []string
	each := func(e Element) { ids = append(ids, e.ID) }
	switch target {
	case "node", "actor":
		for _, n := range r.t.Nodes {
			if target == "node" || n.Kind == Actor {
				each(n.Element)
			}
		}
	case "configuration":
		for _, c := range r.t.Configurations {
			each(c.Element)
		}
	case "source":
		for _, s := range r.t.Sources {
			each(s.Element)
		}
	case "case":
		for _, c := range r.t.Cases {
			each(c.Element)
		}
	case "evidence":
		for _, e := range r.t.Evidence {
			each(e.Element)
		}
	default:
		for _, f := range r.t.FormalTheories {
			each(f.Element)
		}
	}
	return ids
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
