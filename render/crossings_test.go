package render

import (
	"os/exec"
	"testing"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// BenchmarkCrossings counts how often lines cross in figures of a page's width, for each crossing that native dot's own lines have
// on the graph of the same plan. It is a measurement, not a test.
func BenchmarkCrossings(b *testing.B) {
	program, err := exec.LookPath("dot")
	if err != nil {
		b.Skip("native dot is not installed")
	}
	native, own := layout.NewProgram("", program), layout.New("")
	var all []*theory.Theory
	for _, name := range []string{"peer/initial.toml", "peer/revised.toml", "youth-peer-support/theory.toml"} {
		all = append(all, theorytest.Open(b, name))
	}
	for nodes := 20; nodes <= 115; nodes += 5 {
		all = append(all, theorytest.Load(b, theorytest.Large(nodes, nodes*13/10, false)))
	}
	for b.Loop() {
		ours, theirs := 0, 0
		for _, t := range all {
			o := page180(scene.Options{})
			p, err := Figure(b.Context(), own, t, o)
			if err != nil {
				b.Fatal(err)
			}
			n := p.Crossings()
			laid, err := dotCrossings(b, native, t, o)
			if err != nil {
				b.Fatal(err)
			}
			b.Logf("%s, %d nodes, %d links: %d, native dot %d", t.File, len(t.Nodes), len(t.Links), n, laid)
			ours, theirs = ours+n, theirs+laid
		}
		b.ReportMetric(float64(ours)/float64(max(theirs, 1)), "x")
		b.ReportMetric(1, "at-most-x")
		b.ReportMetric(0, "ns/op")
	}
}

// dotCrossings are those of the lines as native dot draws them on the first plan for a page.
func dotCrossings(b *testing.B, native *layout.Engine, t *theory.Theory, o Options) (int, error) {
	if err := o.complete(); err != nil {
		return 0, err
	}
	s, err := scene.New(t, o.Options)
	if err != nil {
		return 0, err
	}
	laid, err := place.Lay(b.Context(), native, fit.New(s, o.Paper).Best())
	if err != nil {
		return 0, err
	}
	return laid.Crossings(), nil
}
