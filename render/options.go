package render

import (
	"cmp"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/paint"
	"icamo/render/scene"
)

// Options say how a figure is to be drawn. The zero value draws the whole theory with labels of nine points, as wide as
// it comes out.
type Options struct {
	scene.Options                 // what is shown
	fit.Paper                     // what it is fitted to; Auto and Liberation Sans unless set
	Stable        *drawing.Placed // the figure in which boxes keep their places; nil for none
	Palette       paint.Palette   // Color unless set
}

// complete fills in what the options leave open.
func (o *Options) complete() error {
	o.Lanes = cmp.Or(o.Lanes, fit.Auto)
	if o.Palette.Name == "" {
		o.Palette = paint.Color
	}
	if o.Face == nil {
		face, err := drawing.LiberationSans()
		if err != nil {
			return err
		}
		o.Face = face
	}
	return nil
}

// inLanes has what was dropped stand in its place, if anywhere: languages of graphs have no strip.
func (o *Options) inLanes() {
	if o.Dropped != scene.Nowhere {
		o.Dropped = scene.InPlace
	}
}
