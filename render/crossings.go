package render

import "icamo/render/drawing"

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

// crossingsOf counts the steps of two lines that cross.
func crossingsOf(a, b *way) int {
	if !meets(a.bounds, b.bounds) {
		return 0
	}
	n := 0
	for i := 1; i < len(a.points); i++ {
		p, q := a.points[i-1], a.points[i]
		if !meets(spanned(p, q), b.bounds) {
			continue
		}
		for j := 1; j < len(b.points); j++ {
			if segmentsCross(p, q, b.points[j-1], b.points[j]) {
				n++
			}
		}
	}
	return n
}

// segmentsCross says whether two segments cross within both.
func segmentsCross(a, b, c, d drawing.Point) bool {
	side := func(p, q, r drawing.Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}
