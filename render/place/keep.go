package place

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// Keep arranges a plan in which boxes keep their places, and lines their ways where nothing is new. Else what is new stands where there
// is room in its lane, near to what it is joined to, and lines are led around all boxes. Where lanes lie across the page and one is
// full, it gets one more rank, and what stands below moves down. It fails where a new box has no room, or a line none inside the figure.
func Keep(k *fit.Kept) (*Arrangement, error) {
	p := k.Plan
	r := newRouting(p, func(b *fit.Box) geometry.Rect { return k.Places[b] })
	placed := make(map[*node]bool)
	for _, n := range r.nodes {
		_, placed[n] = k.Places[n.Box]
	}
	for _, n := range r.nodes {
		if !placed[n] && !r.findRoom(k, n, placed) && (k.Columns || !r.makeRoom(k, n, placed)) {
			return nil, fmt.Errorf("there is no room in its lane for %q", n.Label())
		}
		placed[n] = true
	}
	asItWas := len(k.Places) == len(p.Boxes) && !k.Moved
	for _, e := range r.edges {
		_, from := k.Places[e.From]
		_, to := k.Places[e.To]
		was, known := k.Ways[e.Link.ID]
		switch kept := known && from && to && !k.ByHand[e.From] && !k.ByHand[e.To]; {
		case e.Loop() && !(kept && was.Whole): // it stands at a corner of its box
		case kept:
			e.Way = geometry.NewWay(led(was, e.to.at))
		default:
			e.Way = geometry.NewWay(r.chord(e))
			asItWas = false
		}
	}
	for _, e := range r.acting { // new boxes have found their ranks
		_, e.to.Rank = e.Ranks()
	}
	boxes := r.nodes
	r.nodes = slices.Concat(boxes, walls(k))
	if !asItWas {
		r.routeAround()
	}
	r.placeLoops(false)
	if !asItWas || !r.actAsBefore(k) {
		r.endOnSteps(false)
	}
	if !asItWas {
		r.separate()
	}
	r.nodes = boxes
	area := r.area()
	all := k.Area // it grows to the right and downwards alone, or all would move
	if right := area.X + area.W - all.X; right > all.W+inexact {
		all.W = right
	}
	if bottom := area.Y + area.H - all.Y; bottom > all.H+inexact {
		all.H = bottom
	}
	if k.Paper.Width > 0 {
		all.W = k.Area.W
	}
	free := all
	if k.Columns {
		free.Y, free.H = free.Y+fit.LaneTitle, free.H-fit.LaneTitle
	} else {
		free.X, free.W = free.X+fit.LaneTitle, free.W-fit.LaneTitle
	}
	const around = 2 // that extent has around lines
	if !free.Contains(r.extent().Grown(-around)) {
		return nil, errors.New("a line would leave the figure, or run through the title of a lane")
	}
	return &Arrangement{Area: all, Hits: r.hits(), boxes: r.places(), ways: r.ways(), rings: r.rings()}, nil
}

// inexact is more than what places in a file are off, in points.
const inexact = 0.05

// walls stand at the ends of each rank, so that lines are led through neither the titles of lanes nor the edge of a page.
func walls(k *fit.Kept) []*node {
	const thick = 300
	title := fit.LaneTitle + 1
	var walls []*node
	wall := func(rank int, at geometry.Rect) {
		walls = append(walls, &node{&fit.Box{Box: &scene.Box{}, W: at.W, H: at.H, Rank: rank}, at})
	}
	for rank, span := range k.Ranks {
		if k.Columns { // which may get longer
			wall(rank, geometry.Rect{X: span.From, Y: k.Area.Y + title + k.HeadingHigh() - thick, W: span.Size, H: thick})
			continue
		}
		wall(rank, geometry.Rect{X: k.Area.X + title - thick, Y: span.From, W: thick, H: span.Size})
		if k.Paper.Width > 0 {
			wall(rank, geometry.Rect{X: k.Area.X + k.Area.W, Y: span.From, W: thick, H: span.Size})
		}
	}
	return walls
}

// findRoom gives a new box the place in its lane that is nearest to what lines join it to, of those that are free.
func (r *routing) findRoom(k *fit.Kept, n *node, placed map[*node]bool) bool {
	const step = 2.0
	want, joined := k.Area.Centre(), 0.0
	for _, e := range r.edges {
		for _, pair := range [2][2]*node{{e.from, e.to}, {e.to, e.from}} {
			if pair[0] == n && pair[1] != n && placed[pair[1]] {
				c := pair[1].at.Centre()
				want = geometry.Point{X: (want.X*joined + c.X) / (joined + 1), Y: (want.Y*joined + c.Y) / (joined + 1)}
				joined++
			}
		}
	}
	if was, ok := k.Near[n.Box]; ok {
		want = was
	}
	best, least := geometry.Rect{}, math.Inf(1)
	for rank, span := range k.Ranks {
		if !k.Takes(n.Box, rank) {
			continue
		}
		across, far := k.Area.W, k.Area.X
		size := n.W
		if k.Columns {
			across, far, size = k.Area.H, k.Area.Y, n.H
		}
		end := far + across
		if k.Columns || k.Paper.Width == 0 {
			end += 150 * fit.Millimetre // the figure may get longer, not broader
		}
		for at := far + fit.LaneTitle + k.HeadingHigh() + fit.LaneEdge; at+size <= end-fit.LaneEdge; at += step {
			box := geometry.Rect{X: at, Y: span.From + (span.Size-n.H)/2, W: n.W, H: n.H}
			if k.Columns {
				box = geometry.Rect{X: span.From + (span.Size-n.W)/2, Y: at, W: n.W, H: n.H}
			}
			if slices.ContainsFunc(r.nodes, func(o *node) bool {
				return placed[o] && o.at.Grown(fit.TightGap+max(keeps(o.Box), keeps(n.Box))).Overlaps(box)
			}) {
				continue
			}
			cost := geometry.Distance(box.Centre(), want)
			if over := at + size - far - across; over > 0 {
				cost += 1000 + 10*over
			}
			if cost < least {
				best, least = box, cost
				n.Rank = rank
			}
		}
	}
	n.at = best
	return !math.IsInf(least, 1)
}

// makeRoom gives a new box the place in a rank of its own, as high as any box takes that is to stand in the lane yet.
func (r *routing) makeRoom(k *fit.Kept, n *node, placed map[*node]bool) bool {
	high := 0.0
	for _, other := range r.nodes {
		if !placed[other] && other.Lane == n.Lane {
			high = max(high, other.H)
		}
	}
	edge, by := k.Insert(slices.Index(k.Scene.Lanes(), n.Lane), high)
	for _, other := range r.nodes {
		if placed[other] && other.at.Y >= edge {
			other.at.Y += by
		}
	}
	return r.findRoom(k, n, placed)
}

// actAsBefore leads the lines that act on steps as they were led before. It says whether all could be.
func (r *routing) actAsBefore(k *fit.Kept) bool {
	for _, l := range r.acting {
		was := k.Ways[l.Link.ID]
		if !was.Whole || was.Ring == nil {
			return false
		}
		l.Way = geometry.NewWay(was.Way)
		l.to.at = geometry.Around(*was.Ring, 2*RingRadius, 2*RingRadius)
	}
	return true
}

// led is the way of a line to a box as it was before: all of it, or on from where its head began.
func led(was drawing.PlacedLine, to geometry.Rect) geometry.Curve {
	if was.Whole {
		return was.Way
	}
	return onwards(was.Way, to)
}

// onwards is a line that stops before a box, led on to it.
func onwards(c geometry.Curve, to geometry.Rect) geometry.Curve {
	const head, step, tiny = 14.0, 0.1, 0.05
	last := c[len(c)-1]
	for len(c) > 4 && geometry.Distance(c[len(c)-4], last) < tiny { // left by a head that was cut off where a piece had just begun
		c = c[:len(c)-3]
		last = c[len(c)-1]
	}
	end := geometry.Point{X: min(max(last.X, to.X), to.X+to.W), Y: min(max(last.Y, to.Y), to.Y+to.H)}
	dx, dy := geometry.Direction(c.Back(1), last)
	for far := 0.0; far < head; far += step {
		if p := (geometry.Point{X: last.X + far*dx, Y: last.Y + far*dy}); to.Holds(p) {
			end = to.Out(p)
			break
		}
	}
	return append(slices.Clone(c), geometry.Straight(last, end)[1:]...)
}

// chord is a line straight from one box to the other, side to facing side.
func (r *routing) chord(e *edge) geometry.Curve {
	from, to := e.from.at, e.to.at
	if !r.plan.Columns {
		from, to = from.Transposed(), to.Transposed()
	}
	start, end := geometry.Point{X: from.X + from.W, Y: from.Centre().Y}, geometry.Point{X: to.X, Y: to.Centre().Y}
	out := 0.0
	switch {
	case e.from.Rank > e.to.Rank:
		start.X -= from.W
		end.X += to.W
	case e.from.Rank == e.to.Rank:
		end.X += to.W
		out = 14 // in the gap beside both
		if !r.between(e) {
			start, end, out = geometry.Point{X: from.Centre().X, Y: from.Y + from.H}, geometry.Point{X: to.Centre().X, Y: to.Y}, 0
			if from.Y > to.Y {
				start.Y, end.Y = from.Y, to.Y+to.H
			}
		}
	}
	c := geometry.Straight(start, end)
	c[1].X, c[2].X = c[1].X+out, c[2].X+out
	if !r.plan.Columns {
		return c.Transposed()
	}
	return c
}

// between says whether a box stands between the two of a line in one rank.
func (r *routing) between(e *edge) bool {
	all := e.from.at.Union(e.to.at)
	return slices.ContainsFunc(r.nodes, func(n *node) bool { return n != e.from && n != e.to && n.at.Overlaps(all) })
}

// routeAround leads lines around all boxes, which stay where they are.
func (r *routing) routeAround() {
	defer r.inRows()()
	ways := r.ways()
	r.dock()
	r.spreadEnds(ways)
	if len(r.edges) <= mostRouted {
		r.improve(r.nodes)
		r.squeeze()
	}
	r.setEnds()
}

// squeeze leads the lines that still run through boxes between them, however near they stand.
func (r *routing) squeeze() {
	s := search{edges: r.edges, obstacles: r.nodes, tight: true}
	for _, l := range r.edges {
		if l.from == l.to || len(l.Curve) < 4 || r.hitCount(l, &l.Way) == 0 {
			continue
		}
		ways := s.direct(l, l.ports())
		if l.from.Rank != l.to.Rank {
			ways = append(ways, s.aisle(l, l.ports())...)
		}
		s.choose(l, proposals(ways))
	}
}
