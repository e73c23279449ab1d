package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkRender draws PEER as a user does, by a process, and reports the time as a share of what native dot takes for
// the DOT of the same figure, in the same run: at most 4 the first time, and 1 for a layout that is kept.
func BenchmarkRender(b *testing.B) {
	folder := b.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(folder, "icamo"), "icamo/cmd/icamo").CombinedOutput(); err != nil {
		b.Fatalf("build icamo: %v\n%s", err, out)
	}
	const theory = "../../theories/peer/revised.toml"
	cache := filepath.Join(folder, "cache")
	render := func(output string, args ...string) time.Duration {
		cmd := exec.Command(filepath.Join(folder, "icamo"), append([]string{"render", theory, "--width", "180mm", "-o", filepath.Join(folder, output)}, args...)...)
		cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "ICAMO_LAYOUT=")
		start := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return time.Since(start)
	}
	render("peer.dot")
	native := func() time.Duration {
		dot, err := exec.LookPath("dot")
		if err != nil {
			return 0
		}
		start := time.Now()
		if out, err := exec.Command(dot, "-Tsvg", "-o", filepath.Join(folder, "dot.svg"), filepath.Join(folder, "peer.dot")).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return time.Since(start)
	}
	for _, bench := range []struct {
		name, output string
		first        bool
	}{{"first", "peer.svg", true}, {"kept", "peer.svg", false}, {"png", "peer.png", false}, {"pdf", "peer.pdf", false}} {
		b.Run(bench.name, func(b *testing.B) {
			var ours, dots time.Duration
			for b.Loop() {
				if bench.first {
					if err := os.RemoveAll(filepath.Join(cache, "icamo", "layouts")); err != nil {
						b.Fatal(err)
					}
				}
				ours += render(bench.output)
				dots += native()
			}
			if dots > 0 {
				b.ReportMetric(float64(ours)/float64(dots), "×dot")
			}
			b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/figure")
		})
	}
}
