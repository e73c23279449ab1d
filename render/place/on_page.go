package place

import (
	"icamo/render/drawing"
	"icamo/render/geometry"
)

// OnPage is an arrangement as a file has it that draws it at a scale: at least so wide, and in hundredths of a point of the page. A
// figure that keeps its places reads these again, and is the same however often it is drawn.
func (a *Arrangement) OnPage(width, scale float64) *Arrangement {
	const about = 0.05 // points of the page that hundredths may come to
	on := *a
	if spare := width - a.Area.W; spare*scale > about { // the figure stays in the middle
		on.Area.X -= spare / 2
		on.Area.W = width
	}
	point := func(p geometry.Point) geometry.Point {
		return geometry.Point{X: drawing.WrittenAt(p.X, scale), Y: drawing.WrittenAt(p.Y, scale)}
	}
	rect := func(r geometry.Rect) geometry.Rect {
		from, to := point(geometry.Point{X: r.X, Y: r.Y}), point(geometry.Point{X: r.X + r.W, Y: r.Y + r.H})
		return geometry.Rect{X: from.X, Y: from.Y, W: to.X - from.X, H: to.Y - from.Y}
	}
	on.Area = rect(on.Area)
	on.boxes = make([]geometry.Rect, len(a.boxes))
	for i, b := range a.boxes {
		on.boxes[i] = rect(b)
	}
	on.rings = make([]geometry.Rect, len(a.rings))
	for i, r := range a.rings {
		on.rings[i] = geometry.Around(point(r.Centre()), r.W, r.H)
	}
	on.ways = make([]geometry.Way, len(a.ways))
	for i, w := range a.ways {
		c := make(geometry.Curve, len(w.Curve))
		for j, p := range w.Curve {
			c[j] = point(p)
		}
		on.ways[i] = geometry.NewWay(c)
	}
	return &on
}
