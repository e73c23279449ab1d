// Package graphs writes theories as other programs read graphs: GraphML (yEd, Gephi, Cytoscape, igraph), the JSON of Kumu, the text
// of DAGitty, and CX2 (Cytoscape). Each writer says what its format cannot hold.
package graphs

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// field is a key with what it says, as text.
type field struct{ name, value string }

// vertex is a live node.
type vertex struct {
	id     string
	node   *theory.Node
	fields []field // all that its table says, and the configurations that it is a member of
}

// edge is a live link.
type edge struct {
	from, to int // places of vertices
	link     *theory.Link
	fields   []field // all that its table says but its ends
}

// graph is what all formats can hold of a theory.
type graph struct {
	theory   *theory.Theory
	vertices []vertex
	edges    []edge
	lost     []string
}

func newGraph(t *theory.Theory) *graph {
	g := &graph{theory: t}
	place := make(map[*theory.Node]int)
	dropped := 0
	member := make(map[*theory.Node][]string)
	for _, c := range t.Configurations {
		for _, m := range c.Members {
			if c.Live() && m.Node != nil {
				member[m.Node] = append(member[m.Node], fmt.Sprintf("%s (%s)", c.ID, m.Role))
			}
		}
	}
	for _, n := range t.Nodes {
		if !n.Live() {
			dropped++
			continue
		}
		place[n] = len(g.vertices)
		fields := append([]field{{"kind", string(n.Kind)}}, fieldsOf(n)...)
		if in := member[n]; len(in) > 0 {
			fields = append(fields, field{"configurations", strings.Join(in, "; ")})
		}
		g.vertices = append(g.vertices, vertex{n.ID, n, fields})
	}
	other := 0
	for _, l := range t.Links {
		from, ok1 := place[l.Source]
		to, ok2 := place[l.Target]
		switch {
		case l.Gone():
			dropped++
		case !ok1 || !ok2:
			other++
		default:
			fields := append([]field{{"effect", string(l.Effect)}, {"status", string(l.Status)}}, fieldsOf(l, "from", "to", "effect", "status")...)
			g.edges = append(g.edges, edge{from, to, l, fields})
		}
	}
	g.lose(dropped, "what was dropped")
	g.lose(other, "links that act on a step")
	g.lose(len(t.Evidence), "the texts of evidence, which nodes and links cite by its ids")
	g.lose(len(t.Sources), "sources")
	g.lose(len(t.Cases), "cases")
	g.lose(len(t.FormalTheories), "formal theories")
	g.lose(len(t.Configurations), "what configurations say, but for their members")
	return g
}

// lose notes what a format cannot hold.
func (g *graph) lose(count int, what string) {
	if count > 0 {
		g.lost = append(g.lost, fmt.Sprintf("%s (%d)", what, count))
	}
}

// fieldsOf are the keys of an element with what they say, but for some.
func fieldsOf(r theory.Record, but ...string) []field {
	e := draft.Of(r)
	var fields []field
	for _, key := range r.Table().Keys {
		value := e.Get(key.Name)
		skip := value == nil
		for _, name := range but {
			skip = skip || name == key.Name
		}
		if !skip {
			fields = append(fields, field{key.Name, draft.ValueText(value)})
		}
	}
	return fields
}

// names are those of all fields of some things, in the order in which they first come.
func names[T any](all []T, fields func(T) []field) []string {
	var found []string
	known := make(map[string]bool)
	for _, x := range all {
		for _, f := range fields(x) {
			if !known[f.name] {
				known[f.name] = true
				found = append(found, f.name)
			}
		}
	}
	return found
}

func (g *graph) vertexFields() []string {
	return names(g.vertices, func(v vertex) []field { return v.fields })
}

func (g *graph) edgeFields() []string {
	return names(g.edges, func(e edge) []field { return e.fields })
}
