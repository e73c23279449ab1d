package render

import (
	"math"
	"slices"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/theory"
)

// placeBadges sets each box's badges on the corner of its border that the fewest lines touch, the upper right one where
// there is a choice.
func (f *figure) placeBadges(face *drawing.Face) {
	for _, b := range f.boxes {
		if b.hidden || len(b.shows.badges) == 0 {
			continue
		}
		widths := make([]float64, len(b.shows.badges))
		total := 0.0
		for i, text := range b.shows.badges {
			widths[i] = badgeWidth(face, text)
			total += widths[i]
		}
		left, right := b.at.X+2, b.at.X+b.at.W-2-total
		top, bottom := b.at.Y-badgeTall/2, b.at.Y+b.at.H-badgeTall/2
		corners := []geometry.Point{{X: right, Y: top}, {X: right, Y: bottom}, {X: left, Y: bottom}}
		if b.mark == unmarked {
			corners = append(corners, geometry.Point{X: left, Y: top})
		}
		best, least := geometry.Rect{}, -1
		for _, corner := range corners {
			at := geometry.Rect{X: corner.X, Y: corner.Y, W: total, H: badgeTall}
			if touched := f.touching(at); least < 0 || touched < least {
				best, least = at, touched
			}
		}
		x := best.X
		for i, text := range b.shows.badges {
			b.pills = append(b.pills, pill{text, geometry.Rect{X: x, Y: best.Y, W: widths[i], H: badgeTall}})
			x += widths[i]
		}
	}
}

// markAt is where a box has its change mark.
func (b *box) markAt() geometry.Rect {
	return geometry.Rect{X: b.at.X - badgeTall/2, Y: b.at.Y - badgeTall/2, W: badgeTall, H: badgeTall}
}

// touching counts the lines through a rectangle.
func (f *figure) touching(r geometry.Rect) int {
	n := 0
	for _, l := range f.lines {
		if !l.hidden && l.Crosses(r) {
			n++
		}
	}
	return n
}

// signs of a status that a line alone cannot show.
var statusSigns = map[theory.Status]string{theory.Mixed: "±", theory.Refuted: "×"}

// placeSigns sets signs, change marks and labels on their lines, where they hide nothing. A label that would cover a box,
// a badge or a sign is left out, and counted.
func (f *figure) placeSigns(face *drawing.Face) {
	s := &spots{figure: f}
	for _, b := range f.shown() {
		s.taken = append(s.taken, b.at, b.at.Grown(-padBottom)) // to hide a label is worse than to hide a border
		for _, p := range b.pills {
			s.taken = append(s.taken, p.at)
		}
		if b.mark != unmarked {
			s.taken = append(s.taken, b.markAt())
		}
	}
	for _, b := range f.bands {
		s.taken = append(s.taken, b.titleAt(face))
	}
	for _, l := range f.drawn() {
		const head = 6
		s.taken = append(s.taken, geometry.Around(l.Curve.Back(head/2), head, head))
	}
	f.unlabelled = 0
	for _, l := range f.drawn() {
		l.sign, l.tag, l.words = nil, nil, nil
		sign := statusSigns[l.link.Status]
		if l.ghost() {
			sign = ""
		}
		switch {
		case sign != "" && l.mark != unmarked: // side by side
			both := s.put(l, sign, 2*badgeTall, math.Inf(1))
			l.tag = &pill{string(l.mark), geometry.Rect{X: both.at.X, Y: both.at.Y, W: badgeTall, H: badgeTall}}
			l.sign = &pill{sign, geometry.Rect{X: both.at.X + badgeTall, Y: both.at.Y, W: badgeTall, H: badgeTall}}
		case sign != "":
			l.sign = s.put(l, sign, badgeTall, math.Inf(1))
		case l.mark != unmarked:
			l.tag = s.put(l, string(l.mark), badgeTall, math.Inf(1))
		}
	}
	for _, l := range f.drawn() {
		if l.label == "" || l.mark == removed {
			continue
		}
		if l.words = s.put(l, l.label, face.Width(l.label, textSize, false)+3, onTaken); l.words == nil {
			f.unlabelled++
		}
	}
}

// spots are the places that are taken.
type spots struct {
	figure *figure
	taken  []geometry.Rect
}

// onTaken is what it costs to hide a box, a badge or another sign.
const onTaken = 100

// put finds the place on a line, or else beside it, where a text hides least, and takes it; nil if all cost as much as
// too much.
func (s *spots) put(own *line, text string, width, tooMuch float64) *pill {
	const onLine, beside, outside = 10, 6, 100
	reach := own.Bounds.Grown(2*(width+badgeTall) + 6) // no place is farther off
	taken := slices.DeleteFunc(slices.Clone(s.taken), func(r geometry.Rect) bool { return !reach.Overlaps(r) })
	lines := slices.DeleteFunc(s.figure.drawn(), func(l *line) bool { return l == own || !reach.Meets(l.Bounds) })
	var best geometry.Rect
	least := tooMuch
	for step := range 19 {
		far := float64(step) * 0.1
		if far >= least {
			break
		}
		share := 0.5 + float64((step+1)/2)*0.048
		if step%2 == 0 {
			share = 1 - share
		}
		p, ahead := geometry.Along(own.Points, share), geometry.Along(own.Points, share+0.02)
		dx, dy := geometry.Direction(p, ahead)
		clear := math.Abs(dy)*width/2 + math.Abs(dx)*badgeTall/2 + 1.5
		for _, off := range []float64{0, 1, -1, 2, -2, 3, -3} {
			at := geometry.Around(geometry.Point{X: p.X - off*dy*clear, Y: p.Y + off*dx*clear}, width, badgeTall)
			cost := far + off*off*beside
			if !s.figure.area.Contains(at) {
				cost += outside
			}
			room := at.Grown(0.8)
			for i := 0; i < len(taken) && cost < least; i++ {
				if room.Overlaps(taken[i]) {
					cost += onTaken
				}
			}
			for i := 0; i < len(lines) && cost < least; i++ {
				if lines[i].Crosses(at) {
					cost += onLine
				}
			}
			if cost < least {
				best, least = at, cost
			}
		}
	}
	if least >= tooMuch {
		return nil
	}
	s.taken = append(s.taken, best)
	return &pill{text, best}
}
