package drawing

import (
	"fmt"
	"image"
	"image/draw"
	"math"

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

// rows draws the rows from top to before bottom.
func (r *raster) rows(top, bottom int) *image.RGBA {
	img := &image.RGBA{Rect: image.Rectangle{Max: r.size}}
	canvas := gg.NewContextForRGBA(img) // as large as the picture, so that what crosses into other rows is cut there
	*img = *image.NewRGBA(image.Rect(0, top, r.size.X, bottom))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for _, s := range r.shapes {
		if s.bottom*r.scale > float64(top-1) && s.top*r.scale < float64(bottom+1) {
			paint(canvas, s.path, r.scale)
		}
	}
	return img
}

func paint(canvas *gg.Context, p Path, scale float64) {
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
func trace(canvas *gg.Context, p Path, scale float64) {
	var start, pen geometry.Point
	for _, s := range p.Segments {
		var q [3]geometry.Point
		for i := range q {
			q[i] = geometry.Point{X: s.P[i].X * scale, Y: s.P[i].Y * scale}
		}
		switch s.Verb {
		case Move:
			canvas.MoveTo(q[0].X, q[0].Y)
			start, pen = q[0], q[0]
		case Line:
			canvas.LineTo(q[0].X, q[0].Y)
			pen = q[0]
		case Cubic:
			long := math.Sqrt(distance(pen, q[0]) + distance(q[0], q[1]) + distance(q[1], q[2]))
			steps := 2 + int(1.5*long) // keeps within a tenth of a pixel of the curve
			for i := 1; i <= steps; i++ {
				r := bezier(pen, q[0], q[1], q[2], float64(i)/float64(steps))
				canvas.LineTo(r.X, r.Y)
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
