package render

import (
	"slices"
	"strings"

	"icamo/render/drawing"
)

// Lengths of a figure, in points, before it is scaled to its page.
const (
	textSize   = 7.0 // labels, badges, legend: the least that prints legibly
	titleSize  = 9.0
	lineGap    = 8.2 // from baseline to baseline
	barWidth   = 3.0 // the strip of colour at a box's left
	padLeft    = barWidth + 3.5
	padRight   = 3.5
	padTop     = 5.0
	padBottom  = 4.0
	badgeTall  = 8.6
	minBoxTall = 22.0
	margin     = 4.0
	laneTitle  = 11.0 // the strip that a lane's title takes
	widestWord = 90.0 // a longer word is broken
	clearance  = 2.5  // how far lines keep from a box that is not theirs
)

// measure sizes the boxes: all equally wide, with labels wrapped at a width, or at that of their widest word where that
// is more; each as high as its label needs.
func (f *figure) measure(face *drawing.Face, wrap float64) {
	f.size(face, f.boxes, wrap)
}

// measureRanks sizes the boxes of each rank: equally wide, as narrow as can be without breaking a word or giving a label
// more than the given lines, and then wider by more.
func (f *figure) measureRanks(face *drawing.Face, lines int, more float64) {
	ranks := make([][]*box, f.ranks)
	for _, b := range f.boxes {
		ranks[b.rank] = append(ranks[b.rank], b)
	}
	for _, boxes := range ranks {
		wrap := 0.0
		for _, b := range boxes {
			for _, c := range b.contents() {
				wrap = max(wrap, narrowest(face, c.node.Label, lines), narrowest(face, c.was, lines))
			}
		}
		f.size(face, boxes, wrap+more)
	}
}

// size wraps the labels of some boxes at a width, or at that of their widest word where that is more.
func (f *figure) size(face *drawing.Face, boxes []*box, wrap float64) {
	for _, b := range boxes {
		for _, c := range b.contents() {
			for word := range strings.FieldsSeq(c.node.Label + " " + c.was) {
				wrap = max(wrap, min(face.Width(word, textSize, false)+0.1, widestWord))
			}
		}
	}
	widest := 0.0
	for _, b := range boxes {
		lines := 0
		for _, c := range b.contents() {
			text, was := c.wrapped(face, wrap)
			for _, t := range slices.Concat(text, was) {
				widest = max(widest, face.Width(t, textSize, false))
			}
			lines = max(lines, len(text)+len(was))
			widest = max(widest, badgesWidth(face, c.badges)-padLeft-padRight+4)
		}
		b.at.H = max(minBoxTall, float64(lines)*lineGap+padTop+padBottom)
		b.text, b.was = b.shows.wrapped(face, wrap)
	}
	for _, b := range boxes {
		b.at.W = widest + padLeft + padRight
	}
}

// narrowest is the least width at which the words of a label take no more than the given lines.
func narrowest(face *drawing.Face, label string, lines int) float64 {
	var words []float64
	for word := range strings.FieldsSeq(label) {
		words = append(words, face.Width(word, textSize, false))
	}
	if len(words) == 0 {
		return 0
	}
	space := face.Width("a a", textSize, false) - 2*face.Width("a", textSize, false)
	low, high := slices.Max(words), space*float64(len(words)-1)
	for _, w := range words {
		high += w
	}
	for high-low > 0.5 {
		middle := (low + high) / 2
		taken, end := 1, -space
		for _, w := range words {
			if end += space + w; end > middle {
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

// contents are what the box must have room for.
func (b *box) contents() []content {
	if len(b.room) > 0 {
		return b.room
	}
	return []content{b.shows}
}

func (c content) wrapped(face *drawing.Face, width float64) (text, was []string) {
	return trimmed(face.Wrap(c.node.Label, textSize, width, false)), trimmed(face.Wrap(c.was, textSize, width, false))
}

func badgeWidth(face *drawing.Face, text string) float64 {
	return max(badgeTall, face.Width(text, textSize, true)+4)
}

func badgesWidth(face *drawing.Face, badges []string) float64 {
	total := 0.0
	for _, badge := range badges {
		total += badgeWidth(face, badge)
	}
	return total
}

// trimmed is the wrapped lines without the white space that each break left behind.
func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(l, " ")
	}
	return out
}
