package editable

import (
	"icamo/render/drawing"
	"icamo/render/geometry"
)

// stop is a shape on a line to which it leads and from which it goes on, so that the two stay together where one is moved: a
// sign of the line, or the end of another line that acts on it.
type stop struct {
	part *part
	id   int
}

// stretch is a line between the stops on it.
type stretch struct {
	way      []geometry.Point
	from, to *stop // nil for the ends of the line
}

// stretches takes a line apart at the stops on it.
func stretches(way []geometry.Point, stops []*stop) []stretch {
	all := []stretch{{}}
	var at *stop // that the way is in
	for _, p := range finely(way) {
		on := stopAt(stops, p)
		if on != at && at != nil {
			all = append(all, stretch{from: at})
		}
		if last := &all[len(all)-1]; on == nil || on != at {
			last.way, last.to = append(last.way, p), on
		}
		at = on
	}
	if at != nil {
		all = append(all, stretch{way: way[len(way)-1:], from: at})
	}
	for i := range all { // a line meets a stop in the middle of a side
		s := &all[i]
		first, last := s.way[0], s.way[len(s.way)-1]
		if s.from != nil {
			s.way = append([]geometry.Point{s.from.meets(last)}, s.way[1:]...)
		}
		switch {
		case s.to != nil && len(s.way) == 1:
			s.way = append(s.way, s.to.meets(first))
		case s.to != nil:
			s.way = append(s.way[:len(s.way)-1:len(s.way)-1], s.to.meets(first))
		case len(s.way) == 1:
			s.way = append(s.way, last)
		}
	}
	return all
}

// finely is a way with a point every quarter of a point.
func finely(way []geometry.Point) []geometry.Point {
	const step = 0.25
	points := way[:1:1]
	for i := 1; i < len(way); i++ {
		n := int(geometry.Distance(way[i-1], way[i])/step) + 1
		for j := 1; j <= n; j++ {
			points = append(points, geometry.Mix(way[i-1], way[i], float64(j)/float64(n)))
		}
	}
	return points
}

// stopAt is the stop that holds a point; nil for none.
func stopAt(stops []*stop, p geometry.Point) *stop {
	for _, s := range stops {
		if s.part.at.Holds(p) {
			return s
		}
	}
	return nil
}

// meets is the middle of the side that looks to a point.
func (s *stop) meets(from geometry.Point) geometry.Point {
	at, c := s.part.at, s.part.at.Centre()
	switch facing(c, from) {
	case geometry.Top:
		return geometry.Point{X: c.X, Y: at.Y}
	case geometry.Bottom:
		return geometry.Point{X: c.X, Y: at.Y + at.H}
	case geometry.Left:
		return geometry.Point{X: at.X, Y: c.Y}
	}
	return geometry.Point{X: at.X + at.W, Y: c.Y}
}

// round says whether a stop is drawn as a circle.
func (s *stop) round() bool { return ring(*s.part.path) }

// stands says whether a part stands on a line as a sign does: a shape with a text in it, through which the line runs.
func (p *part) stands(way []geometry.Point) bool {
	if p.path == nil || len(p.lines) == 0 {
		return false
	}
	if _, is := corner(*p.path); !is {
		return false
	}
	return runsInto(way, p.at)
}

// runsInto says whether a way enters a rectangle.
func runsInto(way []geometry.Point, at geometry.Rect) bool {
	for i := 1; i < len(way); i++ {
		if geometry.SegmentMeets(way[i-1], way[i], at) {
			return true
		}
	}
	return false
}

// ends are the first and the last point of a line.
func ends(j *drawing.Joint) (first, last geometry.Point) {
	c := curve(j.Line)
	return c[0], c[len(c)-1]
}

// home is the key of the group at whose end of a line a mark stands.
func (p *part) home(j *drawing.Joint) string {
	first, last := ends(j)
	if c := p.at.Centre(); geometry.Distance(c, first) < geometry.Distance(c, last) {
		return j.From
	}
	return j.To
}
