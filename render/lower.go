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
	"icamo/theory"
)

// fewLines is the number of lines up to which it does not take long to lay a figure out several times more.
const fewLines = 75

// lower says what has a figure fit its page that is higher than one: what it names was laid out, but of a figure with so many lines
// that this would take long.
func (c *chooser) lower(ctx context.Context, fitting *fit.Fitting, t *theory.Theory, o Options) string {
	key := append([]byte("lower\n"), fitting.Key()...)
	if said, ok := c.engine.Remembered(key); ok {
		return string(said)
	}
	said := "show a part"
	if ways := c.lowerWays(ctx, fitting, t, o); len(ways) > 0 {
		said = "for that it takes " + strings.Join(ways, ", ") + ", or a view of a part"
	}
	if ctx.Err() == nil {
		c.engine.Remember(key, []byte(said))
	}
	return said
}

func (c *chooser) lowerWays(ctx context.Context, fitting *fit.Fitting, t *theory.Theory, o Options) (ways []string) {
	if fitting.Lines() > fewLines {
		for width := range fitting.Wider() {
			return []string{fmt.Sprintf("a width of about %.0f mm", math.Ceil(width/fit.Millimetre-0.01))}
		}
		return nil
	}
	for _, other := range []fit.Lanes{fit.Columns, fit.Rows} {
		turned := o
		turned.Lanes = other
		if cmp.Or(o.Lanes, fit.Auto) != other && c.fits(ctx, t, turned) {
			ways = append(ways, "--lanes "+string(other))
			break
		}
	}
	if hidden := o; o.Against != nil && o.View.Name == scene.Revised && o.Dropped != scene.Nowhere {
		if hidden.Dropped = scene.Nowhere; c.fits(ctx, t, hidden) {
			ways = append(ways, "--dropped hide")
		}
	}
	for width := range fitting.Wider() {
		wider := o
		wider.Width = width
		if c.fits(ctx, t, wider) {
			return append(ways, fmt.Sprintf("a width of %.0f mm", math.Ceil(width/fit.Millimetre-0.01)))
		}
	}
	return ways
}

// fits says whether a figure is no higher than a page as it is fitted best.
func (c *chooser) fits(ctx context.Context, t *theory.Theory, o Options) bool {
	s, err := scene.New(t, o.Options)
	if err != nil {
		return false
	}
	plan := fit.New(s, o.Paper).Best()
	laid, err := place.Lay(ctx, c.engine, plan)
	if err != nil || laid.Simplified {
		return false
	}
	a := laid.Route()
	scale, _ := plan.Onto(a.Area)
	area := place.New(plan, a, o.Width/scale-2*fit.Margin).Area
	frame := fit.NewFrame(s.Frame, o.Face, geometry.Rect{W: area.W, H: area.H}, o.Width/scale)
	return scale > 0.999 && frame.Height*scale <= fit.Tallest+fit.Millimetre
}
