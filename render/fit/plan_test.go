package fit

import (
	"math/rand/v2"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestPlansHoldTheirLabels holds every plan of random theories to what place relies on: labels stand whole in their boxes,
// and lanes take ranks one after the other.
func TestPlansHoldTheirLabels(t *testing.T) {
	face, err := drawing.LiberationSans()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(40) {
		s, err := scene.New(theorytest.Random(t, rand.New(rand.NewPCG(seed, 7))), scene.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, paper := range []Paper{{}, {Width: 85 * Millimetre, Lanes: Auto}, {Width: 180 * Millimetre, Lanes: Auto}, {Width: 180 * Millimetre, Lanes: Rows}} {
			paper.Face = face
			fitting := New(s, paper)
			plans := len(fitting.all())
			for _, c := range fitting.all() {
				p := fitting.Plan(c)
				for _, b := range p.Boxes {
					if got := strings.Join(strings.Fields(strings.Join(b.Text, " ")), " "); got != b.Label() {
						t.Errorf("seed %d: the label of %s is %q, not %q", seed, b.ID(), got, b.Label())
					}
					for _, line := range b.Text {
						if w := face.Width(line, TextSize, false); w > b.W-PadLeft {
							t.Errorf("seed %d: %q is %v wide in a box of %v", seed, line, w, b.W)
						}
					}
					if h := float64(len(b.Text)) * LineGap; h > b.H {
						t.Errorf("seed %d: the label of %s is %v high in a box of %v", seed, b.ID(), h, b.H)
					}
					if b.Rank < 0 || b.Rank >= p.Ranks {
						t.Errorf("seed %d: %s has rank %d of %d", seed, b.ID(), b.Rank, p.Ranks)
					}
					for _, other := range p.Boxes {
						if b.Lane.Rank() < other.Lane.Rank() && b.Rank >= other.Rank {
							t.Errorf("seed %d: %s of an earlier lane has rank %d, %s %d", seed, b.ID(), b.Rank, other.ID(), other.Rank)
						}
					}
				}
			}
			if plans == 0 || plans > mostPlans {
				t.Errorf("seed %d: %d plans for %+v", seed, plans, paper)
			}
		}
	}
}
