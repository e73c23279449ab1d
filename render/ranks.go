package render

import (
	"cmp"
	"slices"

	"icamo/theory"
)

// rankColumns gives every box its rank in columns: in its lane, the longest way to it by links inside the lane, but no
// more than a number of ranks a lane, so that some links run inside a rank.
func (f *figure) rankColumns(depth int) {
	f.ranks = 0
	for _, lane := range f.lanes() {
		before, order := f.laneOrder(f.inLane(lane))
		used := 0
		for _, b := range order {
			at := 0
			for _, p := range before[b] {
				at = max(at, min(p.rank-f.ranks+1, depth-1))
			}
			b.rank = f.ranks + at
			used = max(used, at+1)
		}
		f.ranks += used
	}
}

func (f *figure) inLane(lane theory.Kind) []*box {
	return slices.DeleteFunc(slices.Clone(f.boxes), func(b *box) bool { return b.lane != lane })
}

// fill says how many boxes a rank of each lane holds at most, by the lane's rank among the kinds.
type fill [5]int

// evenly is the same for all lanes.
func evenly(most int) fill { return fill{most, most, most, most, most} }

const fullestRow = 7 // boxes that a row holds at most

// rank gives every box its rank: the lanes in order, each with as many ranks as its own links need and its boxes fill.
// A lane with more boxes than a rank holds is spread over several, where lines can pass between its boxes.
func (f *figure) rank(most fill) {
	f.ranks = 0
	for _, lane := range f.lanes() {
		f.ranks += f.rankLane(lane, most[lane.Rank()])
	}
}

// rankWithin ranks all boxes in rows so that no rank takes more than a width, where that can be, with as few ranks as
// that takes. It gives how it did so, and the width of the widest rank.
func (f *figure) rankWithin(width, gap float64) (most fill, need float64) {
	most = evenly(fullestRow)
	for {
		f.rank(most)
		widths := f.rankWidths(gap)
		need = slices.Max(widths)
		if need <= width {
			return most, need
		}
		counts := f.rankCounts()
		var widest *box // one of the widest rank that holds several
		for _, b := range f.boxes {
			if counts[b.rank] > 1 && (widest == nil || widths[b.rank] > widths[widest.rank]) {
				widest = b
			}
		}
		if widest == nil || widths[widest.rank] <= width {
			return most, need
		}
		lane := widest.lane.Rank()
		most[lane] = min(most[lane], counts[widest.rank]) - 1
	}
}

// rankCounts are how many boxes the ranks hold.
func (f *figure) rankCounts() []int {
	counts := make([]int, f.ranks)
	for _, b := range f.boxes {
		counts[b.rank]++
	}
	return counts
}

// rankWidths are the widths that the ranks take in rows.
func (f *figure) rankWidths(gap float64) []float64 {
	return f.taken(gap, func(b *box) float64 { return b.at.W })
}

// taken is how much each rank takes along itself: its boxes, and the lines that pass between them, on both sides of which
// Graphviz keeps the gap.
func (f *figure) taken(gap float64, size func(*box) float64) []float64 {
	taken := make([]float64, f.ranks)
	for _, b := range f.boxes {
		taken[b.rank] += size(b) + 2*clearance + gap
	}
	for _, l := range f.lines {
		for r := min(l.from.rank, l.to.rank) + 1; r < max(l.from.rank, l.to.rank); r++ {
			taken[r] += 2*gap + 2
		}
	}
	return taken
}

// rankLane ranks one lane from f.ranks on and gives the number of ranks it took.
func (f *figure) rankLane(lane theory.Kind, most int) int {
	boxes := f.inLane(lane)
	before, order := f.laneOrder(boxes)
	layers := max((len(boxes)+most-1)/most, longest(before, order))
	latest := make(map[*box]int, len(order))
	for _, b := range order {
		latest[b] = layers - 1
	}
	for _, b := range slices.Backward(order) {
		for _, p := range before[b] {
			latest[p] = min(latest[p], latest[b]-1)
		}
	}
	count := make([]int, layers)
	layer := make(map[*box]int, len(order))
	place := func(b *box) {
		earliest := 0
		for _, p := range before[b] {
			earliest = max(earliest, layer[p]+1)
		}
		best, last := earliest, min(max(latest[b], earliest), layers-1)
		for l := earliest; l <= last; l++ {
			if count[l] < count[best] {
				best = l
			}
		}
		layer[b] = best
		count[best]++
	}
	for _, b := range order {
		place(b)
	}
	used := make([]int, layers) // ranks without boxes fall away
	n := 0
	for l, c := range count {
		used[l] = n
		if c > 0 {
			n++
		}
	}
	for _, b := range boxes {
		b.rank = f.ranks + used[layer[b]]
	}
	return n
}

// laneOrder is the order in which links run inside a lane, circles broken at the link that closes them: for each box
// those that come before it, and all boxes so that each comes after those.
func (f *figure) laneOrder(boxes []*box) (before map[*box][]*box, order []*box) {
	next := make(map[*box][]*box)
	for _, l := range f.lines {
		if l.from.lane == l.to.lane && l.from != l.to {
			next[l.from] = append(next[l.from], l.to)
		}
	}
	before = make(map[*box][]*box)
	const open, done = 1, 2
	state := make(map[*box]int)
	var visit func(b *box)
	visit = func(b *box) {
		state[b] = open
		for _, n := range next[b] {
			if state[n] == 0 {
				visit(n)
			}
			if state[n] == done {
				before[n] = append(before[n], b)
			}
		}
		state[b] = done
		order = append(order, b)
	}
	for _, b := range f.entries(boxes, next) {
		if state[b] == 0 {
			visit(b)
		}
	}
	slices.Reverse(order)
	return before, order
}

// entries puts first the boxes of a lane that no link of the lane leads to: a circle is then entered, and broken, where
// the theory enters it. Where every box is led to from its lane, those that links from other lanes lead to come first.
func (f *figure) entries(boxes []*box, next map[*box][]*box) []*box {
	inside, outside := make(map[*box]int), make(map[*box]int)
	for _, l := range f.lines {
		switch {
		case l.from.lane == l.to.lane && l.from != l.to:
			inside[l.to]++
		case l.from.lane.Rank() < l.to.lane.Rank():
			outside[l.to]++
		}
	}
	entries := slices.Clone(boxes)
	slices.SortStableFunc(entries, func(a, b *box) int {
		return cmp.Or(cmp.Compare(min(inside[a], 1), min(inside[b], 1)), cmp.Compare(min(outside[b], 1), min(outside[a], 1)))
	})
	return entries
}

// longest is the number of ranks that the longest chain needs.
func longest(before map[*box][]*box, order []*box) int {
	depth := make(map[*box]int, len(order))
	most := 1
	for _, b := range order {
		for _, p := range before[b] {
			depth[b] = max(depth[b], depth[p]+1)
		}
		most = max(most, depth[b]+1)
	}
	return most
}
