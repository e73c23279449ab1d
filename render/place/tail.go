package place

import (
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/scene"
)

// Tail is the diamond at the line's start, where it is the evaluator's reading; nil for any other.
func (l *Line) Tail() geometry.Polygon { return NewTail(l.Look(), l.Curve, l.From.At) }

// NewTail is the diamond at the start of a line along a curve from a box that is the evaluator's reading; nil for any other. It stands
// upright on the border, as far from it as its own half, so that no part of it is under the box.
func NewTail(look scene.Look, c geometry.Curve, from geometry.Rect) geometry.Polygon {
	const gap, half = 0.6, fit.ReadingHalf
	if !look.Reading {
		return nil
	}
	const farthest = 9.0 // along a line that hardly leaves the border
	side := from.SideOf(c[0])
	out := side.Outwards()
	at := geometry.Point{X: c[0].X + out.X*(gap+half), Y: c[0].Y + out.Y*(gap+half)}
	last := c[0]
	for _, p := range geometry.NewWay(c).Points {
		if far := from.Beyond(p, side); far > gap+half {
			near := from.Beyond(last, side)
			if on := geometry.Mix(last, p, (gap+half-near)/(far-near)); geometry.Distance(on, c[0]) < farthest {
				at = on
			}
			break
		}
		last = p
	}
	return geometry.Polygon{{X: at.X - half, Y: at.Y}, {X: at.X, Y: at.Y - half}, {X: at.X + half, Y: at.Y}, {X: at.X, Y: at.Y + half}}
}
