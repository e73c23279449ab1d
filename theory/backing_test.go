package theory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBackingOfAnyEvidence holds what is counted behind random citations against looking at every case of every piece:
// pieces of no case, of few and of many, cases named twice, sources that have a case's id, and ids that nothing defines.
func TestBackingOfAnyEvidence(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 2))
		cases := 1 + random.IntN(300)
		th := &Theory{}
		for i := range 20 {
			e := &Evidence{Element: Element{ID: fmt.Sprintf("e%d", i)}}
			if random.IntN(3) > 0 {
				e.Source.ID = fmt.Sprintf("p%d", random.IntN(5))
			}
			for range []int{0, 1, 3, cases}[random.IntN(4)] {
				e.Cases = append(e.Cases, Ref{ID: fmt.Sprintf("p%d", random.IntN(cases))})
			}
			th.Evidence = append(th.Evidence, e)
		}
		th.Connect()
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
