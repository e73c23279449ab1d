package theory

import (
	"cmp"
	"slices"

	"github.com/dominikbraun/graph"
)

// Graph is nodes and the links among them. All it returns is in document order, or follows from it.
type Graph struct {
	Nodes []*Node
	Links []*Link

	place map[*Node]int
	out   map[*Node][]*Link
	in    map[*Node][]*Link
}

// Graph is the live part of the theory: what is dropped, or touches something dropped, is not in it.
func (t *Theory) Graph() *Graph {
	return t.graph
}

// Part is what a configuration spans: its members and the live links among them.
func (t *Theory) Part(c *Configuration) *Graph {
	var members []*Node
	for _, m := range c.Members {
		if m.Node != nil && m.Node.Live() {
			members = append(members, m.Node)
		}
	}
	return t.graph.Part(members)
}

// NewGraph joins nodes by the links that have both ends among them.
func NewGraph(nodes []*Node, links []*Link) *Graph {
	g := &Graph{place: make(map[*Node]int, len(nodes)), out: make(map[*Node][]*Link), in: make(map[*Node][]*Link)}
	for _, n := range nodes {
		if _, twice := g.place[n]; !twice {
			g.place[n] = len(g.Nodes)
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, l := range links {
		if g.Has(l.Source) && g.Has(l.Target) {
			g.Links = append(g.Links, l)
			g.out[l.Source] = append(g.out[l.Source], l)
			g.in[l.Target] = append(g.in[l.Target], l)
		}
	}
	return g
}

// Part is the graph of some of the nodes with the links among them, in this graph's order.
func (g *Graph) Part(nodes []*Node) *Graph {
	var kept []*Node
	var links []*Link
	for _, n := range nodes {
		if g.Has(n) {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b *Node) int { return cmp.Compare(g.place[a], g.place[b]) })
	kept = slices.Compact(kept)
	for _, n := range kept {
		for _, l := range g.out[n] {
			if _, ok := slices.BinarySearchFunc(kept, l.Target, func(a, b *Node) int { return cmp.Compare(g.place[a], g.place[b]) }); ok {
				links = append(links, l)
			}
		}
	}
	return NewGraph(kept, links)
}

// Has says whether the node is in the graph.
func (g *Graph) Has(n *Node) bool {
	_, ok := g.place[n]
	return ok
}

// Out lists the links that start from a node.
func (g *Graph) Out(n *Node) []*Link { return g.out[n] }

// In lists the links that lead to a node.
func (g *Graph) In(n *Node) []*Link { return g.in[n] }

// From is everything that can be reached from the starts, the starts themselves only where a path leads back to one.
func (g *Graph) From(starts ...*Node) map[*Node]bool {
	return reach(starts, g.out, func(l *Link) *Node { return l.Target })
}

// Into is everything from which one of the ends can be reached, an end itself only where a path leads from it to one.
func (g *Graph) Into(ends ...*Node) map[*Node]bool {
	return reach(ends, g.in, func(l *Link) *Node { return l.Source })
}

func reach(starts []*Node, links map[*Node][]*Link, far func(*Link) *Node) map[*Node]bool {
	seen := make(map[*Node]bool)
	queue := slices.Clone(starts)
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, l := range links[n] {
			if next := far(l); !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return seen
}

// Path is a chain of links, each starting where the one before ends.
type Path []*Link

// Paths lists the simple paths from one node to another, the shortest first, no more than limit. The number of paths
// can grow exponentially with the size of the graph, so the search stops after a bounded number of steps; complete says
// that none was left out.
func (g *Graph) Paths(from, to *Node, limit int) (paths []Path, complete bool) {
	if !g.Has(from) || !g.Has(to) {
		return nil, true
	}
	const maxSteps = 100_000
	useful := g.Into(to)
	steps := 0
	for queue := []Path{nil}; len(queue) > 0; {
		path := queue[0]
		queue = queue[1:]
		end := from
		if len(path) > 0 {
			end = path[len(path)-1].Target
		}
		for _, l := range g.out[end] {
			if steps++; steps > maxSteps || len(queue) > maxSteps {
				return paths, false
			}
			if l.Target != to && (!useful[l.Target] || path.visits(l.Target, from)) {
				continue
			}
			longer := append(slices.Clone(path), l)
			if l.Target != to {
				queue = append(queue, longer)
				continue
			}
			if len(paths) == limit {
				return paths, false
			}
			paths = append(paths, longer)
		}
	}
	return paths, true
}

func (p Path) visits(n, from *Node) bool {
	return n == from || slices.ContainsFunc(p, func(l *Link) bool { return l.Target == n })
}

// Cycles lists circles of two links or more: enough that every link in a circle is in one of those listed, and no more than limit;
// complete says that none was left out for that. Each is the shortest through its links' first in document order, and
// starts at its smallest id.
func (g *Graph) Cycles(limit int) (cycles []Path, complete bool) {
	component := g.components()
	covered := make(map[*Link]bool)
	for _, l := range g.Links {
		if covered[l] || l.Source == l.Target || component[l.Source] == 0 || component[l.Source] != component[l.Target] {
			continue
		}
		if len(cycles) == limit {
			return cycles, false
		}
		cycle := append(Path{l}, g.shortest(l.Target, l.Source, component)...)
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

// shortest is the shortest path between two nodes of one component; empty where they are one.
func (g *Graph) shortest(from, to *Node, component map[*Node]int) Path {
	came := map[*Node]*Link{from: nil}
	for queue := []*Node{from}; len(queue) > 0 && came[to] == nil && from != to; {
		n := queue[0]
		queue = queue[1:]
		for _, l := range g.out[n] {
			if _, seen := came[l.Target]; !seen && component[l.Target] == component[to] {
				came[l.Target] = l
				queue = append(queue, l.Target)
			}
		}
	}
	var path Path
	for n := to; came[n] != nil; n = came[n].Source {
		path = append(path, came[n])
	}
	slices.Reverse(path)
	return path
}

// components numbers the strongly connected components that hold a circle, from 1; a node in none has no number.
func (g *Graph) components() map[*Node]int {
	lib := graph.New(func(n *Node) *Node { return n }, graph.Directed())
	for _, n := range g.Nodes {
		_ = lib.AddVertex(n)
	}
	for _, l := range g.Links {
		_ = lib.AddEdge(l.Source, l.Target) // a second link between the same nodes is refused, and adds nothing here
	}
	found, _ := graph.StronglyConnectedComponents(lib) // it fails only for an undirected graph
	component := make(map[*Node]int)
	number := 0
	for _, nodes := range found {
		if len(nodes) < 2 {
			continue
		}
		number++
		for _, n := range nodes {
			component[n] = number
		}
	}
	return component
}
