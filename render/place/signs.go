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
		head, tail := l.endMarks()
		for _, marks := range [2][]mark{head, tail} {
			if len(marks) > 0 {
				s.ends = append(s.ends, newLineEnd(marks))
			}
		}
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
			both := s.put(l, sign, w, h, math.Inf(1))
			l.MarkSign = &Sign{string(mark), geometry.Rect{X: both.At.X, Y: both.At.Y, W: wide, H: each}}
			l.StatusSign = &Sign{sign, geometry.Rect{X: both.At.X + dx, Y: both.At.Y + dy, W: each, H: each}}
		case sign != "":
			l.StatusSign = s.put(l, sign, fit.BadgeHeight, fit.BadgeHeight, math.Inf(1))
		case mark != scene.Unmarked:
			l.MarkSign = s.put(l, string(mark), fit.BadgeWidth(face, string(mark)), fit.BadgeHeight, math.Inf(1))
		}
	}
	s.placeLabels()
}

// placeLabels sets the labels. Where some find no room, it tries once more with those first, as others may find room elsewhere.
func (s *signs) placeLabels() {
	var lines []*Line
	for _, l := range s.figure.ShownLines() {
		if l.Label != "" && !l.Mark.Went() {
			lines = append(lines, l)
		}
	}
	signs := len(s.taken)
	without := s.labels(lines)
	if len(without) > 0 {
		first := make(map[*Line]*Sign, len(lines))
		for _, l := range lines {
			first[l] = l.LabelSign
		}
		s.taken = s.taken[:signs]
		again := s.labels(append(slices.Clone(without), slices.DeleteFunc(slices.Clone(lines), func(l *Line) bool { return slices.Contains(without, l) })...))
		if len(again) >= len(without) {
			for _, l := range lines {
				l.LabelSign = first[l]
			}
		} else {
			without = again
		}
	}
	for _, l := range without {
		s.figure.Unlabelled = append(s.figure.Unlabelled, l.Line)
	}
}

// labels sets the labels of lines, one after the other, and gives the lines without room.
func (s *signs) labels(lines []*Line) (without []*Line) {
	face := s.figure.plan.Paper.Face
	for _, l := range lines {
		if l.LabelSign = s.put(l, l.Label, face.Width(l.Label, fit.TextSize, false)+3, fit.BadgeHeight, tooMuch); l.LabelSign == nil {
			without = append(without, l)
		}
	}
	return without
}

// signs are the places that are taken where signs are to stand.
type signs struct {
	figure *Placed
	taken  []geometry.Rect
	ends   []lineEnd
}

// lineEnd is the marks at one end of a line, with the rectangle around them.
type lineEnd struct {
	marks  []mark
	bounds geometry.Rect
}

func newLineEnd(marks []mark) lineEnd {
	e := lineEnd{marks: marks}
	for _, m := range marks {
		e.bounds = e.bounds.Union(m.bounds)
	}
	return e
}

// on says whether something of the end is in a place.
func (e lineEnd) on(at geometry.Rect) bool {
	return e.bounds.Overlaps(at) && slices.ContainsFunc(e.marks, func(m mark) bool { return m.on(at) })
}

// What a place of a sign costs where another line is not far, where it is so near to something else that it may be taken for that's, where
// it hides its own line, where that could not be known by its dashes then, where it is at a box, a badge, an end of a line or another sign, where it is on another
// line, and where it is on one of those. A label that costs too much is left out.
const (
	nearLine = 0.4
	tooNear  = 1.5
	onOwn    = 20
	noDashes = 50
	tooMuch  = 50
	atTaken  = 60
	onLine   = 100
	onTaken  = 150
)

// offsets are where a sign or label may stand: on its line, and beside it where there is no room on that.
var offsets = []float64{0, 0.3, -0.3, 0.6, -0.6, 1, -1}

// put finds the place on a line, or beside it, where a text hides least, and takes it; nil if all cost so much.
func (s *signs) put(own *Line, text string, width, height, most float64) *Sign {
	const beside, nearOwn, outside, steps = 6, 1.9, 100, 181
	others := s.beside(own, own.Bounds.Grown(2*(width+height)+6)) // no place is farther off
	var best geometry.Rect
	shown := own.shown()
	least := most
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
			if off > -1 && off < 1 && shown.hiddenBy(share, min(width/max(math.Abs(dx), 1e-9), height/max(math.Abs(dy), 1e-9))) {
				cost += onOwn
			}
			if !s.figure.Area.Contains(at) {
				cost += outside
			}
			cost = others.weigh(at, cost, least)
			if cost < least && own.dashesHidden(at) {
				cost += noDashes
			}
			if cost < least {
				best, least = at, cost
			}
		}
	}
	if least >= most {
		return nil
	}
	s.taken = append(s.taken, best)
	return &Sign{text, best}
}

// surroundings are what stands near a line besides it.
type surroundings struct {
	taken []geometry.Rect
	ends  []lineEnd
	lines []*Line
}

// beside is what stands besides a line within its reach.
func (s *signs) beside(own *Line, reach geometry.Rect) surroundings {
	return surroundings{
		slices.DeleteFunc(slices.Clone(s.taken), func(r geometry.Rect) bool { return !reach.Overlaps(r) }),
		slices.DeleteFunc(slices.Clone(s.ends), func(e lineEnd) bool { return !reach.Overlaps(e.bounds) }),
		slices.DeleteFunc(s.figure.ShownLines(), func(l *Line) bool { return l == own || !reach.Meets(l.Bounds) }),
	}
}

// weigh adds to a cost what a place costs among the surroundings. It does not count on once that is enough.
func (o surroundings) weigh(at geometry.Rect, cost, enough float64) float64 {
	room, wide, wider := at.Grown(0.8), at.Grown(2.6), at.Grown(5.5)
	for i := 0; i < len(o.taken) && cost < enough; i++ {
		switch taken := o.taken[i]; {
		case at.Overlaps(taken):
			cost += onTaken
		case room.Overlaps(taken):
			cost += atTaken
		case wide.Overlaps(taken):
			cost += tooNear
		}
	}
	for i := 0; i < len(o.ends) && cost < enough; i++ {
		switch end := o.ends[i]; {
		case end.on(at):
			cost += onTaken
		case end.on(room):
			cost += atTaken
		case wide.Overlaps(end.bounds):
			cost += tooNear
		}
	}
	for i := 0; i < len(o.lines) && cost < enough; i++ {
		switch line := o.lines[i]; {
		case line.Crosses(at.Grown(line.half())):
			cost += onLine
		case line.Crosses(wide):
			cost += tooNear
		case line.Crosses(wider):
			cost += nearLine
		}
	}
	return cost
}

// half is half of what the line is wide.
func (l *Line) half() float64 { return fit.StrokeWidth(l.Look()) / 2 }

// shown is how long a line is, what of it its ends take, and how much must be seen of the rest for it to be known by its dashes.
type shown struct{ length, tail, head, least float64 }

func (l *Line) shown() shown {
	const least = 5.0
	s := shown{length: geometry.Length(l.Points), head: l.Head().Cut, least: least}
	if look := l.Look(); look.Reading {
		s.tail = fit.TailLength
	}
	if dash := l.Dash(); dash != nil {
		s.least = fit.TwoDashes(dash)
	}
	return s
}

// hiddenBy says whether too little is seen of the line when so much of it is covered around a share of it.
func (s shown) hiddenBy(share, covered float64) bool {
	return max(share*s.length-covered/2-s.tail, (1-share)*s.length-covered/2-s.head) < s.least
}
