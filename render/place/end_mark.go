package place

import "icamo/render/geometry"

// mark is what stands at an end of a line: an arrowhead, the bar of one that inhibits or is needed, the diamond of a reading, a ring.
type mark struct {
	shape  geometry.Polygon
	bounds geometry.Rect // much of it is free where the line comes at a slant
}

func newMark(shape geometry.Polygon) mark { return mark{shape, geometry.Bounds(shape)} }

// on says whether something of the mark is in a place.
func (m mark) on(at geometry.Rect) bool {
	return m.bounds.Overlaps(at) && m.shape.ComesTo(at.Polygon(), 0)
}

// overlaps says whether two marks overlap.
func (m mark) overlaps(o mark) bool { return m.bounds.Meets(o.bounds) && m.shape.ComesTo(o.shape, 0) }

// endMarks are the marks at the two ends of a line.
func (l *Line) endMarks() (head, tail []mark) {
	h := l.Head()
	for _, shape := range [2]geometry.Polygon{h.room(), h.Bar} {
		if len(shape) > 0 {
			head = append(head, newMark(shape))
		}
	}
	if shape := l.Tail(); shape != nil {
		tail = append(tail, newMark(shape))
	}
	return head, tail
}

// endMark is a mark of a line that may yet be moved, and the direction away from what it stands at.
type endMark struct {
	mark
	out geometry.Point
	box *node // that it stands at; a line's own for a ring
}

// endMarks are those of a line in all figures of its layout.
func (l *edge) endMarks() []endMark {
	var marks []endMark
	tip := l.Curve[len(l.Curve)-1]
	for _, look := range l.Looks() {
		var head Head
		out := l.to.at.SideOf(tip).Outwards()
		if l.step != nil {
			head = NewHeadAtRing(look, l.Curve)
			out.X, out.Y = geometry.Direction(tip, l.Curve.Back(2))
		} else {
			head = NewHead(look, l.Curve, l.to.at)
		}
		for _, shape := range [2]geometry.Polygon{head.room(), head.Bar} {
			if len(shape) > 0 {
				marks = append(marks, endMark{newMark(shape), out, l.to})
			}
		}
		if tail := NewTail(look, l.Curve, l.from.at); tail != nil {
			marks = append(marks, endMark{newMark(tail), l.from.at.SideOf(l.Curve[0]).Outwards(), l.from})
		}
	}
	return marks
}

// markAreas are where the marks at the ends of a line between boxes stand, about: its head, and the diamond of a reading.
func (l *edge) markAreas() []geometry.Rect {
	const half, head, need, tail = 2.5, 7.0, 4.0, 5.5
	if len(l.Curve) < 4 || l.Loop() {
		return nil
	}
	at := func(b *node, p geometry.Point, far float64) geometry.Rect {
		out := b.at.SideOf(p).Outwards()
		return geometry.Around(p, 2*half, 2*half).Union(geometry.Around(geometry.Point{X: p.X + out.X*(far-half), Y: p.Y + out.Y*(far-half)}, 2*half, 2*half))
	}
	far, reading := head, false
	for _, look := range l.Looks() {
		if look.Necessary {
			far = head + need
		}
		reading = reading || look.Reading
	}
	marks := []geometry.Rect{at(l.to, l.Curve[len(l.Curve)-1], far)}
	if reading {
		marks = append(marks, at(l.from, l.Curve[0], tail))
	}
	return marks
}
