package trace

import (
	"slices"

	"icamo/theory"
)

// Trace is what leads to a node and what follows from it.
type Trace struct {
	Theory  *theory.Theory
	Node    *theory.Node
	To      *theory.Node   // where paths from Node alone were asked for; else nil
	Without []*theory.Node // taken out before
	ActsOn  []*theory.Link // links from Node to steps
	Into    Side           // the paths that lead to Node, from where they begin
	From    Side           // the paths that lead from Node to outcomes and to where nothing follows
}

// Side is the paths on one side of a node.
type Side struct {
	Ends     []End  // where the paths begin or end, the best supported first
	Paths    []Path // the best supported first
	Complete bool   // false where there are more paths than were asked for, or than could be searched
}

// End is a node at the far end of paths, with the strength of the best path to it: that of its weakest link.
type End struct {
	Node *theory.Node
	Best Strength
}

// Path is a chain of links that visits no node twice.
type Path struct {
	Links    theory.Path
	Weakest  *theory.Link   // the first of the weakest links
	Strength Strength       // that link's
	Effect   theory.Effect  // of the path as a whole: it inhibits where an odd number of its links do
	Needs    []*theory.Link // the necessary links onto what it raises; some may be its own
	Against  []*theory.Link // what inhibits that, or would stop one of its links
}

// Through follows links from and to a node that is not dropped, listing up to limit paths on each side. Dropped nodes
// and links, and the nodes to leave out, are on no path. Which way a path is followed does not depend on what its links
// do: a link that inhibits is part of a path too.
func Through(t *theory.Theory, node *theory.Node, without []*theory.Node, limit int) *Trace {
	net := newNetwork(t, remaining(t, without))
	tr := &Trace{Theory: t, Node: node, Without: without, ActsOn: t.Graph().Acting(node)}
	from := []int{net.number[node]}
	beginnings := net.beginnings(node)
	tr.Into = net.side(t, without, net.numbers(beginnings), from, limit)
	tr.Into.Ends = net.reversed().ends(node, beginnings)
	ends := net.endings(node)
	tr.From = net.side(t, without, from, net.numbers(ends), limit)
	tr.From.Ends = net.ends(node, ends)
	return tr
}

// Between follows links from one node to another; both are live, and they differ.
func Between(t *theory.Theory, node, to *theory.Node, without []*theory.Node, limit int) *Trace {
	net := newNetwork(t, remaining(t, without))
	return &Trace{Theory: t, Node: node, To: to, Without: without,
		From: net.side(t, without, net.numbers([]*theory.Node{node}), net.numbers([]*theory.Node{to}), limit)}
}

// remaining is the live graph without some nodes.
func remaining(t *theory.Theory, without []*theory.Node) *theory.Graph {
	var kept []*theory.Node
	for _, n := range t.Graph().Nodes {
		if !slices.Contains(without, n) {
			kept = append(kept, n)
		}
	}
	return t.Graph().Part(kept)
}

func (n *network) side(t *theory.Theory, without []*theory.Node, starts, ends []int, limit int) Side {
	paths, complete := n.best(starts, ends, limit)
	side := Side{Complete: complete}
	for _, links := range paths {
		p := Path{Links: links, Effect: theory.Promotes, Needs: t.Graph().Needs(links), Against: t.Graph().Against(links)}
		p.Against = slices.DeleteFunc(p.Against, func(l *theory.Link) bool { return slices.Contains(without, l.Source) })
		for i, l := range links {
			if l.Effect == theory.Inhibits {
				p.Effect = opposite(p.Effect)
			}
			if s := strengthOf(t, l); i == 0 || s.Compare(p.Strength) < 0 {
				p.Weakest, p.Strength = l, s
			}
		}
		side.Paths = append(side.Paths, p)
	}
	return side
}

func opposite(e theory.Effect) theory.Effect {
	if e == theory.Inhibits {
		return theory.Promotes
	}
	return theory.Inhibits
}

// ends gives each node the strength of the best path to it from a node.
func (n *network) ends(from *theory.Node, nodes []*theory.Node) []End {
	level := n.widest([]int{n.number[from]})
	var ends []End
	for _, node := range nodes {
		ends = append(ends, End{node, n.levels[level[n.number[node]]]})
	}
	slices.SortStableFunc(ends, func(a, b End) int { return b.Best.Compare(a.Best) })
	return ends
}
