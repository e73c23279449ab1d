package render

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
)

// TestOverlayFitsItsPage holds that what changed in PEER goes onto a page as the revised theory does, with hardly more crossings, and that
// nothing is drawn in the overlay that is not in the theory.
func TestOverlayFitsItsPage(t *testing.T) {
	old, new := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	draw := func(o scene.Options) *Picture {
		p, err := Figure(t.Context(), engine, new, page180(o))
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Notes) > 0 {
			t.Errorf("%q: %q", p.Drawing.Title, p.Notes)
		}
		for _, fault := range faults(p.placed, page180(o).face(t)) {
			t.Errorf("%q: %s", p.Drawing.Title, fault)
		}
		return p
	}
	for _, dropped := range []scene.Dropped{scene.InStrip, scene.Nowhere} {
		revised := draw(scene.Options{Dropped: dropped})
		overlay := draw(scene.Options{Dropped: dropped, Against: old, View: scene.View{Name: scene.Revised}})
		if a, b := overlay.Crossings(), revised.Crossings(); a > b {
			t.Errorf("%s: the overlay has %d crossings, the revised theory %d", dropped, a, b)
		}
		if overlay.tooHigh() {
			t.Errorf("%s: the overlay is %.0f mm high", dropped, overlay.Drawing.Height/fit.Millimetre)
		}
	}
}

// TestAdviceOnHeight holds that a figure is said to be too high just where it is, and that what is advised has it fit.
func TestAdviceOnHeight(t *testing.T) {
	old, new := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	wide := regexp.MustCompile(`a width of (\d+) mm`)
	advised := 0
	for _, width := range []float64{120, 140, 160, 180, 200} {
		for _, o := range []Options{{}, {Options: scene.Options{View: scene.View{Name: scene.Revised}, Against: old, Dropped: scene.InPlace}}} {
			draw := func(o Options) (*Picture, string) {
				p, err := Figure(t.Context(), engine, new, o)
				if err != nil {
					t.Fatal(err)
				}
				said := ""
				for _, note := range p.Notes {
					if strings.Contains(note, "higher than") {
						said = note
					}
				}
				if (said != "") != p.tooHigh() {
					t.Errorf("%.0f mm wide, %.0f mm high: %q", o.Width/fit.Millimetre, p.Drawing.Height/fit.Millimetre, said)
				}
				return p, said
			}
			o.Width = width * fit.Millimetre
			_, said := draw(o)
			if m := wide.FindStringSubmatch(said); m != nil {
				advised++
				mm, _ := strconv.ParseFloat(m[1], 64)
				o.Width = mm * fit.Millimetre
				if p, again := draw(o); again != "" {
					t.Errorf("%q, but then: %q, %d", said, again, p.Crossings())
				}
			}
		}
	}
	if advised == 0 {
		t.Error("no width was advised")
	}
}
