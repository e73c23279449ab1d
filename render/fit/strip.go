package fit

import (
	"math"
	"slices"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/scene"
)

const (
	stripGap  = 6.0 // between its items, and around them
	stripPad  = 3.0 // above and below the text of a box
	stripMost = 6   // lines of an item, where its row is not full of it
	leastItem = 20.0
)

// Strip is what was dropped, in its place below the lanes: a heading, and then items side by side.
type Strip struct {
	At    geometry.Rect
	Head  []Text
	Items []StripItem
}

// StripItem is an item in its place, with its texts wrapped.
type StripItem struct {
	*scene.Item
	At    geometry.Rect
	Label []string // of a box
	Lines []string
}

// StripAt sets the strip from a corner on, as wide as given, in the rows in which it is lowest: it has no height where nothing was
// dropped.
func (p *Plan) StripAt(corner geometry.Point, width float64) Strip {
	s := Strip{At: geometry.Rect{X: corner.X, Y: corner.Y, W: width}}
	items := p.Scene.Strip.Items
	if len(items) == 0 {
		return s
	}
	face, room := p.Paper.Face, max(width-2*stripGap, 1)
	row := func(from, to int) (stripRow, bool) { return p.rowOf(items[from:to], from == 0, room) }
	type way struct {
		high float64
		from int // of its last row
	}
	best := []way{{}} // of so many items, the rows that are lowest
	for to := 1; to <= len(items); to++ {
		least := way{high: math.Inf(1)}
		for from := to - 1; from >= 0; from-- {
			if from < to-1 && (items[from].Box == nil) != (items[to-1].Box == nil) {
				break // boxes and links have rows of their own
			}
			r, fits := row(from, to)
			if !fits && from < to-1 {
				break
			}
			if high := best[from].high + r.high + stripGap; high < least.high-0.1 {
				least = way{high, from}
			}
		}
		best = append(best, least)
	}
	y := corner.Y + best[len(best)-1].high + stripGap
	s.At.H = y - corner.Y
	for to := len(best) - 1; to > 0; to = best[to].from {
		r, _ := row(best[to].from, to)
		y -= r.high + stripGap
		x := corner.X + stripGap
		for i, line := range r.head {
			s.Head = append(s.Head, Text{line, x, y + r.pad + LineGap*(0.76+float64(i))})
		}
		if len(r.head) > 0 {
			x += widest(face, r.head, true) + stripGap
		}
		for i := range r.items {
			r.items[i].At.X, r.items[i].At.Y = x, y
			x += r.items[i].At.W + stripGap
		}
		s.Items = append(r.items, s.Items...)
	}
	return s
}

// TellingWhy is the plan with a strip that tells more of why things were dropped; not ok where it has no more to tell.
func (p *Plan) TellingWhy() (telling *Plan, ok bool) {
	one := *p
	one.tellsWhy, ok = p.Scene.Strip.More(p.tellsWhy)
	return &one, ok
}

// stripHeight is what the strip adds to the height of a figure.
func (p *Plan) stripHeight() float64 {
	if high := p.StripAt(geometry.Point{}, p.Paper.Width-2*Margin).At.H; high > 0 {
		return high + LaneEdge
	}
	return 0
}

// stripRow is items side by side, the first of all after the heading.
type stripRow struct {
	head  []string
	items []StripItem
	pad   float64 // above the text of boxes, and the heading beside them
	high  float64
}

// rowOf sets items in as few lines as go into a width.
func (p *Plan) rowOf(items []*scene.Item, first bool, width float64) (r stripRow, fits bool) {
	face, title := p.Paper.Face, p.Scene.Strip.Title
	for most := 1; most <= stripMost; most++ {
		r = stripRow{}
		taken, room := -stripGap, width
		if first {
			r.head = lines(face, title, TextSize, min(width, p.labels.narrowest(title, most)*boldWider), true)
			taken += widest(face, r.head, true) + stripGap
			room = max(width-taken-stripGap, leastItem)
			if items[0].Box != nil {
				r.pad = stripPad
			}
			r.high = r.pad + float64(len(r.head))*LineGap
		}
		for _, of := range items {
			item := newStripItem(p.labels, of, of.Told(p.tellsWhy), most, room)
			r.items = append(r.items, item)
			taken += item.At.W + stripGap
			r.high = max(r.high, item.At.H)
		}
		if taken <= width {
			return r, true
		}
	}
	return r, false
}

const boldWider = 1.1 // than plain text, at most about

// newStripItem is an item that tells something, with its size: as narrow as it can be with so many lines.
func newStripItem(l *labels, of *scene.Item, told string, most int, room float64) StripItem {
	item := StripItem{Item: of}
	besides, tags, wide := item.Left()+PadRight, 0.0, 0.0
	wrap := func(text string, width float64) []string {
		w := l.wrap(text, max(1, min(room-besides-tags, width)))
		wide = max(wide, w.widest)
		return w.lines
	}
	if of.Box == nil {
		item.Lines = wrap(told, l.narrowest(told, most))
	} else {
		tags = TagsWidth(of.Box.Tags)
		width := max(l.narrowest(of.Box.Label(), most), l.narrowest(told, 1))
		for n := 1; n < most; n++ { // lines of the label
			width = min(width, max(l.narrowest(of.Box.Label(), n), l.narrowest(told, most-n)))
		}
		item.Label, item.Lines = wrap(of.Box.Label(), width), wrap(told, width)
		wide = max(wide, l.face.Width(item.Lines[len(item.Lines)-1], TextSize, false)+tags) // they stand behind the last line
	}
	n := float64(len(item.Label) + len(item.Lines))
	item.At = geometry.Rect{W: min(room, besides+wide), H: n * LineGap}
	if of.Box != nil {
		item.At.H += 2 * stripPad
	}
	return item
}

func widest(face *drawing.Face, lines []string, bold bool) float64 {
	most := 0.0
	for _, line := range lines {
		most = max(most, face.Width(line, TextSize, bold))
	}
	return most
}

// Left is how far from its edge the texts of an item begin: a box has a bar there, and a link its mark.
func (i *StripItem) Left() float64 {
	switch {
	case i.Box != nil:
		return PadLeft
	case i.Mark != scene.Unmarked:
		return BadgeHeight + 3
	}
	return 0
}

// TextAt is where the lines of an item's label stand, and those below it.
func (i *StripItem) TextAt() (label, text []Text) {
	y := i.At.Y + (i.At.H-float64(len(i.Label)+len(i.Lines))*LineGap)/2 + LineGap*0.76
	for n, line := range slices.Concat(i.Label, i.Lines) {
		t := Text{line, i.At.X + i.Left(), y}
		if n < len(i.Label) {
			label = append(label, t)
		} else {
			text = append(text, t)
		}
		y += LineGap
	}
	return label, text
}
