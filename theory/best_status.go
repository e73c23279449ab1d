package theory

import "slices"

// Best says how sure it is that nodes of a graph come about: the best status such that links of that status and better
// ones alone raise a node, or lower it.
type Best struct {
	raised, lowered map[*Node]Status
	unsettled       map[*Node]bool
}

// Raised is the best status by which a node can come about; "" where no way raises it, as none raises a start.
func (b *Best) Raised(n *Node) Status { return b.raised[n] }

// Lowered is the best status by which a node is lowered; "" where no way lowers it.
func (b *Best) Lowered(n *Node) Status { return b.lowered[n] }

// Unsettled says whether a better status could not be ruled out.
func (b *Best) Unsettled(n *Node) bool { return b.unsettled[n] }

// Best asks what can come about, by the links of the best statuses first, without some nodes. A way must begin where the whole graph begins: a
// node does not become a start because the links to it are of a worse status. Where nodes are given to begin from, the answer is of
// the ways from these alone; what comes about by others is there for what needs it.
func (g *Graph) Best(status func(*Link) Status, from []*Node, without ...*Node) *Best {
	b := &Best{raised: make(map[*Node]Status), lowered: make(map[*Node]Status), unsettled: make(map[*Node]bool)}
	starts := make(map[*Node]bool)
	for _, n := range g.ComeAbout(Question{}).Starts {
		starts[n] = true
	}
	for i, level := range Statuses {
		if !slices.ContainsFunc(g.Links, func(l *Link) bool { return status(l) == level }) {
			continue
		}
		counts := func(l *Link) bool { return slices.Contains(Statuses[:i+1], status(l)) }
		led := make(map[*Node]bool)
		for _, l := range g.Links {
			if counts(l) {
				led[l.Target] = true
			}
		}
		question := Question{Counts: counts, Without: slices.Clone(without)}
		for _, n := range g.Nodes {
			if !starts[n] && !led[n] {
				question.Without = append(question.Without, n)
			}
		}
		answer := g.ComeAbout(question)
		if len(from) > 0 {
			answer = g.ComeAbout(Question{Counts: counts, Without: without, From: from, There: answer.present()})
		}
		for _, n := range g.Nodes {
			if !led[n] {
				continue
			}
			note(b.raised, b.unsettled, n, level, answer.raises(n))
			note(b.lowered, b.unsettled, n, level, answer.Lowers(n))
		}
	}
	return b
}

// present lists what comes about.
func (a *Answer) present() []*Node {
	var present []*Node
	for _, n := range a.links.graph.Nodes {
		if a.Can(n) == Yes {
			present = append(present, n)
		}
	}
	return present
}

// raises says whether some way raises a node, which need not be a start for that.
func (a *Answer) raises(n *Node) Settled {
	if can := a.Can(n); can != Yes || a.Way(n) != nil {
		return can
	}
	return No
}

func note(best map[*Node]Status, unsettled map[*Node]bool, n *Node, status Status, is Settled) {
	switch {
	case best[n] != "":
	case is == Yes:
		best[n] = status
	case is == NotSettled:
		unsettled[n] = true
	}
}
