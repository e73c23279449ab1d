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
		for _, p := range slices.Concat(b.BadgeSigns, b.TagSigns) {
			s.taken = append(s.taken, p.At)
		}
		if b.MarkSign != nil {
			s.taken = append(s.taken, b.MarkSign.At)
		}
	}
	for _, b := range f.Lanes {
		s.taken = append(s.taken, b.TitleAt(face))
	}
	for _, l := range f.ShownLines() {
		s.taken = append(s.taken, geometry.Bounds(slices.Concat(l.Head().Shape, l.Head().Bar)))
		if l.Onto != nil {
			s.taken = append(s.taken, l.Ring)
		}
	}
	for _, l := range f.ShownLines() {
		sign, mark := l.Look().Sign(), l.SignOfChange()
		switch {
		case sign != "" && mark != scene.Unmarked: // side by side, along the line
			const each = fit.BadgeHeight
			wide := fit.BadgeWidth(face, string(mark))
			w, h, dx, dy := wide+each, each, wide, 0.0
			if l.Bounds.H > l.Bounds.W {
				w, h, dx, dy = wide, 2*each, 0, each
			}
			both := s.put(l, sign, w, h, onOwn, math.Inf(1))
			l.MarkSign = &Sign{string(mark), geometry.Rect{X: both.At.X, Y: both.At.Y, W: wide, H: each}}
			l.StatusSign = &Sign{sign, geometry.Rect{X: both.At.X + dx, Y: both.At.Y + dy, W: each, H: each}}
		case sign != "":
			l.StatusSign = s.put(l, sign, fit.BadgeHeight, fit.BadgeHeight, onOwn, math.Inf(1))
		case mark != scene.Unmarked:
			l.MarkSign = s.put(l, string(mark), fit.BadgeWidth(face, string(mark)), fit.BadgeHeight, onOwn, math.Inf(1))
		}
	}
	for _, l := range f.ShownLines() {
		if l.Label == "" || l.Mark.Went() {
			continue
		}
		if l.LabelSign = s.put(l, l.Label, face.Width(l.Label, fit.TextSize, false)+3, fit.BadgeHeight, besideOwn, onLine); l.LabelSign == nil {
			f.Unlabelled++
		}
	}
}

// signs are the places that are taken where signs are to stand.
type signs struct {
	figure *Placed
	taken  []geometry.Rect
}

// What a place of a sign costs where it is on another line, and where it is on a box, a badge, a head or another sign.
const (
	onLine  = 50
	onTaken = 100
)

// Where a sign may stand: signs on their line, labels beside it too.
var (
	onOwn     = []float64{0, 0.3, -0.3, 0.6, -0.6}
	besideOwn = []float64{0, 0.6, -0.6, 1, -1}
)

// put finds the place on a line, or beside it, where a text hides least, and takes it; nil if all cost as much as too much.
func (s *signs) put(own *Line, text string, width, height float64, offsets []float64, tooMuch float64) *Sign {
	const beside, nearOwn, outside, steps = 6, 1.9, 100, 181
	reach := own.Bounds.Grown(2*(width+height) + 6) // no place is farther off
	taken := slices.DeleteFunc(slices.Clone(s.taken), func(r geometry.Rect) bool { return !reach.Overlaps(r) })
	lines := slices.DeleteFunc(s.figure.ShownLines(), func(l *Line) bool { return l == own || !reach.Meets(l.Bounds) })
	var best geometry.Rect
	least := tooMuch
	for step := range steps {
		far := float64(step) * 0.01
		if far >= least {
			break
		}
		share := 0.5 + float64((step+1)/2)/(steps+3)
		if step%2 == 0 {
			share = 1 - share
		}
		p, ahead := geometry.Along(own.Points, share), geometry.Along(own.Points, share+0.02)
		dx, dy := geometry.Direction(p, ahead)
		clear := math.Abs(dy)*width/2 + math.Abs(dx)*height/2 + 1.5
		for _, off := range offsets {
			at := geometry.Around(geometry.Point{X: p.X - off*dy*clear, Y: p.Y + off*dx*clear}, width, height)
			if !own.Crosses(at.Grown(nearOwn)) {
				continue
			}
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
