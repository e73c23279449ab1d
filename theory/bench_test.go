package theory

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
)

// large writes a theory of a given size: chains of mechanisms, each link with evidence of its own.
func large(nodes, links int) string {
	var b strings.Builder
	b.WriteString("[theory]\nid = \"large\"\ntitle = \"A large theory\"\n\n[source.interviews]\ncitation = \"Interviews\"\n\n")
	kinds := []string{"intervention", "context", "mechanism", "mechanism", "outcome"}
	for i := range nodes {
		fmt.Fprintf(&b, "[%s.node-%d]\nlabel = \"What happens at place %d\"\ndescription = \"One of many.\"\n\n", kinds[i%len(kinds)], i, i)
	}
	for i := range links {
		from, to := i%nodes, (i*7+i/nodes+1)%nodes
		fmt.Fprintf(&b, "[[link]]\nfrom = \"node-%d\"\nto = \"node-%d\"\nstatus = \"supported\"\nsupported_by = [\"quote-%d\"]\nbecause = \"It was seen in case %d.\"\n\n", from, to, i, i)
		fmt.Fprintf(&b, "[evidence.quote-%d]\ntype = \"quote\"\nsource = \"interviews\"\ntext = \"we saw it %d times\"\nlocator = \"p. %d\"\n\n", i, i, i)
	}
	return b.String()
}

// BenchmarkLoad measures loading against decoding the same bytes with BurntSushi/toml alone.
func BenchmarkLoad(b *testing.B) {
	for _, links := range []int{1_000, 20_000} {
		b.Run(fmt.Sprintf("%d_links", links), func(b *testing.B) {
			text := large(links/2, links)
			fsys := fstest.MapFS{"a.toml": {Data: []byte(text)}}
			b.SetBytes(int64(len(text)))
			var own, bare time.Duration
			for b.Loop() {
				start := time.Now()
				t, err := Load(fsys, "a.toml", func(n string) string { return n })
				own += time.Since(start)
				if err != nil || len(t.Faults) > 0 {
					b.Fatal(err, t.Faults[:min(3, len(t.Faults))])
				}
				start = time.Now()
				var values map[string]any
				if _, err := toml.Decode(text, &values); err != nil {
					b.Fatal(err)
				}
				bare += time.Since(start)
			}
			b.ReportMetric(own.Seconds()/bare.Seconds(), "x-bare-decode")
		})
	}
}
