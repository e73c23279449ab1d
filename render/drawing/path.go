package drawing

import "icamo/render/geometry"

// A Verb says how a Segment goes on from where the last one ended.
type Verb uint8

const (
	Move  Verb = iota // start anew at P[0]
	Line              // straight to P[0]
	Cubic             // a Bézier curve by P[0] and P[1] to P[2]
	Close             // straight back to the last Move
)

// A Segment is one step of a path; its verb says how many points count.
type Segment struct {
	Verb Verb
	P    [3]geometry.Point
}

// points are those of the segment that count.
func (s *Segment) points() []geometry.Point {
	switch s.Verb {
	case Cubic:
		return s.P[:]
	case Close:
		return nil
	}
	return s.P[:1]
}

// A Path is filled first, by the non-zero winding rule, and then stroked. Corners are round.
type Path struct {
	Segments  []Segment
	Fill      Color
	Stroke    Color
	LineWidth float64
	Dash      []float64 // lengths of dashes and gaps in turn; nil for a solid line
	Butt      bool      // the line ends flat at its last point; else it ends round
}

// MoveTo starts a new part of the path.
func (p *Path) MoveTo(x, y float64) {
	p.Segments = append(p.Segments, Segment{Verb: Move, P: [3]geometry.Point{{X: x, Y: y}}})
}

// LineTo goes straight on.
func (p *Path) LineTo(x, y float64) {
	p.Segments = append(p.Segments, Segment{Verb: Line, P: [3]geometry.Point{{X: x, Y: y}}})
}

// CubicTo goes on in a Bézier curve with two control points.
func (p *Path) CubicTo(x1, y1, x2, y2, x, y float64) {
	p.Segments = append(p.Segments, Segment{Verb: Cubic, P: [3]geometry.Point{{X: x1, Y: y1}, {X: x2, Y: y2}, {X: x, Y: y}}})
}

// Close goes back to where this part of the path started.
func (p *Path) Close() { p.Segments = append(p.Segments, Segment{Verb: Close}) }

// Polyline is an open path through the points.
func Polyline(points ...geometry.Point) Path {
	p := Path{Segments: make([]Segment, 0, len(points)+1)} // and one that may close it
	for i, q := range points {
		if i == 0 {
			p.MoveTo(q.X, q.Y)
		} else {
			p.LineTo(q.X, q.Y)
		}
	}
	return p
}

// Polygon is a closed path through the points.
func Polygon(points ...geometry.Point) Path {
	p := Polyline(points...)
	p.Close()
	return p
}

// arcControl is how far the control points of a quarter circle stand from its ends, as a share of the radius.
const arcControl = 0.5522847498

// RoundRect is a box with corners of the given radius, or of half its shorter side where that is less.
func RoundRect(r geometry.Rect, radius float64) Path {
	radius = max(0, min(radius, r.W/2, r.H/2))
	if radius == 0 {
		return Polygon(geometry.Point{X: r.X, Y: r.Y}, geometry.Point{X: r.X + r.W, Y: r.Y}, geometry.Point{X: r.X + r.W, Y: r.Y + r.H}, geometry.Point{X: r.X, Y: r.Y + r.H})
	}
	k := radius - float64(radius*arcControl)
	left, top, right, bottom := r.X, r.Y, r.X+r.W, r.Y+r.H
	p := Path{Segments: make([]Segment, 0, 10)}
	p.MoveTo(left+radius, top)
	p.LineTo(right-radius, top)
	p.CubicTo(right-k, top, right, top+k, right, top+radius)
	p.LineTo(right, bottom-radius)
	p.CubicTo(right, bottom-k, right-k, bottom, right-radius, bottom)
	p.LineTo(left+radius, bottom)
	p.CubicTo(left+k, bottom, left, bottom-k, left, bottom-radius)
	p.LineTo(left, top+radius)
	p.CubicTo(left, top+k, left+k, top, left+radius, top)
	p.Close()
	return p
}

func (p Path) stroked() bool { return p.Stroke.On && p.LineWidth > 0 }
