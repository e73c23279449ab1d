package place

import (
	"iter"
	"math"
	"slices"

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
