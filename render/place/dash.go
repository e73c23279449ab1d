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
	const least = 0.55
	_, dash := fit.Stroke(l.Look())
	if dash == nil {
		return nil
	}
	share := min(1, max(least, l.bare()/fit.TwoDashes(dash)))
	shortened := make([]float64, len(dash))
	for i, d := range dash {
		shortened[i] = math.Round(d*share*1000) / 1000
	}
	return shortened
}

// bare is the longest stretch of the line on which nothing stands.
func (l *Line) bare() float64 {
	head := l.Head()
	points := geometry.NewWay(l.Curve.Cut(head.Cut)).Points
	on := append(slices.Clone(l.rings), geometry.Bounds(l.Tail()), geometry.Bounds(head.Bar))
	for _, s := range l.Signs() {
		on = append(on, s.At)
	}
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
