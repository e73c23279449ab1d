package check

import (
	"sync"

	"icamo/theory"
)

// answers are what several rules ask of a theory. Each is found once, when first asked for.
type answers struct {
	followMechanisms func() map[*theory.Node]bool     // what a path leads to from a mechanism
	reachMechanisms  func() map[*theory.Node]bool     // from what a path leads to a mechanism
	reachOutcomes    func() map[*theory.Node]bool     // from what a path leads to an outcome
	memberOf         func() map[*theory.Node][]string // the live configurations that a node is a member of
	lineage          func() *theory.Lineage
}

func newAnswers(t *theory.Theory) *answers {
	graph := t.Graph()
	return &answers{
		followMechanisms: sync.OnceValue(func() map[*theory.Node]bool { return graph.From(ofKind(graph, theory.Mechanism)...) }),
		reachMechanisms:  sync.OnceValue(func() map[*theory.Node]bool { return graph.Into(ofKind(graph, theory.Mechanism)...) }),
		reachOutcomes:    sync.OnceValue(func() map[*theory.Node]bool { return graph.Into(ofKind(graph, theory.Outcome)...) }),
		memberOf:         sync.OnceValue(func() map[*theory.Node][]string { return memberships(t) }),
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

func memberships(t *theory.Theory) map[*theory.Node][]string {
	of := make(map[*theory.Node][]string)
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		for _, m := range c.Members {
			if in := of[m.Node]; len(in) == 0 || in[len(in)-1] != c.ID {
				of[m.Node] = append(in, c.ID)
			}
		}
	}
	return of
}
