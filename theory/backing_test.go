package theory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestBackingOfAnyEvidence holds what is counted behind random citations against looking at every case of every piece:
// pieces of no case, of few and of many, cases named twice, sources that have a case's id, and ids that nothing defines.
func TestBackingOfAnyEvidence(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 2))
		cases := 1 + random.IntN(300)
		var text strings.Builder
		for i := range 20 {
			named := []int{0, 1, 3, cases}[random.IntN(4)]
			fmt.Fprintf(&text, "[evidence.e%d]\ntype = \"observation\"\n", i)
			if random.IntN(3) > 0 {
				fmt.Fprintf(&text, "source = \"p%d\"\n", random.IntN(5))
			}
			if named > 0 {
				text.WriteString("cases = [")
				for range named {
					fmt.Fprintf(&text, "\"p%d\",", random.IntN(cases))
				}
				text.WriteString("]\n")
			}
		}
		th := load(t, map[string]string{"a.toml": head + text.String()}, "a.toml")
		for range 30 {
			var refs []Ref
			var want []string
			for range random.IntN(6) {
				id := fmt.Sprintf("e%d", random.IntN(21)) // e20 is unknown
				refs = append(refs, Ref{ID: id})
				e := th.Piece(id)
				if e == nil {
					continue
				}
				behind := e.Cases
				if len(behind) == 0 {
					behind = []Ref{e.Source}
				}
				for _, c := range behind {
					if c.ID != "" && !slices.Contains(want, c.ID) {
						want = append(want, c.ID)
					}
				}
			}
			if got := th.Backing(refs); got != len(want) {
				t.Fatalf("seed %d: %v: counted %d, want %v", seed, refs, got, want)
			}
			few := want[:min(len(want), 6)]
			if got := th.BackingNames(refs, 6); !slices.Equal(got, few) {
				t.Fatalf("seed %d: %v: named %v, want %v", seed, refs, got, few)
			}
		}
	}
}
