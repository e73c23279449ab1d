package theory

import "slices"

// counted is a graph by numbers, as a question counts its links. A node is its place. A state is a node raised, by an even
// number, or lowered, by the odd one that follows: 2*place and 2*place + 1.
type counted struct {
	graph  *Graph
	counts func(*Link) bool
	needs  func(*Link) bool

	arrows    []arrow
	out, into [][]int32 // of each node, arrows
	starts    []int32
	isStart   []bool
	given     []int32 // nodes that are there beside what comes about
	away      []bool  // nodes that are taken away

	nodeNeeds  []int32           // how many needs each node has
	arrowNeeds []int32           // and each arrow
	needed     map[int32][]int32 // of a node: what needs it, arrows as they are, nodes n as ^n

	knot    []int32 // the number of the circles that a node is in, where they make raising and lowering hard to tell apart; else 0
	members [][]int32
}

// arrow is a counted link from one node to another.
type arrow struct {
	link     *Link
	from, to int32
	turns    int32 // 1 where it inhibits
	mere     bool  // a mere need: what it starts from does not bring about what it leads to
}

func newCounted(g *Graph, q Question) *counted {
	c := &counted{graph: g, counts: q.Counts, needs: q.Needs, needed: make(map[int32][]int32)}
	if c.counts == nil {
		c.counts = func(*Link) bool { return true }
	}
	if c.needs == nil {
		c.needs = c.counts
	}
	n := len(g.Nodes)
	c.away, c.isStart, c.nodeNeeds = make([]bool, n), make([]bool, n), make([]int32, n)
	for _, node := range q.Without {
		if place, ok := g.place[node]; ok {
			c.away[place] = true
		}
	}
	c.addArrows()
	for _, node := range q.There {
		if place, ok := g.place[node]; ok && !c.away[place] {
			c.given = append(c.given, place)
		}
	}
	for _, node := range q.From {
		if place, ok := g.place[node]; ok {
			c.isStart[place] = true
		}
	}
	for place, node := range g.Nodes {
		if q.From == nil {
			c.isStart[place] = node.Kind == Intervention || len(c.into[place]) == 0
		}
		if c.isStart[place] = c.isStart[place] && !c.away[place]; c.isStart[place] {
			c.starts = append(c.starts, int32(place))
		}
	}
	return c
}

func (c *counted) addArrows() {
	g := c.graph
	from, to := make([]int32, 0, len(g.Links)), make([]int32, 0, len(g.Links))
	c.arrows = make([]arrow, 0, len(g.Links))
	for place := range g.Nodes {
		for k, l := range g.out.links[place] {
			a := arrow{link: l, from: int32(place), to: g.out.far[place][k]}
			if l.Effect == Inhibits {
				a.turns = 1
			}
			if l.Necessary && c.needs(l) {
				c.nodeNeeds[a.to]++
				c.needed[a.from] = append(c.needed[a.from], ^a.to)
			}
			if !c.counts(l) {
				continue
			}
			c.arrows = append(c.arrows, a)
			from, to = append(from, a.from), append(to, a.to)
		}
	}
	c.mereNeeds()
	c.out, c.into = grouped(len(g.Nodes), from), grouped(len(g.Nodes), to)
	c.arrowNeeds = make([]int32, len(c.arrows))
	if len(g.onto) == 0 {
		return
	}
	for i := range c.arrows {
		for _, l := range g.onto[c.arrows[i].link] {
			if l.Necessary && c.needs(l) {
				c.arrowNeeds[i]++
				source := g.place[l.Source]
				c.needed[source] = append(c.needed[source], int32(i))
			}
		}
	}
}

// mereNeeds marks the arrows that only say what their target cannot do without: that are necessary, and start from a condition,
// where something else promotes the target. Where nothing else does, the conditions are all that the graph has to bring it about.
func (c *counted) mereNeeds() {
	promoted := make(map[int32]bool) // targets of conditions, by whether anything else promotes them
	for i := range c.arrows {
		a := &c.arrows[i]
		if !conditional(a.link) {
			continue
		}
		is, known := promoted[a.to]
		if !known {
			is = slices.ContainsFunc(c.graph.In(a.link.Target), func(l *Link) bool {
				return l.Effect == Promotes && l.Source != l.Target && !conditional(l)
			})
			promoted[a.to] = is
		}
		a.mere = is
	}
}

// conditional says of a link that it is necessary and starts from a condition, not from what is done or triggered.
func conditional(l *Link) bool {
	return l.Necessary && l.Effect == Promotes && l.Source.Kind != Intervention && l.Source.Kind != Mechanism
}

// grouped lists numbers from 0 by the group of each.
func grouped(groups int, of []int32) [][]int32 {
	counts := make([]int32, groups)
	for _, group := range of {
		counts[group]++
	}
	lists, room := make([][]int32, groups), make([]int32, len(of))
	for group, count := range counts {
		lists[group], room = room[:0:count], room[count:]
	}
	for i, group := range of {
		lists[group] = append(lists[group], int32(i))
	}
	return lists
}

// findKnots numbers the circles in which some walk comes back to its node with the opposite effect. Elsewhere a walk that
// passes a node twice can leave out what is between, and is a path with the same effect.
func (c *counted) findKnots() {
	component := (&circleSearch{from: ends(c.arrows, func(a arrow) int32 { return a.from }), to: ends(c.arrows, func(a arrow) int32 { return a.to }), out: c.out, into: c.into}).components()
	c.knot = make([]int32, len(component))
	side := make([]int8, len(component)) // 1 or 2; 0 where not seen yet
	for n, number := range component {
		if number == 0 || side[n] != 0 {
			continue
		}
		side[n] = 1
		members, even := []int32{int32(n)}, true
		for i := 0; i < len(members); i++ {
			for _, a := range c.out[members[i]] {
				to := c.arrows[a].to
				if component[to] != number {
					continue
				}
				turned := side[members[i]]
				if c.arrows[a].turns == 1 {
					turned = 3 - turned
				}
				if side[to] == 0 {
					side[to] = turned
					members = append(members, to)
				}
				even = even && side[to] == turned
			}
		}
		if !even {
			c.members = append(c.members, members)
			for _, m := range members {
				c.knot[m] = int32(len(c.members))
			}
		}
	}
}

func ends(arrows []arrow, end func(arrow) int32) []int32 {
	all := make([]int32, len(arrows))
	for i, a := range arrows {
		all[i] = end(a)
	}
	return all
}
