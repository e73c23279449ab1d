package render

import (
	"icamo/render/drawing"
	"icamo/theory"
)

// figure is what a drawing shows: boxes in lanes, lines between them, each with its marks. It is first chosen from the
// theory, then measured, ranked and placed.
type figure struct {
	boxes   []*box
	lines   []*line
	columns bool // lanes stand side by side and links run to the right; else they lie above one another and links run down
	ranks   int  // how many ranks all lanes have together
	area    drawing.Rect
	bands   []band
}

// box is a node in the figure.
type box struct {
	id     string
	name   string // of the box in the layout
	label  string
	kind   theory.Kind // gives the colour
	lane   theory.Kind // the role that it plays in this figure
	badges []string
	ghost  bool // dropped
	mark   mark
	faded  bool // outside what is highlighted

	text  []string // the label, wrapped
	rank  int
	at    drawing.Rect
	pills []pill // badges, placed
}

// line is a link in the figure.
type line struct {
	id       string
	name     string
	from, to *box
	effect   theory.Effect
	status   theory.Status
	backing  int // distinct cases, or sources where no case is named, behind it
	label    string
	ghost    bool
	mark     mark
	faded    bool

	curve curve // from box to box
	sign  *pill // ± or ×
	tag   *pill // change mark
	words *pill // label
}

// mark says what became of an element between two versions.
type mark string

const (
	unmarked mark = ""
	added    mark = "+"
	removed  mark = "−"
	changed  mark = "~"
)

// pill is a small text in a rounded box.
type pill struct {
	text string
	at   drawing.Rect
}

// band is a lane, placed.
type band struct {
	kind  theory.Kind
	at    drawing.Rect
	title drawing.Text
}

// lanes are the kinds that the figure has boxes of, in order.
func (f *figure) lanes() []theory.Kind {
	var lanes []theory.Kind
	for _, kind := range theory.Kinds {
		for _, b := range f.boxes {
			if b.lane == kind {
				lanes = append(lanes, kind)
				break
			}
		}
	}
	return lanes
}
