package render

import (
	"context"
	"runtime"
	"sync"

	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
)

// Part is a figure of a part of a theory, or why there is none.
type Part struct {
	Configuration *theory.Configuration // that it is of; nil where it is of links that no configuration has
	Picture       *Picture
	Err           error
}

// Parts draws all of a theory by parts: each live configuration, and then the links that none of these shows.
func Parts(ctx context.Context, engine *layout.Engine, t *theory.Theory, o Options) []Part {
	var parts []Part
	var shows []scene.Options
	for _, c := range t.Configurations {
		if c.Live() {
			of := o.Options
			of.View = scene.View{Name: scene.OneConfiguration, ID: c.ID}
			parts, shows = append(parts, Part{Configuration: c}), append(shows, of)
		}
	}
	groups, _ := scene.Elsewhere(t)
	for _, links := range groups {
		of := o.Options
		of.View, of.Links = scene.View{Name: scene.OfLinks}, links
		parts, shows = append(parts, Part{}), append(shows, of)
	}
	sideBySide(len(parts), func(i int) {
		o := o
		o.Options = shows[i]
		parts[i].Picture, parts[i].Err = Figure(ctx, engine, t, o)
	})
	return parts
}

// sideBySide does some things, as many at a time as there are processors: the time that a layout may take starts with it.
func sideBySide(count int, do func(i int)) {
	var all sync.WaitGroup
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range count {
		places <- struct{}{}
		all.Go(func() {
			do(i)
			<-places
		})
	}
	all.Wait()
}
