package trace

import (
	"slices"

	"icamo/theory"
)

// Loss is what becomes of the theory's outcomes where nodes are taken away.
type Loss struct {
	Theory  *theory.Theory
	Without []*theory.Node
	Starts  theory.Kind // the kind of node that paths start from
	Changes []Change    // one for each live outcome that is left, in document order
}

// Change is the best path to one outcome before and after.
type Change struct {
	Outcome       *theory.Node
	Before, After *Strength // of the best promoting path's weakest link; nil where there is no such path
}

// Lost says that the outcome had a path on which every link is supported or mixed, and has none now.
func (c Change) Lost() bool { return supported(c.Before) && !supported(c.After) }

// Weakened says that the outcome's best path is weaker than before, though no supported path was lost.
func (c Change) Weakened() bool {
	return !c.Lost() && c.Before != nil && (c.After == nil || c.After.Compare(*c.Before) < 0)
}

func supported(s *Strength) bool { return s != nil && s.Status.ClaimsSupport() }

// Without says what the outcomes lose where some nodes are taken away: on what the theory hangs. Paths start from the
// interventions, or from the enabling contexts of a theory that has no interventions.
func Without(t *theory.Theory, nodes []*theory.Node) *Loss {
	loss := &Loss{Theory: t, Without: nodes}
	var starts []*theory.Node
	starts, loss.Starts = sources(t)
	before, after := bestPaths(t, t.Graph(), starts), bestPaths(t, remaining(t, nodes), starts)
	for _, n := range t.Graph().Nodes {
		if n.Kind == theory.Outcome && !slices.Contains(nodes, n) {
			loss.Changes = append(loss.Changes, Change{n, before[n], after[n]})
		}
	}
	return loss
}

// sources are the nodes from which what the theory claims starts.
func sources(t *theory.Theory) ([]*theory.Node, theory.Kind) {
	g := t.Graph()
	for _, kind := range []theory.Kind{theory.Intervention, theory.Context, theory.Actor} {
		var of []*theory.Node
		for _, n := range g.Nodes {
			if n.Kind == kind && slices.ContainsFunc(g.Out(n), func(l *theory.Link) bool { return kind != theory.Context || l.Effect != theory.Inhibits }) {
				of = append(of, n)
			}
		}
		if len(of) > 0 {
			return of, kind
		}
	}
	return nil, theory.Intervention
}

// bestPaths is the strength of the best path that promotes each node, from the starts that are in the graph. A path
// promotes where an even number of its links inhibit: a claim that something is held back is no support for it.
func bestPaths(t *theory.Theory, g *theory.Graph, starts []*theory.Node) map[*theory.Node]*Strength {
	net := newNetwork(t, g).signed()
	levels := net.widest(net.numbers(starts))
	best := make(map[*theory.Node]*Strength)
	for i, n := range g.Nodes {
		if level := levels[i]; level >= 0 && level < endless {
			best[n] = &net.levels[level]
		}
	}
	return best
}
