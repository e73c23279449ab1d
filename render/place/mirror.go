package place

import (
	"icamo/render/geometry"
	"icamo/render/layout"
)

// mirror turns a layout over along its ranks where that puts most boxes of a lane in the order of the theory: Graphviz gives
// parts that share nothing the last one first. It moves the boxes, and gives what is to move the points of lines.
func (r *routing) mirror(l *layout.Layout) (move func(geometry.Point) geometry.Point) {
	inOrder, against := 0, 0
	for i, b := range r.nodes {
		for _, a := range r.nodes[:i] {
			switch {
			case a.Lane != b.Lane || a.Rank != b.Rank:
			case r.across(a) < r.across(b):
				inOrder++
			default:
				against++
			}
		}
	}
	const most = 3 // a figure whose order is neither is left as it is
	if against <= most*inOrder {
		return func(p geometry.Point) geometry.Point { return p }
	}
	move = func(p geometry.Point) geometry.Point {
		if r.plan.Columns {
			return geometry.Point{X: p.X, Y: l.Height - p.Y}
		}
		return geometry.Point{X: l.Width - p.X, Y: p.Y}
	}
	for _, b := range r.nodes {
		b.at = geometry.Around(move(b.at.Centre()), b.W, b.H)
	}
	return move
}

// across is where a box stands along its rank.
func (r *routing) across(b *node) float64 {
	if r.plan.Columns {
		return b.at.Y
	}
	return b.at.X
}
