package render

import (
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
	widest := 0.0
	for _, b := range f.boxes {
		for word := range strings.FieldsSeq(b.label) {
			wrap = max(wrap, min(face.Width(word, textSize, false)+0.1, widestWord))
		}
	}
	for _, b := range f.boxes {
		b.text = face.Wrap(b.label, textSize, wrap, false)
		for _, t := range b.text {
			widest = max(widest, face.Width(strings.TrimRight(t, " "), textSize, false))
		}
	}
	for _, b := range f.boxes {
		badges := 0.0
		for _, badge := range b.badges {
			badges += badgeWidth(face, badge)
		}
		b.at.W = max(widest, badges) + padLeft + padRight
		b.at.H = max(minBoxTall, float64(len(b.text))*lineGap+padTop+padBottom)
	}
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
