package render

import (
	"slices"
	"testing"

	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
)

// TestLinesOnStepsGoThereStraight holds that a line that acts on a step leaves its box at a side that faces its ring, and takes no long
// way to it, where nothing stands between the two.
func TestLinesOnStepsGoThereStraight(t *testing.T) {
	seen := 0
	for _, name := range []string{"examples/faellesspisning/revideret.toml", "examples/needed-and-helping.toml", "examples/three-sites.toml", "examples/twelve-facts.toml", "peer/revised.toml"} {
		for _, width := range []float64{0, 85, 120, 180} {
			p, err := Figure(t.Context(), engine, open(t, name), Options{Paper: fit.Paper{Width: width * fit.Millimetre}})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range p.placed.OnSteps {
				if stands(p.placed, l) {
					continue
				}
				seen++
				if l.From.At.Beyond(l.Ring.Centre(), l.From.At.SideOf(l.Curve[0])) < 0 {
					t.Errorf("%s, %.0f mm: %s leaves its box at a side that faces away from its ring", name, width, l.Link.ID)
				}
				if long, straight := geometry.Length(l.Points), geometry.Distance(l.From.At.Centre(), l.Ring.Centre()); long > 1.1*straight {
					t.Errorf("%s, %.0f mm: %s is %.0f pt long, to a ring that is %.0f pt away", name, width, l.Link.ID, long, straight)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no line acts on a step")
	}
}

// stands says whether a box stands between the box of a line and its ring.
func stands(f *place.Placed, l *place.Line) bool {
	return slices.ContainsFunc(f.ShownBoxes(), func(b *place.Box) bool {
		return b != l.From && geometry.SegmentMeets(l.From.At.Centre(), l.Ring.Centre(), b.At.Grown(10))
	})
}
