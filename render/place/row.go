package place

import (
	"cmp"
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// row is a routing whose boxes stand one below the other in the lanes that all rows share.
type row struct {
	*routing
	lanes   []fit.Span
	columns [][]*node
}

// arrangeRow arranges a row by itself, with the boxes of each lane in an order in which lines cross little.
func arrangeRow(p *fit.Plan, lanes []fit.Span) *Arrangement {
	nowhere := func(*fit.Box) geometry.Rect { return geometry.Rect{} } // stand does that
	r := &row{newRouting(p, nowhere), lanes, make([][]*node, len(lanes))}
	for _, n := range r.nodes {
		r.columns[n.Rank] = append(r.columns[n.Rank], n)
	}
	r.sort()
	r.stand()
	for _, e := range r.edges {
		if e.from.Rank != e.to.Rank {
			e.Way = geometry.NewWay(e.straight())
		}
	}
	r.routeAround()
	r.placeWithin()
	r.placeLoops(false)
	r.endOnSteps(false)
	r.separate()
	area := r.extent()
	last := lanes[len(lanes)-1]
	return &Arrangement{Area: geometry.Rect{Y: area.Y - fit.LaneEdge, W: last.From + last.Size + fit.RowLaneGap/2, H: area.H + 2*fit.LaneEdge},
		Hits: r.hits(), boxes: r.places(), ways: r.ways(), rings: r.rings()}
}

// stand puts the boxes in their lanes, each lane in the middle of the row's height.
func (r *row) stand() {
	height := 0.0
	for _, column := range r.columns {
		height = max(height, r.height(column))
	}
	for i, column := range r.columns {
		y := (height - r.height(column)) / 2
		for j, n := range column {
			if j > 0 {
				y += r.gap(column[j-1], n)
			}
			n.at = geometry.Rect{X: r.lanes[i].From, Y: y, W: n.W, H: n.H}
			y += n.H
		}
	}
}

func (r *row) height(column []*node) float64 {
	height := 0.0
	for j, n := range column {
		if j > 0 {
			height += r.gap(column[j-1], n)
		}
		height += n.H
	}
	return height
}

// gap is what stands between two boxes of a lane, one below the other: more, where a line joins them or lines pass their lane.
func (r *row) gap(a, b *node) float64 {
	const line = 4.0 // that one takes that passes the sign of one that joins them
	gap, joined, passing := fit.RowBoxGap, 0.0, 0.0
	for _, e := range r.edges {
		if e.from == a && e.to == b || e.from == b && e.to == a {
			joined = max(joined, fit.RowLinkGap, e.Between(false))
			if e.Look().Sign() != "" {
				passing = line
			}
		}
		if low, high := min(e.from.Rank, e.to.Rank), max(e.from.Rank, e.to.Rank); low < a.Rank && a.Rank < high {
			gap = fit.RowPassGap
		}
	}
	if joined > 0 && gap == fit.RowPassGap {
		return joined + passing
	}
	return max(gap, joined)
}

// sort orders the boxes of each lane so that lines cross little: by swapping two of a lane as long as that helps.
func (r *row) sort() {
	r.stand()
	least := r.cost()
	const passes = 6
	for range passes {
		before := least
		for _, column := range r.columns {
			for i := range column {
				for j := range i {
					column[i], column[j] = column[j], column[i]
					r.stand()
					if cost := r.cost(); cost < least {
						least = cost
					} else {
						column[i], column[j] = column[j], column[i]
					}
				}
			}
		}
		if least == before {
			break
		}
	}
}

// cost weighs an order: crossings of straight lines, boxes that they would run through, how steep they are, and how far apart
// boxes of one lane are that lines join.
func (r *row) cost() float64 {
	const cross, through, apart, steep = 10, 6, 0.3, 0.02
	cost := 0.0
	for i, a := range r.edges {
		from, to := a.from.at.Centre(), a.to.at.Centre()
		if a.from.Rank == a.to.Rank {
			cost += apart * math.Abs(from.Y-to.Y)
			continue
		}
		cost += steep * math.Abs(from.Y-to.Y)
		for _, b := range r.edges[:i] {
			if b.from.Rank != b.to.Rank && geometry.SegmentsCross(from, to, b.from.at.Centre(), b.to.at.Centre()) {
				cost += cross
			}
		}
		for _, n := range r.nodes {
			if n != a.from && n != a.to && geometry.SegmentMeets(from, to, n.at) {
				cost += through
			}
		}
	}
	return cost
}

// straight is a line straight from one box to another in a lane beside it.
func (e *edge) straight() geometry.Curve {
	from, to := e.from.at, e.to.at
	start, end := geometry.Point{X: from.X + from.W, Y: from.Centre().Y}, geometry.Point{X: to.X, Y: to.Centre().Y}
	if e.from.Rank > e.to.Rank {
		start.X -= from.W
		end.X += to.W
	}
	return geometry.Straight(start, end)
}

// placeWithin draws the lines between boxes of one lane: between neighbours straight down or up, and else around those between
// them, the shortest nearest to the lane.
func (r *row) placeWithin() {
	var around []*edge
	beside := make(map[[2]float64]int) // lines in a gap so far, by where it is
	for _, e := range r.edges {
		if e.from.Rank != e.to.Rank || e.Loop() {
			continue
		}
		column := r.columns[e.from.Rank]
		i, j := slices.Index(column, e.from), slices.Index(column, e.to)
		if max(i, j)-min(i, j) > 1 {
			around = append(around, e)
			continue
		}
		gap := [2]float64{column[min(i, j)].at.X, column[min(i, j)].at.Y}
		x := e.from.at.Centre().X + 14*float64(beside[gap])
		beside[gap]++
		start, end := geometry.Point{X: x, Y: e.from.at.Y + e.from.at.H}, geometry.Point{X: x, Y: e.to.at.Y}
		if i > j {
			start.Y -= e.from.at.H
			end.Y += e.to.at.H
		}
		e.Way = geometry.NewWay(geometry.Straight(start, end))
	}
	span := func(e *edge) float64 { return math.Abs(e.from.at.Y - e.to.at.Y) }
	slices.SortStableFunc(around, func(a, b *edge) int { return cmp.Compare(span(a), span(b)) })
	out := make(map[int]float64) // how far the last one of a lane reaches
	ends := make(map[*node]float64)
	at := func(n *node, other *node) float64 { // near the corner that is nearer to the other box
		ends[n]++
		if off := 5 + 4*(ends[n]-1); other.at.Y > n.at.Y {
			return n.at.Y + n.at.H - min(off, n.at.H/2)
		} else {
			return n.at.Y + min(off+3, n.at.H/2)
		}
	}
	for _, e := range around {
		const nearest, step = 9.0, 4.0
		most := fit.RowLaneGap - 3
		if e.from.Rank == len(r.lanes)-1 {
			most = fit.RowLaneGap/2 - 1
		}
		reach := min(max(nearest, out[e.from.Rank]+step), most)
		out[e.from.Rank] = reach
		right := e.from.at.X + e.from.at.W
		start, end := geometry.Point{X: right, Y: at(e.from, e.to)}, geometry.Point{X: right, Y: at(e.to, e.from)}
		e.Way = geometry.NewWay(geometry.Rounded([]geometry.Point{start, {X: right + reach, Y: start.Y}, {X: right + reach, Y: end.Y}, end}, 5))
	}
}

// moved is an arrangement at another height.
func (a *Arrangement) moved(down float64) *Arrangement {
	b := *a
	b.Area.Y += down
	b.boxes, b.ways, b.rings = slices.Clone(a.boxes), slices.Clone(a.ways), slices.Clone(a.rings)
	for i := range b.boxes {
		b.boxes[i].Y += down
	}
	for i := range b.rings {
		b.rings[i].Y += down
	}
	for i, w := range a.ways {
		c := slices.Clone(w.Curve)
		for j := range c {
			c[j].Y += down
		}
		b.ways[i] = geometry.NewWay(c)
	}
	return &b
}
