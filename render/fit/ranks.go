package fit

import (
	"cmp"
	"slices"

	"icamo/render/scene"
	"icamo/theory"
)

// rankColumns gives every box its rank in columns: in its lane, the longest way to it by links inside the lane, but no
// more than a number of ranks a lane, so that some links run inside a rank. Outcomes of one horizon have ranks of their own.
func (p *Plan) rankColumns(depth int) {
	p.Ranks = 0
	for _, l := range p.inLanes() {
		bands, most := p.bands(l), depth
		if len(bands) > 1 {
			most = max(1, depth-1)
		}
		for _, band := range bands {
			used := 0
			for _, b := range band {
				at := 0
				for _, a := range b.before {
					if slices.Contains(band, a) {
						at = max(at, min(a.Rank-p.Ranks+1, most-1))
					}
				}
				b.Rank = p.Ranks + at
				used = max(used, at+1)
			}
			p.Ranks += used
		}
	}
}

// fill says how many boxes a rank of each lane holds at most, by the lane's place among scene.Kinds.
type fill [6]int

// evenly is the same for all lanes.
func evenly(most int) fill { return fill{most, most, most, most, most, most} }

// in is the place of a lane among those of a fill.
func in(lane theory.Kind) int { return slices.Index(scene.Kinds, lane) }

const fullestRow = 7 // boxes that a row holds at most

// rank gives every box its rank: the lanes in order, each with as many ranks as its own links need and its boxes fill.
// A lane with more boxes than a rank holds is spread over several, where lines can pass between its boxes.
func (p *Plan) rank(most fill) {
	p.Ranks = 0
	for _, l := range p.inLanes() {
		p.Ranks += p.rankLane(l, most[in(l.kind)])
	}
	p.makeRoom()
	p.makeLanesHigh()
}

// rankWithin ranks all boxes in rows so that no rank takes more than a width, where that can be, with as few ranks as
// that takes, and no more boxes in one than a fill. It gives how it did so, and the width of the widest rank. What it gives for a
// width it comes by for every smaller one.
func (p *Plan) rankWithin(most fill, width, gap float64) (filled fill, need float64) {
	for {
		p.rank(most)
		widths := p.rankWidths(gap)
		need = slices.Max(widths)
		if need <= width {
			return most, need
		}
		counts := p.rankCounts()
		var widest *Box // one of the widest rank that holds several
		for _, b := range p.Boxes {
			if counts[b.Rank] > 1 && most[in(b.Lane)] > 1 && (widest == nil || widths[b.Rank] > widths[widest.Rank]) {
				widest = b
			}
		}
		if widest == nil || widths[widest.Rank] <= width {
			return most, need
		}
		lane := in(widest.Lane)
		most[lane]--
	}
}

// rankCounts are how many boxes the ranks hold.
func (p *Plan) rankCounts() []int {
	counts := make([]int, p.Ranks)
	for _, b := range p.Boxes {
		counts[b.Rank]++
	}
	return counts
}

// rankWidths are the widths that the ranks take in rows.
func (p *Plan) rankWidths(gap float64) []float64 {
	return p.taken(gap, func(b *Box) float64 { return b.W })
}

// taken is how much each rank takes along itself: its boxes, and the lines that pass between them, on both sides of which
// Graphviz keeps the gap.
func (p *Plan) taken(gap float64, size func(*Box) float64) []float64 {
	taken := make([]float64, p.Ranks)
	for _, b := range p.Boxes {
		taken[b.Rank] += size(b) + 2*(b.Keeps()+b.Apart) + gap
	}
	for _, l := range p.Lines {
		for r := min(l.From.Rank, l.To.Rank) + 1; r < max(l.From.Rank, l.To.Rank); r++ {
			taken[r] += 2*gap + 2
		}
	}
	return taken
}

// rankLane ranks one lane from p.Ranks on and gives the number of ranks it took.
func (p *Plan) rankLane(l *lane, most int) int {
	layers := max((len(l.order)+most-1)/most, l.longest)
	for _, b := range l.order {
		b.latest = layers - 1
	}
	for _, b := range slices.Backward(l.order) {
		for _, a := range b.before {
			a.latest = min(a.latest, b.latest-1)
		}
	}
	taken := make([]float64, layers) // by boxes, and by the lines that pass them
	boxed := make([]int, layers)
	for _, b := range l.order {
		if b.Alone {
			continue
		}
		earliest := 0
		for _, a := range b.before {
			earliest = max(earliest, a.layer+1)
		}
		best, last := earliest, min(max(b.latest, earliest), layers-1)
		for l := earliest; l <= last; l++ {
			if taken[l] < taken[best] {
				best = l
			}
		}
		b.layer = best
		boxed[best]++
		taken[best] += b.W + 2*Clearance + TightGap
		if b.passes {
			for l := best + 1; l < layers; l++ {
				taken[l] += 2*TightGap + 2
			}
		}
	}
	layer, even := 0, (len(l.order)+layers-1)/layers
	for _, b := range l.alone { // as they are read: along each rank, and then the next
		for layer < layers-1 && boxed[layer] >= even {
			layer++
		}
		b.layer = layer
		boxed[layer]++
	}
	used := make([]int, layers) // ranks without boxes fall away
	n := 0
	for l, boxes := range boxed {
		used[l] = n
		if boxes > 0 {
			n++
		}
	}
	for _, b := range l.order {
		b.Rank = p.Ranks + used[b.layer]
	}
	return n
}

// lane is the boxes of a lane in the order in which links run inside it, circles broken at the link that closes them.
type lane struct {
	kind    theory.Kind
	order   []*laneBox
	alone   []*laneBox // those that no line joins to another box, in the order of the scene
	longest int        // the number of ranks that the longest chain needs
}

// laneBox is a box in its lane.
type laneBox struct {
	*Box
	before []*laneBox // those that it comes after
	passes bool       // lines lead from it to lanes after this one

	latest, layer int // in the lane, while it is ranked
}

// inLanes are the lanes of the plan, found where they are first asked for.
func (p *Plan) inLanes() []*lane {
	if p.lanes == nil {
		for _, kind := range p.Scene.Lanes() {
			p.lanes = append(p.lanes, p.newLane(kind))
		}
	}
	return p.lanes
}

func (p *Plan) newLane(kind theory.Kind) *lane {
	before, order := p.laneOrder(p.inLane(kind))
	made := &lane{kind: kind, longest: longest(before, order)}
	boxes := make(map[*Box]*laneBox, len(order))
	for _, b := range order {
		one := &laneBox{Box: b}
		for _, a := range before[b] {
			one.before = append(one.before, boxes[a])
		}
		boxes[b] = one
		made.order = append(made.order, one)
	}
	for _, b := range p.inLane(kind) {
		if b.Alone {
			made.alone = append(made.alone, boxes[b])
		}
	}
	for _, l := range p.Lines {
		if b := boxes[l.From]; b != nil && l.To.Lane.Rank() > kind.Rank() {
			b.passes = true
		}
	}
	return made
}

// laneOrder is the order in which links run inside a lane, circles broken at the link that closes them: for each box
// those that come before it, and all boxes so that each comes after those.
func (p *Plan) laneOrder(boxes []*Box) (before map[*Box][]*Box, order []*Box) {
	next := make(map[*Box][]*Box)
	for _, l := range p.Lines {
		if l.From.Lane == l.To.Lane && l.From != l.To && l.Look().Relation != scene.Rivals { // of rivals none comes first
			next[l.From] = append(next[l.From], l.To)
		}
	}
	before = make(map[*Box][]*Box)
	const open, done = 1, 2
	state := make(map[*Box]int)
	var visit func(b *Box)
	visit = func(b *Box) {
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
	for _, b := range p.entries(boxes, next) {
		if state[b] == 0 {
			visit(b)
		}
	}
	slices.Reverse(order)
	return before, order
}

// entries puts first the boxes of a lane that no link of the lane leads to: a circle is then entered, and broken, where
// the theory enters it. Where every box is led to from its lane, those that links from other lanes lead to come first.
func (p *Plan) entries(boxes []*Box, next map[*Box][]*Box) []*Box {
	inside, outside := make(map[*Box]int), make(map[*Box]int)
	for _, l := range p.Lines {
		switch {
		case l.From.Lane == l.To.Lane && l.From != l.To:
			inside[l.To]++
		case l.From.Lane.Rank() < l.To.Lane.Rank():
			outside[l.To]++
		}
	}
	entries := slices.Clone(boxes)
	slices.SortStableFunc(entries, func(a, b *Box) int {
		return cmp.Or(cmp.Compare(min(inside[a], 1), min(inside[b], 1)), cmp.Compare(min(outside[b], 1), min(outside[a], 1)))
	})
	return entries
}

// longest is the number of ranks that the longest chain needs.
func longest(before map[*Box][]*Box, order []*Box) int {
	depth := make(map[*Box]int, len(order))
	most := 1
	for _, b := range order {
		for _, a := range before[b] {
			depth[b] = max(depth[b], depth[a]+1)
		}
		most = max(most, depth[b]+1)
	}
	return most
}
