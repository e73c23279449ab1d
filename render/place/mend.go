package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// mending looks for other ways for lines that hide marks after all, or whose own marks another line hides.
type mending struct {
	*routing
	search
	lines []*edge // that have a way
	marks map[*edge][]endMark
	found map[*edge][]geometry.Point // what is hidden on a line's way or by it, where nothing near has moved since
	left  int                        // pairs of lines that may still be compared
}

// mend has lines that hide marks, or have theirs hidden, take ways on which less is hidden. It comes last, as what moves lines for other
// reasons can bring them onto marks. A figure so full that much is hidden stays as it is: other ways hardly help it. It gives the lines
// that still hide something, and those without room for what stands on them.
func (r *routing) mend() (crowded []*fit.Line) {
	if len(r.edges) > mostRouted {
		return nil
	}
	defer r.inRows()()
	const pairs, most, rounds = 400_000, 60, 4
	m := mending{routing: r, marks: make(map[*edge][]endMark), found: make(map[*edge][]geometry.Point), left: pairs}
	m.lines = slices.DeleteFunc(slices.Concat(r.edges, r.acting), func(l *edge) bool { return len(l.Curve) < 4 })
	m.search = search{edges: m.lines, obstacles: r.nodes}
	m.mark()
	least := 0
	for _, l := range m.lines {
		if least += len(m.faults(l)); least > most {
			return nil
		}
	}
	for round := 0; round < rounds && least > 0; round++ {
		ways, rings := m.ways(), m.rings()
		if round > 0 {
			m.separate()
		}
		if now := m.pass(); now < least {
			least = now
		} else if round > 0 {
			m.restore(ways, rings)
			break
		}
	}
	m.makeSignRoom()
	m.straighten()
	return m.crowded(least > 0)
}

// crowded are the lines that hide something, where there are such, and those without room for what stands on them.
func (m *mending) crowded(hiding bool) (lines []*fit.Line) {
	for _, l := range m.lines {
		if hiding && len(m.faults(l)) > 0 || !l.Loop() && !m.hasRoom(l) {
			lines = append(lines, l.Line)
		}
	}
	return lines
}

// mark takes the marks of all lines as they are now.
func (m *mending) mark() {
	clear(m.found)
	for _, l := range m.lines {
		m.marks[l] = l.endMarks()
	}
}

// moved takes the marks of a line as they are now, and what was found near where it was and is must be looked for again.
func (m *mending) moved(l *edge, was geometry.Rect) {
	m.marks[l] = l.endMarks()
	for _, o := range m.lines {
		if around := o.Bounds.Grown(marksReach); around.Meets(was) || around.Meets(l.Bounds) {
			delete(m.found, o)
		}
	}
}

// faults is what is hidden on a line's way or by it.
func (m *mending) faults(l *edge) []geometry.Point {
	found, ok := m.found[l]
	if !ok {
		found = m.hidden(l, math.MaxInt)
		m.found[l] = found
	}
	return found
}

// restore gives lines the ways that they had.
func (m *mending) restore(ways []geometry.Way, rings []geometry.Rect) {
	for i, l := range slices.Concat(m.routing.edges, m.acting) {
		l.Way = ways[i]
	}
	for i, l := range m.acting {
		l.to.at = rings[i]
	}
	m.mark()
}

// separate moves lines apart again, but for those that others act on.
func (m *mending) separate() {
	var movable, others []*edge
	for _, l := range m.lines {
		if l.Acted {
			others = append(others, l)
		} else {
			movable = append(movable, l)
		}
	}
	var beads []nearBead
	m.separateFrom(movable, others, &beads)
	m.mark()
}

// pass has all lines give way, and says how much was hidden when the last of them did.
func (m *mending) pass() int {
	const rounds = 3 // a line that gave way can have made room for another
	n := 0
	for range rounds {
		n = 0
		mended := false
		for _, l := range m.lines {
			had := m.faults(l)
			mended = len(had) > 0 && !l.Loop() && m.better(l, had) || mended
			n += len(had)
		}
		if !mended {
			break
		}
	}
	return n
}
