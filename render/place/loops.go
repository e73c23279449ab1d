package place

import "icamo/render/geometry"

// loopOut is how far a link from a box to itself reaches beyond the box.
const loopOut = 10.0

// placeLoops draws the links from a box to itself that have no way yet: around the lower right corner, a second one around the lower left; where columns
// stand as rows for now, as these.
func (r *routing) placeLoops(asRows bool) {
	drawn := make(map[*node]bool)
	for _, l := range r.edges {
		if !l.Loop() {
			continue
		}
		second := drawn[l.from]
		drawn[l.from] = true
		if len(l.Curve) > 0 {
			continue
		}
		at := l.from.at
		if asRows {
			at = at.Transposed()
		}
		c := loop(at)
		if second {
			middle := at.Centre().X
			for i := range c {
				c[i].X = 2*middle - c[i].X
			}
		}
		if asRows {
			c = c.Transposed()
		}
		l.Way = geometry.NewWay(c)
	}
}

// loopAt is where the first link from a box to itself stands, beyond the box.
func loopAt(r geometry.Rect) geometry.Rect {
	const room = 1.5
	return geometry.Rect{X: r.X + r.W - loopOut, Y: r.Y + r.H - loopOut, W: 2*loopOut + room, H: 2*loopOut + room}
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
