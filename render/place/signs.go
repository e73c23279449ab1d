package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// placeSigns sets signs, change marks and labels on their lines, where they hide nothing. A label that would cover a box,
// a badge or a sign is left out, and counted.
func (f *Placed) placeSigns() {
	face := f.plan.Paper.Face
	s := &signs{figure: f}
	for _, b := range f.ShownBoxes() {
		s.taken = append(s.taken, b.At, b.At.Grown(-fit.PadBottom)) // to hide a label is worse than to hide a border
		for _, p := range b.BadgeSigns {
			s.taken = append(s.taken, p.At)
		}
		if b.Mark != scene.Unmarked {
			s.taken = append(s.taken, b.MarkAt())
		}
	}
	for _, b := range f.Lanes {
		s.taken = append(s.taken, b.TitleAt(face))
	}
	for _, l := range f.ShownLines() {
		const head = 6
		s.taken = append(s.taken, geometry.Around(l.Curve.Back(head/2), head, head))
	}
	for _, l := range f.ShownLines() {
		sign, mark := l.Look().Sign(), l.Mark
		switch {
		case sign != "" && mark != scene.Unmarked: // side by side
			both := s.put(l, sign, 2*fit.BadgeHeight, math.Inf(1))
			l.MarkSign = &Sign{string(mark), geometry.Rect{X: both.At.X, Y: both.At.Y, W: fit.BadgeHeight, H: fit.BadgeHeight}}
			l.StatusSign = &Sign{sign, geometry.Rect{X: both.At.X + fit.BadgeHeight, Y: both.At.Y, W: fit.BadgeHeight, H: fit.BadgeHeight}}
		case sign != "":
			l.StatusSign = s.put(l, sign, fit.BadgeHeight, math.Inf(1))
		case mark != scene.Unmarked:
			l.MarkSign = s.put(l, string(mark), fit.BadgeHeight, math.Inf(1))
		}
	}
	for _, l := range f.ShownLines() {
		if l.Label == "" || l.Mark == scene.Removed {
			continue
		}
		if l.LabelSign = s.put(l, l.Label, face.Width(l.Label, fit.TextSize, false)+3, onTaken); l.LabelSign == nil {
			f.Unlabelled++
		}
	}
}

// signs are the places that are taken where signs are to stand.
type signs struct {
	figure *Placed
	taken  []geometry.Rect
}

// onTaken is what it costs to hide a box, a badge or another sign.
const onTaken = 100

// put finds the place on a line, or else beside it, where a text hides least, and takes it; nil if all cost as much as
// too much.
func (s *signs) put(own *Line, text string, width, tooMuch float64) *Sign {
	const onLine, beside, outside = 10, 6, 100
	reach := own.Bounds.Grown(2*(width+fit.BadgeHeight) + 6) // no place is farther off
	taken := slices.DeleteFunc(slices.Clone(s.taken), func(r geometry.Rect) bool { return !reach.Overlaps(r) })
	lines := slices.DeleteFunc(s.figure.ShownLines(), func(l *Line) bool { return l == own || !reach.Meets(l.Bounds) })
	var best geometry.Rect
	least := tooMuch
	for step := range 19 {
		far := float64(step) * 0.1
		if far >= least {
			break
		}
		share := 0.5 + float64((step+1)/2)*0.048
		if step%2 == 0 {
			share = 1 - share
		}
		p, ahead := geometry.Along(own.Points, share), geometry.Along(own.Points, share+0.02)
		dx, dy := geometry.Direction(p, ahead)
		clear := math.Abs(dy)*width/2 + math.Abs(dx)*fit.BadgeHeight/2 + 1.5
		for _, off := range []float64{0, 1, -1, 2, -2, 3, -3} {
			at := geometry.Around(geometry.Point{X: p.X - off*dy*clear, Y: p.Y + off*dx*clear}, width, fit.BadgeHeight)
			cost := far + off*off*beside
			if !s.figure.Area.Contains(at) {
				cost += outside
			}
			room := at.Grown(0.8)
			for i := 0; i < len(taken) && cost < least; i++ {
				if room.Overlaps(taken[i]) {
					cost += onTaken
				}
			}
			for i := 0; i < len(lines) && cost < least; i++ {
				if lines[i].Crosses(at) {
					cost += onLine
				}
			}
			if cost < least {
				best, least = at, cost
			}
		}
	}
	if least >= tooMuch {
		return nil
	}
	s.taken = append(s.taken, best)
	return &Sign{text, best}
}
