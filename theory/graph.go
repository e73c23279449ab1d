package theory

import (
	"slices"
	"sync"
)

// Graph is nodes and the links among them. All it returns is in document order, or follows from it.
type Graph struct {
	Nodes   []*Node
	Links   []*Link // from node to node
	OnSteps []*Link // from node to one of Links

	onto  map[*Link][]*Link // the links on each step
	place map[*Node]int32   // of a node in Nodes
	out   *side
	in    func() *side
	marks sync.Pool // of *marked
}

// side is what starts from each node, or what leads to each, by the node's place.
type side struct {
	links [][]*Link
	far   [][]int32         // the place of each link's other end
	acts  map[int32][]int32 // by way of a link onto a step: what the step leads to, or what acts on a step that leads here

	sort  sync.Once
	byFar [][]int32 // each node's links in the order of their other ends' places; made when first needed
}

// Graph is the live part of the theory: what is dropped, or touches something dropped, is not in it.
func (t *Theory) Graph() *Graph {
	return t.graph
}

// NewGraph joins nodes by the links that have both ends among them. A link onto a step is in it where the step is.
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
	g.addOnSteps(links)
	g.out.acts, in.acts = g.acting()
	return g
}

// addOnSteps adds those links that act on a step of the graph.
func (g *Graph) addOnSteps(links []*Link) {
	var there map[*Link]bool
	for _, l := range links {
		if _, isFrom := g.place[l.Source]; l.Onto == nil || !isFrom {
			continue
		}
		if there == nil {
			there = make(map[*Link]bool, len(g.Links))
			for _, step := range g.Links {
				there[step] = true
			}
		}
		if there[l.Onto] {
			g.addOnStep(l)
		}
	}
}

func (g *Graph) addOnStep(l *Link) {
	if g.onto == nil {
		g.onto = make(map[*Link][]*Link)
	}
	g.OnSteps = append(g.OnSteps, l)
	g.onto[l.Onto] = append(g.onto[l.Onto], l)
}

// acting says what reaches what by way of links onto steps, and the same backwards; nil where there are none.
func (g *Graph) acting() (out, in map[int32][]int32) {
	if len(g.OnSteps) == 0 {
		return nil, nil
	}
	out, in = make(map[int32][]int32), make(map[int32][]int32)
	for _, l := range g.OnSteps {
		from, to := g.place[l.Source], g.place[l.Onto.Target]
		out[from] = append(out[from], to)
		in[to] = append(in[to], from)
	}
	return out, in
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

// Has says whether the node is in the graph.
func (g *Graph) Has(n *Node) bool {
	_, ok := g.place[n]
	return ok
}

// Out lists the links that start from a node.
func (g *Graph) Out(n *Node) []*Link { return g.links(n, g.out) }

// In lists the links that lead to a node.
func (g *Graph) In(n *Node) []*Link { return g.links(n, g.in()) }

// Claims are all links of the graph: those from node to node, then those onto steps.
func (g *Graph) Claims() []*Link {
	if len(g.OnSteps) == 0 {
		return g.Links
	}
	return slices.Concat(g.Links, g.OnSteps)
}

// Onto lists the links that act on a step.
func (g *Graph) Onto(step *Link) []*Link { return g.onto[step] }

// Acting lists the links onto steps that start from a node.
func (g *Graph) Acting(n *Node) []*Link {
	var acting []*Link
	for _, l := range g.OnSteps {
		if l.Source == n {
			acting = append(acting, l)
		}
	}
	return acting
}

// Made lists the links that start from a node, those onto steps among them.
func (g *Graph) Made(n *Node) []*Link {
	made := g.Out(n)
	return append(made[:len(made):len(made)], g.Acting(n)...)
}

// OnlyInhibits says that a node has links in the graph that start from it, and that each inhibits.
func (g *Graph) OnlyInhibits(n *Node) bool {
	made := g.Made(n)
	return len(made) > 0 && !slices.ContainsFunc(made, func(l *Link) bool { return l.Effect != Inhibits })
}

// OnlyBlocks says that a node has links in the graph that start from it, and that each blocks.
func (g *Graph) OnlyBlocks(n *Node) bool {
	made := g.Made(n)
	return len(made) > 0 && !slices.ContainsFunc(made, func(l *Link) bool { return !l.Blocks() })
}

// Linked says whether any link starts from a node or leads to it.
func (g *Graph) Linked(n *Node) bool {
	place, ok := g.place[n]
	return ok && (len(g.out.links[place]) > 0 || len(g.in().links[place]) > 0 || len(g.out.acts[place]) > 0)
}

func (g *Graph) links(n *Node, s *side) []*Link {
	place, ok := g.place[n]
	if !ok {
		return nil
	}
	return s.links[place]
}

// From is everything that can be reached from the starts, the starts themselves only where a path leads back to one.
func (g *Graph) From(starts ...*Node) map[*Node]bool { return g.reach(starts, g.out, nil) }

// Into is everything from which one of the ends can be reached, an end itself only where a path leads from it to one.
func (g *Graph) Into(ends ...*Node) map[*Node]bool { return g.reach(ends, g.in(), nil) }

// Affected is From, where what acts on a step also reaches what the step leads to.
func (g *Graph) Affected(starts ...*Node) map[*Node]bool { return g.reach(starts, g.out, g.out.acts) }

// Affecting is Into, where what acts on a step also reaches what the step leads to.
func (g *Graph) Affecting(ends ...*Node) map[*Node]bool {
	in := g.in()
	return g.reach(ends, in, in.acts)
}

func (g *Graph) reach(starts []*Node, s *side, acts map[int32][]int32) map[*Node]bool {
	seen := make([]bool, len(g.Nodes))
	var reached []int32
	visit := func(n int32) {
		for _, to := range [...][]int32{s.far[n], acts[n]} {
			for _, next := range to {
				if !seen[next] {
					seen[next] = true
					reached = append(reached, next)
				}
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

// Path is a chain of links, each starting where the one before ends.
type Path []*Link
