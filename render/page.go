package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"icamo/render/layout"
)

const (
	millimetre  = 72 / 25.4                       // points
	tallest     = 240 * millimetre                // as high as a journal's page has room for
	screenScale = 9.0 / textSize                  // labels of nine points where no page is given, and at most
	sheetEdge   = 2*(margin+laneEdge) + laneTitle // what the sheet and the lanes add to the layout's width
	sheetAbove  = 44.0                            // what title and legend add to its height, about
	maxTries    = 4                               // layouts that one figure may take
)

// try is one way of fitting a figure to its page.
type try struct {
	columns bool
	most    fill
	wrap    float64 // width of a label's line
	spacing spacing
	width   float64 // that the layout is to be squeezed into; 0 for none
	scale   float64

	need   float64 // the least width that it takes
	height float64 // of the page, about, once it is scaled
}

// fit lays the figure out for its page and places it. It gives the factor by which all is to be scaled, so that labels
// print at seven points or more; where they cannot, it notes the width at which they would.
func (f *figure) fit(ctx context.Context, engine *layout.Engine, o Options) (scale float64, notes []string, err error) {
	tries := f.tries(o)
	for i, t := range tries {
		if i > 0 && i < len(tries)-1 && t.need > tries[i-1].need && t.columns == tries[i-1].columns {
			continue // it needs more width than the one that did not get enough
		}
		f.columns = t.columns
		f.measure(o.Face, t.wrap)
		f.rank(t.most)
		l, err := engine.Run(ctx, f.graph(t.spacing, t.width))
		if err != nil {
			return 0, nil, err
		}
		f.position(l)
		if l.Simplified {
			notes = append(notes, "the layout took too long, so it was made with straight lines")
		}
		scale = t.scale
		if o.Width == 0 {
			break
		}
		if room := (o.Width - 2*t.scale*margin) / (f.area.W * t.scale); room >= 0.999 || i == len(tries)-1 {
			scale = min(t.scale*room, o.largest())
			f.widen(o.Width/scale - 2*margin)
			break
		}
	}
	f.dress(o.Face)
	if textSize*scale < textSize-0.01 {
		need := (f.area.W + 2*margin) / millimetre
		notes = append(notes, fmt.Sprintf("labels print at %.1f pt in a width of %.0f mm; for 7 pt it takes %.0f mm, or a view of a part",
			textSize*scale, o.Width/millimetre, math.Ceil(need)))
	}
	return scale, notes, nil
}

// largest is the scale that no figure goes beyond.
func (o Options) largest() float64 {
	if o.plain {
		return 1
	}
	return screenScale
}

// tries are the ways to fit the figure that have a chance, the best first: those that are no higher than a page, with
// large text, in columns, with wide gaps, and low. One that always gives a figure is the last.
func (f *figure) tries(o Options) []try {
	if o.Width == 0 {
		return []try{{columns: o.Lanes != Rows, most: evenly(fullest), wrap: 62, spacing: spacing{between: 10, ranks: 30}, scale: screenScale}}
	}
	var tries []try
	last := try{need: math.Inf(1)} // the one that lacks least width at the smallest scale
	for _, wrap := range []float64{66, 58, 50, 42} {
		f.measure(o.Face, wrap)
		for _, scale := range []float64{screenScale, 8 / textSize, 1} {
			if scale > o.largest() {
				continue
			}
			room := o.Width/scale - sheetEdge
			var ways []try
			if o.Lanes != Rows {
				const least, between = 24.0, 8.0
				f.rank(evenly(fullest))
				need := f.columnsWidth(least)
				gap := least + max(0, min((room-need)/float64(max(f.ranks-1, 1)), 10))
				ways = append(ways, f.estimated(try{columns: true, most: evenly(fullest), spacing: spacing{between, gap}, need: need}))
			}
			if o.Lanes != Columns {
				most, need := f.rankWithin(room, tightGap)
				for _, gap := range []float64{28, 22, 17, 13} {
					ways = append(ways, f.estimated(try{most: most, width: room, spacing: spacing{tightGap, gap}, need: need}))
				}
			}
			for _, t := range ways {
				t.wrap, t.scale, t.height = wrap, scale, t.height*scale
				if t.need <= room {
					tries = append(tries, t)
				}
				if scale == 1 && t.need < last.need && (t.columns || t.spacing.ranks == 22) {
					last = t
				}
			}
		}
	}
	slices.SortStableFunc(tries, func(a, b try) int { return cmp.Compare(a.cost(o.Width), b.cost(o.Width)) })
	return append(tries[:min(len(tries), maxTries-1)], last)
}

// tightGap is what there is between the boxes of a rank, and the lines between them, where width is dear.
const tightGap = 5.0

// cost weighs what a figure is wanted to be: no higher than half again as wide, never higher than a page, in columns
// where that is asked for or left open, with wide gaps and large text.
func (t try) cost(width float64) float64 {
	cost := max(t.height, min(tallest, 1.5*width)) + 10*max(0, t.height-tallest)
	cost *= 1 + 0.06*(screenScale-t.scale)*textSize
	if t.columns {
		return cost * 0.8
	}
	return cost * (1 + 0.012*(28-t.spacing.ranks))
}

// columnsWidth is how wide the figure is in columns: Graphviz makes each rank as wide as its widest box.
func (f *figure) columnsWidth(gap float64) float64 {
	widest := make([]float64, f.ranks)
	for _, b := range f.boxes {
		widest[b.rank] = max(widest[b.rank], b.at.W+2*clearance)
	}
	total := float64(f.ranks-1) * gap
	for _, w := range widest {
		total += w
	}
	return total
}

// estimated tells about how high the page gets, before it is scaled.
func (f *figure) estimated(t try) try {
	ranks := make([]float64, f.ranks)
	for _, b := range f.boxes {
		if t.columns {
			ranks[b.rank] += b.at.H + 2*clearance + t.spacing.between
		} else {
			ranks[b.rank] = max(ranks[b.rank], b.at.H+2*clearance)
		}
	}
	total := slices.Max(ranks)
	if !t.columns {
		total = float64(f.ranks-1) * t.spacing.ranks
		for _, r := range ranks {
			total += r
		}
	}
	t.height = total + laneTitle + 2*margin + sheetAbove
	return t
}

// dotText is the figure's DOT for people, measured as the figure itself would be.
func (f *figure) dotText(o Options) []byte {
	t := f.tries(o)[0]
	f.columns = t.columns
	f.measure(o.Face, t.wrap)
	f.rank(t.most)
	return f.dot(t.spacing, t.width, true)
}
