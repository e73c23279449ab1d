package check

import (
	"slices"
	"sync"

	"icamo/theory"
)

// facts are what several rules ask of a theory. Each is found once, when first asked for.
type facts struct {
	unreadKeys       func() unreadKeys
	looseLinks       func() []*theory.Link         // those that would be live were both their ends known
	looseNodes       func() map[*theory.Node]bool  // the known ends of loose links
	followMechanisms func() map[*theory.Node]bool  // what a path leads to from a mechanism, or from what is unknown
	reachMechanisms  func() map[*theory.Node]bool  // from what a path leads to a mechanism, or to what is unknown
	reachOutcomes    func() map[*theory.Node]bool  // from what a path leads to an outcome, or to what is unknown
	supported        func() *theory.Graph          // of the links for which evidence is cited
	cited            func() map[string]theory.Span // where each piece of evidence is first cited, by id
	needs            func() bool                   // whether any link is necessary
	membership       func() *theory.Membership     // in live configurations
	lineage          func() *theory.Lineage
	renamed          func() map[*theory.Element]renaming // by what is gone
}

func newFacts(t *theory.Theory) *facts {
	graph := t.Graph()
	loose := sync.OnceValue(func() []*theory.Link { return looseLinks(t) })
	lineage := sync.OnceValue(func() *theory.Lineage {
		if t.Earlier == nil {
			return nil
		}
		return theory.NewLineage(t.Earlier, t)
	})
	return &facts{
		unreadKeys: sync.OnceValue(func() unreadKeys { return newUnreadKeys(t) }),
		looseLinks: loose,
		looseNodes: sync.OnceValue(func() map[*theory.Node]bool {
			return adding(slices.Concat(known(loose(), source), known(loose(), target)), make(map[*theory.Node]bool))
		}),
		followMechanisms: sync.OnceValue(func() map[*theory.Node]bool {
			after := known(loose(), target)
			return adding(after, graph.Affected(append(ofKind(graph, theory.Mechanism), after...)...))
		}),
		reachMechanisms: sync.OnceValue(func() map[*theory.Node]bool {
			before := append(known(loose(), source), actingOnMechanisms(graph)...)
			return adding(before, graph.Affecting(append(ofKind(graph, theory.Mechanism), before...)...))
		}),
		reachOutcomes: sync.OnceValue(func() map[*theory.Node]bool {
			before := known(loose(), source)
			return adding(before, graph.Affecting(append(ofKind(graph, theory.Outcome), before...)...))
		}),
		supported: sync.OnceValue(func() *theory.Graph {
			return without(graph, func(l *theory.Link) bool { return !t.Counts(l.SupportedBy) })
		}),
		cited: sync.OnceValue(func() map[string]theory.Span { return citedIn(t) }),
		needs: sync.OnceValue(func() bool {
			return slices.ContainsFunc(graph.Claims(), func(l *theory.Link) bool { return l.Necessary })
		}),
		membership: sync.OnceValue(func() *theory.Membership {
			return theory.NewMembership(slices.DeleteFunc(slices.Clone(t.Configurations), func(c *theory.Configuration) bool { return !c.Live() }))
		}),
		lineage: lineage,
		renamed: sync.OnceValue(func() map[*theory.Element]renaming { return renamings(lineage()) }),
	}
}

// without is a graph without some of its links.
func without(g *theory.Graph, taken func(*theory.Link) bool) *theory.Graph {
	return theory.NewGraph(g.Nodes, slices.DeleteFunc(slices.Clone(g.Claims()), taken))
}

// citedIn says where each piece of evidence is first cited.
func citedIn(t *theory.Theory) map[string]theory.Span {
	cited := make(map[string]theory.Span)
	add := func(lists ...[]theory.Ref) {
		for _, refs := range lists {
			for _, ref := range refs {
				if _, before := cited[ref.ID]; !before {
					cited[ref.ID] = ref.At
				}
			}
		}
	}
	for _, n := range t.Nodes {
		add(n.SupportedBy, n.ContradictedBy)
	}
	for _, l := range t.Links {
		add(l.SupportedBy, l.ContradictedBy)
	}
	return cited
}

// actingOnMechanisms are the nodes that act on a step from a mechanism: on what comes of it.
func actingOnMechanisms(g *theory.Graph) []*theory.Node {
	var acting []*theory.Node
	for _, l := range g.OnSteps {
		if l.Onto.Source.Kind == theory.Mechanism {
			acting = append(acting, l.Source)
		}
	}
	return acting
}

func ofKind(g *theory.Graph, kind theory.Kind) []*theory.Node {
	var nodes []*theory.Node
	for _, n := range g.Nodes {
		if n.Kind == kind {
			nodes = append(nodes, n)
		}
	}
	return nodes
}
