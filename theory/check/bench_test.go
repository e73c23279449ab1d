package check

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"

	"icamo/theory"
)

// large writes a theory of a given size as an evaluator would: every node in a configuration, evidence on every link.
func large(nodes, links int) string {
	var b strings.Builder
	b.WriteString("[theory]\nid = \"large\"\ntitle = \"A large theory\"\n\n[source.interviews]\ncitation = \"Interviews\"\n\n")
	kinds := []string{"intervention", "context", "actor", "mechanism", "outcome"}
	for i := range nodes {
		fmt.Fprintf(&b, "[%s.node-%d]\nlabel = \"What happens at place %d in %s\"\ndescription = \"One of many.\"\n\n", kinds[i%len(kinds)], i, i, town(i))
	}
	for i := range links {
		from, to := i%nodes, (i*7+i/nodes+1)%nodes
		effect := [...]string{"promotes", "inhibits"}[i/nodes%2]
		fmt.Fprintf(&b, "[[link]]\nfrom = \"node-%d\"\nto = \"node-%d\"\neffect = %q\nstatus = \"supported\"\nsupported_by = [\"quote-%d\"]\nbecause = \"It was seen in case %d.\"\n\n", from, to, effect, i/4, i)
		if i%4 > 0 {
			continue // four links cite one quote
		}
		fmt.Fprintf(&b, "[evidence.quote-%d]\ntype = \"quote\"\nsource = \"interviews\"\ncases = [\"p%d\", \"p%d\"]\ntext = \"we saw it %d times\"\nlocator = \"p. %d\"\n\n", i/4, i%50, (i+1)%50, i, i)
	}
	for i := range 50 {
		fmt.Fprintf(&b, "[case.p%d]\nlabel = \"Participant %d\"\n\n", i, i)
	}
	for c := 0; c*20 < nodes; c++ {
		fmt.Fprintf(&b, "[configuration.claim-%d]\ntitle = \"Claim %d\"\n", c, c)
		for k, role := range kinds {
			var members []string
			for i := c*20 + k; i < min((c+1)*20, nodes); i += len(kinds) {
				members = append(members, fmt.Sprintf("\"node-%d\"", i))
			}
			fmt.Fprintf(&b, "%s = [%s]\n", role, strings.Join(members, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// town makes up a name, so that labels differ by more than their numbers.
func town(i int) string {
	syllables := []string{"ka", "ro", "len", "mi", "stad", "vor", "hus", "bek", "und", "sil"}
	name := ""
	for range 4 {
		name += syllables[i%len(syllables)]
		i = i/len(syllables)*7 + i%13
	}
	return name
}

// BenchmarkCheck measures reading, checking and printing against decoding the same bytes with BurntSushi/toml alone.
func BenchmarkCheck(b *testing.B) {
	for _, links := range []int{1_000, 20_000, 100_000} {
		b.Run(fmt.Sprintf("%d_links", links), func(b *testing.B) {
			text := large(links/2, links)
			fsys := fstest.MapFS{"a.toml": {Data: []byte(text)}}
			var load, rules, whole, bare time.Duration
			for b.Loop() {
				start := time.Now()
				t, err := theory.Load(fsys, "a.toml", func(n string) string { return n })
				load += time.Since(start)
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
			b.ReportMetric((rules-load).Seconds()/bare.Seconds(), "rules-x-bare")
			b.ReportMetric(load.Seconds()/bare.Seconds(), "load-x-bare")
			b.ReportMetric(whole.Seconds()/bare.Seconds(), "whole-x-bare")
			b.ReportMetric(float64(whole.Microseconds())/float64(links)/float64(b.N), "us/link")
		})
	}
}
