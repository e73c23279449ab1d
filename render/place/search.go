package place

import (
	"math"

	"icamo/render/geometry"
)

// search looks for better ways for lines in rows, around obstacles.
type search struct {
	edges     []*edge
	obstacles []*node // that no line may hit
	tight     bool    // lines may squeeze between boxes

	marks [][]geometry.Rect // by edge: where the marks at its ends stand, which others are better not to cross
}

// newSearch is one for lines whose ends stay where they are.
func newSearch(edges []*edge, obstacles []*node) search {
	s := search{edges: edges, obstacles: obstacles, marks: make([][]geometry.Rect, len(edges))}
	for i, l := range edges {
		s.marks[i] = l.markAreas()
	}
	return s
}

// proposal is a way that a line could take, with what it costs whatever ways other lines take.
type proposal struct {
	geometry.Way
	hits int // of other boxes
	cost float64

	counted, weighed bool // hits and cost are known: most ways are put aside before that
}

func proposals(curves []geometry.Curve) []proposal {
	all := make([]proposal, len(curves))
	for i, c := range curves {
		all[i].Way = geometry.NewWay(c)
	}
	return all
}

// runThrough is how much worse it is to run through a box than too near to it.
const runThrough = 10

// propose weighs a way for a line by itself: how many other boxes it hits, and then its length and bends.
func (s *search) propose(l *edge, w geometry.Way) proposal {
	p := proposal{Way: w}
	s.count(l, &p)
	s.weigh(l, &p)
	return p
}

// count counts the boxes that a way hits.
func (s *search) count(l *edge, p *proposal) int {
	if p.counted {
		return p.hits
	}
	p.counted = true
	for _, b := range s.obstacles {
		if b.Looped && !l.actsOnLoop(b) && p.Way.Crosses(loopAt(b.at)) {
			p.hits++
		}
		if b != l.from && b != l.to && p.Way.Crosses(b.at.Grown(b.Clear())) {
			p.hits++
			if p.Way.Crosses(b.at) {
				p.hits += runThrough
			}
		}
	}
	return p.hits
}

// actsOnLoop says whether a line acts on a link from a box to itself, and so has to come there.
func (l *edge) actsOnLoop(b *node) bool { return l.step != nil && l.step.Loop() && l.step.from == b }

// weigh says what a way costs by itself.
func (s *search) weigh(l *edge, p *proposal) float64 {
	if p.weighed {
		return p.cost
	}
	p.weighed = true
	for _, b := range s.obstacles {
		if b == l.from || b == l.to {
			p.cost += grazing(p.Points, b.at)
		}
	}
	p.cost += geometry.Length(p.Points) + 25*geometry.Turning(p.Points)
	return p.cost
}

// choose gives a line the proposed way that costs least, if it is better than its present one by a point.
func (s *search) choose(l *edge, proposed ...[]proposal) {
	best := s.propose(l, l.Way)
	least := s.cost(l, &best, math.Inf(1))
	for _, some := range proposed {
		for i := range some {
			p := &some[i]
			enough := least - 1
			switch hits := s.count(l, p); {
			case hits > best.hits:
				continue
			case hits < best.hits:
				enough = math.Inf(1)
			}
			s.weigh(l, p)
			if cost := s.cost(l, p, enough); cost < enough {
				best, least = *p, cost
			}
		}
	}
	l.Way = best.Way
}

// cost weighs a way for a line among the others: what it costs by itself, and then crossings and nearness to other lines.
// It does not count on once that is enough.
func (s *search) cost(l *edge, p *proposal, enough float64) float64 {
	cost := p.cost
	reach := p.Bounds.Grown(closest)
	for i, other := range s.edges { // crossings first, as they cost most and are soonest counted
		if cost >= enough {
			return cost
		}
		if other == l || !p.Bounds.Meets(other.Bounds) {
			continue
		}
		cost += crossing * float64(p.Way.Crossings(&other.Way))
		if s.marks == nil {
			continue
		}
		for _, at := range s.marks[i] {
			if p.Way.Crosses(at) {
				cost += onMark
			}
		}
	}
	for _, other := range s.edges {
		if cost >= enough {
			return cost
		}
		if other != l && reach.Meets(other.Bounds) {
			cost += 3 * float64(l.nearness(&p.Way, other))
		}
	}
	return cost
}

// What it costs to cross another line, and a mark at its end.
const (
	crossing = 50
	onMark   = 40
)

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

// closest is how near a line may run beside another.
const closest = 5.0

// nearness counts the points of a way for a line that are too near to another line, but where the two meet at a box.
func (l *edge) nearness(w *geometry.Way, other *edge) int {
	return w.Near(&other.Way, closest, func(p geometry.Point) bool { return !l.meetsAt(other, p) })
}

// meetsAt says whether two lines share a box, and a point is near it.
func (l *edge) meetsAt(other *edge, p geometry.Point) bool {
	const near = 24
	for _, b := range [2]*node{l.from, l.to} {
		if (b == other.from || b == other.to) && b.at.Grown(near).Holds(p) {
			return true
		}
	}
	return false
}
