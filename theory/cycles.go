package theory

import (
	"slices"

	"github.com/dominikbraun/graph"
)

// Cycles lists circles of two links or more: enough that every link in a circle is in one of those listed, and no more than limit;
// complete says that none was left out for that. Each is the shortest through its links' first in document order, and
// starts at its smallest id.
func (g *Graph) Cycles(limit int) (cycles []Path, complete bool) {
	component := g.components()
	covered := make(map[*Link]bool)
	for _, l := range g.Links {
		from, to := g.place[l.Source], g.place[l.Target]
		if covered[l] || from == to || component[from] == 0 || component[from] != component[to] {
			continue
		}
		if len(cycles) == limit {
			return cycles, false
		}
		cycle := append(Path{l}, g.shortest(to, from, component)...)
		for _, c := range cycle {
			covered[c] = true
		}
		cycles = append(cycles, rotate(cycle))
	}
	return cycles, true
}

// rotate starts a circle at its smallest id.
func rotate(cycle Path) Path {
	first := 0
	for i, l := range cycle {
		if l.From.ID < cycle[first].From.ID {
			first = i
		}
	}
	return append(slices.Clone(cycle[first:]), cycle[:first]...)
}

// shortest is the shortest path between two nodes of one component.
func (g *Graph) shortest(from, to int32, component []int32) Path {
	came := make([]*Link, len(g.Nodes)) // the link by which a node was first reached
	for queue := []int32{from}; came[to] == nil; queue = queue[1:] {
		n := queue[0]
		for i, next := range g.out.far[n] {
			if next != from && came[next] == nil && component[next] == component[to] {
				came[next] = g.out.links[n][i]
				queue = append(queue, next)
			}
		}
	}
	var path Path
	for n := to; n != from; n = g.place[came[n].Source] {
		path = append(path, came[n])
	}
	slices.Reverse(path)
	return path
}

// components numbers the strongly connected components of more than one node, from 1: nodes have one number where paths
// lead from each to the other. The others have none, so 0.
func (g *Graph) components() []int32 {
	component := make([]int32, len(g.Nodes))
	lib := graph.New(func(n *Node) *Node { return n }, graph.Directed())
	core := g.core()
	for n, in := range core {
		if in {
			_ = lib.AddVertex(g.Nodes[n]) // each is added once
		}
	}
	for _, l := range g.Links {
		if core[g.place[l.Source]] && core[g.place[l.Target]] {
			_ = lib.AddEdge(l.Source, l.Target) // of several links between two nodes one will do
		}
	}
	found, _ := graph.StronglyConnectedComponents(lib) // it fails only for an undirected graph
	for i, nodes := range found {
		if len(nodes) > 1 {
			for _, n := range nodes {
				component[g.place[n]] = int32(i) + 1
			}
		}
	}
	return component
}

// core are the nodes that a circle may pass: those left when nodes that nothing leads to, or that lead nowhere, are taken
// away until there are none. The library needs much memory for each node, and few theories have circles.
func (g *Graph) core() []bool {
	core, into := make([]bool, len(g.Nodes)), g.in()
	in, out := make([]int, len(g.Nodes)), make([]int, len(g.Nodes))
	var ends []int32
	for n := range g.Nodes {
		core[n] = true
		in[n], out[n] = len(into.far[n]), len(g.out.far[n])
		if in[n] == 0 || out[n] == 0 {
			ends = append(ends, int32(n))
		}
	}
	for len(ends) > 0 {
		n := ends[len(ends)-1]
		ends = ends[:len(ends)-1]
		if !core[n] {
			continue
		}
		core[n] = false
		for _, next := range g.out.far[n] {
			if in[next]--; in[next] == 0 {
				ends = append(ends, next)
			}
		}
		for _, before := range into.far[n] {
			if out[before]--; out[before] == 0 {
				ends = append(ends, before)
			}
		}
	}
	return core
}
