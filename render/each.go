package render

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// Each draws every live configuration as a figure of its own, several side by side. They are in the order of the theory.
func Each(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) ([]*Picture, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	var views []scene.View
	var names, without []string
	var failed error
	for _, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		view := scene.View{Name: scene.OneConfiguration, ID: c.ID}
		if len(o.Only) > 0 {
			one := o.Options
			one.View = view
			if _, err := scene.New(t, one); err != nil { // no link of it is of these statuses
				without, failed = append(without, strconv.Itoa(t.NumberOf(c))), err
				continue
			}
		}
		views = append(views, view)
		names = append(names, fmt.Sprintf("configuration-%d", t.NumberOf(c)))
	}
	switch {
	case len(views) > 0:
	case failed != nil:
		return nil, failed
	default:
		return nil, scene.NoConfigurations(t)
	}
	pictures, errs := make([]*Picture, len(views)), make([]error, len(views))
	sideBySide(len(views), func(i int) {
		o := o
		o.View = views[i]
		pictures[i], errs[i] = Figure(ctx, engine, t, o)
	})
	seen := make(map[string]bool)
	for i, p := range pictures {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if p.Name = names[i]; seen[p.Name] {
			p.Name += fmt.Sprintf("-place-%d", i+1) // two configurations have one number
		}
		seen[p.Name] = true
	}
	if len(without) > 0 {
		pictures[0].note("configuration %s left out, without such a link", wording.English.List(without))
	}
	return pictures, nil
}

// eachCase draws the theory as each of some cases shows it, one after the other, on one layout: nothing moves between them.
func eachCase(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) ([]*Picture, error) {
	chooser := &chooser{engine: engine}
	cases := o.Cases
	var pictures []*Picture
	for i, id := range cases {
		o.Case, o.Cases = id, slices.Delete(slices.Clone(cases), i, i+1)
		p, err := draw(ctx, chooser, t, o)
		if err != nil {
			return nil, err
		}
		p.Name = id
		pictures = append(pictures, p)
	}
	return pictures, nil
}
