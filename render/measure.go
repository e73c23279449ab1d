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

// measure wraps all labels at a width, or at that of their widest word where that is more, and sizes the boxes: all
// equally wide, each as high as its label needs.
func (f *figure) measure(face *drawing.Face, wrap float64) {
	for _, b := range f.boxes {
		for _, c := range b.contents() {
			for word := range strings.FieldsSeq(c.node.Label + " " + c.was) {
				wrap = max(wrap, min(face.Width(word, textSize, false)+0.1, widestWord))
			}
		}
	}
	widest := 0.0
	for _, b := range f.boxes {
		lines := 0
		for _, c := range b.contents() {
			text, was := c.wrapped(face, wrap)
			for _, t := range slices.Concat(text, was) {
				widest = max(widest, face.Width(t, textSize, false))
			}
			lines = max(lines, len(text)+len(was))
		}
		b.at.H = max(minBoxTall, float64(lines)*lineGap+padTop+padBottom)
		b.text, b.was = b.shows.wrapped(face, wrap)
	}
	for _, b := range f.boxes {
		badges := 0.0
		for _, c := range b.contents() {
			total := 0.0
			for _, badge := range c.badges {
				total += badgeWidth(face, badge)
			}
			badges = max(badges, total)
		}
		b.at.W = max(widest, badges) + padLeft + padRight
	}
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

// trimmed is the wrapped lines without the white space that each break left behind.
func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(l, " ")
	}
	return out
}
