package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// RingRadius is that of the ring on a line at which another ends that acts on its step.
const RingRadius = 2.3

// ringShares are where on a line rings may stand, as shares of its length, best first.
var ringShares = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8}

// endOnSteps leads the lines that act on steps to the ways that those have come to take.
func (r *routing) endOnSteps(keptEnds bool) {
	defer r.inRows()()
	r.act(keptEnds)
}

// act leads each line that acts on a step from its box to a place on the line of the step, where both can be seen well. Kept ends
// at boxes stay where they are. Lines are in rows.
func (r *routing) act(keptEnds bool) {
	s := search{edges: slices.Concat(r.edges, r.acting), obstacles: r.nodes}
	all := r.boxes()
	for _, l := range r.edges {
		all = all.Union(l.Bounds)
	}
	for _, l := range r.acting {
		if len(l.step.Curve) < 4 {
			continue // it is yet to be placed
		}
		var best geometry.Way
		var next proposal // most are put aside: the next takes the memory of the last that was
		var at geometry.Rect
		least := math.Inf(1)
		for _, share := range ringShares {
			centre := geometry.Along(l.step.Points, share)
			l.to.at = geometry.Around(centre, 2*RingRadius, 2*RingRadius)
			place := 20*math.Abs(share-0.5) + r.ringCost(l, centre)
			if place+l.from.at.Far(centre)-RingRadius >= least {
				continue // whatever way leads there
			}
			ahead := geometry.Along(l.step.Points, share+0.02)
			for _, c := range s.towards(l, ahead, keptEnds && len(l.Curve) >= 4) {
				straight := geometry.Distance(c[0], centre) - RingRadius
				if place+straight >= least {
					continue
				}
				next = proposal{Way: next.Way}
				next.Follow(c.Cut(RingRadius))
				const hit, each = 1000, 5
				wider := all.Union(next.Bounds)
				across := wider.W - all.W
				if r.plan.Columns {
					across = wider.H - all.H
				}
				cost := place + hit*float64(s.count(l, &next)) + each*across + slanting(next.Curve, centre, ahead) + l.tooShort(&next.Way)
				if cost+straight >= least || cost+s.weigh(l, &next) >= least {
					continue
				}
				among := s.cost(l, &next, least-cost)
				if cost+among >= least {
					continue
				}
				cost += r.headCost(l, &next.Way) + r.alongCost(l, &next.Way)
				if cost += among; cost < least {
					best, next, at, least = next.Way, proposal{Way: best}, l.to.at, cost
				}
			}
		}
		l.Way, l.to.at = best, at
	}
}
