package render

import (
	"icamo/render/drawing"
	"icamo/theory"
)

// Lanes is the direction in which lanes are laid out.
type Lanes string

// The directions. Columns read from left to right and suit pages and slides; rows read downwards and suit a narrow
// column; Auto takes columns where they fit the page.
const (
	Auto    Lanes = "auto"
	Columns Lanes = "columns"
	Rows    Lanes = "rows"
)

// Options say how a figure is to be drawn. The zero value draws the whole theory with labels of nine points, as wide as
// it comes out.
type Options struct {
	Width    float64 // of the page in points; 0 for as wide as it comes out
	Lanes    Lanes   // Auto unless set
	Palette  Palette // Color unless set
	Face     *drawing.Face
	NoTitle  bool
	NoLegend bool
	Caption  string
}

// Picture is a drawn figure with what there is to say of it.
type Picture struct {
	Drawing  *drawing.Drawing
	TextSize float64  // of labels as printed, in points
	Notes    []string // what the reader of the command should know: text too small, characters that the font lacks
}

// title is the figure's heading: the theory's title and which version of it this is.
func title(t *theory.Theory) string {
	if t.Version == "" {
		return t.Title
	}
	return t.Title + ": " + t.Version + " programme theory"
}
