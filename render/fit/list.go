package fit

import "slices"

// A rank with more boxes than a page is high has them as a list: labels in one line or two, badges and tags behind them and not on
// the border, and little between one box and the next.
const (
	listClearance = 0.5  // that a box keeps clear
	listKeeps     = -1.0 // that the layout keeps clear around it, beside what it leaves between all boxes
	listPad       = 1.8  // above and below a label, together
	listBadge     = 2.0  // between a label and the badges behind it, and behind those
)

// Clear is how far lines keep from a box that is not theirs.
func (b *Box) Clear() float64 {
	if b.Listed {
		return listClearance
	}
	return Clearance
}

// Keeps is how far the layout keeps others from the box, beside what it leaves between all boxes.
func (b *Box) Keeps() float64 {
	if b.Listed {
		return listKeeps
	}
	return Clearance
}

// Beside is what badges and tags take of the right of a box in a list, in any figure of the layout; 0 for none.
func (b *Box) Beside() float64 { return b.beside }

// besideLabel is what the badges and tags of a box take in a row, with what is around them.
func (p *Plan) besideLabel(b *Box) float64 {
	widest := 0.0
	for _, c := range b.Contents() {
		if taken := p.labels.badges(c.Badges) + TagsWidth(p.Tags(b, c)); taken > 0 {
			widest = max(widest, taken+listBadge)
		}
	}
	return widest
}

// list sets the boxes of the ranks that are too full for a page as lists, labels in so many lines.
func (p *Plan) list(lines int) {
	for rank, high := range p.taken(columnGap, func(b *Box) float64 { return b.H }) {
		if high+p.beside[p.byHorizon] <= Tallest {
			continue
		}
		boxes := slices.DeleteFunc(slices.Clone(p.Boxes), func(b *Box) bool { return b.Rank != rank })
		const fewest = 3 // one or two are high for the ends of their lines
		if len(boxes) < fewest {
			continue
		}
		wrap, beside := 0.0, 0.0
		for _, b := range boxes {
			for _, c := range b.Contents() {
				wrap = max(wrap, p.labels.narrowest(c.Label(), lines), p.labels.narrowest(below(c), lines))
			}
			b.beside = p.besideLabel(b)
			beside = max(beside, b.beside)
		}
		p.size(boxes, wrap)
		for _, b := range boxes {
			b.Listed = true
			b.textWidth += max(0, beside+listBadge-PadRight)
			b.textHeight = float64(b.lines)*LineGap + listPad
			b.H = b.textHeight
		}
	}
	p.spreadEnds()
}

// spreadEnds gives the ends of lines from lists more room at the boxes that they lead to, as far as those do not get higher than
// the lists: the lines then run side by side, as the boxes of a list stand.
func (p *Plan) spreadEnds() {
	ends := make([]float64, p.Ranks) // of lines from lists
	for _, l := range p.Lines {
		for _, pair := range [2][2]*Box{{l.From, l.To}, {l.To, l.From}} {
			if pair[0].Listed && !pair[1].Listed {
				ends[pair[1].Rank]++
			}
		}
	}
	p.makeRoom()
	taken := p.taken(p.Spacing.Between, func(b *Box) float64 { return b.H })
	for _, b := range p.Boxes {
		if n := ends[b.Rank]; n > 0 && !b.Listed {
			b.spread = (slices.Max(taken) - taken[b.Rank]) / n
		}
	}
	p.makeRoom()
}
