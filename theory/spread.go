package theory

import "slices"

// spread follows what comes about from the starts, as long as there is more. Where simple is set, each state that it reaches
// has a way, and none is reached by way of its own node; else any walk will do, so that it reaches all that has a way, and
// perhaps more.
type spread struct {
	*counted
	simple  bool
	barred  []bool // states that have no way
	refused bool   // some state was not reached because the walk had been to its node

	in      []bool // nodes that can come about
	reached []bool // states
	order   []int32
	last    []int32           // the arrow by which each state was reached; none for a start
	found   map[int32][]int32 // the last arrows of a way that was searched for, from its state's knot on

	done       int     // states of the order that were followed
	fresh      []int32 // nodes newly in the set
	nodeNeeds  []int32
	arrowNeeds []int32
}

const none = -1

func newSpread(c *counted) *spread {
	states := 2 * len(c.graph.Nodes)
	return &spread{counted: c, in: make([]bool, states/2), reached: make([]bool, states), last: make([]int32, states),
		nodeNeeds: slices.Clone(c.nodeNeeds), arrowNeeds: slices.Clone(c.arrowNeeds)}
}

// run starts from the starts.
func (s *spread) run() {
	for _, n := range s.starts {
		if s.nodeNeeds[n] == 0 {
			s.reach(2*n, none)
		}
		s.comesAbout(n)
	}
	for _, n := range s.given {
		s.comesAbout(n)
	}
	s.follow()
}

// follow goes on from what was reached.
func (s *spread) follow() {
	for {
		switch {
		case len(s.fresh) > 0:
			n := s.fresh[len(s.fresh)-1]
			s.fresh = s.fresh[:len(s.fresh)-1]
			s.release(n)
		case s.done < len(s.order):
			state := s.order[s.done]
			s.done++
			for _, a := range s.out[state/2] {
				s.try(a, state)
			}
		default:
			return
		}
	}
}

// reach notes that a state has a way, by the arrow given.
func (s *spread) reach(state, by int32) {
	s.reached[state], s.last[state] = true, by
	s.order = append(s.order, state)
	if state%2 == 0 {
		s.comesAbout(state / 2)
	}
}

// comesAbout adds a node to the set.
func (s *spread) comesAbout(n int32) {
	if !s.in[n] {
		s.in[n] = true
		s.fresh = append(s.fresh, n)
	}
}

// release tries again what waited for a node.
func (s *spread) release(n int32) {
	for _, what := range s.needed[n] {
		if what >= 0 {
			if s.arrowNeeds[what]--; s.arrowNeeds[what] == 0 {
				s.retry(what)
			}
			continue
		}
		node := ^what
		if s.nodeNeeds[node]--; s.nodeNeeds[node] > 0 {
			continue
		}
		if s.isStart[node] && !s.reached[2*node] {
			s.reach(2*node, none)
		}
		for _, a := range s.into[node] {
			s.retry(a)
		}
	}
}

// retry tries an arrow from whatever states of its node were reached.
func (s *spread) retry(a int32) {
	for state := 2 * s.arrows[a].from; state <= 2*s.arrows[a].from+1; state++ {
		if s.reached[state] {
			s.try(a, state)
		}
	}
}

// try follows an arrow from a state that was reached.
func (s *spread) try(a, state int32) {
	to := s.end(a, state)
	if s.reached[to] || !s.open(a, state) {
		return
	}
	if s.simple && s.passes(state, to/2) {
		s.refused = true
		return
	}
	s.reach(to, a)
}

// end is the state to which an arrow leads from one.
func (s *spread) end(a, state int32) int32 { return 2*s.arrows[a].to + (state+s.arrows[a].turns)%2 }

// open says whether an arrow can be followed from a state: whether there is what the arrow needs, and the state that it leads
// to, and it is no mere need raised.
func (s *spread) open(a, state int32) bool {
	return (state%2 == 1 || s.arrowNeeds[a] == 0 && !s.arrows[a].mere) && s.there(s.end(a, state)) && s.arrows[a].from != s.arrows[a].to
}

// there says whether a state has what it needs, and is not ruled out.
func (s *spread) there(state int32) bool {
	return !s.away[state/2] && (state%2 == 1 || s.nodeNeeds[state/2] == 0) && (s.barred == nil || !s.barred[state])
}

// passes says whether the way to a state passes a node. Only within knots can it, by an arrow from the state to the node.
func (s *spread) passes(state, node int32) bool {
	if !s.reached[2*node] && !s.reached[2*node+1] {
		return false
	}
	if s.knot == nil {
		s.findKnots()
	}
	if s.knot[node] == 0 {
		return false
	}
	for at := state; s.knot[at/2] == s.knot[node]; {
		if at/2 == node {
			return true
		}
		if arrows, ok := s.found[at]; ok {
			return slices.ContainsFunc(arrows, func(a int32) bool { return s.arrows[a].from == node })
		}
		a := s.last[at]
		if a == none {
			return false
		}
		at = s.before(a, at)
	}
	return false
}

// add notes a way that was searched for, by its arrows from where it enters a knot on.
func (s *spread) add(arrows []int32, state int32) {
	for i := len(arrows); i > 0 && s.knot[state/2] != 0 && !s.reached[state]; i-- {
		if s.found == nil {
			s.found = make(map[int32][]int32)
		}
		s.found[state] = arrows[:i]
		s.reach(state, arrows[i-1])
		state = s.before(arrows[i-1], state)
	}
	s.follow()
}

// before is the state from which an arrow leads to one.
func (s *spread) before(a, state int32) int32 {
	return 2*s.arrows[a].from + (state+s.arrows[a].turns)%2
}

// way is the way to a state.
func (s *spread) way(state int32) Path {
	var way Path
	step := func(a int32) {
		way = append(way, s.arrows[a].link)
		state = s.before(a, state)
	}
	for {
		if arrows, ok := s.found[state]; ok {
			for _, a := range slices.Backward(arrows) {
				step(a)
			}
			continue
		}
		if s.last[state] == none {
			break
		}
		step(s.last[state])
	}
	slices.Reverse(way)
	return way
}
