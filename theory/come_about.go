package theory

// What can come about. A start is an intervention, or a node that no counted link leads to. A way is a path that visits no
// node twice; it raises its end if an even number of its links inhibit, else it lowers it. The set of what can come about
// is the smallest one that holds the starts, and every node to which some way from a start that raises it has all that it
// needs in the set: the sources of the counted necessary links onto each node that the way raises or passes raised, its
// start among them, and onto each link that it passes from a node raised. So a circle is no reason for itself. What inhibits a
// node on the way, or stops a link of it, takes nothing away. A mere need raises nothing: what context, actor or outcome is
// necessary for a node does not bring that about, where anything else promotes it.

// Question is what is asked of a graph.
type Question struct {
	Counts  func(*Link) bool // which links count; all where it is nil
	Needs   func(*Link) bool // which necessary links count as such; those that count where it is nil
	Without []*Node          // nodes that are taken away; what they lead to does not become a start by that
	From    []*Node          // starts, in place of those of the graph; nil for those
	There   []*Node          // nodes that are there for what needs them, though no way starts from them
}

// Settled says whether something is so.
type Settled int

// What an answer can be. NotSettled is for graphs whose circles make a search too long: the answer is not guessed.
const (
	No Settled = iota
	Yes
	NotSettled
)

// Answer is what comes about in a graph.
type Answer struct {
	Starts []*Node

	links    *counted
	ways     *spread // ways that were found
	possible *spread // what may have a way; nil where that is what has one
}

// ComeAbout asks what can come about. Its time goes by the nodes and links, but in circles with an odd number of links that
// inhibit, where searches of bounded length are added.
func (g *Graph) ComeAbout(q Question) *Answer {
	c := newCounted(g, q)
	a := &Answer{links: c, ways: newSpread(c)}
	for _, place := range c.starts {
		a.Starts = append(a.Starts, g.Nodes[place])
	}
	a.ways.simple = true
	a.ways.run()
	if a.ways.refused {
		a.possible = settle(c, a.ways)
	}
	return a
}

// Can says whether a node can come about: whether it is a start, or some way raises it that has all it needs.
func (a *Answer) Can(n *Node) Settled {
	place, ok := a.links.graph.place[n]
	return a.settled(ok && a.ways.in[place], ok && a.possible != nil && a.possible.in[place])
}

// Lowers says whether some way that has all it needs lowers a node.
func (a *Answer) Lowers(n *Node) Settled {
	place, ok := a.links.graph.place[n]
	at := 2*place + 1
	return a.settled(ok && a.ways.reached[at], ok && a.possible != nil && a.possible.reached[at])
}

func (a *Answer) settled(is, may bool) Settled {
	switch {
	case is:
		return Yes
	case may:
		return NotSettled
	}
	return No
}

// Reaches says whether some way of one link or more that has all it needs raises or lowers a node.
func (a *Answer) Reaches(n *Node) Settled {
	place, ok := a.links.graph.place[n]
	if !ok {
		return No
	}
	reached := func(s *spread) bool { return s.reached[2*place] && s.last[2*place] != none || s.reached[2*place+1] }
	return a.settled(reached(a.ways), a.possible != nil && reached(a.possible))
}

// Way is a way that raises a node and has all that it needs; nil where none is known, and for a start.
func (a *Answer) Way(n *Node) Path {
	if place, ok := a.links.graph.place[n]; ok && a.ways.reached[2*place] {
		return a.ways.way(2 * place)
	}
	return nil
}

// Needs lists the necessary links that a way needs, in the order in which it passes them. Some may be links of its own.
func (g *Graph) Needs(way Path) []*Link {
	return g.beside(way, func(l *Link) bool { return l.Necessary })
}

// Against lists what else inhibits a node that a way raises, or stops a link that it passes from a node raised.
func (g *Graph) Against(way Path) []*Link {
	own := make(map[*Link]bool, len(way))
	for _, l := range way {
		own[l] = true
	}
	return g.beside(way, func(l *Link) bool { return l.Effect == Inhibits && !own[l] })
}

// beside lists the links onto what a way raises or passes raised.
func (g *Graph) beside(way Path, is func(*Link) bool) []*Link {
	if len(way) == 0 {
		return nil
	}
	var found []*Link
	add := func(links []*Link) {
		for _, l := range links {
			if is(l) {
				found = append(found, l)
			}
		}
	}
	lowered := false
	add(g.In(way[0].Source))
	for _, l := range way {
		if !lowered {
			add(g.Onto(l))
		}
		if lowered = lowered != (l.Effect == Inhibits); !lowered {
			add(g.In(l.Target))
		}
	}
	return found
}
