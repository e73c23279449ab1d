package drawing

import "icamo/render/geometry"

// A Drawing is one figure of a single page.
type Drawing struct {
	Width, Height float64 // points; both must be positive
	ID            string  // prefix of the ids inside an SVG; figures that share a page need different ones
	Title, Desc   string  // the figure's name, and the alternative text that says what it shows
	Lang          string  // BCP 47, such as "en"
	Face          *Face   // the fonts that all text is set in
	Groups        []Group // in painting order: a later one covers an earlier one
}

// A Group is what belongs together in the figure: a node with its box, label and badges; a link with its line and head.
type Group struct {
	ID     string // what the group stands for, the SVG's data-id; "" for decoration
	Class  string // its kind: "lane", "node", "link", "legend", …
	Name   string // its accessible name; "" for none
	Key    string // of a group that others are joined to, its own in the drawing; "" for none
	Joint  *Joint // nil for what joins no groups
	Shapes []Shape
}

// A Joint is a line from one group to another, for formats in which lines stay joined to what is moved. The first shapes of its
// group draw it, where a format does not. One that ends on another line is joined to its own group, in which that end is a ring.
type Joint struct {
	From, To string          // keys of groups
	Line     Path            // from border to border, without heads
	Ring     *geometry.Point // the middle of the ring that it ends at; nil for none
	Arrow    bool            // it ends in an arrowhead
	Open     bool            // of which only the two sides are drawn
	Drawn    int             // how many shapes of the group it stands for
}

// A Shape is a Path or a Text.
type Shape interface{ shape() }

func (Path) shape() {}
func (Text) shape() {}

// A Color is an opaque one; the zero Color paints nothing. There is no transparency: a tint is mixed before, so that
// it prints alike from every format.
type Color struct {
	R, G, B uint8
	On      bool
}

// Hex is the colour 0xRRGGBB.
func Hex(rgb uint32) Color { return Color{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), true} }

// Tint mixes c into white: 1 gives c, 0 white.
func (c Color) Tint(share float64) Color {
	mix := func(v uint8) uint8 { return uint8(255.5 - float64(float64(255-v)*share)) }
	return Color{mix(c.R), mix(c.G), mix(c.B), c.On}
}

// An Anchor says which point of a text's line stands at its X.
type Anchor uint8

const (
	Start Anchor = iota
	Middle
	End
)

// A Text is one line of text.
type Text struct {
	String  string
	X, Y    float64 // of the anchor, on the baseline
	Size    float64 // points
	Bold    bool
	Color   Color
	Anchor  Anchor
	Rotate  float64 // degrees clockwise around (X, Y)
	Spacing float64 // added between characters
	Strike  bool    // struck through
	// Continues says that the line belongs to the label whose line is the Text before it.
	Continues bool
	// RightToLeft says that the label which the line is of is read from the right; see the function of that name.
	RightToLeft bool
}

// Extent is the box that the text takes up, from ascent to descent, before it is rotated. White space at the
// text's ends counts neither here nor in placing the anchor: it is where a label was wrapped.
func (t Text) Extent(f *Face) geometry.Rect {
	w := f.advance(t)
	return geometry.Rect{X: t.left(w), Y: t.Y - f.Ascent(t.Size), W: w, H: f.Ascent(t.Size) + f.Descent(t.Size)}
}

// left is where a text of width w starts.
func (t Text) left(w float64) float64 {
	switch t.Anchor {
	case Middle:
		return t.X - w/2
	case End:
		return t.X - w
	}
	return t.X
}

// Missing lists the characters of the drawing's text that its fonts lack, in order of first use, each once. They are
// drawn as the font's empty box, or by the reader's own fonts in SVG: whoever writes the drawing says so.
func (d *Drawing) Missing() []rune {
	var all []rune
	seen := map[rune]bool{}
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			t, ok := s.(Text)
			if !ok {
				continue
			}
			for _, r := range d.Face.Missing(t.String, t.Bold) {
				if !seen[r] {
					seen[r] = true
					all = append(all, r)
				}
			}
		}
	}
	return all
}
