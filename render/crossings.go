package render

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
			n += a.Way.Crossings(&b.Way)
		}
	}
	return n
}
