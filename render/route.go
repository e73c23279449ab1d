package render

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// mostRouted is the number of lines up to which routes are improved: the work grows with its square.
const mostRouted = 250

// route improves on the layout's lines, which wind more than they need to: each takes the smoothest way that hits no
// other box, crosses few lines, and runs beside none. Boxes that lines join stay where they are; those without lines
// make way. Then the ends that meet at a box are set apart.
func (f *figure) route() {
	if f.columns {
		f.transpose()
		defer f.transpose()
	}
	if len(f.lines) <= mostRouted {
		linked := slices.DeleteFunc(slices.Clone(f.boxes), func(b *box) bool { return b.loose })
		laid := f.ways()
		f.improve(linked)
		places := f.places()
		if possible, free := f.fitLoose(); !free {
			if possible {
				f.improve(f.boxes)
			}
			if !possible || f.hits() > 0 {
				for i, l := range f.lines {
					l.Way = laid[i]
				}
				for i, b := range f.boxes {
					b.at = places[i]
				}
				f.improve(f.boxes)
			}
		}
	}
	f.spreadEnds()
	if len(f.lines) <= mostRouted {
		f.polish()
	}
}

// polish irons out what setting ends apart has bent. Ends stay where they are.
func (f *figure) polish() {
	r := router{lines: f.lines, boxes: f.boxes}
	for _, l := range f.lines {
		if l.from != l.to && len(l.Curve) >= 4 {
			r.choose(l, r.proposals(l, ironed(l.Points)))
		}
	}
}

func (f *figure) ways() []geometry.Way {
	ways := make([]geometry.Way, len(f.lines))
	for i, l := range f.lines {
		ways[i] = l.Way
	}
	return ways
}

func (f *figure) places() []geometry.Rect {
	places := make([]geometry.Rect, len(f.boxes))
	for i, b := range f.boxes {
		places[i] = b.at
	}
	return places
}

// transpose turns columns into rows and back.
func (f *figure) transpose() {
	for _, b := range f.boxes {
		b.at.X, b.at.Y, b.at.W, b.at.H = b.at.Y, b.at.X, b.at.H, b.at.W
	}
	for _, l := range f.lines {
		c := make(geometry.Curve, len(l.Curve))
		for i, p := range l.Curve {
			c[i] = geometry.Point{X: p.Y, Y: p.X}
		}
		l.Way = geometry.NewWay(c)
	}
}

// fitLoose moves each box without lines along its rank to the nearest place that no line passes, or that few do. It says
// whether there was a place for each, and whether all came to stand free.
func (f *figure) fitLoose() (possible, free bool) {
	const step = 2.0
	var all geometry.Rect
	var placed, loose []*box
	for _, b := range f.boxes {
		all = all.Union(b.at)
		if b.loose {
			loose = append(loose, b)
		} else {
			placed = append(placed, b)
		}
	}
	possible, free = true, true
	for _, b := range loose {
		best, least := b.at, math.Inf(1)
		for x := all.X; x+b.at.W <= all.X+all.W+step; x += step {
			at := b.at
			at.X = x
			if slices.ContainsFunc(placed, func(p *box) bool { return p.at.Grown(tightGap + max(p.keeps(), b.keeps())).Overlaps(at) }) {
				continue
			}
			passing := 0
			for _, l := range f.lines {
				if l.Crosses(at.Grown(clearance + badgeTall/2)) {
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
func (f *figure) improve(boxes []*box) {
	r := router{lines: f.lines, boxes: boxes}
	direct := make([][]proposal, len(f.lines)) // they stay the same, as boxes do
	for round := range 2 {
		for i, l := range f.lines {
			if l.from == l.to || len(l.Curve) < 4 {
				continue
			}
			if round == 0 {
				direct[i] = r.proposals(l, r.direct(l))
			}
			r.choose(l, direct[i], r.proposals(l, ironed(l.Points)))
		}
	}
}

// hits counts the boxes that lines run through.
func (f *figure) hits() int {
	n := 0
	for _, l := range f.lines {
		n += f.hitCount(l, &l.Way)
	}
	return n
}

// router weighs ways for the lines of a figure in rows.
type router struct {
	lines []*line
	boxes []*box // that no line may hit
}

// proposal is a way that a line could take, with what it costs whatever ways other lines take.
type proposal struct {
	geometry.Way
	hits int // of other boxes
	cost float64
}

func (r *router) proposals(l *line, curves []geometry.Curve) []proposal {
	all := make([]proposal, len(curves))
	for i, c := range curves {
		all[i] = r.propose(l, geometry.NewWay(c))
	}
	return all
}

// runThrough is how much worse it is to run through a box than too near to it.
const runThrough = 10

// propose weighs a way for a line by itself: how many other boxes it hits, and then its length and bends.
func (r *router) propose(l *line, w geometry.Way) proposal {
	p := proposal{Way: w}
	for _, b := range r.boxes {
		if b == l.from || b == l.to {
			p.cost += grazing(w.Points, b.at)
		} else if w.Crosses(b.at.Grown(clearance)) {
			p.hits++
			if w.Crosses(b.at) {
				p.hits += runThrough
			}
		}
	}
	p.cost += geometry.Length(w.Points) + 25*geometry.Turning(w.Points)
	return p
}

// choose gives a line the proposed way that costs least, if it is better than its present one by a point.
func (r *router) choose(l *line, proposed ...[]proposal) {
	best := r.propose(l, l.Way)
	least := r.cost(l, &best, math.Inf(1))
	for _, some := range proposed {
		for i := range some {
			p := &some[i]
			enough := least - 1
			switch {
			case p.hits > best.hits:
				continue
			case p.hits < best.hits:
				enough = math.Inf(1)
			}
			if cost := r.cost(l, p, enough); cost < enough {
				best, least = *p, cost
			}
		}
	}
	l.Way = best.Way
}

// cost weighs a way for a line among the others: what it costs by itself, and then crossings and nearness to other lines.
// It does not count on once that is enough.
func (r *router) cost(l *line, p *proposal, enough float64) float64 {
	cost := p.cost
	reach := p.Bounds.Grown(closest)
	for _, other := range r.lines {
		if cost >= enough {
			break
		}
		if other == l || !reach.Meets(other.Bounds) {
			continue
		}
		cost += 3 * float64(l.nearness(&p.Way, other))
		crossing := 40.0
		if l.meets(other) {
			crossing = 15
		}
		cost += crossing * float64(p.Way.Crossings(&other.Way))
	}
	return cost
}

// grazing weighs how a line leaves or enters one of its own boxes: through it, or along its border.
func grazing(points []geometry.Point, at geometry.Rect) float64 {
	const inside, beside, tip = 30, 8, 9
	cost := 0.0
	inner, near := at.Grown(-1), at.Grown(4)
	for _, p := range points {
		switch {
		case inner.Holds(p):
			cost += inside
		case near.Holds(p) && geometry.Distance(p, points[0]) > tip && geometry.Distance(p, points[len(points)-1]) > tip:
			cost += beside
		}
	}
	return cost
}

func (l *line) meets(o *line) bool {
	return l.from == o.from || l.from == o.to || l.to == o.from || l.to == o.to
}

// closest is how near a line may run beside another.
const closest = 5.0

// nearness counts the points of a way for a line that are too near to another line, but where the two meet at a box.
func (l *line) nearness(w *geometry.Way, other *line) int {
	n := 0
	reach := other.Bounds.Grown(closest)
	for _, p := range w.Points {
		if reach.Holds(p) && !l.meetsAt(other, p) && other.Passes(p, closest) {
			n++
		}
	}
	return n
}

// meetsAt says whether two lines share a box, and a point is near it.
func (l *line) meetsAt(other *line, p geometry.Point) bool {
	const near = 24
	for _, b := range [2]*box{l.from, l.to} {
		if (b == other.from || b == other.to) && b.at.Grown(near).Holds(p) {
			return true
		}
	}
	return false
}
