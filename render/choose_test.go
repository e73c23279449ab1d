package render

import (
	"bytes"
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// svgOf draws a theory, with what there is to say of it.
func svgOf(t *testing.T, ctx context.Context, engine *layout.Engine, of *theory.Theory, o Options) string {
	t.Helper()
	picture, err := Figure(ctx, engine, of, o)
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := drawing.SVG(&w, picture.Drawing); err != nil {
		t.Fatal(err)
	}
	return w.String() + strings.Join(picture.Notes, "\n")
}

// TestRememberedFigures holds that what is remembered changes no figure, whatever was drawn before, and that a figure drawn
// again asks for no layout.
func TestRememberedFigures(t *testing.T) {
	engine := layout.New(t.TempDir())
	var all []*theory.Theory
	random := rand.New(rand.NewPCG(7, 8))
	for range 5 {
		all = append(all, theorytest.Random(t, random))
	}
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		first, second := theorytest.Samples(key)
		for _, value := range []theorytest.Sample{first, second} {
			if of := theorytest.Load(t, theorytest.WithKey(table, key, value)); len(of.Nodes) > 0 {
				all = append(all, of)
			}
		}
	})
	over, cancel := context.WithCancel(t.Context())
	cancel()
	for i, of := range all {
		for _, width := range []float64{0, 85 * fit.Millimetre} {
			o := Options{Paper: fit.Paper{Width: width}}
			fresh := svgOf(t, t.Context(), layout.New(""), of, o)
			if first := svgOf(t, t.Context(), engine, of, o); first != fresh {
				t.Errorf("theory %d is drawn otherwise after the others", i)
			}
			if again := svgOf(t, over, engine, of, o); again != fresh {
				t.Errorf("theory %d is drawn otherwise when it is drawn again", i)
			}
		}
	}
}
