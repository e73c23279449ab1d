package render

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"icamo/render/fit"
)

// noteSizes says of a figure for a page whether its labels are too small to read or it is too high, and what it takes: one width, where
// both are so.
func (f *figure) noteSizes(ctx context.Context) {
	p, enough := f.picture, 0.0
	if p.small() {
		enough = f.legibleWidth(ctx)
	}
	high := fmt.Sprintf("the figure is %.0f mm high, higher than the %.0f mm of a page", p.Drawing.Height/fit.Millimetre, fit.Tallest/fit.Millimetre)
	small := fmt.Sprintf("labels print at %.1f pt", p.TextSize)
	wide := fmt.Sprintf(" in a width of %.0f mm", f.options.Width/fit.Millimetre)
	switch {
	case p.tooHigh() && enough > 0:
		p.note("%s, and its %s; for that it takes a width of %.0f mm, or a view of a part", high, small, enough)
	case p.tooHigh() && p.small():
		p.note("%s, and its %s; %s", high, small, f.lower(ctx))
	case p.tooHigh():
		p.note("%s; %s", high, f.lower(ctx))
	case enough > 0:
		p.note("%s; for 7 pt it takes %.0f mm, or a view of a part", small+wide, enough)
	case p.small():
		p.note("%s, and at 7 pt the figure is higher than a page; %s", small+wide, f.lower(ctx))
	}
}

// small says whether labels print at less than seven points.
func (p *Picture) small() bool { return p.TextSize < fit.TextSize-0.05 }

// legibleWidth is the width in millimetres at which labels print at seven points: what the figure takes as it is laid out, or less where
// another layout was found to do with less; 0 where the figure would be higher than a page with that. What has many lines takes long to
// lay out anew, and so do many panels.
func (f *figure) legibleWidth(ctx context.Context) float64 {
	least, enough := math.Ceil(f.options.Width/fit.Millimetre), math.Ceil((f.picture.placed.Area.W+2*fit.Margin)/fit.Millimetre)
	if f.fitting.Lines() > fewLines || f.options.Panel {
		if f.picture.tooHigh() {
			return 0
		}
		return enough
	}
	engine := f.chooser.engine
	key := append([]byte("legible at "), f.fitting.Key()...)
	if said, ok := engine.Remembered(key); ok {
		if width, err := strconv.ParseFloat(string(said), 64); err == nil {
			return width
		}
	}
	at := func(millimetres float64) (legible, high bool) {
		o := f.options
		o.Width, o.Stable = millimetres*fit.Millimetre, nil
		wider, err := lay(ctx, f.chooser, f.theory, o)
		return err == nil && !wider.picture.small(), err == nil && wider.tooHigh()
	}
	legible, high := at(enough)
	for most := enough + 5; !legible && !high && enough < most; legible, high = at(enough) { // another layout was chosen there
		enough++
	}
	if high {
		least, enough = 0, 0
	}
	const tries = 6
	for range tries {
		if enough-least <= 1 {
			break
		}
		between := math.Floor((least + enough) / 2)
		if legible, high := at(between); legible && !high {
			enough = between
		} else {
			least = between
		}
	}
	if ctx.Err() == nil {
		engine.Remember(key, []byte(strconv.FormatFloat(enough, 'f', -1, 64)))
	}
	return enough
}
