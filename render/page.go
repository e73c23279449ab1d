package render

import (
	"context"
	"fmt"
	"math"

	"icamo/render/drawing"
	"icamo/render/layout"
)

const (
	screenScale = 9.0 / textSize        // labels of nine points where no page is given
	tallest     = 240 * 72 / 25.4       // points: as high as a journal's page has room for
	millimetre  = 72 / 25.4             // points
	sheetEdge   = 2 * (margin + margin) // what the sheet and the lanes add to the layout's width
)

// try is one way of fitting a figure to its page.
type try struct {
	columns bool
	most    int     // boxes in a rank
	wrap    float64 // width of a label's line
	spacing spacing
	width   float64 // that the layout is to be squeezed into; 0 for none
	scale   float64
}

// fit lays the figure out for its page and places it. It gives the factor by which all is to be scaled, so that labels
// print at seven points or more; where they cannot, it notes the width at which they would.
func (f *figure) fit(ctx context.Context, engine *layout.Engine, o Options) (scale float64, notes []string, err error) {
	tries := f.tries(o)
	for i, t := range tries {
		f.columns = t.columns
		f.measure(o.Face, t.wrap)
		f.rank(t.most)
		l, err := engine.Run(ctx, f.graph(t.spacing, t.width))
		if err != nil {
			return 0, nil, err
		}
		f.place(o.Face, l)
		if l.Simplified {
			notes = append(notes, "the layout took too long, so it was made with straight lines")
		}
		if o.Width == 0 {
			return t.scale, notes, nil
		}
		room := (o.Width/t.scale - 2*margin) / f.area.W
		if last := i == len(tries)-1; room >= 0.999 && (f.area.H*t.scale < tallest || last) || last {
			scale = min(t.scale*room, screenScale)
			break
		}
	}
	if textSize*scale < textSize-0.01 {
		need := (f.area.W + 2*margin) / millimetre
		notes = append(notes, fmt.Sprintf("labels print at %.1f pt in a width of %.0f mm; for 7 pt it takes %.0f mm, or a view of a part",
			textSize*scale, o.Width/millimetre, math.Ceil(need)))
	}
	return scale, notes, nil
}

// tries are the ways to fit the figure, the best first: large text before small, wide labels before narrow. Only those
// that have a chance are among them, and one that always gives a figure is the last.
func (f *figure) tries(o Options) []try {
	airy := spacing{between: 10, ranks: 30}
	if o.Width == 0 {
		return []try{{columns: o.Lanes != Rows, most: 7, wrap: 62, spacing: airy, scale: screenScale}}
	}
	var columns, rows []try
	tight := spacing{between: 5, ranks: 28}
	for _, scale := range []float64{screenScale, 8 / textSize, 1} {
		room := o.Width/scale - sheetEdge
		for _, wrap := range []float64{66, 58, 50, 42} {
			f.measure(o.Face, wrap)
			f.rank(7)
			if spare := room - f.columnsWidth(24); spare >= 0 {
				gap := 24 + min(spare/2/float64(max(f.ranks-1, 1)), 10)
				columns = append(columns, try{columns: true, most: 7, wrap: wrap, spacing: spacing{8, gap}, scale: scale})
			}
			for _, most := range []int{5, 4, 3} {
				f.rank(most)
				if f.rowsWidth(tight.between) <= room*0.95 {
					rows = append(rows, try{most: most, wrap: wrap, spacing: tight, width: room, scale: scale})
					break
				}
			}
		}
	}
	var tries []try
	if o.Lanes != Rows {
		tries = columns
	}
	if o.Lanes != Columns {
		tries = append(tries, rows...)
	}
	tries = tries[:min(len(tries), maxTries)]
	last := try{columns: o.Lanes == Columns, most: 4, wrap: 42, spacing: spacing{4, 24}, width: o.Width - sheetEdge, scale: 1}
	return append(tries, last)
}

// maxTries bounds the layouts that one figure may take.
const maxTries = 4

// columnsWidth is how wide the figure is in columns: Graphviz makes each rank as wide as its widest box.
func (f *figure) columnsWidth(gap float64) float64 {
	widest := make([]float64, f.ranks)
	for _, b := range f.boxes {
		widest[b.rank] = max(widest[b.rank], b.at.W)
	}
	total := float64(f.ranks-1) * gap
	for _, w := range widest {
		total += w
	}
	return total
}

// rowsWidth is the least that the fullest rank takes: its boxes, and the lines that pass between them.
func (f *figure) rowsWidth(gap float64) float64 {
	taken := make([]float64, f.ranks)
	for _, b := range f.boxes {
		taken[b.rank] += b.at.W + gap
	}
	for _, l := range f.lines {
		for r := min(l.from.rank, l.to.rank) + 1; r < max(l.from.rank, l.to.rank); r++ {
			taken[r] += gap
		}
	}
	fullest := 0.0
	for _, t := range taken {
		fullest = max(fullest, t)
	}
	return fullest
}

// dotText is the figure's DOT for people, measured as the figure itself would be.
func (f *figure) dotText(face *drawing.Face, o Options) []byte {
	o.Face = face
	t := f.tries(o)[0]
	f.columns = t.columns
	f.measure(face, t.wrap)
	f.rank(t.most)
	return f.dot(t.spacing, t.width, true)
}
