package trace

import (
	"cmp"
	"maps"
	"slices"

	"icamo/theory"
)

// beginnings are the nodes from which paths to a node begin: those that nothing else leads to. A circle that nothing
// leads to begins at the node of it that comes first by kind.
func (n *network) beginnings(node *theory.Node) []*theory.Node {
	d := direction{network: n, away: sourcesOf(n.graph), back: targetsOf(n.graph)}
	return d.ends(node, n.graph.Into(node), false, func(nodes []*theory.Node) *theory.Node {
		return slices.MinFunc(nodes, func(a, b *theory.Node) int { return a.Kind.Rank() - b.Kind.Rank() })
	})
}

// endings are the outcomes that paths from a node lead to, and the nodes from which nothing else follows. A circle that
// nothing follows from ends at the node of it that comes last by kind.
func (n *network) endings(node *theory.Node) []*theory.Node {
	d := direction{network: n, away: targetsOf(n.graph), back: sourcesOf(n.graph)}
	return d.ends(node, n.graph.From(node), true, func(nodes []*theory.Node) *theory.Node {
		return slices.MaxFunc(nodes, func(a, b *theory.Node) int { return a.Kind.Rank() - b.Kind.Rank() })
	})
}

func targetsOf(g *theory.Graph) func(*theory.Node) []*theory.Node {
	return func(n *theory.Node) (next []*theory.Node) {
		for _, l := range g.Out(n) {
			next = append(next, l.Target)
		}
		return next
	}
}

func sourcesOf(g *theory.Graph) func(*theory.Node) []*theory.Node {
	return func(n *theory.Node) (next []*theory.Node) {
		for _, l := range g.In(n) {
			next = append(next, l.Source)
		}
		return next
	}
}

// direction is one side of a node: away from it and back to it, which is along the links or against them.
type direction struct {
	*network
	away, back func(*theory.Node) []*theory.Node
}

// ends picks the nodes in reach of a node that have nothing further away, the outcomes where asked, and of each circle
// that has nothing further away the node that choose picks.
func (d direction) ends(node *theory.Node, reach map[*theory.Node]bool, outcomes bool, choose func([]*theory.Node) *theory.Node) []*theory.Node {
	ends := make(map[*theory.Node]bool)
	tied := map[*theory.Node]bool{node: true} // nodes from which one leads to an end found
	for _, n := range d.furthestFirst(node, reach) {
		if outcomes && n.Kind == theory.Outcome {
			ends[n] = true
		}
		if !tied[n] {
			circle := d.inOrder(spread(n, d.away, map[*theory.Node]bool{node: true}))
			ends[choose(circle)] = true
		}
		if ends[n] || !tied[n] {
			spread(n, d.back, tied)
		}
	}
	circle, after := d.graph.Into(node), d.graph.From(node)
	maps.DeleteFunc(circle, func(n *theory.Node, _ bool) bool { return !after[n] })
	further(ends, circle, func(n *theory.Node) bool { return outcomes && n.Kind == theory.Outcome })
	return d.inOrder(ends)
}

// further takes away those of a circle through the node that were taken for want of a way on, where the circle does lead
// further: by way of the node itself.
func further(ends, circle map[*theory.Node]bool, keep func(*theory.Node) bool) {
	within := func(n *theory.Node, _ bool) bool { return circle[n] && !keep(n) }
	for n := range ends {
		if !circle[n] {
			maps.DeleteFunc(ends, within)
			return
		}
	}
}

// furthestFirst lists the nodes in reach: none before all that lie further away, but within circles (Kosaraju and Sharir).
func (d direction) furthestFirst(node *theory.Node, reach map[*theory.Node]bool) []*theory.Node {
	type visit struct {
		node *theory.Node
		next []*theory.Node
	}
	var order []*theory.Node
	seen := map[*theory.Node]bool{node: true}
	for _, start := range d.graph.Nodes {
		if !reach[start] || seen[start] {
			continue
		}
		seen[start] = true
		for stack := []visit{{start, d.back(start)}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			if len(top.next) == 0 {
				order = append(order, top.node)
				stack = stack[:len(stack)-1]
				continue
			}
			n := top.next[0]
			top.next = top.next[1:]
			if reach[n] && !seen[n] {
				seen[n] = true
				stack = append(stack, visit{n, d.back(n)})
			}
		}
	}
	slices.Reverse(order)
	return order
}

// spread adds to the nodes seen all that are reached from one, itself too, by way of nodes not seen before; it returns
// those added.
func spread(from *theory.Node, next func(*theory.Node) []*theory.Node, seen map[*theory.Node]bool) map[*theory.Node]bool {
	added := make(map[*theory.Node]bool)
	for queue := []*theory.Node{from}; len(queue) > 0; queue = queue[1:] {
		if n := queue[0]; !added[n] && (!seen[n] || n == from) {
			seen[n], added[n] = true, true
			queue = append(queue, next(n)...)
		}
	}
	return added
}

func (n *network) inOrder(of map[*theory.Node]bool) []*theory.Node {
	return slices.SortedFunc(maps.Keys(of), func(a, b *theory.Node) int { return cmp.Compare(n.number[a], n.number[b]) })
}
