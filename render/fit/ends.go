package fit

import (
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

const (
	cornerRoom = BadgeHeight/2 + 1.2 // that ends of lines keep from a corner on which a badge or a mark stands
	bareCorner = 2.0                 // and from one on which none does
	listCorner = 1.0                 // and from one of a box in a list, where none does
	loopRoom   = 14.0                // and from one around which a link leads back to its own box

	listLoopRoom = 10.0 // and where it does so in a list
	twoLoops     = 31.0 // that a box is wide at least where two do
)

// EndSpace is half of what an end of a line takes of the border of a box, whatever it shows in the figures of its layout.
func (l *Line) EndSpace(head bool) float64 {
	which := 0
	if head {
		which = 1
	}
	if l.space[which] == 0 {
		l.space[which] = l.endSpace(head)
	}
	space := l.space[which]
	if at, other := l.ends(head); other != nil && other.Listed {
		space += at.spread / 2
	}
	if l.Paired { // signs stand on it, and not on the one beside it
		space = max(space, BadgeHeight/2+0.4)
	}
	return space
}

// endSpace is what the end itself takes.
func (l *Line) endSpace(head bool) float64 {
	space := 0.0
	for _, look := range l.Looks() {
		width := Width(look)
		switch {
		case !head && look.Reading:
			space = max(space, ReadingHalf+0.7)
		case !head:
			space = max(space, width/2+1.2)
		case look.Effect == theory.Inhibits:
			space = max(space, BarHalf(width)+0.7)
		default:
			space = max(space, ArrowHalf(width)+0.7)
		}
	}
	return space
}

// Between is what the line takes from one box to the next in its rank, whatever it shows: its ends, and on it two of its dashes, a
// sign or a ring. Versions of a theory may share its layout.
func (l *Line) Between(shares bool) float64 {
	const bare, around, ring = 5.0, 2.0, 12.0
	most := 0.0
	for _, look := range l.Looks() {
		dash := Dash(look)
		width := Width(look)
		ends, shown := HeadLength(width), bare
		if look.Effect == theory.Inhibits {
			ends = BarLength
		}
		if look.Necessary {
			ends += NeedLength
		}
		if look.Reading {
			ends += 2*ReadingHalf + 1
		}
		if dash != nil {
			shown = max(shown, TwoDashes(dash))
		}
		signs := 0.0
		if look.Sign() != "" {
			signs += BadgeHeight
		}
		if l.SignOfChange() != scene.Unmarked || shares { // with a figure that may have one there
			signs += BadgeHeight
		}
		if signs > 0 {
			shown = max(shown, signs+2*around, shown+signs*min(1, float64(len(dash))))
		}
		if l.Acted {
			shown = max(shown, ring)
		}
		most = max(most, ends+shown)
	}
	return most
}

// ends are the box at an end of a line, and the one at the other; nil for none.
func (l *Line) ends(head bool) (at, other *Box) {
	if head {
		return l.To, l.From
	}
	return l.From, l.To
}

// Looks are how a line looks in all figures of its layout.
func (l *Line) Looks() []scene.Look { return l.looks }

// Corners is how far ends of lines keep from both ends of a border, the left or upper one first.
func (p *Plan) Corners(b *Box, s geometry.Side) (before, after float64) {
	if b.Listed {
		before, after = listCorner, listCorner
		if b.Looped && s.Upright() {
			after += listLoopRoom
		}
		return before, after
	}
	before, after = bareCorner, bareCorner
	switch s {
	case geometry.Top:
		before, after = cornerRoom, cornerRoom
		for _, c := range b.Contents() {
			if w := p.labels.badges(c.Badges); w > 0 {
				after = max(after, w+3)
			}
		}
	case geometry.Left, geometry.Right:
		before = cornerRoom
	}
	if s == geometry.Bottom {
		for _, c := range b.Contents() {
			if w := TagsWidth(p.Tags(b, c)); w > 0 {
				before = max(before, w+BarWidth+2)
			}
		}
	}
	if b.Looped && s != geometry.Top {
		after += loopRoom
		if s == geometry.Bottom {
			before += loopRoom
		}
	}
	return before, after
}
