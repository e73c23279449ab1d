package place

import (
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
