package theory

import (
	"cmp"
	"iter"
	"slices"
	"sync"
)

// Part is what a configuration spans: its members and the live links among them that are claimed in it.
func (t *Theory) Part(c *Configuration) *Graph {
	part := t.graph.Part(c.Nodes())
	elsewhere := func(l *Link) bool { return !l.MadeIn(c) }
	if claims := part.Claims(); slices.ContainsFunc(claims, elsewhere) {
		return NewGraph(part.Nodes, slices.DeleteFunc(slices.Clone(claims), elsewhere))
	}
	return part
}

// FromWithin is everything that can be reached from the starts by paths among a configuration's members: what From finds in
// its Part, which is not made for it.
func (t *Theory) FromWithin(c *Configuration, starts ...*Node) map[*Node]bool {
	if t.limited {
		return t.Part(c).From(starts...)
	}
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
		a, b := starts[i], starts[i+1]
		part.out.links[i], part.out.far[i] = part.Links[a:b:b], to[a:b:b]
	}
	if len(g.onto) > 0 {
		for _, step := range part.Links {
			for _, l := range g.onto[step] {
				if _, isFrom := part.place[l.Source]; isFrom {
					part.addOnStep(l)
				}
			}
		}
	}
	out, in := part.acting()
	part.out.acts = out
	part.in = sync.OnceValue(func() *side { // few ask
		side := newSide(part, to, from)
		side.acts = in
		return side
	})
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

// lookingUp is how many times longer it takes to look for a marked node among the ends of a node's links than to look
// whether one end is marked.
const lookingUp = 16

// among goes through those of a node's links that have their other end among the marked, each by its place.
func (s *side) among(near int32, m *marked) iter.Seq[int] {
	return func(yield func(int) bool) {
		far := s.far[near]
		if len(far) <= lookingUp*len(m.places) {
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

// ends goes through the marked nodes that a node's links have as their other end, one perhaps several times where links are
// parallel.
func (s *side) ends(near int32, m *marked) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		far := s.far[near]
		if len(far) <= lookingUp*len(m.places) {
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
