package render

import (
	"cmp"
	"slices"

	"icamo/render/drawing"
)

// direct are ways for a line that lead straight between its boxes, and around what stands between them.
func (r *router) direct(l *line) []curve {
	from, to, turned := l.downwards()
	if from.at.Y+from.at.H >= to.at.Y {
		return nil
	}
	all := []curve{between(from.at, to.at, 0), between(from.at, to.at, 0.3)}
	for _, room := range []float64{clearance + 3, clearance + 9} {
		for _, points := range r.detours(from, to, room) {
			all = append(all, smooth(points))
		}
	}
	if turned {
		for i, c := range all {
			all[i] = c.reversed()
		}
	}
	return all
}

// downwards are the boxes of a line, the upper one first, and whether that turns them round.
func (l *line) downwards() (from, to *box, turned bool) {
	if l.from.at.Y > l.to.at.Y {
		return l.to, l.from, true
	}
	return l.from, l.to, false
}

// ironing are the tolerances, in points, within which windings of a line are ironed out.
var ironing = []float64{48, 24, 12, 6}

// ironed are curves along points, with more or less of their windings ironed out.
func ironed(points []drawing.Point) []curve {
	var all []curve
	kept := 0
	for _, tolerance := range ironing {
		if rest := thinned(points, tolerance); len(rest) > kept { // a smaller tolerance keeps those of a larger one
			kept = len(rest)
			all = append(all, smooth(rest))
		}
	}
	return all
}

// between is a way from the bottom of one box to the top of one below, aimed from middle to middle. Lean is how much it
// starts and ends upright: 0 is straight.
func between(from, to drawing.Rect, lean float64) curve {
	a, b := centre(from), centre(to)
	start, end := leaving(from, b), entering(to, a)
	dx, dy := end.X-start.X, end.Y-start.Y
	return curve{start,
		{X: start.X + dx*(1-lean/0.3)/3, Y: start.Y + dy*(1.0/3+lean/3)},
		{X: end.X - dx*(1-lean/0.3)/3, Y: end.Y - dy*(1.0/3+lean/3)},
		end}
}

// leaving is where a line from the middle of a box to a point below leaves it.
func leaving(from drawing.Rect, to drawing.Point) drawing.Point {
	a := centre(from)
	slope := (to.X - a.X) / max(to.Y-a.Y, 1)
	return drawing.Point{X: within(a.X+slope*from.H/2, from), Y: from.Y + from.H}
}

// entering is where a line from a point above to the middle of a box enters it.
func entering(to drawing.Rect, from drawing.Point) drawing.Point {
	b := centre(to)
	slope := (b.X - from.X) / max(b.Y-from.Y, 1)
	return drawing.Point{X: within(b.X-slope*to.H/2, to), Y: to.Y}
}

// endRoom is how far the end of a line keeps from the corners of its box, on a border of some length.
func endRoom(length float64) float64 { return min(8, 1+0.12*length) }

func within(x float64, r drawing.Rect) float64 {
	room := endRoom(r.W)
	return min(max(x, r.X+room), r.X+r.W-room)
}

// mostDetours bounds the ways that are tried around what stands between two boxes.
const mostDetours = 8

// detours are broken lines from one box to another below that pass, at a distance, left or right of each box that they
// would hit; the way with fewest turns first.
func (r *router) detours(from, to *box, room float64) [][]drawing.Point {
	var found [][]drawing.Point
	tried := 0
	for open := [][]drawing.Rect{nil}; len(open) > 0 && len(found) < mostDetours && tried < 4*mostDetours; tried++ {
		gates := open[0]
		open = open[1:]
		points := through(from.at, to.at, gates)
		hit := r.firstHit(points, from, to)
		if hit == nil {
			if len(gates) > 0 {
				found = append(found, points)
			}
			continue
		}
		around := grown(hit.at, room)
		for _, x := range []float64{around.X, around.X + around.W} {
			gate := drawing.Rect{X: x, Y: around.Y, H: around.H}
			if slices.ContainsFunc(gates, func(g drawing.Rect) bool { return g.Y == gate.Y }) {
				continue // it has passed this box, or one beside it
			}
			more := append(slices.Clone(gates), gate)
			slices.SortStableFunc(more, func(a, b drawing.Rect) int { return cmp.Compare(a.Y, b.Y) })
			open = append(open, more)
		}
	}
	return found
}

// through is the broken line from a box to another by way of upright gates.
func through(from, to drawing.Rect, gates []drawing.Rect) []drawing.Point {
	if len(gates) == 0 {
		return []drawing.Point{leaving(from, centre(to)), entering(to, centre(from))}
	}
	first, last := gates[0], gates[len(gates)-1]
	points := []drawing.Point{leaving(from, drawing.Point{X: first.X, Y: first.Y})}
	for _, g := range gates {
		points = append(points, drawing.Point{X: g.X, Y: g.Y}, drawing.Point{X: g.X, Y: g.Y + g.H})
	}
	return append(points, entering(to, drawing.Point{X: last.X, Y: last.Y + last.H}))
}

// firstHit is the first box on the way that is hit; nil for none.
func (r *router) firstHit(points []drawing.Point, from, to *box) *box {
	for i := 1; i < len(points); i++ {
		var first *box
		for _, b := range r.boxes {
			if b != from && b != to && (first == nil || b.at.Y < first.at.Y) && segmentMeets(points[i-1], points[i], grown(b.at, clearance+1)) {
				first = b
			}
		}
		if first != nil {
			return first
		}
	}
	return nil
}

// thinned leaves out points that the rest shows within a tolerance (Ramer 1972, Douglas & Peucker 1973).
func thinned(points []drawing.Point, tolerance float64) []drawing.Point {
	if len(points) < 3 {
		return points
	}
	first, last := points[0], points[len(points)-1]
	far, most := 0, tolerance
	for i := 1; i < len(points)-1; i++ {
		if d := offLine(points[i], first, last); d > most {
			far, most = i, d
		}
	}
	if far == 0 {
		return []drawing.Point{first, last}
	}
	return append(thinned(points[:far+1], tolerance), thinned(points[far:], tolerance)[1:]...)
}

// smooth is a curve through points, at each in the direction from the one before to the one after (Catmull & Rom 1974).
func smooth(points []drawing.Point) curve {
	c := curve{points[0]}
	last := len(points) - 1
	for i := range last {
		a, b := points[i], points[i+1]
		step := distance(a, b) / 3
		leave, arrive := mix(a, b, 1.0/3), mix(a, b, 2.0/3)
		if i > 0 {
			dx, dy := direction(points[i-1], b)
			leave = drawing.Point{X: a.X + dx*step, Y: a.Y + dy*step}
		}
		if i+1 < last {
			dx, dy := direction(a, points[i+2])
			arrive = drawing.Point{X: b.X - dx*step, Y: b.Y - dy*step}
		}
		c = append(c, leave, arrive, b)
	}
	return c
}
