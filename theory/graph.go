package theory

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"github.com/dominikbraun/graph"
)

// Graph is nodes and the links among them. All it returns is in document order, or follows from it.
type Graph struct {
	Nodes []*Node
	Links []*Link

	place map[*Node]int32 // of a node in Nodes
	out   *side
	in    func() *side
	marks sync.Pool // of *marked
}

// side is what starts from each node, or what leads to each, by the node's place.
type side struct {
	links [][]*Link
	far   [][]int32 // the place of each link's other end

	sort  sync.Once
	byFar [][]int32 // each node's links in the order of their other ends' places; made when first needed
}

// Graph is the live part of the theory: what is dropped, or touches something dropped, is not in it.
func (t *Theory) Graph() *Graph {
	return t.graph
}

// Part is what a configuration spans: its members and the live links among them.
func (t *Theory) Part(c *Configuration) *Graph { return t.graph.Part(c.Nodes()) }

// FromWithin is everything that can be reached from the starts by paths among a configuration's members: what From finds in
// its Part, which is not made for it.
func (t *Theory) FromWithin(c *Configuration, starts ...*Node) map[*Node]bool {
	g := t.graph
	m := g.mark(c.Nodes())
	defer g.unmark(m)
	var queue []int32
	for _, n := range starts {
		if place, ok := g.place[n]; ok && m.number[place] != 0 {
			queue = append(queue, place)
		}
	}
	reached := make(map[*Node]bool, len(m.places))
	for i := 0; i < len(queue) && len(reached) < len(m.places); i++ {
		for end := range g.out.ends(queue[i], m) {
			m.number[end] = 0 // once is enough
			reached[g.Nodes[end]] = true
			queue = append(queue, end)
		}
	}
	return reached
}

// NewGraph joins nodes by the links that have both ends among them.
func NewGraph(nodes []*Node, links []*Link) *Graph {
	g := &Graph{place: make(map[*Node]int32, len(nodes))}
	for _, n := range nodes {
		if _, twice := g.place[n]; !twice {
			g.place[n] = int32(len(g.Nodes))
			g.Nodes = append(g.Nodes, n)
		}
	}
	from, to := make([]int32, 0, len(links)), make([]int32, 0, len(links))
	for _, l := range links {
		source, isFrom := g.place[l.Source]
		target, isTo := g.place[l.Target]
		if isFrom && isTo {
			g.Links = append(g.Links, l)
			from, to = append(from, source), append(to, target)
		}
	}
	in := newSide(g, to, from)
	g.out, g.in = newSide(g, from, to), func() *side { return in }
	return g
}

// newSide sorts a graph's links by their near ends.
func newSide(g *Graph, near, far []int32) *side {
	counts := make([]int, len(g.Nodes))
	for _, n := range near {
		counts[n]++
	}
	s := &side{links: make([][]*Link, len(g.Nodes)), far: make([][]int32, len(g.Nodes))}
	links, ends := make([]*Link, len(near)), make([]int32, len(near))
	for n, count := range counts {
		s.links[n], links = links[:0:count], links[count:]
		s.far[n], ends = ends[:0:count], ends[count:]
	}
	for i, n := range near {
		s.links[n] = append(s.links[n], g.Links[i])
		s.far[n] = append(s.far[n], far[i])
	}
	return s
}

// Part is the graph of some of the nodes with the links among them, in this graph's order. Its time goes by the nodes and
// links of the part, or by pairs of its nodes, however many more links these have.
func (g *Graph) Part(nodes []*Node) *Graph {
	m := g.mark(nodes)
	defer g.unmark(m)
	part := &Graph{place: make(map[*Node]int32, len(m.places)), Nodes: make([]*Node, len(m.places))}
	for i, place := range m.places {
		part.Nodes[i] = g.Nodes[place]
		part.place[g.Nodes[place]] = int32(i)
		m.number[place] = int32(i) + 1
	}
	var from, to []int32
	starts := make([]int, len(m.places)+1)
	for i, place := range m.places {
		for k := range g.out.among(place, m) {
			part.Links = append(part.Links, g.out.links[place][k])
			from, to = append(from, int32(i)), append(to, m.number[g.out.far[place][k]]-1)
		}
		starts[i+1] = len(part.Links)
	}
	part.out = &side{links: make([][]*Link, len(m.places)), far: make([][]int32, len(m.places))}
	for i := range m.places {
		part.out.links[i], part.out.far[i] = part.Links[starts[i]:starts[i+1]], to[starts[i]:starts[i+1]]
	}
	part.in = sync.OnceValue(func() *side { return newSide(part, to, from) }) // few ask
	return part
}

// Joins says whether some link has both its ends among some of the nodes.
func (g *Graph) Joins(nodes []*Node) bool {
	m := g.mark(nodes)
	defer g.unmark(m)
	for _, place := range m.places {
		for range g.out.ends(place, m) {
			return true
		}
	}
	return false
}

// marked is some of a graph's nodes: their places in order, and by its place a number for each.
type marked struct {
	places []int32
	number []int32 // 0 for the other nodes
}

// mark gives some nodes the number 1.
func (g *Graph) mark(nodes []*Node) *marked {
	m, _ := g.marks.Get().(*marked)
	if m == nil {
		m = &marked{number: make([]int32, len(g.Nodes))}
	}
	for _, n := range nodes {
		if place, ok := g.place[n]; ok && m.number[place] == 0 {
			m.number[place] = 1
			m.places = append(m.places, place)
		}
	}
	slices.Sort(m.places)
	return m
}

// unmark clears the marks for the next who needs them: to make them anew would take time by all nodes of the graph.
func (g *Graph) unmark(m *marked) {
	for _, place := range m.places {
		m.number[place] = 0
	}
	m.places = m.places[:0]
	g.marks.Put(m)
}

// many is by how much a node's links must outnumber the marked nodes for these to be looked up among its links' ends. To look
// one up takes that much longer than to look whether an end is marked.
const many = 16

// among goes through those of a node's links that have their other end among the marked, each by its place.
func (s *side) among(near int32, m *marked) iter.Seq[int] {
	return func(yield func(int) bool) {
		far := s.far[near]
		if len(far) <= many*len(m.places) {
			for k, end := range far {
				if m.number[end] != 0 && !yield(k) {
					return
				}
			}
			return
		}
		var found []int32
		for _, end := range m.places {
			order, at := s.first(near, end)
			for ; at < len(order) && far[order[at]] == end; at++ {
				found = append(found, order[at])
			}
		}
		slices.Sort(found)
		for _, k := range found {
			if !yield(int(k)) {
				return
			}
		}
	}
}

// ends goes through the marked nodes that a node's links have as their other end, where they are few once each.
func (s *side) ends(near int32, m *marked) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		far := s.far[near]
		if len(far) <= many*len(m.places) {
			for _, end := range far {
				if m.number[end] != 0 && !yield(end) {
					return
				}
			}
			return
		}
		for _, end := range m.places {
			if m.number[end] == 0 {
				continue
			}
			if order, at := s.first(near, end); at < len(order) && far[order[at]] == end && !yield(end) {
				return
			}
		}
	}
}

// first gives a node's links in the order of their other ends, and where those to one of these would start.
func (s *side) first(near, end int32) (order []int32, at int) {
	s.sort.Do(func() {
		s.byFar = make([][]int32, len(s.far))
		for n, far := range s.far {
			order := make([]int32, len(far))
			for k := range order {
				order[k] = int32(k)
			}
			slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(far[a], far[b]) })
			s.byFar[n] = order
		}
	})
	far, order := s.far[near], s.byFar[near]
	at, _ = slices.BinarySearchFunc(order, end, func(k, end int32) int { return cmp.Compare(far[k], end) })
	return order, at
}

// Has says whether the node is in the graph.
func (g *Graph) Has(n *Node) bool {
	_, ok := g.place[n]
	return ok
}

// Out lists the links that start from a node.
func (g *Graph) Out(n *Node) []*Link { return g.links(n, g.out) }

// In lists the links that lead to a node.
func (g *Graph) In(n *Node) []*Link { return g.links(n, g.in()) }

func (g *Graph) links(n *Node, s *side) []*Link {
	place, ok := g.place[n]
	if !ok {
		return nil
	}
	return s.links[place]
}

// From is everything that can be reached from the starts, the starts themselves only where a path leads back to one.
func (g *Graph) From(starts ...*Node) map[*Node]bool { return g.reach(starts, g.out) }

// Into is everything from which one of the ends can be reached, an end itself only where a path leads from it to one.
func (g *Graph) Into(ends ...*Node) map[*Node]bool { return g.reach(ends, g.in()) }

func (g *Graph) reach(starts []*Node, s *side) map[*Node]bool {
	seen := make([]bool, len(g.Nodes))
	var reached []int32
	visit := func(n int32) {
		for _, next := range s.far[n] {
			if !seen[next] {
				seen[next] = true
				reached = append(reached, next)
			}
		}
	}
	for _, n := range starts {
		if place, ok := g.place[n]; ok {
			visit(place)
		}
	}
	for i := 0; i < len(reached); i++ {
		visit(reached[i])
	}
	nodes := make(map[*Node]bool, len(reached))
	for _, n := range reached {
		nodes[g.Nodes[n]] = true
	}
	return nodes
}

// Effects are what paths from the starts bring about: increased is what they reach with an even number of inhibiting links, the
// starts among it; reduced is what they reach with an odd one. What inhibits an inhibitor promotes. A node can be both.
func (g *Graph) Effects(starts ...*Node) (increased, reduced map[*Node]bool) {
	seen := [2][]bool{make([]bool, len(g.Nodes)), make([]bool, len(g.Nodes))}
	var queue [][2]int32 // a node's place, and whether it is reduced
	visit := func(n, less int32) {
		if !seen[less][n] {
			seen[less][n] = true
			queue = append(queue, [2]int32{n, less})
		}
	}
	for _, n := range starts {
		if place, ok := g.place[n]; ok {
			visit(place, 0)
		}
	}
	for i := 0; i < len(queue); i++ {
		n, less := queue[i][0], queue[i][1]
		for k, l := range g.out.links[n] {
			if l.Effect == Inhibits {
				visit(g.out.far[n][k], 1-less)
			} else {
				visit(g.out.far[n][k], less)
			}
		}
	}
	sets := [2]map[*Node]bool{make(map[*Node]bool), make(map[*Node]bool)}
	for _, q := range queue {
		sets[q[1]][g.Nodes[q[0]]] = true
	}
	return sets[0], sets[1]
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
		for _, l := range g.Out(end) {
			if steps++; steps > maxSteps {
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
