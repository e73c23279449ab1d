package render

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/theory"
	"icamo/theory/revision"
)

// Versions draws a theory, the version that the options name in Against, and what changed between the two: what Figure
// draws one by one, with the work that they share done once.
func Versions(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (this, other, changes *Picture, err error) {
	o.View, o.shared = View{}, &together{}
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

// together is what figures that are drawn together have in common. Each part is made by the figure that needs it first.
// One that is drawn alone has none.
type together struct {
	mu       sync.Mutex
	revision *revision.Revision
	dot      []byte // of the graph that was laid out last
	layout   *layout.Layout
	placed   bool // the layout's boxes and lines stand as follows
	places   []geometry.Rect
	ways     []geometry.Way
	area     geometry.Rect
}

// compare is what changed between the two versions that all the figures are of.
func (s *together) compare(old, new *theory.Theory) *revision.Revision {
	if s == nil {
		return revision.Compare(old, new)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.revision == nil {
		s.revision = revision.Compare(old, new)
	}
	return s.revision
}

// layOut lays out a graph, unless it is the one that was laid out last.
func (s *together) layOut(ctx context.Context, engine *layout.Engine, g layout.Graph) (*layout.Layout, error) {
	if s == nil {
		return engine.Run(ctx, g)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if bytes.Equal(s.dot, g.DOT) {
		return s.layout, nil
	}
	l, err := engine.Run(ctx, g)
	if err == nil {
		s.dot, s.layout, s.placed = slices.Clone(g.DOT), l, false
	}
	return l, err
}

// position puts a figure's boxes and lines where a layout says. Figures of one layout have the same boxes and lines,
// whatever they show of them.
func (s *together) position(f *figure, l *layout.Layout) {
	if s == nil {
		f.position(l)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.layout == l && s.placed {
		for i, b := range f.boxes {
			b.at = s.places[i]
		}
		for i, line := range f.lines {
			line.Way = s.ways[i]
		}
		f.area = s.area
		return
	}
	f.position(l)
	if s.layout == l {
		s.placed, s.places, s.ways, s.area = true, f.places(), f.ways(), f.area
	}
}
