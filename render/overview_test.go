package render

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestOverviewsAreLegible holds overviews of configurations that nobody wrote to what a reader needs.
func TestOverviewsAreLegible(t *testing.T) {
	crowd := newCrowd(t)
	count := 40
	if testing.Short() {
		count = 10
	}
	for seed := range uint64(count) {
		random := rand.New(rand.NewPCG(seed, 5))
		th := theorytest.Configurations(t, random, []int{1, 2, 3, 5, 8, 12, 20, 40, 200}[random.IntN(9)])
		for _, width := range []float64{0, 180} {
			for _, lanes := range []fit.Lanes{fit.Auto, fit.Columns} {
				t.Run(fmt.Sprintf("%d/%.0fmm %s", seed, width, lanes), func(t *testing.T) {
					t.Parallel()
					o := Options{Options: scene.Options{View: scene.View{Name: scene.Overview}}, Paper: fit.Paper{Width: width * fit.Millimetre, Lanes: lanes}}
					p, err := Figure(t.Context(), engine, th, o)
					if err != nil {
						t.Fatal(err)
					}
					for _, fault := range faults(p.placed, o.face(t)) {
						t.Error(fault)
					}
					crowd.look(fmt.Sprintf("%d/%.0fmm %s", seed, width, lanes), p.placed)
					if lanes == fit.Auto && width == 180 && (p.TextSize < 7 || p.tooHigh() && len(th.Configurations) <= 40) {
						t.Errorf("%d configurations: labels of %.2f pt, %.0f mm high", len(th.Configurations), p.TextSize, p.Drawing.Height/fit.Millimetre)
					}
				})
			}
		}
	}
}
