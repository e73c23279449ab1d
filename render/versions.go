package render

import (
	"cmp"
	"context"
	"sync"

	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
)

// Versions draws a theory, the version that the options name in Against, and what changed between the two: what Figure
// draws one by one, with the work that they share done once.
func Versions(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) (this, other, changes *Picture, err error) {
	if err := o.complete(); err != nil {
		return nil, nil, nil, err
	}
	o.View = scene.View{}
	if o.Revision == nil {
		o.Revision = scene.Compare(t, o.Against)
	}
	former, both := o, o
	former.Against = t
	both.View.Name, both.Dropped = scene.Revised, scene.InPlace
	chooser := &chooser{engine: engine}
	var errs [3]error
	var all sync.WaitGroup
	all.Go(func() { this, errs[0] = draw(ctx, chooser, t, o) })
	all.Go(func() { other, errs[1] = draw(ctx, chooser, o.Against, former) })
	all.Go(func() { changes, errs[2] = draw(ctx, chooser, t, both) })
	all.Wait()
	if err := cmp.Or(errs[:]...); err != nil {
		return nil, nil, nil, err
	}
	return this, other, changes, nil
}
