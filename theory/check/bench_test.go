package check

import (
	"fmt"
	"io"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"

	"icamo/theory/load"
	"icamo/theory/theorytest"
)

// BenchmarkCheck measures reading, checking and printing against decoding the same bytes with BurntSushi/toml alone.
func BenchmarkCheck(b *testing.B) {
	for _, links := range []int{1_000, 20_000, 100_000} {
		b.Run(fmt.Sprintf("%d_links", links), func(b *testing.B) {
			text := theorytest.Large(links/2, links, false)
			fsys := fstest.MapFS{"a.toml": {Data: []byte(text)}}
			var loading, rules, whole, bare time.Duration
			for b.Loop() {
				start := time.Now()
				t, err := load.Theory(fsys, "a.toml", func(n string) string { return n })
				loading += time.Since(start)
				if err != nil || len(t.Faults) > 0 {
					b.Fatal(err, t.Faults[:min(3, len(t.Faults))])
				}
				findings := Run(t, Settings{})
				rules += time.Since(start)
				if err := Text(io.Discard, findings, false); err != nil {
					b.Fatal(err)
				}
				whole += time.Since(start)
				start = time.Now()
				var values map[string]any
				if _, err := toml.Decode(text, &values); err != nil {
					b.Fatal(err)
				}
				bare += time.Since(start)
			}
			b.ReportMetric((rules-loading).Seconds()/bare.Seconds(), "rules-x-bare")
			b.ReportMetric(loading.Seconds()/bare.Seconds(), "load-x-bare")
			b.ReportMetric(whole.Seconds()/bare.Seconds(), "whole-x-bare")
			b.ReportMetric(float64(whole.Microseconds())/float64(links)/float64(b.N), "us/link")
		})
	}
}
