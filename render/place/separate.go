package place

import (
	"iter"
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

const (
	beadStep = 4.0 // between the beads of a line
	white    = 2.4 // wanted between lines that run side by side
	headHeld = 4.0 // of a line before its head, which stays where it is with it
	tailHeld = 3.0 // and of its start
)

// strand is a line as a string of beads, which can be moved sideways.
type strand struct {
	line *edge
	was  []geometry.Point
	by   []geometry.Point // how far each was moved
	held []bool
	wide float64
	off  []geometry.Rect // boxes that it may come to, with what it keeps clear of them

	marks []endMark // at its own ends
	clear []clearOf // marks of other lines that it may come to

	pushes []geometry.Point // of a round, bead by bead
	before []geometry.Point // what by was when the round began
	pushed bool             // in some round: else all beads are where they were
	gone   float64          // no bead went farther in all rounds together

	movable, threaded bool // it may be moved; it takes another way than it did
}

func newStrand(l *edge, movable bool) *strand {
	s := &strand{line: l, movable: movable}
	s.thread(l.Points)
	s.threaded, s.wide = false, l.width()
	s.marks = l.endMarks()
	return s
}

// width is that of the line in the figure of the layout in which it is widest.
func (l *edge) width() float64 {
	width := 0.0
	for _, look := range l.Looks() {
		width = max(width, fit.Width(look))
	}
	return width
}

// thread puts beads along points.
func (s *strand) thread(points []geometry.Point) {
	n := max(2, int(math.Ceil(geometry.Length(points)/beadStep)))
	s.was, s.by, s.held, s.threaded = geometry.Evenly(points, n), make([]geometry.Point, n+1), make([]bool, n+1), true
	for i, p := range s.was {
		s.held[i] = !s.movable || i == 0 || i == n || geometry.Distance(p, s.was[0]) < tailHeld || geometry.Distance(p, s.was[n]) < s.line.headLong()+headHeld
	}
}

func (s *strand) at(i int) geometry.Point { return s.was[i].Plus(s.by[i]) }

// within are the beads that lay no farther from a point than a reach. Two that follow each other are no farther apart than a step, so
// that those far away are passed several at a time.
func (s *strand) within(reach float64, p geometry.Point) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < len(s.was); {
			d := geometry.Distance(p, s.was[i])
			if d > reach {
				i += max(1, int((d-reach)/beadStep))
				continue
			}
			if !yield(i) {
				return
			}
			i++
		}
	}
}

// direction is that in which the line runs at a bead.
func (s *strand) direction(i int) (dx, dy float64) {
	return geometry.Direction(s.at(max(i-1, 0)), s.at(min(i+1, len(s.was)-1)))
}

// keepOff has the strand keep off the boxes that it may come to.
func (s *strand) keepOff(boxes []*node) {
	const reach = 30.0 // farther than it is ever moved
	around := geometry.Bounds(s.was).Grown(reach)
	for _, b := range boxes {
		if !b.at.Meets(around) {
			continue
		}
		clear := b.Clear()
		if b == s.line.from || b == s.line.to {
			clear = 1
		}
		s.off = append(s.off, b.at.Grown(clear))
	}
}

// mostBeads is the number of beads up to which lines are moved: figures with more are read by part.
const mostBeads = 50_000

func beads(strands []*strand) int {
	n := 0
	for _, s := range strands {
		n += len(s.was)
	}
	return n
}

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

// separate moves lines apart that run so close that they look like one, and then those that act on them. It gives the lines that
// are still crowded.
func (r *routing) separate() []*fit.Line {
	const rounds = 3 // lines that ran on each other may cross where they are apart
	var beads []nearBead
	for range rounds {
		if !r.separateFrom(r.edges, nil, &beads) {
			break
		}
	}
	r.untangled()
	r.endOnSteps(true)
	r.separateFrom(r.acting, r.edges, &beads)
	return r.mend()
}

// untangled has lines that were moved across one another twice change places there.
func (r *routing) untangled() {
	strands := newStrands(r.edges, nil)
	if beads(strands) > mostBeads {
		return
	}
	if swapped := untangle(strands); len(swapped) > 0 {
		r.take(strands, swapped)
	}
}

// newStrands are the lines that can be moved, and others that stay.
func newStrands(movable, others []*edge) []*strand {
	var strands []*strand
	for i, l := range slices.Concat(movable, others) {
		if len(l.Curve) >= 4 && !l.Loop() {
			strands = append(strands, newStrand(l, i < len(movable)))
		}
	}
	return strands
}

// separateFrom moves lines apart, and away from others that stay. Their ends stay where they are, and they come no nearer to boxes
// than they may. It says whether any has another way now. Beads that may be pushed take the memory of those before.
func (r *routing) separateFrom(movable, others []*edge, memory *[]nearBead) bool {
	strands := newStrands(movable, others)
	if beads(strands) > mostBeads {
		return false
	}
	swapped := untangle(strands)
	pairs := nearPairs(strands, memory)
	for _, s := range strands {
		if s.movable {
			s.keepOff(r.nodes)
			s.keepClear(strands)
		}
		s.pushes, s.before = make([]geometry.Point, len(s.was)), make([]geometry.Point, len(s.was))
	}
	const rounds, still = 40, 0.05 // points
	for range rounds {
		moved := 0.0
		if push(pairs, strands) {
			for _, s := range strands {
				moved = max(moved, s.settle())
			}
		}
		if moved < still {
			break
		}
	}
	return r.take(strands, swapped)
}

// take gives lines the ways of their strands, but for those that would then hit a box; those that have changed places with such a
// one keep theirs too. It says whether there were any.
func (r *routing) take(strands []*strand, swapped map[*strand][]*strand) bool {
	ways := make(map[*strand]geometry.Way)
	for _, s := range strands {
		if w, ok := s.way(); ok {
			ways[s] = w
		}
	}
	var keep func(s *strand)
	keep = func(s *strand) {
		if _, ok := ways[s]; ok {
			delete(ways, s)
			for _, o := range swapped[s] {
				keep(o)
			}
		}
	}
	for _, s := range strands {
		if w, ok := ways[s]; ok && r.hitCount(s.line, &w) > r.hitCount(s.line, &s.line.Way) {
			keep(s)
		}
	}
	for _, s := range strands {
		if w, ok := ways[s]; ok {
			s.line.Way = w
		}
	}
	return len(ways) > 0
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

// settle has beads follow their neighbours, and keeps them off boxes. It gives how far the farthest came in the round.
func (s *strand) settle() (moved float64) {
	if !s.pushed {
		return 0
	}
	by := s.pushes // which have been made
	copy(by, s.by)
	for i := range by {
		if s.held[i] {
			s.by[i] = geometry.Point{}
			continue
		}
		s.by[i] = geometry.Mix(by[i], geometry.Mix(by[i-1], by[i+1], 0.5), 0.5)
		if s.by[i] == (geometry.Point{}) {
			continue
		}
		p := s.at(i)
		for _, around := range s.off {
			if around.Holds(p) && s.by[i] != (geometry.Point{}) {
				if !around.Holds(s.was[i]) {
					s.by[i] = around.Out(p).Minus(s.was[i])
				} else {
					s.by[i] = geometry.Point{}
				}
			}
		}
	}
	for i, at := range s.by {
		if at != s.before[i] {
			moved = max(moved, geometry.Distance(at, s.before[i]))
		}
	}
	copy(s.before, s.by)
	s.gone += moved
	return moved
}

// way is the line's way with the beads where they are now; not ok where none was moved.
func (s *strand) way() (geometry.Way, bool) {
	moved := s.threaded
	points := make([]geometry.Point, len(s.was))
	for i := range s.was {
		points[i] = s.at(i)
		moved = moved || math.Hypot(s.by[i].X, s.by[i].Y) > 0.1
	}
	if !moved {
		return geometry.Way{}, false
	}
	return geometry.NewWay(geometry.Smooth(geometry.Simplified(points, 0.3))), true
}
