package place

import (
	"cmp"
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// ports are the points at which a line is to leave one box and to enter the other; nil for where it does best.
type ports *[2]geometry.Point

// ports are those that a line has, in the direction of the ranks.
func (l *edge) ports() ports {
	ends := [2]geometry.Point{l.Curve[0], l.Curve[len(l.Curve)-1]}
	if _, _, turned := l.downwards(); turned {
		ends[0], ends[1] = ends[1], ends[0]
	}
	return &ends
}

// direct are ways for a line that lead straight between its boxes, and around what stands between them.
func (s *search) direct(l *edge, at ports) []geometry.Curve {
	from, to, turned := l.downwards()
	if from.at.Y+from.at.H >= to.at.Y {
		return nil
	}
	ends := at
	if ends == nil {
		ends = &[2]geometry.Point{leaving(from.at, to.at.Centre()), entering(to.at, from.at.Centre())}
	}
	all := []geometry.Curve{between(ends[0], ends[1], 0), between(ends[0], ends[1], 0.3)}
	rooms := []struct{ near, room float64 }{{1, fit.Clearance + 3}, {6, fit.Clearance + 9}} // the second passes heads at the boxes too
	if s.tight {
		rooms = []struct{ near, room float64 }{{-0.1, fit.Clearance + 0.2}, {-0.1, fit.Clearance + 1.5}}
	}
	for _, r := range rooms {
		found := s.detours(from, to, at, r.near, r.room, false)
		if len(found) == 0 {
			found = s.detours(from, to, at, r.near, r.room, true)
		}
		for _, points := range found {
			all = append(all, geometry.Smooth(points))
		}
	}
	return directed(all, turned)
}

// beside are ways for a line inside a rank, to ends that are yet to be set apart: they pass above and below what stands between its boxes.
func (s *search) beside(l *edge) []geometry.Curve {
	if l.from.Rank != l.to.Rank {
		return nil
	}
	left, right, turned := l.from.at, l.to.at, false
	if left.X > right.X {
		left, right, turned = right, left, true
	}
	if left.X+left.W > right.X {
		return nil
	}
	above, below := max(left.Y, right.Y), min(left.Y+left.H, right.Y+right.H)
	for _, b := range s.obstacles {
		if b.at.X < right.X && b.at.X+b.at.W > left.X+left.W && b.at.Y < below && b.at.Y+b.at.H > above {
			above, below = min(above, b.at.Y), max(below, b.at.Y+b.at.H)
		}
	}
	var all []geometry.Curve
	start, end := left.X+left.W-endRoom(left.W)-4, right.X+endRoom(right.W)+4
	for _, room := range []float64{6, 10} {
		for _, w := range [2]struct{ from, to, along float64 }{{left.Y, right.Y, above - room}, {left.Y + left.H, right.Y + right.H, below + room}} {
			all = append(all, geometry.Smooth([]geometry.Point{{X: start, Y: w.from}, {X: left.X + left.W + 2, Y: w.along}, {X: right.X - 2, Y: w.along}, {X: end, Y: w.to}}))
		}
	}
	return directed(all, turned)
}

// directed are ways downwards for a line in its own direction: run the other way where it leads upwards.
func directed(all []geometry.Curve, turned bool) []geometry.Curve {
	if turned {
		for i, c := range all {
			all[i] = c.Reversed()
		}
	}
	return all
}

// downwards are the boxes of a line, the upper one first, and whether that turns them round.
func (l *edge) downwards() (from, to *node, turned bool) {
	if l.from.at.Y > l.to.at.Y {
		return l.to, l.from, true
	}
	return l.from, l.to, false
}

// tolerances, in points, within which bends of a line are left out.
var tolerances = []float64{48, 24, 12, 6}

// straightened are curves along points, with more or fewer of their bends left out.
func straightened(points []geometry.Point) []geometry.Curve {
	var all []geometry.Curve
	for _, rest := range withoutBends(points) {
		all = append(all, geometry.Smooth(rest))
	}
	return all
}

// withoutBends are points with more or fewer of their bends left out, the fewest first.
func withoutBends(points []geometry.Point) (all [][]geometry.Point) {
	kept := 0
	outline := geometry.NewOutline(points, tolerances[len(tolerances)-1])
	for _, tolerance := range tolerances {
		if rest := outline.Within(tolerance); len(rest) > kept { // a smaller tolerance keeps those of a larger one
			kept = len(rest)
			all = append(all, rest)
		}
	}
	return all
}

// between is a way from one point to another below. Lean is how much it starts and ends upright: 0 is straight.
func between(start, end geometry.Point, lean float64) geometry.Curve {
	dx, dy := end.X-start.X, end.Y-start.Y
	return geometry.Curve{start,
		{X: start.X + dx*(1-lean/0.3)/3, Y: start.Y + dy*(1.0/3+lean/3)},
		{X: end.X - dx*(1-lean/0.3)/3, Y: end.Y - dy*(1.0/3+lean/3)},
		end}
}

// leaving is where a line from the middle of a box to a point below leaves it.
func leaving(from geometry.Rect, to geometry.Point) geometry.Point {
	a := from.Centre()
	slope := (to.X - a.X) / max(to.Y-a.Y, 1)
	return geometry.Point{X: within(a.X+slope*from.H/2, from), Y: from.Y + from.H}
}

// entering is where a line from a point above to the middle of a box enters it.
func entering(to geometry.Rect, from geometry.Point) geometry.Point {
	b := to.Centre()
	slope := (b.X - from.X) / max(b.Y-from.Y, 1)
	return geometry.Point{X: within(b.X-slope*to.H/2, to), Y: to.Y}
}

// endRoom is how far the end of a line keeps from the corners of its box, on a border of some length.
func endRoom(length float64) float64 { return min(8, 1+0.12*length) }

func within(x float64, r geometry.Rect) float64 {
	room := endRoom(r.W)
	return min(max(x, r.X+room), r.X+r.W-room)
}

// mostDetours bounds the ways that are tried around what stands between two boxes.
const mostDetours = 8

// detours are broken lines from one box to another below that pass, at a distance, left or right of each box that they
// would hit, or of the whole rank of each; the way with fewest turns first.
func (s *search) detours(from, to *node, at ports, near, room float64, whole bool) [][]geometry.Point {
	var found [][]geometry.Point
	tried := 0
	for open := [][]geometry.Rect{nil}; len(open) > 0 && len(found) < mostDetours && tried < 4*mostDetours; tried++ {
		gates := open[0]
		open = open[1:]
		points := through(from.at, to.at, at, gates)
		hit := s.firstHit(points, from, to, near)
		if hit == nil {
			if len(gates) > 0 {
				found = append(found, points)
			}
			continue
		}
		around := hit.at.Grown(room)
		sides := []float64{around.X, around.X + around.W}
		if whole {
			rank := s.rank(hit).Grown(room)
			sides = []float64{rank.X, rank.X + rank.W}
		}
		for _, x := range sides {
			gate := geometry.Rect{X: x, Y: around.Y, H: around.H}
			if slices.ContainsFunc(gates, func(g geometry.Rect) bool { return g.Y == gate.Y }) {
				continue // it has passed this box, or one beside it
			}
			more := append(slices.Clone(gates), gate)
			slices.SortStableFunc(more, func(a, b geometry.Rect) int { return cmp.Compare(a.Y, b.Y) })
			open = append(open, more)
		}
	}
	return found
}

// rank is the rectangle around all boxes of one's rank.
func (s *search) rank(of *node) geometry.Rect {
	all := of.at
	for _, b := range s.obstacles {
		if b.Rank == of.Rank {
			all = all.Union(b.at)
		}
	}
	return all
}

// through is the broken line from a box to another by way of upright gates.
func through(from, to geometry.Rect, at ports, gates []geometry.Rect) []geometry.Point {
	if len(gates) == 0 {
		if at != nil {
			return at[:]
		}
		return []geometry.Point{leaving(from, to.Centre()), entering(to, from.Centre())}
	}
	first, last := gates[0], gates[len(gates)-1]
	start, end := leaving(from, geometry.Point{X: first.X, Y: first.Y}), entering(to, geometry.Point{X: last.X, Y: last.Y + last.H})
	if at != nil {
		start, end = at[0], at[1]
	}
	points := append(make([]geometry.Point, 0, 2+2*len(gates)), start)
	for _, g := range gates {
		for _, y := range [2]float64{g.Y, g.Y + g.H} { // a gate may reach beyond an end, where no line is to turn back from
			if start.Y < y && y < end.Y {
				points = append(points, geometry.Point{X: g.X, Y: y})
			}
		}
	}
	return append(points, end)
}

// firstHit is the first box on the way that is hit, or so near to it beyond what it keeps clear; nil for none.
func (s *search) firstHit(points []geometry.Point, from, to *node, near float64) *node {
	for i := 1; i < len(points); i++ {
		var first *node
		for _, b := range s.obstacles {
			if b != from && b != to && (first == nil || b.at.Y < first.at.Y) && geometry.SegmentMeets(points[i-1], points[i], b.at.Grown(b.Clear()+near)) {
				first = b
			}
		}
		if first != nil {
			return first
		}
	}
	return nil
}

// aisle are ways for a line that pass each rank on the way through the gap between its boxes that is nearest to the straight line.
func (s *search) aisle(l *edge, at ports) []geometry.Curve {
	from, to, turned := l.downwards()
	ranks := make(map[int][]geometry.Rect)
	for _, b := range s.obstacles {
		if low, high := min(l.from.Rank, l.to.Rank), max(l.from.Rank, l.to.Rank); low < b.Rank && b.Rank < high {
			ranks[b.Rank] = append(ranks[b.Rank], b.at)
		}
	}
	var gates []geometry.Rect
	for _, boxes := range ranks {
		gates = append(gates, gap(boxes, at[0], at[1]))
	}
	if len(gates) == 0 {
		return nil
	}
	slices.SortFunc(gates, func(a, b geometry.Rect) int { return cmp.Compare(a.Y, b.Y) })
	points := through(from.at, to.at, at, gates)
	all := []geometry.Curve{geometry.Smooth(points), geometry.Rounded(points, 4)}
	return directed(all, turned)
}

// gap is the upright gate between boxes of a rank, or beside them all, that is nearest to a straight line.
func gap(boxes []geometry.Rect, a, b geometry.Point) geometry.Rect {
	slices.SortFunc(boxes, func(a, b geometry.Rect) int { return cmp.Compare(a.X, b.X) })
	var all geometry.Rect
	for _, r := range boxes {
		all = all.Union(r)
	}
	want := geometry.Mix(a, b, (all.Centre().Y-a.Y)/max(b.Y-a.Y, 1)).X
	best, least := 0.0, math.Inf(1)
	for i := 0; i <= len(boxes); i++ {
		low, high := math.Inf(-1), math.Inf(1)
		if i > 0 {
			low = boxes[i-1].X + boxes[i-1].W + fit.Clearance
		}
		if i < len(boxes) {
			high = boxes[i].X - fit.Clearance
		}
		if x := min(max(want, low), high); low <= high && math.Abs(x-want) < least {
			best, least = x, math.Abs(x-want)
		}
	}
	return geometry.Rect{X: best, Y: all.Y, H: all.H}
}
