package place

import (
	"math"
	"slices"

	"icamo/render/geometry"
)

// mending looks for other ways for lines that hide marks after all, or whose own marks another line hides.
type mending struct {
	*routing
	search
	lines []*edge // that have a way
	marks map[*edge][]endMark
	left  int // pairs of lines that may still be compared
}

// mend has lines that hide marks, or have theirs hidden, take ways on which less is hidden. It comes last, as what moves lines for other
// reasons can bring them onto marks. A figure so full that much is hidden stays as it is: other ways hardly help it.
func (r *routing) mend() {
	if len(r.edges) > mostRouted {
		return
	}
	if r.plan.Columns {
		r.transpose()
		defer r.transpose()
	}
	const pairs, most, rounds = 400_000, 60, 4
	m := mending{routing: r, marks: make(map[*edge][]endMark), left: pairs}
	m.lines = slices.DeleteFunc(slices.Concat(r.edges, r.acting), func(l *edge) bool { return len(l.Curve) < 4 })
	m.search = search{edges: m.lines, obstacles: r.nodes}
	m.mark()
	least := 0
	for _, l := range m.lines {
		if least += len(m.hidden(l, all)); least > most {
			return
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
	m.makeRoom()
}

// mark takes the marks of all lines as they are now.
func (m *mending) mark() {
	for _, l := range m.lines {
		m.marks[l] = l.endMarks()
	}
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
		if slices.ContainsFunc(m.acting, func(o *edge) bool { return o.step == l }) {
			others = append(others, l)
		} else {
			movable = append(movable, l)
		}
	}
	var pairs []near
	m.separateFrom(movable, others, &pairs)
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
			had := m.hidden(l, all)
			mended = len(had) > 0 && !l.Loop() && m.better(l, had) || mended
			n += len(had)
		}
		if !mended {
			break
		}
	}
	return n
}

// better has a line, with what is hidden on its way, take the one on which least is. It says whether that is another.
func (m *mending) better(l *edge, had []geometry.Point) bool {
	if m.left < 0 {
		return false
	}
	own, ring := l.Way, l.to.at
	best, at := own, ring
	now := m.propose(l, own)
	least, hits, short := len(had), now.hits, l.tooShort(&own)
	cost := math.Inf(1)
	try := func(c geometry.Curve) {
		if m.left -= len(m.lines); m.left < 0 {
			return
		}
		p := m.propose(l, geometry.NewWay(c))
		if p.hits > hits || !m.keepsRings(l, &p.Way) || l.step != nil && l.tooShort(&p.Way) > short {
			return
		}
		l.Way = p.Way
		if n := len(m.hidden(l, least)); n < len(had) && n <= least {
			if c := m.cost(l, &p, math.Inf(1)); n < least || c < cost {
				best, at, least, cost = p.Way, l.to.at, n, c
			}
		}
		l.Way = own
	}
	for _, p := range had {
		for _, c := range l.around(p) {
			try(c)
		}
	}
	if l.step != nil {
		const shares, apart = 36, 0.02
		for i := 0; i < shares && least > 0; i++ { // from the middle of the line outwards
			share := 0.5 + apart*float64((i+1)/2)*float64(1-i%2*2)
			centre, ahead := geometry.Along(l.step.Points, share), geometry.Along(l.step.Points, share+0.02)
			l.to.at = geometry.Around(centre, 2*RingRadius, 2*RingRadius)
			ways := slices.Concat(m.towards(l, ahead, true), l.turnedTo(own.Points, centre, ahead))
			for _, start := range l.starts() {
				ways = append(ways, l.straightTo(start, centre, ahead, []float64{0, 0.4, -0.4, 0.8, -0.8, 1.3, -1.3})...)
			}
			for _, c := range ways {
				try(c.Cut(RingRadius))
			}
		}
	}
	l.Way, l.to.at = best, at
	m.marks[l] = l.endMarks()
	return least < len(had)
}

// all is for hidden to look for all that is.
const all = math.MaxInt

// hidden is where a line hides marks of others, or they hide its own, or where both look like one line. It need not look on for what is
// more than enough.
func (m *mending) hidden(l *edge, enough int) []geometry.Point {
	const touch, tip = 0.2, 0.9              // into a box, and into that at whose border the mark stands
	const seen, alike, long = 0.4, 7.0, 20.0 // white between lines, as far as they may run without, and what is as bad again
	var found []geometry.Point
	marks := l.endMarks()
	for _, mark := range marks {
		for _, b := range m.nodes {
			into := touch
			if b == mark.box {
				into = tip
			}
			if mark.shape.Overlaps(b.at.Grown(-into).Polygon()) {
				found = append(found, b.at.Centre())
			}
		}
	}
	for _, o := range m.lines {
		if o == l {
			continue
		}
		if len(found) > enough {
			break
		}
		if far, at := l.Beside(&o.Way, (l.width()+o.width())/2+seen); far > alike {
			for range 1 + int(far/long) {
				found = append(found, at)
			}
		}
		for _, mark := range marks {
			if o.Way.Touches(mark.shape) {
				found = append(found, geometry.Bounds(mark.shape).Centre())
			}
			for _, other := range m.marks[o] {
				if mark.shape.Overlaps(other.shape) {
					found = append(found, geometry.Bounds(mark.shape).Centre())
				}
			}
			if o.step != nil && mark.shape.Overlaps(o.to.at.Polygon()) {
				found = append(found, o.to.at.Centre())
			}
		}
		for _, mark := range m.marks[o] {
			if l.Way.Touches(mark.shape) {
				found = append(found, geometry.Bounds(mark.shape).Centre())
			}
			if l.step != nil && mark.shape.Overlaps(l.to.at.Polygon()) {
				found = append(found, l.to.at.Centre())
			}
		}
		if l.step != nil && o != l.step && o.Crosses(l.to.at) {
			found = append(found, l.to.at.Centre())
		}
		if o.step != nil && o.step != l && l.Crosses(o.to.at) {
			found = append(found, o.to.at.Centre())
		}
		if l.step != nil && o.step != nil && l.to.at.Overlaps(o.to.at) {
			found = append(found, o.to.at.Centre())
		}
	}
	return found
}

// keepsRings says whether the rings on a line are still on it when it takes a way.
func (m *mending) keepsRings(l *edge, w *geometry.Way) bool {
	const off = 0.4
	return !slices.ContainsFunc(m.acting, func(o *edge) bool {
		return o.step == l && len(o.Curve) >= 4 && !w.Crosses(geometry.Around(o.to.at.Centre(), 2*off, 2*off))
	})
}

// around are ways for a line that give way near a point, to both sides. Its ends stay where they are.
func (l *edge) around(p geometry.Point) []geometry.Curve {
	const step, tail, head = 2.0, 3.0, 6.0
	points := geometry.Evenly(l.Points, max(2, int(geometry.Length(l.Points)/step)))
	nearest := 0
	for i, q := range points {
		if geometry.Distance(p, q) < geometry.Distance(p, points[nearest]) {
			nearest = i
		}
	}
	last := len(points) - 1
	dx, dy := geometry.Direction(points[max(0, nearest-1)], points[min(last, nearest+1)])
	var all []geometry.Curve
	for _, far := range []float64{2, 3.5, 5, 7.5, 10, 14} {
		for _, reach := range []float64{8, 14, 24, 40} {
			for _, side := range []float64{1, -1} {
				moved := slices.Clone(points)
				for i, q := range points {
					along := math.Abs(float64(i-nearest)) * step / reach
					if along >= 1 || geometry.Distance(q, points[0]) < tail || geometry.Distance(q, points[last]) < head {
						continue
					}
					by := side * far * (1 - along*along) * (1 - along*along)
					moved[i] = geometry.Point{X: q.X - dy*by, Y: q.Y + dx*by}
				}
				all = append(all, geometry.Smooth(geometry.Simplified(moved, 0.3)))
			}
		}
	}
	return all
}

// starts are where a line may leave its box: where it does, and not far from there.
func (l *edge) starts() []geometry.Point {
	const corner = 7.0
	start := l.Curve[0]
	side := l.from.at.SideOf(start)
	all := []geometry.Point{start}
	for _, by := range []float64{6, -6, 12, -12} {
		p := start
		if side.Upright() {
			p.Y += by
		} else {
			p.X += by
		}
		if l.from.at.Grown(1 - corner).Holds(geometry.Point{X: p.X - side.Outwards().X*corner, Y: p.Y - side.Outwards().Y*corner}) {
			all = append(all, p)
		}
	}
	return all
}

// turnedTo are ways along points that turn to a ring only near it, at several angles to the line of the step.
func (l *edge) turnedTo(points []geometry.Point, centre, ahead geometry.Point) []geometry.Curve {
	const straight = 12.0
	dx, dy := geometry.Direction(centre, ahead)
	var all []geometry.Curve
	for _, near := range []float64{20, 32, 48} {
		rest := slices.DeleteFunc(slices.Clone(points), func(p geometry.Point) bool { return geometry.Distance(p, centre) < near })
		if len(rest) == 0 {
			continue
		}
		for _, lean := range []float64{0, 0.4, -0.4, 0.8, -0.8, 1.3, -1.3} {
			for _, side := range []float64{1, -1} {
				x, y := -side*dy+lean*dx, side*dx+lean*dy
				far := straight / math.Hypot(x, y)
				base := geometry.Point{X: centre.X + x*far, Y: centre.Y + y*far}
				c := geometry.Smooth(append(geometry.Simplified(rest, 0.5), base))
				all = append(all, append(c, geometry.Mix(base, centre, 1.0/3), geometry.Mix(base, centre, 2.0/3), centre))
			}
		}
	}
	return all
}
