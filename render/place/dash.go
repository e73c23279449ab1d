package place

import (
	"math"
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// Dash is the pattern of the line; nil where it is whole. It is shortened on a line of which less than two dashes would be seen,
// as that would look whole.
func (l *Line) Dash() []float64 {
	dash := fit.Dash(l.Look())
	if dash == nil {
		return nil
	}
	share := min(1, max(leastDash, l.bare(nil)/fit.TwoDashes(dash)))
	shortened := make([]float64, len(dash))
	for i, d := range dash {
		shortened[i] = math.Round(d*share*1000) / 1000
	}
	return shortened
}

// leastDash is the share of its pattern that a broken line is shortened to at least.
const leastDash = 0.55

// dashesHidden says whether the line could not be known by its dashes if something stood on it.
func (l *Line) dashesHidden(at geometry.Rect) bool {
	dash := fit.Dash(l.Look())
	return dash != nil && l.Crosses(at) && l.bare([]geometry.Rect{at}) < leastDash*fit.TwoDashes(dash)
}

// bare is the longest stretch of the line on which nothing stands, with some more than what does.
func (l *Line) bare(more []geometry.Rect) float64 {
	on := slices.Concat(l.rings, more)
	for _, s := range l.Signs() {
		on = append(on, s.At)
	}
	return bare(l.Curve, l.Head(), l.Tail(), on)
}

// bare is the longest stretch of a curve between its ends on which nothing stands.
func bare(c geometry.Curve, head Head, tail geometry.Polygon, on []geometry.Rect) float64 {
	const step = 1.0 // a straight line has no points on its way
	points := geometry.NewWay(c.Cut(head.Cut)).Points
	points = geometry.Evenly(points, max(2, int(math.Ceil(geometry.Length(points)/step))))
	on = append(on, geometry.Bounds(tail), geometry.Bounds(head.Bar))
	longest, stretch := 0.0, 0.0
	for i := 1; i < len(points); i++ {
		stretch += geometry.Distance(points[i-1], points[i])
		middle := geometry.Mix(points[i-1], points[i], 0.5)
		if slices.ContainsFunc(on, func(r geometry.Rect) bool { return r.Holds(middle) || r.Holds(points[i]) }) {
			stretch = 0
		}
		longest = max(longest, stretch)
	}
	return longest
}
