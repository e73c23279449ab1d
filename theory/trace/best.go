package trace

import (
	"cmp"
	"slices"

	"icamo/theory"
)

// maxSteps bounds a search by the links it may look at, so that no theory takes longer than a second or so.
const maxSteps = 30_000_000

// route is a path as the search knows it.
type route struct {
	start   int
	edges   []edge
	level   int // of its weakest link
	deviate int // how many links it shares with the route that it was found from; -1: not even the start
}

// compare orders routes, the best first: by the weakest link, then by length, then by document order.
func (r route) compare(o route) int {
	byLink := slices.CompareFunc(r.edges, o.edges, func(a, b edge) int { return cmp.Compare(a.index, b.index) })
	return cmp.Or(cmp.Compare(o.level, r.level), cmp.Compare(len(r.edges), len(o.edges)), cmp.Compare(r.start, o.start), byLink)
}

// best lists the paths from the starts to the ends that visit no node twice, the best supported first, no more than
// limit; complete says that none was left out. It is Yen's algorithm (1971) with Lawler's refinement (1972): each further
// path takes a number of searches that its length bounds, however many paths there are. Where the searches would take
// too long it stops early; what it has found by then is still the best there is.
func (n *network) best(starts, ends []int, limit int) (paths []theory.Path, complete bool) {
	s := newSearch(n, starts, ends)
	var found, waiting []route
	if first, ok := s.elsewhere(nil); ok {
		waiting = append(waiting, first)
	}
	for len(waiting) > 0 {
		if len(found) == limit || s.steps < 0 {
			return paths, false
		}
		next := waiting[0]
		waiting = waiting[1:]
		found = append(found, next)
		path := make(theory.Path, len(next.edges))
		for i, e := range next.edges {
			path[i] = e.link
		}
		paths = append(paths, path)
		most := limit + 1 - len(found) // no more will be asked for
		waiting = bestOf(append(waiting, s.deviations(found, next, most)...), most)
	}
	return paths, s.steps >= 0
}

func bestOf(routes []route, most int) []route {
	slices.SortFunc(routes, route.compare)
	return routes[:min(len(routes), most)]
}
