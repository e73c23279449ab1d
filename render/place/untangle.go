package place

import (
	"slices"

	"icamo/render/geometry"
)

// untangle has lines that cross twice change places between the two crossings, so that they do not cross there. It gives the
// strands that have come to depend on each other.
func untangle(strands []*strand) map[*strand][]*strand {
	const most = 4 // of crossings of one pair
	changed := make(map[*strand][]*strand)
	for i, a := range strands {
		for _, b := range strands[:i] {
			for range most {
				if !a.movable || !b.movable || a.line.Way.Crossings(&b.line.Way) < 2 || !a.swap(b) {
					break
				}
				changed[a], changed[b] = append(changed[a], b), append(changed[b], a)
			}
		}
	}
	return changed
}

// crossed is where two strands cross: before which bead of each.
type crossed struct{ a, b int }

// swap exchanges what is between the first two crossings of two strands. It says whether there are two, away from their ends.
func (s *strand) swap(o *strand) bool {
	var at []crossed
	for i := 1; i < len(s.was) && len(at) < 2; i++ {
		for j := range o.within(2*beadStep, s.was[i]) { // else the steps before both cannot cross
			if j > 0 && geometry.SegmentsCross(s.was[i-1], s.was[i], o.was[j-1], o.was[j]) {
				at = append(at, crossed{i, j})
				break
			}
		}
	}
	if len(at) < 2 {
		return false
	}
	first, second := at[0], at[1]
	back := first.b > second.b // they run against each other
	if back {
		first.b, second.b = second.b, first.b
	}
	if second.a == first.a || second.b == first.b {
		return false
	}
	mine, others := slices.Clone(s.was[first.a:second.a]), slices.Clone(o.was[first.b:second.b])
	if back {
		slices.Reverse(mine)
		slices.Reverse(others)
	}
	s.thread(slices.Concat(s.was[:first.a], inner(others), s.was[second.a:]))
	o.thread(slices.Concat(o.was[:first.b], inner(mine), o.was[second.b:]))
	return true
}

// inner is a stretch without the beads that are next to the crossings.
func inner(beads []geometry.Point) []geometry.Point {
	if len(beads) <= 2 {
		return nil
	}
	return beads[1 : len(beads)-1]
}
