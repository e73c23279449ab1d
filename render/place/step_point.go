package place

import (
	"slices"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
)

// stepPoint is the name of the point that the layout gives a line on which others act.
func stepPoint(l *fit.Line) string { return "on" + l.Name }

// pastPoint is the id of the part of a line beyond that point.
func pastPoint(l *fit.Line) string { return l.Name + "on" }

// divided says whether the layout has a point on a line: it has none on lines inside a rank, which are led without it.
func divided(l *fit.Line) bool { return l.Acted && l.From.Rank != l.To.Rank }

// laidOut is the curve that the layout has for a line, from the lower rank to the higher; nil for none.
func laidOut(line *fit.Line, l *layout.Layout, move func(geometry.Point) geometry.Point) geometry.Curve {
	points := l.Edges[line.Name].Curve
	if line.Onto == nil && divided(line) {
		points = append(slices.Clone(points), l.Edges[pastPoint(line)].Curve[1:]...)
	}
	c := make(geometry.Curve, len(points))
	for i, p := range points {
		c[i] = move(geometry.Point{X: p.X, Y: p.Y})
	}
	return c
}
