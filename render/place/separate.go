package place

import (
	"icamo/render/fit"
	"icamo/render/geometry"
)

// mostBeads is the number of beads up to which lines are moved: figures with more are read by part.
const mostBeads = 50_000

func beads(strands []*strand) int {
	n := 0
	for _, s := range strands {
		n += len(s.was)
	}
	return n
}

// separate moves lines apart that run so close that they look like one, and then those that act on them. It gives the lines that
// are still crowded.
func (r *routing) separate() []*fit.Line {
	const rounds = 3 // lines that ran on each other may cross where they are apart
	var beads []nearBead
	for range rounds {
		if !r.separateFrom(r.edges, nil, &beads) {
			break
		}
	}
	r.untangled()
	r.endOnSteps(true)
	r.separateFrom(r.acting, r.edges, &beads)
	return r.mend()
}

// untangled has lines that were moved across one another twice change places there.
func (r *routing) untangled() {
	strands := newStrands(r.edges, nil)
	if beads(strands) > mostBeads {
		return
	}
	if swapped := untangle(strands); len(swapped) > 0 {
		r.take(strands, swapped)
	}
}

// separateFrom moves lines apart, and away from others that stay. Their ends stay where they are, and they come no nearer to boxes
// than they may. It says whether any has another way now. Beads that may be pushed take the memory of those before.
func (r *routing) separateFrom(movable, others []*edge, memory *[]nearBead) bool {
	strands := newStrands(movable, others)
	if beads(strands) > mostBeads {
		return false
	}
	swapped := untangle(strands)
	pairs := nearPairs(strands, memory)
	for _, s := range strands {
		if s.movable {
			s.keepOff(r.nodes)
			s.keepClear(strands)
		}
		s.pushes, s.before = make([]geometry.Point, len(s.was)), make([]geometry.Point, len(s.was))
	}
	const rounds, still = 40, 0.05 // points
	for range rounds {
		moved := 0.0
		if push(pairs, strands) {
			for _, s := range strands {
				moved = max(moved, s.settle())
			}
		}
		if moved < still {
			break
		}
	}
	return r.take(strands, swapped)
}

// take gives lines the ways of their strands, but for those that would then hit a box; those that have changed places with such a
// one keep theirs too. It says whether there were any.
func (r *routing) take(strands []*strand, swapped map[*strand][]*strand) bool {
	ways := make(map[*strand]geometry.Way)
	for _, s := range strands {
		if w, ok := s.way(); ok {
			ways[s] = w
		}
	}
	var keep func(s *strand)
	keep = func(s *strand) {
		if _, ok := ways[s]; ok {
			delete(ways, s)
			for _, o := range swapped[s] {
				keep(o)
			}
		}
	}
	for _, s := range strands {
		if w, ok := ways[s]; ok && r.hitCount(s.line, &w) > r.hitCount(s.line, &s.line.Way) {
			keep(s)
		}
	}
	for _, s := range strands {
		if w, ok := ways[s]; ok {
			s.line.Way = w
		}
	}
	return len(ways) > 0
}
