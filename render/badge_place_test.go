package render

import (
	"fmt"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
)

// TestBadgesReadAsTheirBoxes holds that no badge stands on the lower border of its box right over another box, as whose it would be read.
func TestBadgesReadAsTheirBoxes(t *testing.T) {
	const near = 8.0
	for _, name := range []string{"peer/revised.toml", "peer/initial.toml", "youth-peer-support/theory.toml", "examples/twelve-facts.toml", "examples/three-sites.toml", "examples/faellesspisning/revideret.toml"} {
		th := open(t, name)
		all := map[string]scene.Options{"": {}}
		for _, c := range th.Configurations {
			if c.Live() {
				all[c.ID] = scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: c.ID}}
			}
		}
		if th.Earlier != nil {
			all["overlay"] = scene.Options{Against: th.Earlier, View: scene.View{Name: scene.Revised}}
		}
		for view, shows := range all {
			for _, width := range []float64{0, 85, 120, 180} {
				t.Run(fmt.Sprintf("%s %s %.0f mm", name, view, width), func(t *testing.T) {
					t.Parallel()
					p, err := Figure(t.Context(), engine, th, Options{Options: shows, Paper: fit.Paper{Width: width * fit.Millimetre}})
					if err != nil {
						t.Fatal(err)
					}
					boxes := p.placed.ShownBoxes()
					for _, b := range boxes {
						for _, badge := range b.BadgeSigns {
							below := badge.At
							below.H += near
							for _, o := range boxes {
								if o != b && below.Y > b.At.Y+b.At.H/2 && below.Overlaps(o.At) && !b.Listed {
									t.Errorf("badge %s of %s stands right over %s", badge.Text, b.ID(), o.ID())
								}
							}
						}
					}
				})
			}
		}
	}
}
