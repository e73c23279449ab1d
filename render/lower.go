package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"strings"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
)

// fewLines is the number of lines up to which it does not take long to lay a figure out several times more.
const fewLines = 75

// lower says what has the figure fit its page, which is higher than one: what it names was laid out, but of a figure with so many
// lines that this would take long.
func (f *figure) lower(ctx context.Context) string {
	engine, o := f.chooser.engine, f.options
	key := fmt.Appendf(nil, "lower %q %q\n%s", o.View.Name, o.Dropped, f.fitting.Key())
	if said, ok := engine.Remembered(key); ok {
		return string(said)
	}
	always, said := "a view of a part", "show a part"
	if f.scene.Overview() {
		always = "--view rows, which a PDF has on as many pages as it takes"
		said = "draw " + always
	}
	if ways := f.ways(ctx); len(ways) > 0 {
		said = "for that it takes " + strings.Join(ways, ", ") + ", or " + always
	}
	if ctx.Err() == nil {
		engine.Remember(key, []byte(said))
	}
	return said
}

// ways are those that were found to have the figure fit its page.
func (f *figure) ways(ctx context.Context) (ways []string) {
	if f.fitting.Lines() > fewLines {
		for width := range f.fitting.Wider() {
			return []string{fmt.Sprintf("a width of about %.0f mm", math.Ceil(width/fit.Millimetre-0.01))}
		}
		return nil
	}
	o := f.options
	for _, other := range []fit.Lanes{fit.Columns, fit.Rows} {
		turned := o
		turned.Lanes = other
		if cmp.Or(o.Lanes, fit.Auto) != other && f.fits(ctx, turned) {
			ways = append(ways, "--lanes "+string(other))
			break
		}
	}
	for _, other := range f.scene.DroppedElsewhere(o.Dropped) {
		elsewhere := o
		if elsewhere.Dropped = other; f.fits(ctx, elsewhere) {
			ways = append(ways, "--dropped "+string(other))
			break
		}
	}
	for width := range f.fitting.Wider() {
		wider := o
		wider.Width = width
		if f.fits(ctx, wider) {
			return append(ways, fmt.Sprintf("a width of %.0f mm", math.Ceil(width/fit.Millimetre-0.01)))
		}
	}
	return ways
}

// fits says whether the figure is no higher than a page with other options, with labels that print at seven points.
func (f *figure) fits(ctx context.Context, o Options) bool {
	scale, height, ok := f.tried(ctx, o)
	return ok && scale > 0.999 && !tooHigh(height)
}

// tried is the scale and the height of the figure with other options, as it is fitted best.
func (f *figure) tried(ctx context.Context, o Options) (scale, height float64, ok bool) {
	s, err := scene.New(f.theory, o.Options)
	if err != nil {
		return 0, 0, false
	}
	plan := fit.New(s, o.Paper).Best()
	laid, err := place.Lay(ctx, f.chooser.engine, plan)
	if err != nil || laid.Simplified {
		return 0, 0, false
	}
	a := laid.Route()
	scale, _ = plan.Onto(a.Area)
	area := place.New(plan, a.OnPage(o.Width/scale-2*fit.Margin, scale)).Area
	frame := surround(plan.Frame(), o, geometry.Rect{W: area.W, H: area.H}, scale)
	return scale, frame.Height * scale, true
}
