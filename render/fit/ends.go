package fit

import (
	"cmp"
	"slices"

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

// makeRoom has each box grow until all ends of lines have room on it: those from lower ranks before it, those from
// higher ones after it, those of its own rank on any side.
func (p *Plan) makeRoom() {
	for _, b := range p.Boxes {
		b.ends = [geometry.Sides]float64{}
	}
	for _, l := range p.Lines {
		if l.Loop() {
			continue
		}
		for _, head := range []bool{false, true} {
			b, other := l.From, l.To
			if head {
				b, other = other, b
			}
			space := 2 * l.EndSpace(head)
			for s := range b.ends {
				if p.meets(geometry.Side(s), b.Rank, other.Rank) {
					b.ends[s] += space
				}
			}
		}
	}
	for _, l := range p.OnSteps {
		own, other := l.Ranks()
		for s := range l.From.ends {
			if p.meets(geometry.Side(s), own, other) {
				l.From.ends[s] += 2 * l.EndSpace(false)
			}
		}
	}
	for _, b := range p.Boxes {
		b.Apart = 0
	}
	gap := TightGap
	if p.Columns {
		gap = columnGap
	}
	for _, l := range p.Lines {
		if l.From.Rank != l.To.Rank || l.Loop() {
			continue
		}
		if more := l.Between(p.Scene.SharesLayout()) - gap - l.From.Keeps() - l.To.Keeps(); more > 0 {
			l.From.Apart, l.To.Apart = max(l.From.Apart, more/2), max(l.To.Apart, more/2)
		}
	}
	loops := make(map[*Box]int)
	for _, l := range p.Lines {
		if l.Loop() {
			loops[l.From]++
		}
	}
	for _, b := range p.Boxes {
		b.W, b.H = b.textWidth, b.textHeight
		if loops[b] > 1 {
			b.W = max(b.W, twoLoops)
		}
		for s, need := range b.ends {
			if need == 0 {
				continue
			}
			before, after := p.Corners(b, geometry.Side(s))
			size := &b.W
			if geometry.Side(s).Upright() {
				size = &b.H
			}
			*size = max(*size, before+need+after)
		}
	}
}

// titleRoom is what the boxes of a lane are to take along its title, or more: what stands around them is not enough for it. It is 0 for a
// lane that has no title.
func (p *Plan) titleRoom(lane theory.Kind) float64 {
	const around = 12.0 // a lane's boxes, at least
	if lane == scene.Configuration {
		return 0
	}
	return p.Paper.Face.Width(p.Scene.LaneName(lane), TextSize, true) - around
}

// makeLanesHigh has each lane that lies across the page be as high as its title is long, where all its boxes are low.
func (p *Plan) makeLanesHigh() {
	for _, lane := range p.Scene.Lanes() {
		highest := slices.MaxFunc(p.inLane(lane), func(a, b *Box) int { return cmp.Compare(a.H, b.H) })
		highest.H = max(highest.H, p.titleRoom(lane))
	}
}

// makeLanesWide has each lane that stands beside others be as wide as its title, where all its boxes are narrow.
func (p *Plan) makeLanesWide() {
	for _, lane := range p.Scene.Lanes() {
		boxes := p.inLane(lane)
		widest := make([]float64, p.Ranks)
		for _, b := range boxes {
			widest[b.Rank] = max(widest[b.Rank], b.W)
		}
		lacks, ranks := p.titleRoom(lane), 0
		for _, w := range widest {
			if lacks -= w; w > 0 {
				ranks++
			}
		}
		if lacks <= 0 {
			continue
		}
		for _, b := range boxes {
			b.W = widest[b.Rank] + lacks/float64(ranks)
		}
	}
}

// Steps is how many gaps a rank is to stand from the one before it: several, where lines have to spread over a wide box.
func (p *Plan) Steps(rank int) int {
	least := 1
	for _, l := range p.OnSteps { // its end stands between the boxes of the step
		if low, high := min(l.Onto.From.Rank, l.Onto.To.Rank), max(l.Onto.From.Rank, l.Onto.To.Rank); low == rank-1 && high == rank {
			least = 2
		}
	}
	wide := 0.0
	for _, b := range p.Boxes {
		if (b.Rank == rank || b.Rank == rank-1) && b.spread == 0 {
			if p.Columns {
				wide = max(wide, b.H-b.textHeight)
			} else {
				wide = max(wide, b.W-b.textWidth)
			}
		}
	}
	const slope, most = 6, 4 // lines come down to a box over a part of the width by which it grew
	steps := min(most, max(least, 1+int(wide/slope/max(p.Spacing.Ranks, 14))))
	if p.wider[rank] {
		steps++
	}
	return steps
}

// meets says whether a line to a box of another rank may end at a side.
func (p *Plan) meets(s geometry.Side, own, other int) bool {
	first, last := geometry.Top, geometry.Bottom
	if p.Columns {
		first, last = geometry.Left, geometry.Right
	}
	switch {
	case other < own:
		return s == first
	case other > own:
		return s == last
	}
	return true
}
