package fit

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"icamo/theory"
)

// ordering is the boxes of a plan in layers, one a rank, with a point in each rank that a line passes: the order within the layers
// decides how often lines cross (Sugiyama, Tagawa & Toda 1981).
type ordering struct {
	layers [][]int // things by rank, in order
	at     []int   // the place of a thing in its layer
	before [][]int // the things in the rank before it that lines lead from, with one entry a line
	after  [][]int
	inside [][][2]int // by rank, the ends of lines that run inside it
	boxes  int        // things that are boxes: the first ones

	sums [][2]int // of the lines before and after the first so many things of the rank that is looked at
}

func newOrdering(p *Plan) *ordering {
	o := &ordering{layers: make([][]int, p.Ranks), inside: make([][][2]int, p.Ranks), boxes: len(p.Boxes)}
	number := make(map[*Box]int, len(p.Boxes))
	for i, b := range p.Boxes {
		number[b] = i
		o.add(b.Rank)
	}
	passes := make(map[*Line][]int) // what lines on which others act pass, from their lower rank on
	for _, l := range p.Lines {
		if way := o.line(number[l.From], l.From.Rank, number[l.To], l.To.Rank); l.Acted {
			passes[l] = way
		}
	}
	for _, l := range p.OnSteps {
		from, to := l.Ranks()
		way := passes[l.Onto]
		o.line(number[l.From], from, way[max(0, min(len(way)-1, to-min(l.Onto.From.Rank, l.Onto.To.Rank)))], to)
	}
	return o
}

// line joins two things in some ranks, by points in the ranks between them, and gives all of these in order.
func (o *ordering) line(a, from, b, to int) []int {
	if from > to {
		a, from, b, to = b, to, a, from
	}
	way := []int{a}
	switch {
	case a == b:
	case from == to:
		o.inside[from] = append(o.inside[from], [2]int{a, b})
	default:
		for rank := from + 1; rank < to; rank++ {
			point := o.add(rank)
			o.join(way[len(way)-1], point)
			way = append(way, point)
		}
		o.join(way[len(way)-1], b)
	}
	return append(way, b)
}

// add puts a thing at the end of a rank, and gives its number.
func (o *ordering) add(rank int) int {
	n := len(o.at)
	o.at = append(o.at, len(o.layers[rank]))
	o.layers[rank] = append(o.layers[rank], n)
	o.before, o.after = append(o.before, nil), append(o.after, nil)
	return n
}

func (o *ordering) join(a, b int) {
	o.after[a], o.before[b] = append(o.after[a], b), append(o.before[b], a)
}

// crossings counts the pairs of lines that cross.
func (o *ordering) crossings() int {
	n := 0
	for rank := range o.layers {
		n += o.between(rank) + o.within(rank)
	}
	return n
}

// between counts the crossings between a layer and the next, by the places that are out of order (Barth, Jünger & Mutzel 2002).
func (o *ordering) between(rank int) int {
	if rank+1 >= len(o.layers) {
		return 0
	}
	size := 1
	for size < len(o.layers[rank+1]) {
		size *= 2
	}
	ends := make([]int, 2*size) // of the lines so far, in a tree of sums
	n := 0
	for _, a := range o.layers[rank] {
		for _, b := range o.after[a] {
			for i := o.at[b] + size; i > 1; i /= 2 {
				if i%2 == 0 {
					n += ends[i+1]
				}
			}
		}
		for _, b := range o.after[a] {
			for i := o.at[b] + size; i >= 1; i /= 2 {
				ends[i]++
			}
		}
	}
	return n
}

// within counts the crossings of the lines inside a rank with those of the boxes that they pass, on the side with fewer.
func (o *ordering) within(rank int) int {
	if len(o.inside[rank]) == 0 {
		return 0
	}
	layer := o.layers[rank]
	o.sums = append(o.sums[:0], [2]int{})
	for i := range layer {
		o.sums = append(o.sums, [2]int{})
		o.sum(layer, i)
	}
	return o.passed(rank)
}

// sum adds the lines of the thing at a place to those of the things before it.
func (o *ordering) sum(layer []int, i int) {
	t, so := layer[i], o.sums[i]
	o.sums[i+1] = [2]int{so[0] + len(o.before[t]), so[1] + len(o.after[t])}
}

// passed is within, where the sums are those of the rank.
func (o *ordering) passed(rank int) int {
	n, sums := 0, o.sums
	for _, ends := range o.inside[rank] {
		first, last := min(o.at[ends[0]], o.at[ends[1]]), max(o.at[ends[0]], o.at[ends[1]])
		n += min(sums[last][0]-sums[first+1][0], sums[last][1]-sums[first+1][1])
	}
	return n
}

// sweep orders each layer by where the lines of its things come from, or lead to, on average.
func (o *ordering) sweep(down bool) {
	mean := make([]float64, len(o.at))
	for i := range o.layers {
		rank, joined := i, o.before
		if !down {
			rank, joined = len(o.layers)-1-i, o.after
		}
		for _, t := range o.layers[rank] {
			mean[t] = float64(o.at[t])
			if len(joined[t]) > 0 {
				total := 0
				for _, j := range joined[t] {
					total += o.at[j]
				}
				mean[t] = float64(total) / float64(len(joined[t]))
			}
		}
		slices.SortStableFunc(o.layers[rank], func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
		o.number(rank)
	}
}

func (o *ordering) number(rank int) {
	for i, t := range o.layers[rank] {
		o.at[t] = i
	}
}

// sift moves each thing of a layer to the place where its lines cross fewest (Rudell 1993), and gives how many crossings that saves.
func (o *ordering) sift(rank int) int {
	layer := o.layers[rank]
	saved := 0
	for _, t := range slices.Clone(layer) {
		from := o.at[t]
		for i := from; i > 0; i-- {
			o.swap(layer, i-1)
		}
		was := o.within(rank)
		best, at, change, inside := 0, 0, 0, was
		start := 0 // the change at the place where it was
		for i := 0; ; i++ {
			total := change + inside - was
			if i == from {
				start = total
			}
			if total < best {
				best, at = total, i
			}
			if i == len(layer)-1 {
				break
			}
			change += o.exchanged(t, layer[i+1])
			if o.swap(layer, i); len(o.inside[rank]) > 0 {
				o.sum(layer, i)
				inside = o.passed(rank)
			}
		}
		if best == start {
			at = from
		}
		for i := len(layer) - 1; i > at; i-- {
			o.swap(layer, i-1)
		}
		saved += start - best
	}
	return saved
}

// swap changes a place of a layer for the next.
func (o *ordering) swap(layer []int, i int) {
	layer[i], layer[i+1] = layer[i+1], layer[i]
	o.at[layer[i]], o.at[layer[i+1]] = i, i+1
}

// exchanged is how many more crossings lines to other ranks have when a thing comes after the next one.
func (o *ordering) exchanged(a, b int) int {
	return o.outOfOrder(o.before[b], o.before[a]) - o.outOfOrder(o.before[a], o.before[b]) +
		o.outOfOrder(o.after[b], o.after[a]) - o.outOfOrder(o.after[a], o.after[b])
}

// outOfOrder counts the pairs of which the first is after the second.
func (o *ordering) outOfOrder(first, second []int) int {
	n := 0
	for _, a := range first {
		for _, b := range second {
			if o.at[a] > o.at[b] {
				n++
			}
		}
	}
	return n
}

// minimise looks for the order with fewest crossings, from several starts.
func (o *ordering) minimise(starts int) {
	random := rand.New(rand.NewPCG(1, 2))
	best, order := o.crossings(), o.order()
	for start := range starts {
		if start > 0 {
			for rank, layer := range o.layers {
				random.Shuffle(len(layer), func(i, j int) { layer[i], layer[j] = layer[j], layer[i] })
				o.number(rank)
			}
		}
		for i := range 6 {
			o.sweep((i+start)%2 == 0)
		}
		for range 12 {
			saved := 0
			for rank := range o.layers {
				saved += o.sift(rank)
			}
			if saved == 0 {
				break
			}
		}
		if n := o.crossings(); n < best {
			best, order = n, o.order()
		}
	}
	for rank := range order {
		copy(o.layers[rank], order[rank])
		o.number(rank)
	}
}

func (o *ordering) order() [][]int {
	layers := make([][]int, len(o.layers))
	for i, l := range o.layers {
		layers[i] = slices.Clone(l)
	}
	return layers
}

// partsInOrder has parts that share no line stand one after the other, in the order of their first boxes in the theory.
func (o *ordering) partsInOrder(p *Plan) {
	first := make([]int, len(o.at)) // where the first box of a thing's part stands in its lane
	lanes := make(map[theory.Kind]int)
	for i, b := range p.Boxes {
		first[i] = lanes[b.Lane]
		lanes[b.Lane]++
	}
	for i := o.boxes; i < len(first); i++ {
		first[i] = len(p.Boxes)
	}
	for changed := true; changed; {
		changed = false
		join := func(a, b int) {
			if first[a] != first[b] {
				first[a], first[b] = min(first[a], first[b]), min(first[a], first[b])
				changed = true
			}
		}
		for a, joined := range o.after {
			for _, b := range joined {
				join(a, b)
			}
		}
		for _, rank := range o.inside {
			for _, ends := range rank {
				join(ends[0], ends[1])
			}
		}
	}
	for rank, layer := range o.layers {
		slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(first[a], first[b]) })
		o.number(rank)
	}
}

// SetOrder gives the boxes of each rank the order in which their lines cross least, as far as it is found in a short time.
func (p *Plan) SetOrder() {
	const work, most = 300, 12 // lines times starts
	o := newOrdering(p)
	o.minimise(min(most, 2+work/max(1, len(p.Lines))))
	o.partsInOrder(p)
	p.Order = make([][]*Box, p.Ranks)
	for rank, layer := range o.layers {
		for _, t := range layer {
			if t < o.boxes {
				p.Order[rank] = append(p.Order[rank], p.Boxes[t])
			}
		}
	}
}
