package editable

import (
	"icamo/render/drawing"
	"icamo/render/geometry"
)

// route is how a line is drawn by what such programs offer: straight, in an S from side to side, or by way of bends.
type route struct {
	points []geometry.Point // its ends, and bends between them
	sides  [2]geometry.Side // of the boxes at which it leaves and arrives
	curved bool             // in an S; it has no bends then
}

const (
	nearlyStraight = 3.0 // points that a line may stray from a straight one, or its bends from the drawn curve
	clear          = 1.0 // how far a line keeps from boxes that are not its own
)

// newRoute follows a stretch of a line as near as can be, and through no box.
func newRoute(s stretch, j *drawing.Joint, boxes map[string]geometry.Rect) route {
	first, last := s.way[0], s.way[len(s.way)-1]
	r := route{points: []geometry.Point{first, last}, sides: [2]geometry.Side{boxes[j.From].SideOf(first), boxes[j.To].SideOf(last)}}
	whole := s.from == nil && s.to == nil
	simple := geometry.Simplified(s.way, nearlyStraight)
	if len(simple) <= 2 {
		return r
	}
	if c, ok := r.bow(); ok && whole && along(geometry.NewWay(c).Points, s.way) && free(geometry.NewWay(c).Points, j, boxes) {
		r.curved = true
		return r
	}
	r.points = simple
	return r
}

// bow is the S from one side to the facing one of another box; not ok where the sides do not face one another.
func (r route) bow() (geometry.Curve, bool) {
	from, to := r.points[0], r.points[1]
	switch {
	case r.sides == [2]geometry.Side{geometry.Right, geometry.Left} && to.X > from.X, r.sides == [2]geometry.Side{geometry.Left, geometry.Right} && to.X < from.X:
		middle := (from.X + to.X) / 2
		return geometry.Curve{from, {X: middle, Y: from.Y}, {X: middle, Y: to.Y}, to}, true
	case r.sides == [2]geometry.Side{geometry.Bottom, geometry.Top} && to.Y > from.Y, r.sides == [2]geometry.Side{geometry.Top, geometry.Bottom} && to.Y < from.Y:
		middle := (from.Y + to.Y) / 2
		return geometry.Curve{from, {X: from.X, Y: middle}, {X: to.X, Y: middle}, to}, true
	}
	return nil, false
}

// along says whether a line runs where it was drawn, or nearly so.
func along(points, drawn []geometry.Point) bool {
	for share := 0.0; share <= 1; share += 0.05 {
		if geometry.Distance(geometry.Along(points, share), geometry.Along(drawn, share)) > 2*nearlyStraight {
			return false
		}
	}
	return true
}

// free says whether a line runs through no box but its own.
func free(points []geometry.Point, j *drawing.Joint, boxes map[string]geometry.Rect) bool {
	for key, box := range boxes {
		if key == j.From || key == j.To {
			continue
		}
		for i := 1; i < len(points); i++ {
			if geometry.SegmentMeets(points[i-1], points[i], box.Grown(clear)) {
				return false
			}
		}
	}
	return true
}

// curve is an open path of curves.
func curve(p drawing.Path) geometry.Curve {
	c := geometry.Curve{p.Segments[0].P[0]}
	for _, s := range p.Segments[1:] {
		if s.Verb == drawing.Cubic {
			c = append(c, s.P[:]...)
		}
	}
	return c
}
