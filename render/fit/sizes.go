package fit

import (
	"icamo/render/drawing"
)

// Lengths of a figure, in points, before it is scaled to its page.
const (
	TextSize    = 7.0             // labels, badges, legend: the least that prints legibly
	TextDrop    = TextSize * 0.36 // from the middle of a text to its baseline
	TitleSize   = 9.0
	LineGap     = 8.2 // from baseline to baseline
	BarWidth    = 3.0 // the strip of colour at a box's left
	PadLeft     = BarWidth + 3.5
	PadBottom   = 4.0
	BadgeHeight = 8.6
	Margin      = 4.0  // around the figure
	LaneTitle   = 11.0 // the strip that a lane's title takes
	LaneEdge    = 4.0  // how far a lane reaches beyond what stands in it
	Clearance   = 2.5  // how far lines keep from a box that is not theirs
	TightGap    = 5.0  // between the boxes of a rank, and the lines between them, where width is dear

	PadRight   = 3.5
	padTop     = 5.0
	minBoxTall = 22.0
	widestWord = 120.0 // a longer word is broken
)

// BadgeWidth is how wide a badge with a text is.
func BadgeWidth(face *drawing.Face, text string) float64 {
	return max(BadgeHeight, face.Width(text, TextSize, true)+4)
}
