package render

import (
	"math/rand/v2"
	"testing"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestRelabelledFigures holds that a figure whose labels became others is drawn as if nothing were remembered of it before, whether
// they take as much room as they did or not.
func TestRelabelledFigures(t *testing.T) {
	all := []*theory.Theory{open(t, "peer/revised.toml"), open(t, "peer/initial.toml")}
	random := rand.New(rand.NewPCG(3, 4))
	for range 4 {
		all = append(all, theorytest.Random(t, random))
	}
	turned := func(label string) string { // as wide, but for what shapes it
		runes := []rune(label)
		if n := len(runes); n > 2 {
			runes[0], runes[1], runes[n-1] = runes[1], runes[0], 'm'
		}
		return string(runes)
	}
	for i, of := range all {
		for _, o := range []Options{{}, page180(scene.Options{}), {Paper: fit.Paper{Lanes: fit.Rows}}} {
			engine := layout.New(t.TempDir())
			svgOf(t, t.Context(), engine, of, o)
			for _, n := range of.Nodes {
				label := n.Label
				n.Label = turned(label)
				if got, want := svgOf(t, t.Context(), engine, of, o), svgOf(t, t.Context(), layout.New(""), of, o); got != want {
					t.Errorf("theory %d with %q in place of %q is drawn otherwise after it was drawn before", i, n.Label, label)
				}
				n.Label = label
				if of.Earlier != nil || len(of.Nodes) > 30 {
					break // it takes its time
				}
			}
		}
	}
}
