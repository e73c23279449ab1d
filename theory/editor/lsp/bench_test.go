package lsp

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"icamo/theory/theorytest"
)

// BenchmarkKeystroke measures how long after a keystroke its findings are there: the median, beside what it may be at most.
func BenchmarkKeystroke(b *testing.B) {
	dir := peer(b)
	large := folder(b, map[string]string{"theory.toml": theorytest.Large(500, 1_000, false)})
	for _, of := range []struct {
		name, path, at string
		most           float64 // ms
	}{
		{"peer", filepath.Join(dir, "revised.toml"), "title       = \"", 20},
		{"peer_evidence", filepath.Join(dir, "evidence.toml"), "[evidence.p1-loneliness]\n", 20},
		{"1000_links", filepath.Join(large, "theory.toml"), "id = \"large\"\ntitle = \"", 100},
	} {
		b.Run(of.name, func(b *testing.B) {
			all, err := os.ReadFile(of.path)
			if err != nil {
				b.Fatal(err)
			}
			c := start(b)
			c.open(of.path, string(all))
			c.findings(of.path)
			var took []time.Duration
			for b.Loop() {
				begun := time.Now()
				if len(took)%2 == 0 {
					c.replace(of.path, of.at, of.at+"#")
				} else {
					c.replace(of.path, of.at+"#", of.at)
				}
				c.findings(of.path)
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(of.most, "at-most-ms-median")
			b.ReportMetric(0, "ns/op")
		})
	}
}
