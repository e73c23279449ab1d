package revision_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// grown writes a version with one link a node, each with evidence of its own; in the later one a tenth of the nodes bear
// another id, a tenth are dropped, and every status is raised.
func grown(links int, later bool) string {
	var b strings.Builder
	b.WriteString("[theory]\nid = \"large\"\ntitle = \"A large theory\"\n")
	status, id := "hypothesised", func(i int) string { return fmt.Sprintf("node-%d", i) }
	if later {
		b.WriteString("revises = \"old.toml\"\n")
		status = "supported"
		id = func(i int) string {
			if i%10 == 3 {
				return fmt.Sprintf("new-%d", i)
			}
			return fmt.Sprintf("node-%d", i)
		}
	}
	for i := range links {
		fmt.Fprintf(&b, "[mechanism.%s]\nlabel = \"What happens at place %d\"\n", id(i), i)
		switch {
		case later && i%10 == 3:
			fmt.Fprintf(&b, "was = [\"node-%d\"]\n", i)
		case later && i%10 == 5:
			fmt.Fprintf(&b, "dropped = \"Not seen.\"\n")
		}
		fmt.Fprintf(&b, "[[link]]\nfrom = %q\nto = %q\nstatus = %q\nsupported_by = [\"quote-%d\"]\n", id(i), id((i*7+1)%links), status, i)
		fmt.Fprintf(&b, "[evidence.quote-%d]\ntype = \"quote\"\ntext = \"we saw it %d times\"\n", i, i)
	}
	return b.String()
}

// BenchmarkCompare measures comparing and telling, a link at a time: the time must grow with the links, not faster.
func BenchmarkCompare(b *testing.B) {
	for _, links := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%d_links", links), func(b *testing.B) {
			files := map[string]string{"old.toml": grown(links, false), "new.toml": grown(links, true)}
			old, new := theorytest.LoadFiles(b, files, "old.toml"), theorytest.LoadFiles(b, files, "new.toml")
			for b.Loop() {
				r := revision.Compare(old, new)
				if got := count(r, theory.NodeSort, revision.Dropped); got != links/10 {
					b.Fatalf("%d nodes dropped", got)
				}
				if err := revision.Text(io.Discard, r, false); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(links), "ns/link")
		})
	}
}
