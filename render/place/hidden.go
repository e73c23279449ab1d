package place

import (
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
	"icamo/theory"
)

// marksReach is as far as marks and rings reach beyond two lines, and more.
const marksReach = 20.0

// hidden is where a line hides marks of others, or they hide its own, or where both look like one line; also where a box hides it or
// half of its head, and where rings hide its dashes. It need not look on where it has found more than enough.
func (m *mending) hidden(l *edge, enough int) []geometry.Point {
	marks := l.endMarks()
	found := slices.Concat(m.underBoxes(marks), m.through(l), m.undashed(l), l.headAlong())
	around := l.Bounds.Grown(marksReach)
	for _, o := range m.lines {
		if o == l || !o.Bounds.Meets(around) {
			continue
		}
		if len(found) > enough {
			break
		}
		found = append(found, l.alike(o)...)
		found = append(found, l.hides(m.marks[o])...)
		found = append(found, o.hides(marks)...)
		found = append(found, marksTouch(marks, m.marks[o])...)
		found = append(found, l.onRings(o)...)
	}
	return found
}

// underBoxes is where boxes cover marks.
func (m *mending) underBoxes(marks []endMark) (at []geometry.Point) {
	const touch, tip = 0.2, 0.9 // into a box, and into that at whose border the mark stands
	for _, mark := range marks {
		for _, b := range m.nodes {
			into := touch
			if b == mark.box {
				into = tip
			}
			if mark.on(b.at.Grown(-into)) {
				at = append(at, b.at.Centre())
			}
		}
	}
	return at
}

// through is where a line runs through boxes, or along one that it merely passes, so near that it looks like its border.
func (m *mending) through(l *edge) (at []geometry.Point) {
	const white, long = 2.3, 7.0
	for _, b := range m.nodes {
		if near := b.at.Grown(min(white, b.Clear())); b != l.from && b != l.to && l.Crosses(near) && (l.Crosses(b.at) || l.Within(near) > long) {
			at = append(at, b.at.Centre())
		}
	}
	return at
}

// undashed is the middle of a line that could not be known by its dashes, as rings stand on it.
func (m *mending) undashed(l *edge) (at []geometry.Point) {
	if !l.Acted {
		return nil
	}
	var rings []geometry.Rect
	for _, o := range m.acting {
		if o.step == l {
			rings = append(rings, o.to.at)
		}
	}
	for _, look := range l.Looks() {
		dash := fit.Dash(look)
		if dash == nil {
			continue
		}
		if bare(l.Curve, NewHead(look, l.Curve, l.to.at), NewTail(look, l.Curve, l.from.at), rings) < leastDash*fit.TwoDashes(dash) {
			return []geometry.Point{geometry.Along(l.Points, 0.5)}
		}
	}
	return nil
}

// headAlong is the head of a line that comes so much along its box that it would be half under that. A bar stands along it.
func (l *edge) headAlong() (at []geometry.Point) {
	const least = 0.5
	inhibits := func(look scene.Look) bool { return look.Effect == theory.Inhibits }
	tip := l.Curve[len(l.Curve)-1]
	if l.step != nil || l.Loop() || slices.ContainsFunc(l.Looks(), inhibits) || l.slant(border{l.to, l.to.at.SideOf(tip)}) >= least {
		return nil
	}
	return []geometry.Point{tip}
}

// alike is where no white shows between two lines for so long that they look like one, once for each time that it is as long again.
func (l *edge) alike(o *edge) (at []geometry.Point) {
	const white, short, long = 0.4, 7.0, 20.0
	if far, middle := l.Beside(&o.Way, (l.width()+o.width())/2+white); far > short {
		for range 1 + int(far/long) {
			at = append(at, middle)
		}
	}
	return at
}

// hides is where a line, or the ring at its end, stands on marks of another.
func (l *edge) hides(marks []endMark) (at []geometry.Point) {
	const white = 0.3
	half := l.width()/2 + white
	for _, mark := range marks {
		if l.Way.ComesTo(mark.shape, half) {
			at = append(at, mark.bounds.Centre())
		}
		if l.step != nil && mark.on(l.to.at) {
			at = append(at, l.to.at.Centre())
		}
	}
	return at
}

// marksTouch is where marks of two lines touch.
func marksTouch(marks, others []endMark) (at []geometry.Point) {
	for _, mark := range marks {
		for _, other := range others {
			if mark.overlaps(other.mark) {
				at = append(at, mark.bounds.Centre())
			}
		}
	}
	return at
}

// onRings is where two lines run over each other's rings, or their rings touch. A ring on a line is meant to be there.
func (l *edge) onRings(o *edge) (at []geometry.Point) {
	if l.step != nil && l.step != o && o.Crosses(l.to.at) {
		at = append(at, l.to.at.Centre())
	}
	if o.step != nil && o.step != l && l.Crosses(o.to.at) {
		at = append(at, o.to.at.Centre())
	}
	if l.step != nil && o.step != nil && l.to.at.Overlaps(o.to.at) {
		at = append(at, o.to.at.Centre())
	}
	return at
}
