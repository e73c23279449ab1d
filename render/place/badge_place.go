package place

import (
	"math"
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
)

// taken is where boxes, badges, titles and lines stand, which badges are not to hide.
type taken struct {
	face  *drawing.Face
	boxes []*Box
	lines []*Line
	signs []geometry.Rect
	ends  []mark
}

func newTaken(f *Placed) *taken {
	s := &taken{face: f.plan.Paper.Face, boxes: f.ShownBoxes(), lines: f.ShownLines()}
	for _, l := range f.Lanes {
		s.take(l.TitleAt(f.plan.Paper.Face))
	}
	for _, l := range s.lines {
		head, tail := l.endMarks()
		s.ends = slices.Concat(s.ends, head, tail)
		if l.Onto != nil {
			s.ends = append(s.ends, newMark(l.Ring.Polygon()))
		}
	}
	return s
}

func (s *taken) take(at geometry.Rect) { s.signs = append(s.signs, at) }

// onBorder finds the place on the upper or lower border of a box where least is hidden: from a start on, in one direction. Where nothing
// is hidden, hidden is less than 1.
func (s *taken) onBorder(b *Box, width, start, direction float64, first order) (best geometry.Rect, hidden float64) {
	const step, deeper, onLabel, asNext, inexact = 1.0, 0.03, 5, 0.9, 1e-9
	least := math.Inf(1)
	for i, border := range first.borders(b) {
		other := float64(i) * touches / 2
		for far := 0.0; far <= b.At.W && far/1e4 < least; far += step { // until nothing farther off can be better
			x := start + direction*far
			if x < -fit.BadgeHeight/2 || x > b.At.W-width+fit.BadgeHeight/2 {
				continue
			}
			for _, into := range border.into {
				at := geometry.Rect{X: b.At.X + x, Y: border.y - fit.BadgeHeight/2 + into, W: width, H: fit.BadgeHeight}
				cost := s.hides(at) + other + far/1e4 + into*deeper
				if into > 0 && s.onLabel(b, at) {
					cost += onLabel
				}
				if border.nextBelow && s.nextBelow(b, at) {
					cost += asNext
				}
				if cost < least-inexact {
					best, least = at, cost
				}
			}
		}
		if least < touches || first == above && least < 1 {
			break
		}
	}
	if math.IsInf(least, 1) { // it is wider than its box
		best = geometry.Rect{X: b.At.X + start, Y: first.borders(b)[0].y - fit.BadgeHeight/2, W: width, H: fit.BadgeHeight}
	}
	return best, least
}

// badgeBorder is a border on which badges may stand.
type badgeBorder struct {
	y         float64
	into      []float64 // how far into the box they may stand there
	nextBelow bool      // they may be taken for those of the next box below
}

// order is which of the borders is tried first.
type order bool

const (
	above order = false
	below order = true
)

// borders are those of a box in their order. What stands above is not set below because a line touches it, but may stand somewhat lower,
// into the box: below it would be near the next box.
func (o order) borders(b *Box) [2]badgeBorder {
	upper, lower := b.At.Y, b.At.Y+b.At.H
	if o == below {
		return [2]badgeBorder{{y: lower, into: []float64{0}}, {y: upper, into: []float64{0}}}
	}
	return [2]badgeBorder{{y: upper, into: []float64{0, 1.5, 3}}, {y: lower, into: []float64{0}, nextBelow: true}}
}

// onLabel says whether a badge would stand on the label of its box.
func (s *taken) onLabel(b *Box, at geometry.Rect) bool {
	label, former := b.TextAt()
	return slices.ContainsFunc(slices.Concat(label, former), func(t fit.Text) bool {
		return at.Overlaps(geometry.Rect{X: t.X, Y: t.Y - 0.75*fit.TextSize, W: s.face.Width(t.String, fit.TextSize, false), H: 0.95 * fit.TextSize})
	})
}

// nextBelow says whether another box stands so near below a badge that it may be taken for that's.
func (s *taken) nextBelow(b *Box, at geometry.Rect) bool {
	const near = 8.0
	at.H += near
	return slices.ContainsFunc(s.boxes, func(o *Box) bool { return o != b && o.At.Overlaps(at) })
}

// touches is what it weighs that a line touches a badge, of what it does that the line runs behind it.
const touches = 0.4

// hides weighs what a badge would hide: another badge is worse than an end of a line, and that is worse than a line.
func (s *taken) hides(at geometry.Rect) (n float64) {
	const end, sign, white = 2, 5, 0.4
	room := at.Grown(0.1)
	for _, l := range s.lines {
		switch {
		case l.Crosses(room):
			n++
		case l.Crosses(at.Grown(l.half() + white)):
			n += touches
		}
	}
	for _, m := range s.ends {
		if m.on(room) {
			n += end
		}
	}
	for _, other := range s.signs {
		if other.Overlaps(at) {
			n += sign
		}
	}
	return n
}
