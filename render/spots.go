package render

import (
	"math"

	"icamo/render/drawing"
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
		corners := []drawing.Point{{X: right, Y: top}, {X: right, Y: bottom}, {X: left, Y: bottom}}
		if b.mark == unmarked {
			corners = append(corners, drawing.Point{X: left, Y: top})
		}
		best, least := drawing.Rect{}, -1
		for _, corner := range corners {
			at := drawing.Rect{X: corner.X, Y: corner.Y, W: total, H: badgeTall}
			if touched := f.touching(at); least < 0 || touched < least {
				best, least = at, touched
			}
		}
		x := best.X
		for i, text := range b.shows.badges {
			b.pills = append(b.pills, pill{text, drawing.Rect{X: x, Y: best.Y, W: widths[i], H: badgeTall}})
			x += widths[i]
		}
	}
}

// markAt is where a box has its change mark.
func (b *box) markAt() drawing.Rect {
	return drawing.Rect{X: b.at.X - badgeTall/2, Y: b.at.Y - badgeTall/2, W: badgeTall, H: badgeTall}
}

// touching counts the lines through a rectangle.
func (f *figure) touching(r drawing.Rect) int {
	n := 0
	for _, l := range f.lines {
		if !l.hidden && l.crosses(r) {
			n++
		}
	}
	return n
}

// signs of a status that a line alone cannot show.
var statusSigns = map[theory.Status]string{theory.Mixed: "±", theory.Refuted: "×"}

// placeSigns sets signs, change marks and labels on their lines, where they hide the least.
func (f *figure) placeSigns(face *drawing.Face) {
	var taken []drawing.Rect
	for _, b := range f.shown() {
		taken = append(taken, b.at)
		for _, p := range b.pills {
			taken = append(taken, p.at)
		}
		if b.mark != unmarked {
			taken = append(taken, b.markAt())
		}
	}
	for _, b := range f.bands {
		taken = append(taken, b.title.Extent(face))
	}
	put := func(l *line, text string, width float64) *pill {
		at := f.spot(l, width, badgeTall, taken)
		taken = append(taken, at)
		return &pill{text, at}
	}
	for _, l := range f.drawn() {
		if sign := statusSigns[l.link.Status]; sign != "" && !l.ghost() {
			l.sign = put(l, sign, badgeTall)
		}
		if l.mark != unmarked {
			l.tag = put(l, string(l.mark), badgeTall)
		}
		if l.label != "" {
			l.words = put(l, l.label, face.Width(l.label, textSize, false)+3)
		}
	}
}

// spot finds the place on a line, or else beside it, where something of a size hides least: no box, badge or other sign,
// and few lines.
func (f *figure) spot(own *line, w, h float64, taken []drawing.Rect) drawing.Rect {
	const onTaken, onLine, beside = 100, 10, 4
	var best drawing.Rect
	least := math.Inf(1)
	for i, share := range []float64{.5, .45, .55, .4, .6, .35, .65, .3, .7, .25, .75, .2, .8, .15, .85} {
		p, ahead := along(own.points, share), along(own.points, share+0.02)
		dx, dy := direction(p, ahead)
		for _, off := range []float64{0, 1, -1} {
			q := drawing.Point{X: p.X - off*dy*(w/2+2), Y: p.Y + off*dx*(h/2+2)}
			at := around(q, w, h)
			cost := float64(i)*0.1 + math.Abs(off)*beside
			for _, t := range taken {
				if overlaps(grown(at, 1), t) {
					cost += onTaken
				}
			}
			for _, l := range f.lines {
				if l != own && !l.hidden && l.crosses(at) {
					cost += onLine
				}
			}
			if cost < least {
				best, least = at, cost
			}
		}
	}
	return best
}
