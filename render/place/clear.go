package place

import (
	"math"

	"icamo/render/geometry"
)

// clearOf is a mark at an end of one line that another is to run past: a box around the mark, along its own axes, and the direction in
// which the other line gives way.
type clearOf struct {
	centre, axis  geometry.Point // the axis is a direction
	along, across float64        // half of its length and of its width, with what a line keeps from it
	aside         geometry.Point // direction
	from, to      int            // beads that may come to it
}

// keepClear has the strand run past the marks at the ends of other lines.
func (s *strand) keepClear(strands []*strand) {
	const reach, apart = 14.0, 0.9 // as far as a line is moved for it; beside half of the line
	around := geometry.Bounds(s.was).Grown(reach)
	for _, o := range strands {
		if o == s {
			continue
		}
		for _, m := range o.marks {
			if !m.bounds.Meets(around) {
				continue
			}
			c := clearOf{centre: m.bounds.Centre(), axis: m.out, from: -1}
			nearest := 0
			for i := range s.within(reach, c.centre) {
				if c.from < 0 {
					c.from = i
				}
				c.to = i
				if geometry.Distance(s.was[i], c.centre) < geometry.Distance(s.was[nearest], c.centre) {
					nearest = i
				}
			}
			if c.from < 0 {
				continue
			}
			for _, p := range m.shape {
				x, y := c.local(p)
				c.along, c.across = max(c.along, math.Abs(x)), max(c.across, math.Abs(y))
			}
			c.along, c.across = c.along+s.wide/2+apart, c.across+s.wide/2+apart
			c.aside = s.aside(m, &c, nearest)
			s.clear = append(s.clear, c)
		}
	}
}

// aside is the direction in which the strand gives way to a mark: along the border, where it ends beside it and comes from that side;
// outwards, where it runs along the border; or else to the side on which it passes.
func (s *strand) aside(m endMark, c *clearOf, nearest int) geometry.Point {
	for _, end := range [2]struct {
		box       *node
		own, away int // beads
	}{{s.line.from, 0, c.to}, {s.line.to, len(s.was) - 1, c.from}} {
		if end.box != m.box || m.box.at.SideOf(s.was[end.own]).Outwards() != m.out {
			continue
		}
		_, own := c.local(s.was[end.own])
		if _, away := c.local(s.was[end.away]); own*away > 0 {
			side := math.Copysign(1, own)
			return geometry.Point{X: -side * c.axis.Y, Y: side * c.axis.X}
		}
	}
	const beside = 0.6
	dx, dy := s.direction(nearest)
	aside := geometry.Point{X: -dy, Y: dx}
	lean := aside.X*m.out.X + aside.Y*m.out.Y
	if math.Abs(lean) < beside {
		off := s.was[nearest].Minus(c.centre)
		lean = aside.X*off.X + aside.Y*off.Y
	}
	if lean < 0 {
		return geometry.Point{X: -aside.X, Y: -aside.Y}
	}
	return aside
}

// local are the coordinates of a point from the mark's middle, along its axis and across.
func (c *clearOf) local(p geometry.Point) (x, y float64) {
	d := p.Minus(c.centre)
	return d.X*c.axis.X + d.Y*c.axis.Y, d.Y*c.axis.X - d.X*c.axis.Y
}

// lacks is how far a point still has to go aside until it is clear of the mark.
func (c *clearOf) lacks(p geometry.Point) float64 {
	x, y := c.local(p)
	if math.Abs(x) >= c.along || math.Abs(y) >= c.across {
		return 0
	}
	dx, dy := c.aside.X*c.axis.X+c.aside.Y*c.axis.Y, c.aside.Y*c.axis.X-c.aside.X*c.axis.Y
	return min(exit(x, dx, c.along), exit(y, dy, c.across))
}

// exit is how far a coordinate has to go, changing so much a step, until it is out of bounds.
func exit(at, by, bound float64) float64 {
	switch {
	case by > 1e-9:
		return (bound - at) / by
	case by < -1e-9:
		return (-bound - at) / by
	}
	return math.Inf(1)
}

// pushClear moves beads past marks. It says whether there were any.
func (s *strand) pushClear() bool {
	any := false
	for k := range s.clear {
		c := &s.clear[k]
		for i := c.from; i <= c.to; i++ {
			if s.held[i] {
				continue
			}
			far := c.lacks(s.at(i))
			if i > 0 { // the step between two beads can cut a corner
				far = max(far, c.lacks(geometry.Mix(s.at(i-1), s.at(i), 0.5)))
			}
			if far > 0.1 {
				at := &s.pushes[i]
				at.X, at.Y, any = at.X+c.aside.X*far, at.Y+c.aside.Y*far, true
			}
		}
	}
	return any
}
