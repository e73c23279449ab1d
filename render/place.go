package render

import (
	"strings"

	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/theory"
)

// laneEdge is how far a lane reaches beyond what stands in it.
const laneEdge = 4.0

// position puts boxes and lines where the layout says.
func (f *figure) position(l *layout.Layout) {
	for _, b := range f.boxes {
		at := l.Nodes[b.name]
		b.at.X, b.at.Y = at.X-b.at.W/2, at.Y-b.at.H/2
	}
	for _, line := range f.lines {
		if line.from == line.to {
			continue
		}
		points := l.Edges[line.name].Curve
		c := make(geometry.Curve, len(points))
		for i, p := range points {
			c[i] = geometry.Point{X: p.X, Y: p.Y}
		}
		if line.from.rank > line.to.rank {
			c = c.Reversed()
		}
		c = c.Between(line.from.at, line.to.at)
		line.Way = geometry.NewWay(c)
	}
	f.route()
	f.placeLoops()
	f.area = f.extent().Grown(laneEdge)
	if f.columns {
		f.area.Y -= laneTitle - laneEdge
		f.area.H += laneTitle - laneEdge
	} else {
		f.area.X -= laneTitle
		f.area.W += laneTitle
	}
}

// widen gives the figure the width of its page, and leaves it in the middle.
func (f *figure) widen(width float64) {
	if spare := width - f.area.W; spare > 0 {
		f.area.X -= spare / 2
		f.area.W = width
	}
}

// dress places the lanes, badges and signs around boxes and lines.
func (f *figure) dress(face *drawing.Face) {
	f.placeLanes()
	f.placeBadges(face)
	f.placeSigns(face)
}

// loopOut is how far a link from a box to itself reaches beyond the box.
const loopOut = 10.0

// placeLoops draws the links from a box to itself: around the lower right corner, a second one around the lower left.
func (f *figure) placeLoops() {
	drawn := make(map[*box]bool)
	for _, l := range f.lines {
		if l.from != l.to {
			continue
		}
		c := loop(l.from.at)
		if drawn[l.from] {
			middle := l.from.at.Centre().X
			for i := range c {
				c[i].X = 2*middle - c[i].X
			}
		}
		drawn[l.from] = true
		l.Way = geometry.NewWay(c)
	}
}

// loop is a curve from a box's right side around its lower corner back to its bottom.
func loop(r geometry.Rect) geometry.Curve {
	const out = loopOut
	right, bottom := r.X+r.W, r.Y+r.H
	return geometry.Curve{
		{X: right, Y: bottom - 7},
		{X: right + out, Y: bottom - 7}, {X: right + out, Y: bottom + out}, {X: right, Y: bottom + out},
		{X: right - 6, Y: bottom + out}, {X: right - 10, Y: bottom + 7}, {X: right - 10, Y: bottom},
	}
}

// extent is the rectangle around all boxes and curves.
func (f *figure) extent() geometry.Rect {
	var r geometry.Rect
	for _, b := range f.boxes {
		r = r.Union(b.at.Grown(badgeTall / 2))
	}
	for _, l := range f.lines {
		r = r.Union(l.Bounds.Grown(2))
	}
	return r
}

// placeLanes gives each lane the band between the middles of the gaps before and after it.
func (f *figure) placeLanes() {
	const gap = 2
	f.bands = nil
	lanes := f.lanes()
	start, end := f.laneSpans(lanes)
	for i, lane := range lanes {
		at := f.area
		first, last := &at.Y, &at.H
		if f.columns {
			first, last = &at.X, &at.W
		}
		to := *first + *last
		if i > 0 {
			*first = (end[i-1]+start[i])/2 + gap/2
		}
		if i < len(lanes)-1 {
			to = (end[i]+start[i+1])/2 - gap/2
		}
		*last = to - *first
		f.bands = append(f.bands, band{kind: lane, at: at, title: f.laneTitle(lane, at)})
	}
}

// laneSpans are where each lane's boxes start and end, across the lanes.
func (f *figure) laneSpans(lanes []theory.Kind) (start, end []float64) {
	start, end = make([]float64, len(lanes)), make([]float64, len(lanes))
	for i, lane := range lanes {
		first := true
		for _, b := range f.boxes {
			if b.lane != lane {
				continue
			}
			from, to := b.at.Y, b.at.Y+b.at.H
			if f.columns {
				from, to = b.at.X, b.at.X+b.at.W
			}
			if first {
				start[i], end[i], first = from, to, false
			}
			start[i], end[i] = min(start[i], from), max(end[i], to)
		}
	}
	return start, end
}

// titleAt is where the lane's title stands.
func (b band) titleAt(face *drawing.Face) geometry.Rect {
	t := b.title
	at := t.Extent(face)
	if t.Rotate != 0 { // it runs upwards, around its anchor
		at = geometry.Rect{X: t.X + at.Y - t.Y, Y: t.Y + t.X - at.X - at.W, W: at.H, H: at.W}
	}
	return at
}

func laneName(lane theory.Kind) string { return strings.ToUpper(string(lane[:1])) + string(lane[1:]) }

// laneTitle names a lane: over a column, or upwards beside a row.
func (f *figure) laneTitle(lane theory.Kind, at geometry.Rect) drawing.Text {
	t := drawing.Text{String: laneName(lane), Size: textSize, Bold: true, Anchor: drawing.Middle}
	if f.columns {
		t.X, t.Y = at.X+at.W/2, at.Y+8.5
		return t
	}
	t.X, t.Y, t.Rotate = at.X+laneTitle-2.5, at.Y+at.H/2, -90
	return t
}
