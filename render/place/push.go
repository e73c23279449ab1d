package place

import (
	"math"

	"icamo/render/geometry"
)

// near is two strands with the beads of one that the other may push.
type near struct {
	a, b  *strand
	beads []nearBead // of a
	until float64    // none is pushed while the strands have not gone farther together
}

// nearBead is a bead of one strand with the beads of another that are near to it.
type nearBead struct {
	i, from, to int
	until       float64
}

// nearPairs are the strands of which one may come to push the other. The beads that it may push take the memory of those before.
func nearPairs(strands []*strand, beads *[]nearBead) []near {
	const reach = 9.0
	const most = 500_000 // beads: lines that are all on one another are not to be told apart
	var pairs []near
	all := (*beads)[:0]
	for _, a := range strands {
		if len(all) > most {
			return nil
		}
		for _, b := range strands {
			if a == b || !a.line.Bounds.Grown(reach).Meets(b.line.Bounds) {
				continue
			}
			around := b.line.Bounds.Grown(reach)
			first := len(all)
			for i, p := range a.was {
				if a.held[i] || !around.Holds(p) {
					continue
				}
				from, to := -1, -1
				for j := range b.within(reach+beadStep, p) {
					if from < 0 {
						from = j
					}
					to = j
				}
				if from >= 0 {
					all = append(all, nearBead{i: i, from: max(from, 1), to: to, until: -1})
				}
			}
			if len(all) > first {
				pairs = append(pairs, near{a, b, all[first:len(all):len(all)], -1})
			}
		}
	}
	*beads = all
	return pairs
}

// push moves beads away from lines that run beside them. It says whether there were any.
func push(pairs []near, strands []*strand) bool {
	any := false
	for _, s := range strands {
		clear(s.pushes)
		any = s.pushClear() || any
	}
	for k := range pairs {
		any = pairs[k].push() || any
	}
	for _, s := range strands {
		const most = 2.0
		for i, p := range s.pushes {
			if p == (geometry.Point{}) {
				continue
			}
			far := math.Hypot(p.X, p.Y)
			s.pushed = true
			p = geometry.Point{X: p.X * min(1, most/far), Y: p.Y * min(1, most/far)}
			s.by[i] = s.by[i].Plus(p)
		}
	}
	return any
}

// push adds to the pushes of one strand those that it gets from the other. It says whether there were any.
func (n *near) push() bool {
	gone := n.a.gone + n.b.gone
	if gone <= n.until {
		return false
	}
	any := false
	n.until = math.Inf(1)
	for k := range n.beads {
		bead := &n.beads[k]
		if gone > bead.until {
			bead.until = gone
			if far, ok := n.pushBead(bead); ok {
				bead.until, any = -1, true
			} else {
				bead.until += far
			}
		}
		n.until = min(n.until, bead.until)
	}
	return any
}

// pushBead adds the push that a bead gets. Where it gets none, it says how far the strands can go before it may.
func (n *near) pushBead(bead *nearBead) (far float64, pushed bool) {
	p := n.a.at(bead.i)
	least, nearest := math.Inf(1), 0
	var q geometry.Point
	last := n.b.at(bead.from - 1)
	for j := bead.from; j <= bead.to; j++ {
		here := n.b.at(j)
		if c := geometry.Nearest(p, last, here); square(c.Minus(p)) < least {
			least, nearest, q = square(c.Minus(p)), j, c
		}
		last = here
	}
	least = math.Sqrt(least)
	want := (n.a.wide+n.b.wide)/2 + white
	const enough, parallel = 0.15, 0.8
	if least > want-enough {
		const inexact = 1e-6
		return max(0, least-(want-enough)-inexact), false
	}
	ax, ay := n.a.direction(bead.i)
	bx, by := n.b.direction(nearest)
	if math.Abs(ax*bx+ay*by) < parallel {
		return 0, false // they cross
	}
	dx, dy := -by, bx
	if least > 0.05 {
		dx, dy = geometry.Direction(q, p)
	}
	much := (want - least) / 2
	if n.b.held[nearest] {
		much *= 2
	}
	at := &n.a.pushes[bead.i]
	at.X, at.Y = at.X+dx*much, at.Y+dy*much
	return 0, true
}

func square(p geometry.Point) float64 { return p.X*p.X + p.Y*p.Y }
