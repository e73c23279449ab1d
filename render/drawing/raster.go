package drawing

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"

	"git.sr.ht/~sbinet/gg"

	"icamo/render/geometry"
)

// mostPixels bounds the time that a picture takes: 180 mm × 240 mm at 1,200 dpi is 96 million.
const mostPixels = 1 << 28

// A raster draws a figure as pixels on white, some rows at a time, so that a large one takes no more memory than a small one.
type raster struct {
	size   image.Point
	scale  float64 // pixels a point
	shapes []rasterShape
}

// A rasterShape is a path of the figure, and between which heights it stands, in points.
type rasterShape struct {
	path        Path
	top, bottom float64
}

func newRaster(d *Drawing, dpi int) (*raster, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	if dpi < 1 || dpi > 10000 {
		return nil, fmt.Errorf("a resolution of %d dpi is not between 1 and 10000", dpi)
	}
	r := &raster{scale: float64(dpi) / 72}
	r.size = image.Pt(int(math.Ceil(d.Width*r.scale-0.01)), int(math.Ceil(d.Height*r.scale-0.01)))
	if r.size.X*r.size.Y > mostPixels {
		return nil, fmt.Errorf("%d × %d pixels are too many; ask for fewer dpi, or for SVG or PDF", r.size.X, r.size.Y)
	}
	for p := range d.paths() {
		r.shapes = append(r.shapes, newRasterShape(p))
	}
	return r, d.Face.Damaged()
}

func newRasterShape(p Path) rasterShape {
	s := rasterShape{path: p, top: math.Inf(1), bottom: math.Inf(-1)}
	for _, g := range p.Segments {
		for _, q := range g.points() {
			s.top, s.bottom = min(s.top, q.Y), max(s.bottom, q.Y)
		}
	}
	s.top, s.bottom = s.top-p.LineWidth, s.bottom+p.LineWidth
	return s
}

// rows draws the rows from top to before bottom, in memory that is given where that is enough.
func (r *raster) rows(top, bottom int, pixels []byte) *image.RGBA {
	stride := 4 * r.size.X
	length := stride * (bottom - top)
	img := &image.RGBA{Pix: slices.Grow(pixels[:0], length)[:length], Stride: stride, Rect: image.Rect(0, top, r.size.X, bottom)}
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	var reaches []*reach
	for _, above := range []int{256, 4096, top} { // most shapes are letters
		if above < top || above == top {
			reaches = append(reaches, newReach(img, above))
		}
	}
	for _, s := range r.shapes {
		first := int(math.Floor(s.top * r.scale))
		if first > bottom || s.bottom*r.scale <= float64(top-1) {
			continue
		}
		if left, right, ok := s.across(float64(top-1)/r.scale, float64(bottom+1)/r.scale); ok {
			reaches[0].fillAcross(img, left*r.scale, right*r.scale, s.path.Fill)
			continue
		}
		for _, c := range reaches {
			if first >= c.top || c.top == 0 {
				paint(c, s.path, r.scale)
				break
			}
		}
	}
	return img
}

// across says whether a shape, from one height to another, is all that is between two upright lines, and where these stand: as a
// lane is between its corners.
func (s *rasterShape) across(top, bottom float64) (left, right float64, ok bool) {
	if !s.path.Fill.On || s.path.stroked() || s.top > top || s.bottom < bottom {
		return 0, 0, false
	}
	var sides []float64
	down := 0
	var start, pen geometry.Point
	for _, g := range s.path.Segments {
		to := start
		if points := g.points(); len(points) > 0 {
			to = points[len(points)-1]
		}
		low, high := min(pen.Y, to.Y), max(pen.Y, to.Y)
		for _, q := range g.points() {
			low, high = min(low, q.Y), max(high, q.Y)
		}
		switch {
		case g.Verb == Move:
			start = to
		case high <= top || low >= bottom:
		case g.Verb == Cubic || pen.X != to.X || low > top || high < bottom:
			return 0, 0, false
		case pen.Y < to.Y:
			sides, down = append(sides, to.X), down+1
		default:
			sides = append(sides, to.X)
		}
		pen = to
	}
	if len(sides) != 2 || down != 1 {
		return 0, 0, false
	}
	return min(sides[0], sides[1]), max(sides[0], sides[1]), true
}

// fillAcross fills all rows between two heights along them: pixels that are covered whole at once, which is most of a lane.
func (c *reach) fillAcross(img *image.RGBA, left, right float64, colour Color) {
	whole := img.Rect
	whole.Min.X, whole.Max.X = int(math.Ceil(left)), int(math.Floor(right))
	if whole.Empty() {
		whole.Max.X = whole.Min.X
	}
	draw.Draw(img, whole, image.NewUniform(color.RGBA{colour.R, colour.G, colour.B, 255}), image.Point{}, draw.Src)
	c.SetRGB255(int(colour.R), int(colour.G), int(colour.B))
	top, high := float64(img.Rect.Min.Y-c.top), float64(img.Rect.Dy())
	for _, edge := range [][2]float64{{left, float64(whole.Min.X)}, {float64(whole.Max.X), right}} {
		if edge[0] < edge[1] {
			c.DrawRectangle(edge[0], top, edge[1]-edge[0], high)
			c.Fill()
		}
	}
}

// A reach is a canvas that begins some rows above those that it draws, so that what crosses into them is cut there: a canvas takes
// nothing above itself, and each path costs as many rows as it has.
type reach struct {
	*gg.Context
	top int // its first row
}

func newReach(img *image.RGBA, above int) *reach {
	c := &reach{top: img.Rect.Min.Y - above}
	rows := *img
	rows.Rect = image.Rect(0, 0, img.Rect.Dx(), img.Rect.Max.Y-c.top)
	c.Context = gg.NewContextForRGBA(&rows) // takes its size from it
	rows.Rect.Min.Y = above
	return c
}

// at is where a pixel of the picture stands on the canvas: on a 64th of a pixel, as canvases count, so that it is the same on each.
func (c *reach) at(p geometry.Point) (x, y float64) {
	const parts = 64
	return p.X, math.Round(p.Y*parts)/parts - float64(c.top)
}

func paint(canvas *reach, p Path, scale float64) {
	if p.Fill.On {
		trace(canvas, p, scale)
		canvas.SetRGB255(int(p.Fill.R), int(p.Fill.G), int(p.Fill.B))
		canvas.Fill()
	}
	if p.stroked() {
		trace(canvas, p, scale)
		canvas.SetRGB255(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
		canvas.SetLineWidth(p.LineWidth * scale)
		canvas.SetLineJoinRound()
		canvas.SetLineCapRound()
		if p.Butt {
			canvas.SetLineCapButt()
		}
		dashes := make([]float64, len(p.Dash))
		for i, v := range p.Dash {
			dashes[i] = max(v*scale, 0.1) // a dash without length is drawn as a dot, if its ends are round
		}
		canvas.SetDash(dashes...)
		canvas.Stroke()
	}
}

// trace lays the path on the canvas, with curves as short straight lines.
func trace(canvas *reach, p Path, scale float64) {
	var start, pen geometry.Point
	for _, s := range p.Segments {
		var q [3]geometry.Point
		for i := range q {
			q[i] = geometry.Point{X: s.P[i].X * scale, Y: s.P[i].Y * scale}
		}
		switch s.Verb {
		case Move:
			canvas.MoveTo(canvas.at(q[0]))
			start, pen = q[0], q[0]
		case Line:
			canvas.LineTo(canvas.at(q[0]))
			pen = q[0]
		case Cubic:
			long := math.Sqrt(distance(pen, q[0]) + distance(q[0], q[1]) + distance(q[1], q[2]))
			steps := 2 + int(1.5*long) // keeps within a tenth of a pixel of the curve
			for i := 1; i <= steps; i++ {
				r := bezier(pen, q[0], q[1], q[2], float64(i)/float64(steps))
				canvas.LineTo(canvas.at(r))
			}
			pen = q[2]
		case Close:
			canvas.ClosePath()
			pen = start
		}
	}
}

// bezier is the point at t. Each product is rounded by itself, so that every machine finds the same pixels.
func bezier(p0, p1, p2, p3 geometry.Point, t float64) geometry.Point {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return geometry.Point{
		X: float64(a*p0.X) + float64(b*p1.X) + float64(c*p2.X) + float64(d*p3.X),
		Y: float64(a*p0.Y) + float64(b*p1.Y) + float64(c*p2.Y) + float64(d*p3.Y),
	}
}

// distance is measured along the axes, which is enough to choose a number of steps.
func distance(a, b geometry.Point) float64 { return math.Abs(a.X-b.X) + math.Abs(a.Y-b.Y) }
