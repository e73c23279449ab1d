package fit

import (
	"cmp"
	"slices"

	"icamo/render/scene"
)

// measure sizes the boxes: all equally wide, with labels wrapped at a width, or at that of their widest word where that
// is more; each as high as its label needs.
func (p *Plan) measure(wrap float64) {
	p.size(p.Boxes, wrap)
}

// measureRanks sizes the boxes of each rank: equally wide, as narrow as can be without breaking a word or giving a label
// more than the given lines, and then wider by more.
func (p *Plan) measureRanks(lines int, more float64) {
	for _, boxes := range p.inRanks() {
		p.measureRank(boxes, lines, more)
	}
	p.makeRoom()
	if p.listed > 0 {
		p.list(p.listed)
	}
	p.makeLanesWide()
}

// measureLow sizes the boxes of each rank so that the highest rank is as low as it can be while all go side by side into a room: as
// with the most lines, and then, while there is room, with a line less in the rank that is the highest.
func (p *Plan) measureLow(room float64) {
	p.measureRanks(mostLines, 0)
	ranks := p.inRanks()
	lines := make([]int, len(ranks))
	for i := range lines {
		lines[i] = mostLines
	}
	measure := func(rank int) {
		p.measureRank(ranks[rank], lines[rank], 0)
		p.makeRoom()
		p.makeLanesWide()
	}
	for {
		high := p.taken(columnGap, func(b *Box) float64 { return b.H })
		highest := slices.Index(high, slices.Max(high))
		if lines[highest] == 1 {
			return
		}
		lines[highest]--
		if measure(highest); p.columnsWidth(0) > room {
			lines[highest]++
			measure(highest)
			return
		}
	}
}

// inRanks are the boxes of each rank.
func (p *Plan) inRanks() [][]*Box {
	ranks := make([][]*Box, p.Ranks)
	for _, b := range p.Boxes {
		ranks[b.Rank] = append(ranks[b.Rank], b)
	}
	return ranks
}

func (p *Plan) measureRank(boxes []*Box, lines int, more float64) {
	wrap := 0.0
	for _, b := range boxes {
		for _, c := range b.Contents() {
			wrap = max(wrap, p.labels.narrowest(c.Label(), lines), p.labels.narrowest(below(c), lines))
		}
	}
	p.size(boxes, wrap+more)
}

// size wraps the labels of some boxes at a width, or at that of their widest word where that is more.
func (p *Plan) size(boxes []*Box, wrap float64) {
	for _, b := range boxes {
		for _, c := range b.Contents() {
			word := max(p.labels.of(c.Label()).widest, p.labels.of(below(c)).widest)
			wrap = max(wrap, min(word+0.1, widestWord))
		}
	}
	widest := 0.0
	for _, b := range boxes {
		lines := 0
		for _, c := range b.Contents() {
			text, former := p.labels.wrap(c.Label(), wrap), p.labels.wrap(below(c), wrap)
			widest = max(widest, text.widest, former.widest)
			lines = max(lines, len(text.lines)+len(former.lines))
			b.Text, b.FormerText = text.lines, former.lines
			widest = max(widest, TagsWidth(p.Tags(b, c))+BadgeHeight-PadLeft-PadRight)
			widest = max(widest, p.labels.badges(c.Badges)+p.markWidth()-PadLeft-PadRight+4)
		}
		b.lines, b.Listed, b.spread = lines, false, 0
		b.textHeight = max(minBoxTall, float64(lines)*LineGap+padTop+PadBottom)
		if len(b.Others) > 0 {
			b.Text, b.FormerText = p.labels.wrap(b.Label(), wrap).lines, p.labels.wrap(below(b.Content), wrap).lines
		}
	}
	for _, b := range boxes {
		b.textWidth = widest + PadLeft + PadRight
		b.W, b.H = b.textWidth, b.textHeight
	}
}

// markWidth is the room for the mark of a change beside a box's badges.
func (p *Plan) markWidth() float64 {
	if p.Scene.Versions() {
		return BadgeHeight
	}
	return 0
}

// narrowest is the least width at which the words of a label take no more than the given lines.
func (s *labels) narrowest(text string, lines int) float64 {
	l := s.of(text)
	if len(l.parts) == 0 {
		return 0
	}
	for len(l.narrowest) <= lines {
		l.narrowest = append(l.narrowest, 0)
	}
	if l.narrowest[lines] == 0 {
		l.narrowest[lines] = s.narrowestOf(l.parts, lines)
	}
	return l.narrowest[lines]
}

// narrowestOf is that of words of some widths.
func (s *labels) narrowestOf(words []float64, lines int) float64 {
	low, high := slices.Max(words), s.space*float64(len(words)-1)
	for _, w := range words {
		high += w
	}
	for high-low > 0.5 {
		middle := (low + high) / 2
		taken, end := 1, -s.space
		for _, w := range words {
			if end += s.space + w; end > middle {
				taken, end = taken+1, w
			}
		}
		if taken <= lines {
			high = middle
		} else {
			low = middle
		}
	}
	return high + 0.1
}

// below is what stands under a label: the former one, or what it is joined to.
func below(c scene.Content) string { return cmp.Or(c.Former, c.Joins) }
