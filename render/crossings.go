package render

import "icamo/render/drawing"

// Crossings counts how often links cross. It takes time by the square of their number, so it is asked only where it is told.
func (p *Picture) Crossings() int {
	if p.figure != nil {
		return p.figure.crossings()
	}
	n := 0
	for _, panel := range p.panels {
		n += panel.Crossings()
	}
	return n
}

// crossings counts the pairs of drawn lines that cross, each as often as it does. To meet at a box is no crossing.
func (f *figure) crossings() int {
	lines := f.drawn()
	n := 0
	for i, a := range lines {
		for _, b := range lines[:i] {
			n += crossingsOf(&a.way, &b.way)
		}
	}
	return n
}

// crossingsOf counts the steps of two ways that cross.
func crossingsOf(a, b *way) int {
	if !meets(a.bounds, b.bounds) {
		return 0
	}
	n := 0
	for i, at := range a.pieces {
		if !meets(at, b.bounds) {
			continue
		}
		for j, other := range b.pieces {
			if meets(at, other) {
				n += stepsCrossing(a.piece(i), b.piece(j), other)
			}
		}
	}
	return n
}

// stepsCrossing counts the straight steps of two pieces that cross; the second piece lies in some bounds.
func stepsCrossing(a, b []drawing.Point, within drawing.Rect) int {
	n := 0
	for i := 1; i < len(a); i++ {
		if !meets(spanned(a[i-1], a[i]), within) {
			continue
		}
		for j := 1; j < len(b); j++ {
			if segmentsCross(a[i-1], a[i], b[j-1], b[j]) {
				n++
			}
		}
	}
	return n
}

// segmentsCross says whether two segments cross within both.
func segmentsCross(a, b, c, d drawing.Point) bool {
	return sideOfLine(a, b, c)*sideOfLine(a, b, d) < 0 && sideOfLine(c, d, a)*sideOfLine(c, d, b) < 0
}

// sideOfLine is positive on one side of the line through two points, and negative on the other.
func sideOfLine(p, q, r drawing.Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
