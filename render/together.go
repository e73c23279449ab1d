package render

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory"
)

// Versions draws a theory, the version that the options name in Against, and what changed between the two: what Figure
// draws one by one, with the work that they share done once.
func Versions(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (this, other, changes *Picture, err error) {
	o.View, o.shared = View{}, &arrangement{}
	former, both := o, o
	former.Against = t
	both.View.Name = Revised
	var errs [3]error
	var all sync.WaitGroup
	all.Go(func() { this, errs[0] = Figure(ctx, engine, t, o) })
	all.Go(func() { other, errs[1] = Figure(ctx, engine, o.Against, former) })
	all.Go(func() { changes, errs[2] = Figure(ctx, engine, t, both) })
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, nil, nil, err
		}
	}
	return this, other, changes, nil
}

// arrangement is where boxes and lines of a layout stand, for other figures of the same layout to take over.
type arrangement struct {
	mu     sync.Mutex
	dot    []byte
	places []drawing.Rect
	ways   []way
	area   drawing.Rect
}

// position puts a figure's boxes and lines where the layout of its graph says, or where they stand in a figure that was
// positioned before by the same graph: its boxes and lines are the same, whatever it shows of them.
func (a *arrangement) position(f *figure, g layout.Graph, l *layout.Layout) {
	if a == nil {
		f.position(l)
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if bytes.Equal(a.dot, g.DOT) {
		for i, b := range f.boxes {
			b.at = a.places[i]
		}
		for i, line := range f.lines {
			line.way = a.ways[i]
		}
		f.area = a.area
		return
	}
	f.position(l)
	a.dot, a.places, a.ways, a.area = slices.Clone(g.DOT), f.places(), f.ways(), f.area
}
