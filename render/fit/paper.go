package fit

import (
	"math"
	"slices"

	"icamo/render/drawing"
)

// Paper is what a figure is to be fitted to.
type Paper struct {
	Width float64 // in points; 0 for as wide as the figure comes out
	Lanes Lanes
	Face  *drawing.Face
	Panel bool // one of several on a page: labels are as small as prints legibly, so that all have one size
	Bare  bool // no lanes, title, legend and caption are to stand around it
}

// Lanes is the direction in which lanes are laid out.
type Lanes string

// The directions. Columns read from left to right and suit pages and slides; rows read downwards and suit a narrow
// column; Auto takes columns where they fit the page.
const (
	Auto    Lanes = "auto"
	Columns Lanes = "columns"
	Rows    Lanes = "rows"
)

const (
	Millimetre = 72 / 25.4        // points
	Tallest    = 240 * Millimetre // as high as a journal's page has room for

	narrow      = 120 * Millimetre // pages below it read in rows
	screenScale = 9.0 / TextSize   // labels of nine points where no page is given, and at most
)

// largest is the scale that no figure goes beyond.
func (p Paper) largest() float64 {
	if p.Panel {
		return 1
	}
	return screenScale
}

// scales are the sizes that the figure may print in, the largest first.
func (p Paper) scales() []float64 {
	scales := []float64{screenScale, 8.5 / TextSize, 8 / TextSize, 7.5 / TextSize, 1}
	return slices.DeleteFunc(scales, func(s float64) bool { return s > p.largest() })
}

// WrittenScale is the largest scale, up to one, at which labels have a size in hundredths of a point, as files have it.
func WrittenScale(scale float64) float64 {
	const hundredths, inexact = 100, 1e-6
	return math.Floor(TextSize*scale*hundredths+inexact) / hundredths / TextSize
}
