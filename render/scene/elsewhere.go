package scene

import (
	"slices"

	"icamo/theory"
)

// mostElsewhere is the number of links that one figure shows of those that no configuration has: what reads well.
const mostElsewhere = 60

// Elsewhere are the links that the figures of live configurations do not show, in groups that one figure can, what hangs together
// as near to each other as can be. Besides, it counts the live nodes that neither a configuration nor a link shows.
func Elsewhere(t *theory.Theory) (groups [][]*theory.Link, loose int) {
	shown, has := make(map[*theory.Link]bool), make(map[*theory.Node]bool)
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		p := configurationPart(t, c)
		for _, n := range p.nodes {
			has[n] = true
		}
		for _, l := range slices.Concat(p.links, p.onSteps) {
			shown[l] = true
		}
	}
	all := whole(t)
	at := make(map[*theory.Node][]*theory.Link)
	for _, l := range slices.Concat(all.links, all.onSteps) {
		for _, n := range endsOf(l) {
			at[n] = append(at[n], l)
		}
	}
	var group []*theory.Link
	seen := make(map[*theory.Node]bool)
	for _, start := range all.nodes {
		for queue := []*theory.Node{start}; len(queue) > 0; queue = queue[1:] {
			n := queue[0]
			if seen[n] {
				continue
			}
			seen[n] = true
			for _, l := range at[n] {
				if shown[l] {
					continue
				}
				shown[l] = true
				if group = append(group, l); len(group) == mostElsewhere {
					groups, group = append(groups, group), nil
				}
				queue = append(queue, endsOf(l)...)
			}
		}
		if start.Live() && !has[start] && len(at[start]) == 0 {
			loose++
		}
	}
	if len(group) > 0 {
		groups = append(groups, group)
	}
	return groups, loose
}

// endsOf are the nodes that a link joins; those of a step that it acts on are among them.
func endsOf(l *theory.Link) []*theory.Node {
	if l.Onto != nil {
		return []*theory.Node{l.Source, l.Onto.Source, l.Onto.Target}
	}
	return []*theory.Node{l.Source, l.Target}
}

// linksPart is some links, with what they join.
func linksPart(t *theory.Theory, links []*theory.Link) part {
	p := whole(t)
	nodes, shown := make(map[*theory.Node]bool), make(map[*theory.Link]bool)
	for _, l := range links {
		for _, n := range endsOf(l) {
			nodes[n] = true
		}
		if shown[l] = true; l.Onto != nil {
			shown[l.Onto] = true
		}
	}
	other := func(l *theory.Link) bool { return !shown[l] }
	p.nodes = slices.DeleteFunc(slices.Clone(p.nodes), func(n *theory.Node) bool { return !nodes[n] })
	p.links, p.onSteps = slices.DeleteFunc(p.links, other), slices.DeleteFunc(p.onSteps, other)
	return p
}
