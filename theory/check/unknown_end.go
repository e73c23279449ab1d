package check

import "icamo/theory"

// Where an end of a link is unknown, a finding says so already. What lies beyond is taken as there: one cause, one finding.

// looseLinks are the links that would be live were both their ends known.
func looseLinks(t *theory.Theory) []*theory.Link {
	var loose []*theory.Link
	for _, l := range t.Links {
		if !l.Live() && !l.Gone() {
			loose = append(loose, l)
		}
	}
	return loose
}

func source(l *theory.Link) *theory.Node { return l.Source }
func target(l *theory.Link) *theory.Node { return l.Target }

// known are the ends of links that are known.
func known(links []*theory.Link, end func(*theory.Link) *theory.Node) []*theory.Node {
	var nodes []*theory.Node
	for _, l := range links {
		if n := end(l); n != nil {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// adding nodes to a set.
func adding(nodes []*theory.Node, to map[*theory.Node]bool) map[*theory.Node]bool {
	for _, n := range nodes {
		to[n] = true
	}
	return to
}

// isLoose says whether a link of the node has another end that is unknown.
func (p *Pass) isLoose(n *theory.Node) bool { return p.looseNodes()[n] }
