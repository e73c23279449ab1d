package place

import (
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// Placed is a figure in which everything has its place.
type Placed struct {
	Area       geometry.Rect // that boxes, lines and lanes take
	Boxes      []*Box
	Lines      []*Line // from box to box
	OnSteps    []*Line // from a box to a ring on one of Lines
	Lanes      []Lane
	Strip      *Strip      // nil for none
	Unlabelled []*fit.Line // whose label found no room

	plan *fit.Plan
}

// Box is a box in its place, with its badges.
type Box struct {
	*fit.Box
	At         geometry.Rect
	BadgeSigns []Sign
	TagSigns   []Sign
	MarkSign   *Sign // nil for none
}

// TextAt is where the lines of a box's label stand, and those of its former label.
func (b *Box) TextAt() (label, former []fit.Text) {
	y := b.At.Y + (b.At.H-float64(len(b.Text)+len(b.FormerText))*fit.LineGap)/2 + fit.LineGap*0.76
	for i, line := range slices.Concat(b.Text, b.FormerText) {
		t := fit.Text{String: line, X: b.At.X + fit.PadLeft, Y: y}
		if i < len(b.Text) {
			label = append(label, t)
		} else {
			former = append(former, t)
		}
		y += fit.LineGap
	}
	return label, former
}

// Line is a line on its way, with what stands on it.
type Line struct {
	*fit.Line
	From, To *Box          // no To where it acts on a step
	Onto     *Line         // the line of the step that it acts on; nil for none
	Ring     geometry.Rect // on that line, at which it ends
	geometry.Way

	rings []geometry.Rect // on it, of lines that act on its step

	StatusSign, MarkSign, LabelSign *Sign // nil for none
}

// Signs are those that stand on the line.
func (l *Line) Signs() []*Sign {
	return slices.DeleteFunc([]*Sign{l.StatusSign, l.MarkSign, l.LabelSign}, func(s *Sign) bool { return s == nil })
}

// Sign is a small text in a rounded box.
type Sign struct {
	Text string
	At   geometry.Rect
}

// New places what stands around the boxes and lines of an arrangement.
func New(p *fit.Plan, a *Arrangement) *Placed {
	f := stand(p, a)
	f.placeLanes()
	f.placeBadges()
	f.placeSigns()
	f.placeStrip()
	return f
}

// stand has boxes and lines where an arrangement has them.
func stand(p *fit.Plan, a *Arrangement) *Placed {
	f := &Placed{Area: a.Area, plan: p, Boxes: make([]*Box, len(p.Boxes)), Lines: make([]*Line, len(p.Lines))}
	boxes := make(map[*fit.Box]*Box, len(p.Boxes))
	for i, b := range p.Boxes {
		f.Boxes[i] = &Box{Box: b, At: a.boxes[i]}
		boxes[b] = f.Boxes[i]
	}
	lines := make(map[*fit.Line]*Line, len(p.Lines))
	for i, l := range p.Lines {
		f.Lines[i] = &Line{Line: l, From: boxes[l.From], To: boxes[l.To], Way: a.ways[i]}
		lines[l] = f.Lines[i]
	}
	for i, l := range p.OnSteps {
		if !l.Hidden {
			lines[l.Onto].rings = append(lines[l.Onto].rings, a.rings[i])
		}
		f.OnSteps = append(f.OnSteps, &Line{Line: l, From: boxes[l.From], Onto: lines[l.Onto], Ring: a.rings[i], Way: a.ways[len(p.Lines)+i]})
	}
	return f
}

// ShownBoxes are the boxes that are not hidden.
func (f *Placed) ShownBoxes() []*Box {
	return slices.DeleteFunc(slices.Clone(f.Boxes), func(b *Box) bool { return b.Hidden })
}

// ShownLines are the lines that are not hidden, those from box to box first.
func (f *Placed) ShownLines() []*Line {
	return slices.DeleteFunc(slices.Concat(f.Lines, f.OnSteps), func(l *Line) bool { return l.Hidden })
}

// Crossings counts the pairs of shown lines that cross, each as often as it does. To meet at a box is no crossing. It takes
// time by the square of their number.
func (f *Placed) Crossings() int {
	lines := f.ShownLines()
	n := 0
	for i, a := range lines {
		for _, b := range lines[:i] {
			n += a.Way.Crossings(&b.Way)
		}
	}
	return n
}
