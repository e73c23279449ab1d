package render

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestFansAreLegible draws fans of contexts that promote and inhibit by turns, of all statuses, with an intervention and an actor whose
// lines lead past them: no mark hides another, no line crosses another, and the figure fits a page where it has one.
func TestFansAreLegible(t *testing.T) {
	labels := []string{"A quiet room to meet in", "Living far from the meeting place", "Stigma among colleagues at work", "Peers who have come some way further"}
	for _, n := range []int{4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 45} {
		var text strings.Builder
		fmt.Fprintf(&text, "[theory]\nid = \"fan\"\ntitle = \"A fan\"\n[mechanism.m]\nlabel = \"Being taken seriously\"\n[outcome.o]\nlabel = \"Comes back\"\n[intervention.i]\nlabel = \"A course\"\n[actor.a]\nlabel = \"Patients\"\n")
		for _, link := range [][2]string{{"m", "o"}, {"i", "m"}, {"a", "m"}} {
			fmt.Fprintf(&text, "[[link]]\nfrom = %q\nto = %q\n", link[0], link[1])
		}
		for i := range n {
			fmt.Fprintf(&text, "[context.c%d]\nlabel = \"%s %d\"\n[[link]]\nfrom = \"c%d\"\nto = \"m\"\neffect = %q\nstatus = %q\n",
				i, labels[i%len(labels)], i+1, i, []theory.Effect{theory.Promotes, theory.Inhibits}[i%2], theory.Statuses[i%len(theory.Statuses)])
		}
		fmt.Fprintf(&text, "[configuration.one]\ntitle = \"One\"\ncontext = [\"c0\", \"c1\"]\nmechanism = [\"m\"]\noutcome = [\"o\"]\n")
		th := theorytest.Load(t, text.String())
		for _, o := range []Options{page180(scene.Options{}), {}} {
			name := fmt.Sprintf("a fan of %d, %.0f mm wide", n, o.Width/fit.Millimetre)
			p, err := Figure(context.Background(), engine, th, o)
			if err != nil {
				t.Fatal(err)
			}
			crowd := newCrowd(t)
			for _, fault := range faults(p.placed, o.face(t)) {
				t.Errorf("%s: %s", name, fault)
			}
			crowd.look(name, p.placed)
			if crossings := p.placed.Crossings(); crossings > 0 {
				t.Errorf("%s: %d crossings", name, crossings)
			}
			if o.Width > 0 && p.tooHigh() || p.TextSize < fit.TextSize {
				t.Errorf("%s: %.0f mm high, labels of %.1f pt", name, p.Drawing.Height/fit.Millimetre, p.TextSize)
			}
		}
	}
}
