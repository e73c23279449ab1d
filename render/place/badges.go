package place

import (
	"slices"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// placeBadges sets each box's badges, and the mark of its change, on its border where they hide nothing: the badges as far
// to the right as can be, the mark to the left, above rather than below.
func (f *Placed) placeBadges() {
	face := f.plan.Paper.Face
	s := newTaken(f)
	for _, b := range f.ShownBoxes() {
		widths := make([]float64, len(b.Badges))
		total := 0.0
		for i, badge := range b.Badges {
			widths[i] = fit.BadgeWidth(face, badge.Text)
			total += widths[i]
		}
		switch {
		case b.Listed:
			b.list(widths, f.plan.Tags(b.Box, b.Content))
		case total > 0:
			at, _ := s.onBorder(b, total, b.At.W-2-total, -1, above)
			s.take(at)
			for i, badge := range b.Badges {
				b.BadgeSigns = append(b.BadgeSigns, Sign{badge.Text, geometry.Rect{X: at.X, Y: at.Y, W: widths[i], H: fit.BadgeHeight}})
				at.X += widths[i]
			}
		}
		if tags := f.plan.Tags(b.Box, b.Content); len(tags) > 0 && !b.Listed {
			b.TagSigns = s.tags(b, tags)
		}
		if b.Mark != scene.Unmarked {
			at, _ := s.onBorder(b, fit.BadgeHeight, -fit.BadgeHeight/2, 1, above)
			s.take(at)
			b.MarkSign = &Sign{string(b.Mark), at}
		}
	}
}

// list puts badges and tags behind the label of a box in a list.
func (b *Box) list(widths []float64, tags []scene.Tag) {
	at := geometry.Rect{X: b.At.X + b.At.W - b.Beside(), Y: b.At.Y + (b.At.H-fit.BadgeHeight)/2, H: fit.BadgeHeight}
	for i, badge := range b.Badges {
		at.W = widths[i]
		b.BadgeSigns = append(b.BadgeSigns, Sign{badge.Text, at})
		at.X += at.W
	}
	b.TagSigns = tagSigns(tags, at)
}

// tagSigns are tags side by side, from the left of a place on.
func tagSigns(tags []scene.Tag, at geometry.Rect) []Sign {
	var signs []Sign
	for _, tag := range tags {
		at.W = fit.TagWidth(tag)
		signs = append(signs, Sign{string(tag), at})
		at.X += at.W
	}
	return signs
}

// tags sets tags side by side, or each by itself where they would hide something together.
func (s *taken) tags(b *Box, tags []scene.Tag) (signs []Sign) {
	const start = fit.BarWidth + 1
	at, hidden := s.onBorder(b, fit.TagsWidth(tags), start, 1, below)
	if hidden < touches || len(tags) == 1 {
		s.take(at)
		return tagSigns(tags, at)
	}
	for _, tag := range tags {
		at, _ := s.onBorder(b, fit.TagWidth(tag), start, 1, below)
		s.take(at)
		signs = append(signs, Sign{string(tag), at})
	}
	return signs
}

// onBorder finds the place on the upper or lower border of a box where least is hidden: from a start on, in one direction. What stands
// above is not set below because a line touches it, but may stand somewhat lower, into the box: below it would be near the next box, and
// read as that's. Where nothing is hidden, hidden is less than 1.
func (s *taken) onBorder(b *Box, width, start, direction float64, order order) (best geometry.Rect, hidden float64) {
	const step, lower, taken, onLabel = 1.0, 0.03, 0.9, 5
	least := -1.0
	borders := []float64{b.At.Y, b.At.Y + b.At.H}
	intos := [][]float64{{0, 1.5, 3}, {0}}
	if order == below {
		slices.Reverse(borders)
		intos = [][]float64{{0}, {0}}
	}
	for i, y := range borders {
		other := float64(i) * touches / 2
		for far := 0.0; far <= b.At.W && (least < 0 || far/1e4 < least); far += step { // until nothing farther off can be better
			x := start + direction*far
			if x < -fit.BadgeHeight/2 || x > b.At.W-width+fit.BadgeHeight/2 {
				continue
			}
			for _, into := range intos[i] {
				at := geometry.Rect{X: b.At.X + x, Y: y - fit.BadgeHeight/2 + into, W: width, H: fit.BadgeHeight}
				hidden := s.hides(at) + other + far/1e4 + into*lower
				if into > 0 && s.onLabel(b, at) {
					hidden += onLabel
				}
				if order == above && i > 0 && s.nextBelow(b, at) {
					hidden += taken
				}
				if least < 0 || hidden < least-1e-9 {
					best, least = at, hidden
				}
			}
		}
		if least >= 0 && (least < touches || order == above && least < 1) {
			break
		}
	}
	return best, least
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

// order is which of the borders is tried first.
type order bool

const (
	above order = false
	below order = true
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
