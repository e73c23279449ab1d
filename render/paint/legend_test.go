package paint

import (
	"slices"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestKeysLookAsBoxesDo holds that the legend of a figure of a case shows the frame and the side of a box as the box has them.
func TestKeysLookAsBoxesDo(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[case.a]
label = "Ana"
[mechanism.was]
label = "Was"
active_in = ["a"]
[mechanism.was-not]
label = "Was not"
not_active_in = ["a"]
[mechanism.unknown]
label = "Unknown"
`)
	s, err := scene.New(th, scene.Options{Case: "a"})
	if err != nil {
		t.Fatal(err)
	}
	face, err := drawing.LiberationSans()
	if err != nil {
		t.Fatal(err)
	}
	means := map[string]string{"was": "at work in the case", "was-not": "not at work", "unknown": "pale: not said whether at work"}
	for _, palette := range Palettes {
		for _, box := range fit.New(s, fit.Paper{Face: face}).Best().Boxes {
			i := slices.IndexFunc(s.Frame.Keys, func(k scene.Key) bool { return k.Means == means[box.ID()] })
			if i < 0 {
				t.Fatalf("%q is not in the legend %v", means[box.ID()], s.Frame.Keys)
			}
			palette.Kinds = map[theory.Kind]drawing.Color{theory.Mechanism: palette.Line} // the legend's own
			p := &painter{palette: palette}
			p.box(&place.Box{Box: box, At: geometry.Rect{W: box.W, H: box.H}})
			drawn, sample := p.groups[0].Shapes, p.sample(fit.Key{Key: s.Frame.Keys[i], Width: 30})
			frame, side := drawn[0].(drawing.Path), drawn[1].(drawing.Path)
			likeFrame, likeSide := sample[0].(drawing.Path), sample[1].(drawing.Path)
			if !slices.Equal(frame.Dash, likeFrame.Dash) || frame.Stroke != likeFrame.Stroke || side.Fill != likeSide.Fill {
				t.Errorf("%s: the key %q does not look like the box", palette.Name, means[box.ID()])
			}
		}
	}
}
