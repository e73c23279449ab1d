package render

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestStableKeepsHorizons holds that columns of outcomes of one horizon, and their headings, stay where boxes keep their places: a new
// outcome stands in the column of its horizon, as does one that states another now, and where one has no column, tags say all horizons.
func TestStableKeepsHorizons(t *testing.T) {
	first := "[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.m]\nlabel = \"M\"\n"
	outcome := func(id, horizon string) string {
		return fmt.Sprintf("[outcome.%s]\nlabel = \"Outcome %s\"\nhorizon = %q\n[[link]]\nfrom = \"m\"\nto = %q\n", id, id, horizon, id)
	}
	first += outcome("a", "immediate") + outcome("b", "immediate") + outcome("c", "distal") + outcome("d", "distal") + outcome("e", "immediate")
	o := Options{Paper: fit.Paper{Width: 180 * fit.Millimetre, Lanes: fit.Columns}}
	placed, err := drawing.ReadSVG(bytes.NewReader(drawnSVG(t, first, o)))
	if err != nil {
		t.Fatal(err)
	}
	if !placed.Heads {
		t.Fatal("the first figure has no columns of horizons")
	}
	o.Stable = placed
	for name, then := range map[string]struct {
		text  string
		heads int
	}{
		"one more":          {first + outcome("f", "distal"), 2},
		"of another":        {strings.Replace(first, outcome("b", "immediate"), outcome("b", "distal"), 1), 2},
		"of none there yet": {first + outcome("f", "intermediate"), 0},
	} {
		p, err := Figure(t.Context(), engine, theorytest.Faultless(t, then.text), o)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Notes) > 0 {
			t.Errorf("%s: %q", name, p.Notes)
		}
		heads := 0
		for _, lane := range p.placed.Lanes {
			heads += len(lane.Heads)
		}
		if heads != then.heads {
			t.Errorf("%s: %d headings", name, heads)
		}
		at := make(map[theory.Horizon]float64)
		for _, b := range p.placed.Boxes {
			if b.Lane != theory.Outcome {
				continue
			}
			if tagged := len(b.TagSigns) > 0; tagged != (heads == 0) {
				t.Errorf("%s: %s is tagged: %v", name, b.ID(), tagged)
			}
			if was, ok := at[b.Horizon()]; heads > 0 && ok && abs(was-b.At.Centre().X) > 1 {
				t.Errorf("%s: %s is in another column than others of its horizon", name, b.ID())
			}
			at[b.Horizon()] = b.At.Centre().X
		}
		if heads > 0 && at["immediate"]+10 > at["distal"] {
			t.Errorf("%s: the columns are at %v", name, at)
		}
		for _, fault := range faults(p.placed, o.face(t)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
