package trace

import "slices"

// search is the state of looking for one route after another. Its arrays have an entry a node.
type search struct {
	*network
	starts []int
	end    []bool
	ahead  []int // the level of the best path onwards from each node, whatever it passes; -1 where none leads to an end
	steps  int   // links that may still be looked at

	mark   int   // of the present run over the arrays below: an entry counts where it holds this mark
	seen   []int // nodes reached
	came   []step
	passed []bool // nodes that the route followed has been to
}

type step struct {
	from int
	edge edge
}

func newSearch(n *network, starts, ends []int) *search {
	count := len(n.out)
	s := &search{network: n, starts: starts, end: make([]bool, count), ahead: n.reversed().widest(ends), steps: maxSteps,
		seen: make([]int, count), came: make([]step, count), passed: make([]bool, count)}
	for _, e := range ends {
		s.end[e] = true
	}
	return s
}

// deviations finds, for each number of links that a route found can be followed for, the best route that then goes on as
// none of those found does; of all these at least as many as asked for, the best.
func (s *search) deviations(found []route, along route, most int) []route {
	var routes []route
	keep := func(r route) {
		if routes = append(routes, r); len(routes) > 2*most { // each may be as long as the theory
			routes = bestOf(routes, most)
		}
	}
	if along.deviate < 0 {
		if other, ok := s.elsewhere(found); ok {
			keep(other)
		}
	}
	var same []route // those found that have gone the same way so far
	for _, r := range found {
		if r.start == along.start {
			same = append(same, r)
		}
	}
	at, level := along.start, endless
	for links := 0; links <= len(along.edges) && s.steps >= 0; links++ {
		if links > 0 {
			e := along.edges[links-1]
			s.passed[at] = true
			at, level = e.to, min(level, e.level)
			same = slices.DeleteFunc(same, func(r route) bool { return len(r.edges) < links || r.edges[links-1].index != e.index })
		}
		if links < along.deviate {
			continue
		}
		if other, ok := s.onwards(same, along.edges[:links], at, level); ok {
			other.start, other.deviate = along.start, links
			keep(other)
		}
	}
	s.passed[along.start] = false
	for _, e := range along.edges {
		s.passed[e.to] = false
	}
	return routes
}

// onwards finds the best route that begins with the links given, which lead to a node and are of a level, and goes on as
// none of the others does that begin with them.
func (s *search) onwards(others []route, links []edge, at, level int) (route, bool) {
	stops := false
	var taken []int // the links by which the others go on
	for _, r := range others {
		if len(r.edges) == len(links) {
			stops = true
		} else {
			taken = append(taken, r.edges[len(links)].index)
		}
	}
	var rest []edge
	weakest, ok := level, s.end[at] && len(links) > 0 && !stops
	if !ok {
		_, rest, weakest, ok = s.route([]int{at}, taken, level)
	}
	if !ok {
		return route{}, false
	}
	s.steps -= len(links)
	return route{edges: slices.Concat(links, rest), level: weakest}, true
}

// elsewhere finds the best route from a start that none of those found has.
func (s *search) elsewhere(found []route) (route, bool) {
	has := make(map[int]bool)
	for _, r := range found {
		has[r.start] = true
	}
	starts := slices.DeleteFunc(slices.Clone(s.starts), func(start int) bool { return has[start] })
	start, edges, level, ok := s.route(starts, nil, endless)
	return route{start, edges, level, -1}, ok
}

// route finds the best path of at least one link from one of the starts to an end, past the nodes that are not passed
// yet, and not by the links taken from a start. No level above the one given counts for more than that.
func (s *search) route(starts, taken []int, level int) (start int, path []edge, weakest int, ok bool) {
	hope := -1 // what the best path could be, did nothing stand in its way
	for _, at := range starts {
		for _, e := range s.out[at] {
			if !s.passed[e.to] && !slices.Contains(taken, e.index) {
				hope = max(hope, min(level, e.level, s.ahead[e.to]))
			}
		}
	}
	if hope < 0 {
		return 0, nil, 0, false
	}
	if start, path = s.shortest(starts, taken, hope); path != nil {
		return start, path, hope, true
	}
	if weakest = min(level, s.reach(starts, taken)); weakest < 0 {
		return 0, nil, 0, false
	}
	start, path = s.shortest(starts, taken, weakest)
	return start, path, weakest, path != nil
}

// shortest is the path of fewest links of a level or better, the first such in document order; nil where there is none.
func (s *search) shortest(starts, taken []int, level int) (start int, path []edge) {
	s.mark++
	const nowhere = -1
	for _, at := range starts {
		s.seen[at] = s.mark
		s.came[at].from = nowhere
	}
	queue := slices.Clone(starts)
	for i := 0; i < len(queue); i++ {
		at := queue[i]
		s.steps -= len(s.out[at])
		for _, e := range s.out[at] {
			if s.seen[e.to] == s.mark || e.level < level || s.ahead[e.to] < level || s.passed[e.to] || i < len(starts) && slices.Contains(taken, e.index) {
				continue
			}
			s.seen[e.to] = s.mark
			s.came[e.to] = step{at, e}
			if !s.end[e.to] {
				queue = append(queue, e.to)
				continue
			}
			for start = e.to; s.came[start].from != nowhere; start = s.came[start].from {
				path = append(path, s.came[start].edge)
			}
			slices.Reverse(path)
			return start, path
		}
	}
	return 0, nil
}

// reach is the level of the best path of at least one link to an end, or -1.
func (s *search) reach(starts, taken []int) int {
	s.mark++
	buckets := make([][]int, len(s.levels)+1)
	last := len(s.levels)
	buckets[last] = slices.Clone(starts)
	for level := last; level >= 0; level-- {
		for i := 0; i < len(buckets[level]); i++ {
			at := buckets[level][i]
			if level < last && s.seen[at] != s.mark && s.end[at] {
				return level
			}
			if s.seen[at] == s.mark {
				continue
			}
			s.seen[at] = s.mark
			s.steps -= len(s.out[at])
			for _, e := range s.out[at] {
				if s.seen[e.to] != s.mark && !s.passed[e.to] && s.ahead[e.to] >= 0 && !(level == last && slices.Contains(taken, e.index)) {
					to := min(level, e.level)
					buckets[to] = append(buckets[to], e.to)
				}
			}
		}
	}
	return -1
}
