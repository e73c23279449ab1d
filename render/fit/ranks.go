package fit

import (
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

// rankLane ranks one lane from p.Ranks on and gives the number of ranks it took: layers without boxes fall away.
func (p *Plan) rankLane(l *lane, most int) int {
	layers := max((len(l.order)+most-1)/most, l.longest)
	boxes := make([]int, layers) // by layer, how many
	l.layerLinked(boxes)
	l.layerAlone(boxes)
	ranks, n := make([]int, layers), 0
	for layer := range layers {
		if ranks[layer] = n; boxes[layer] > 0 {
			n++
		}
	}
	for _, b := range l.order {
		b.Rank = p.Ranks + ranks[b.layer]
	}
	return n
}

// layerLinked gives the boxes that lines join the layers of a lane: each after those that it comes after, and where it may stand in
// several, in the one that takes least.
func (l *lane) layerLinked(boxes []int) {
	layers := len(boxes)
	for _, b := range l.order {
		b.latest = layers - 1
	}
	for _, b := range slices.Backward(l.order) {
		for _, a := range b.before {
			a.latest = min(a.latest, b.latest-1)
		}
	}
	taken := make([]float64, layers) // by boxes, and by the lines that pass them
	for _, b := range l.order {
		if b.Alone {
			continue
		}
		earliest := 0
		for _, a := range b.before {
			earliest = max(earliest, a.layer+1)
		}
		b.layer = earliest
		for layer := earliest; layer <= min(max(b.latest, earliest), layers-1); layer++ {
			if taken[layer] < taken[b.layer] {
				b.layer = layer
			}
		}
		boxes[b.layer]++
		taken[b.layer] += b.W + 2*Clearance + TightGap
		if b.passes {
			for layer := b.layer + 1; layer < layers; layer++ {
				taken[layer] += 2*TightGap + 2
			}
		}
	}
}

// layerAlone fills the layers of a lane with the boxes that no line joins, as they are read: along each rank, and then the next.
func (l *lane) layerAlone(boxes []int) {
	layer, last := 0, len(boxes)-1
	even := (len(l.order) + last) / len(boxes)
	for _, b := range l.alone {
		for layer < last && boxes[layer] >= even {
			layer++
		}
		b.layer = layer
		boxes[layer]++
	}
}
