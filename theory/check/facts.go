package check

import (
	"slices"
	"sync"

	"icamo/theory"
)

// facts are what several rules ask of a theory. Each is found once, when first asked for.
type facts struct {
	unreadKeys       func() unreadKeys
	looseLinks       func() []*theory.Link        // those that would be live were both their ends known
	looseNodes       func() map[*theory.Node]bool // the known ends of loose links
	followMechanisms func() map[*theory.Node]bool // what a path leads to from a mechanism, or from what is unknown
	reachMechanisms  func() map[*theory.Node]bool // from what a path leads to a mechanism, or to what is unknown
	reachOutcomes    func() map[*theory.Node]bool // from what a path leads to an outcome, or to what is unknown
	supported        func() *theory.Graph         // of the links for which evidence is cited
	membership       func() *theory.Membership    // in live configurations
	lineage          func() *theory.Lineage
}

func newFacts(t *theory.Theory) *facts {
	graph := t.Graph()
	loose := sync.OnceValue(func() []*theory.Link { return looseLinks(t) })
	return &facts{
		unreadKeys: sync.OnceValue(func() unreadKeys { return newUnreadKeys(t) }),
		looseLinks: loose,
		looseNodes: sync.OnceValue(func() map[*theory.Node]bool {
			return adding(slices.Concat(known(loose(), source), known(loose(), target)), make(map[*theory.Node]bool))
		}),
		followMechanisms: sync.OnceValue(func() map[*theory.Node]bool {
			after := known(loose(), target)
			return adding(after, graph.From(append(ofKind(graph, theory.Mechanism), after...)...))
		}),
		reachMechanisms: sync.OnceValue(func() map[*theory.Node]bool {
			before := known(loose(), source)
			return adding(before, graph.Into(append(ofKind(graph, theory.Mechanism), before...)...))
		}),
		reachOutcomes: sync.OnceValue(func() map[*theory.Node]bool {
			before := known(loose(), source)
			return adding(before, graph.Into(append(ofKind(graph, theory.Outcome), before...)...))
		}),
		supported: sync.OnceValue(func() *theory.Graph {
			return theory.NewGraph(graph.Nodes, slices.DeleteFunc(slices.Clone(graph.Links), func(l *theory.Link) bool { return len(t.Counting(l.SupportedBy)) == 0 }))
		}),
		membership: sync.OnceValue(func() *theory.Membership {
			return theory.NewMembership(slices.DeleteFunc(slices.Clone(t.Configurations), func(c *theory.Configuration) bool { return !c.Live() }))
		}),
		lineage: sync.OnceValue(func() *theory.Lineage {
			if t.Earlier == nil {
				return nil
			}
			return theory.NewLineage(t.Earlier, t)
		}),
	}
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
