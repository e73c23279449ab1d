package render

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"sort"

	"icamo/render/drawing"
	"icamo/render/layout"
)

const (
	millimetre  = 72 / 25.4                       // points
	tallest     = 240 * millimetre                // as high as a journal's page has room for
	screenScale = 9.0 / textSize                  // labels of nine points where no page is given, and at most
	sheetEdge   = 2*(margin+laneEdge) + laneTitle // what the sheet and the lanes add to the layout's width
	narrow      = 120 * millimetre                // pages below it read in rows
	maxTries    = 4                               // layouts that one figure may take
)

// try is one way of fitting a figure to its page.
type try struct {
	columns bool
	depth   int     // columns: ranks in a lane
	lines   int     // columns: of a label
	more    float64 // columns: width of a box beyond what its rank needs
	most    fill    // rows
	wrap    float64 // rows: width of a label's line
	spacing spacing
	scale   float64

	crowded bool    // signs or texts stand on most lines
	need    float64 // the least width that it takes
	height  float64 // of the page, about, once it is scaled
}

// prepare ranks and measures the figure for a try.
func (f *figure) prepare(t try, o Options) {
	f.columns = t.columns
	if t.columns {
		f.rankColumns(t.depth)
		f.measureRanks(o.Face, t.lines, t.more)
	} else {
		f.measure(o.Face, t.wrap)
		f.rank(t.most)
	}
}

// fit lays the figure out for its page and places it. It gives the factor by which all is to be scaled, so that labels
// print at seven points or more; where they cannot, it notes the width at which they would. All tries together take no
// longer than the engine's time for one layout.
func (f *figure) fit(ctx context.Context, engine *layout.Engine, o Options) (scale float64, notes []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, engine.Deadline())
	defer cancel()
	f.beside = f.besides(o)
	tries := f.tries(o)
	if o.Width > 0 && tries[0].height > tallest {
		f.tall = true
		notes = append(notes, f.tooHigh(o))
	}
	for i, t := range tries {
		if i > 0 && i < len(tries)-1 && t.need > tries[i-1].need && t.columns == tries[i-1].columns {
			continue // it needs more width than the one that did not get enough
		}
		f.prepare(t, o)
		g := f.graph(t.spacing)
		l, err := o.shared.layOut(ctx, engine, g)
		if err != nil {
			return 0, nil, err
		}
		if w, h := l.Width*t.scale, l.Height*t.scale; h > drawing.Largest || o.Width == 0 && w > drawing.Largest {
			return 0, nil, fmt.Errorf("the figure would be %.0f × %.0f mm; draw a part of it with a smaller view", w/millimetre, h/millimetre)
		}
		o.shared.position(f, l)
		if l.Simplified {
			notes = append(notes, "the layout took too long, so it was made with straight lines")
		}
		scale = t.scale
		if o.Width == 0 {
			break
		}
		room := (o.Width - 2*t.scale*margin) / (f.area.W * t.scale)
		high := f.area.H + f.beside - laneTitle
		fits := room >= 0.999 && (t.height > tallest || t.scale*high <= tallest)
		if fits || l.Simplified || i == len(tries)-1 {
			scale = min(t.scale*room, o.largest(), max(t.scale, tallest/high))
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

// besides is what title, legend, caption, lanes and margins add to the height of a layout, before it is scaled. Figures
// that share a layout are given the same.
func (f *figure) besides(o Options) float64 {
	const ofVersions = 66.0
	lanes := laneTitle + 2*laneEdge + badgeTall + 2*margin
	if f.versions[0] != nil {
		return lanes + ofVersions
	}
	p := painter{face: o.Face, palette: o.Palette}
	d := p.draw(&figure{}, f.sheet(o), o.Width, 1)
	return lanes + d.Height
}

// tooHigh says how wide a page must be for the figure not to be higher than a page.
func (f *figure) tooHigh(o Options) string {
	const step, most = 10 * millimetre, 600 * millimetre
	advice := "show a part"
	fits := func(steps int) bool {
		wider := o
		wider.Width += float64(steps) * step
		tries := f.tries(wider)
		return tries[0].height <= tallest && tries[0].need <= wider.Width
	}
	if steps := max(0, int((most-o.Width)/step)); fits(steps) {
		enough := sort.Search(steps, fits) // by halves: each look measures all labels
		advice = fmt.Sprintf("for that it takes a width of about %.0f mm, or a view of a part", math.Ceil(o.Width/millimetre+float64(enough)*step/millimetre))
	}
	return fmt.Sprintf("the figure is higher than the %.0f mm of a page; %s", tallest/millimetre, advice)
}

// largest is the scale that no figure goes beyond.
func (o Options) largest() float64 {
	if o.plain {
		return 1
	}
	return screenScale
}

// tries are the ways to fit the figure that have a chance, the best first. One that always gives a figure is the last.
func (f *figure) tries(o Options) []try {
	if o.Width == 0 {
		if o.Lanes == Rows {
			return []try{{most: evenly(fullestRow), wrap: 62, spacing: spacing{between: 10, ranks: 30}, scale: screenScale}}
		}
		return []try{{columns: true, depth: len(f.boxes), lines: 2, spacing: spacing{between: 8, ranks: 30}, scale: screenScale}}
	}
	var ways []try
	if o.Lanes == Columns || o.Lanes == Auto && o.Width >= narrow {
		ways = f.columnWays(o)
	}
	if fits := func(t try) bool {
		return t.need <= o.Width/t.scale-sheetEdge && t.height <= tallest && t.depth > 1 && !t.crowded
	}; o.Lanes != Columns && !slices.ContainsFunc(ways, fits) {
		ways = append(ways, f.rowWays(o)...)
	}
	var tries []try
	last := try{need: math.Inf(1)} // the one that lacks least width at the smallest scale
	slices.SortStableFunc(ways, func(a, b try) int { return cmp.Compare(a.cost(o.Width), b.cost(o.Width)) })
	for _, t := range ways {
		room := o.Width/t.scale - sheetEdge
		if t.need <= room {
			tries = append(tries, t)
		}
		if safe := 0.85 * room; t.scale == 1 && t.need < last.need && last.need > safe {
			last = t
		}
	}
	return append(tries[:min(len(tries), maxTries-1)], last)
}

// wordy says whether texts of more than a number or two stand on links.
func (f *figure) wordy(o Options) bool {
	const short = 24
	return slices.ContainsFunc(f.lines, func(l *line) bool { return o.Face.Width(l.label, textSize, false) > short })
}

// scales are the sizes that the figure may print in, the largest first.
func (o Options) scales() []float64 {
	scales := []float64{screenScale, 8.5 / textSize, 8 / textSize, 7.5 / textSize, 1}
	return slices.DeleteFunc(scales, func(s float64) bool { return s > o.largest() })
}

// columnWays are ways to fit the figure in columns. Their width is known: what room there is beyond goes between the
// columns, and then into the boxes.
func (f *figure) columnWays(o Options) []try {
	const least, wide = 14.0, 30.0
	f.columns = true
	var ways []try
	deepest := 0
	for depth := 4; depth > 0; depth-- {
		f.rankColumns(depth)
		if f.ranks == deepest {
			continue // no lane is so deep
		}
		deepest = f.ranks
		for _, lines := range []int{2, 3, 4} {
			f.measureRanks(o.Face, lines, 0)
			for _, scale := range o.scales() {
				t := try{columns: true, depth: depth, lines: lines, spacing: spacing{between: tightGap, ranks: least}, scale: scale, need: f.columnsWidth(least)}
				if spare := o.Width/scale - sheetEdge - t.need; spare > 0 {
					t.spacing.ranks = min(least+spare/float64(max(f.ranks-1, 1)), wide)
					t.more = max(0, min(10, (o.Width/scale-sheetEdge-f.columnsWidth(t.spacing.ranks))/float64(f.ranks)-1))
				}
				t.height = f.height(t)
				for t.spacing.between < airy { // between boxes, and the lines that pass them
					airier := t
					airier.spacing.between++
					if airier.height = f.height(airier); airier.height > min(tallest, 1.2*o.Width) {
						break
					}
					t = airier
				}
				const slack = 1.1 // for lines to run straight
				t.spacing.along = slack * (t.height/scale - f.beside)
				t.height += t.spacing.along * (1 - 1/slack) * scale
				t.crowded = f.versions[0] != nil || f.wordy(o)
				ways = append(ways, t)
			}
		}
	}
	return ways
}

// rowWays are ways to fit the figure in rows, with as few rows as the width allows.
func (f *figure) rowWays(o Options) []try {
	f.columns = false
	var ways []try
	for _, wrap := range []float64{66, 58, 50, 42} {
		f.measure(o.Face, wrap)
		for _, scale := range o.scales() {
			room := o.Width/scale - sheetEdge
			most, need := f.rankWithin(room, tightGap)
			for _, gap := range []float64{28, 22, 17, 14} {
				if gap < 22 && f.wordy(o) {
					break // there is no room for them
				}
				t := try{most: most, wrap: wrap, spacing: spacing{between: tightGap, ranks: gap, along: room}, scale: scale, need: need}
				t.height = f.height(t)
				ways = append(ways, t)
			}
		}
	}
	return ways
}

// cost weighs what a figure is wanted to be: no higher than half again as wide, never higher than a page, in columns
// where there is a choice, with wide gaps, large text, short labels, and lanes deep enough for their links.
func (t try) cost(width float64) float64 {
	cost := max(t.height, min(tallest, 1.5*width)) + 10*max(0, t.height-tallest)
	cost *= 1 + 0.06*(screenScale-t.scale)*textSize
	if t.columns {
		deep := [...]float64{0, 1.5, 1.05, 1.01, 1}[t.depth]
		if t.crowded {
			cost *= 1.6 // there is more room along lines that run down
		}
		return 0.7 * cost * deep * (1 + 0.006*(30-t.spacing.ranks)) * (1 + 0.03*float64(t.lines-2))
	}
	return cost * (1 + 0.012*(28-t.spacing.ranks))
}

// tightGap is what there is between the boxes of a rank, and the lines between them, where width is dear.
const tightGap = 5.0

// airy is what there is between the boxes of a column where there is room.
const airy = 14.0

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

// height is about how high the page gets.
func (f *figure) height(t try) float64 {
	total := 0.0
	if t.columns {
		total = slices.Max(f.taken(t.spacing.between, func(b *box) float64 { return b.at.H }))
	} else {
		rows := make([]float64, f.ranks)
		for _, b := range f.boxes {
			rows[b.rank] = max(rows[b.rank], b.at.H+2*clearance)
		}
		total = float64(f.ranks-1) * t.spacing.ranks
		for _, r := range rows {
			total += r
		}
	}
	return (total + f.beside) * t.scale
}

// dotText is the figure's DOT for people, measured as the figure itself would be.
func (f *figure) dotText(o Options) []byte {
	t := f.tries(o)[0]
	f.prepare(t, o)
	return f.dot(t.spacing, true)
}
