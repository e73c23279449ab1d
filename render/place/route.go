package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// mostRouted is the number of lines up to which routes are improved: the work grows with its square.
const mostRouted = 250

// route improves on the layout's lines, which bend more than they need to: each takes the smoothest way that hits no
// other box, crosses few lines, and runs beside none. Boxes that lines join stay where they are; those without lines
// make way. Then the ends that meet at a box are set apart.
func (r *routing) route() {
	defer r.inRows()()
	ways := r.ways()
	r.dock()
	r.act(false)
	r.spreadEnds(append(ways[:len(r.edges)], r.ways()[len(r.edges):]...))
	if len(r.edges) <= mostRouted {
		linked := slices.DeleteFunc(slices.Clone(r.nodes), func(b *node) bool { return b.Alone })
		laid := r.ways()
		r.improve(linked)
		places := r.places()
		if possible, free := r.placeAlone(); !free {
			if possible {
				r.improve(r.nodes)
			}
			if !possible || r.hits() > 0 {
				for i, l := range r.edges {
					l.Way = laid[i]
				}
				for i, b := range r.nodes {
					b.at = places[i]
				}
				r.improve(r.nodes)
			}
		}
	}
	r.placeLoops(r.plan.Columns)
	r.act(false)
	r.setEnds()
}

// setEnds sets the ends that meet at a box apart, straightens what that has bent, and has ends come to borders
// at a right angle where they would touch. Lines are in rows.
func (r *routing) setEnds() {
	r.spreadEnds(r.ways())
	if len(r.edges) <= mostRouted {
		r.polish()
		r.spreadEnds(r.ways())
		r.squeeze()
	}
	r.upright()
}

// polish straightens what setting ends apart has bent. Ends stay where they are.
func (r *routing) polish() {
	s := newSearch(r.edges, r.nodes)
	for _, l := range r.edges {
		if l.from != l.to && len(l.Curve) >= 4 {
			s.choose(l, proposals(straightened(l.Points)), proposals(s.direct(l, l.ports())))
		}
	}
}

// placeAlone moves each box without lines along its rank to the nearest place that no line passes, or that few do. It says
// whether there was a place for each, and whether all came to stand free.
func (r *routing) placeAlone() (possible, free bool) {
	const step = 2.0
	var all geometry.Rect
	var placed, alone []*node
	for _, b := range r.nodes {
		all = all.Union(b.at)
		if b.Alone {
			alone = append(alone, b)
		} else {
			placed = append(placed, b)
		}
	}
	possible, free = true, true
	for _, b := range alone {
		best, least := b.at, math.Inf(1)
		for x := all.X; x+b.at.W <= all.X+all.W+step; x += step {
			at := b.at
			at.X = x
			if slices.ContainsFunc(placed, func(p *node) bool { return p.at.Grown(fit.TightGap + max(keeps(p.Box), keeps(b.Box))).Overlaps(at) }) {
				continue
			}
			passing := 0
			for _, l := range r.edges {
				if l.Crosses(at.Grown(fit.Clearance + fit.BadgeHeight/2)) {
					passing++
				}
			}
			if cost := float64(passing)*all.W + math.Abs(x-b.at.X); cost < least {
				best, least = at, cost
			}
		}
		b.at = best
		placed = append(placed, b)
		possible = possible && !math.IsInf(least, 1)
		free = free && least < all.W
	}
	return possible, free
}

// improve finds better ways for all lines, around the given boxes.
func (r *routing) improve(obstacles []*node) {
	s := newSearch(r.edges, obstacles)
	direct := make([][]proposal, len(r.edges)) // they stay the same, as boxes do
	for round := range 2 {
		for i, l := range r.edges {
			if l.from == l.to || len(l.Curve) < 4 {
				continue
			}
			if round == 0 {
				direct[i] = proposals(append(s.direct(l, l.ports()), s.beside(l)...))
			}
			s.choose(l, direct[i], proposals(straightened(l.Points)))
		}
	}
}

// hits counts the boxes that lines run through.
func (r *routing) hits() int {
	n := 0
	for _, l := range slices.Concat(r.edges, r.acting) {
		n += r.hitCount(l, &l.Way)
	}
	return n
}

// hitCount counts the boxes that a way for a line runs through, its own not among them.
func (r *routing) hitCount(l *edge, w *geometry.Way) int {
	n := 0
	for _, b := range r.nodes {
		if b != l.from && b != l.to && w.Crosses(b.at) {
			n++
		}
	}
	return n
}
