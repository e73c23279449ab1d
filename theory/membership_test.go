package theory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSharingOfAnyConfigurations holds which configurations two nodes share against looking at the members of each, for
// nodes that are members of none, of few and of most, and of some twice.
func TestSharingOfAnyConfigurations(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 3))
		configurations := make([]*Configuration, random.IntN([]int{300, 3_000}[seed%2]))
		for i := range configurations {
			c := &Configuration{}
			for n := range 12 {
				for range random.IntN(3) {
					if random.IntN([]int{12, 1_200}[n%2]) < n { // every second one in too few for a set of bits
						c.Members = append(c.Members, Member{Ref: Ref{ID: fmt.Sprint(n)}})
					}
				}
			}
			configurations[i] = c
		}
		m := NewMembership(configurations)
		for a := range 13 {
			for b := range 13 {
				id, other := fmt.Sprint(a), fmt.Sprint(b)
				var want []*Configuration
				for _, c := range configurations {
					has := func(id string) bool {
						return slices.ContainsFunc(c.Members, func(m Member) bool { return m.ID == id })
					}
					if has(id) && has(other) {
						want = append(want, c)
					}
				}
				if got := slices.Collect(m.Sharing(id, other)); !slices.Equal(got, want) {
					t.Fatalf("seed %d: %s and %s share %d configurations, want %d", seed, id, other, len(got), len(want))
				}
				for first := range m.Sharing(id, other) {
					if first != want[0] {
						t.Fatalf("seed %d: the first that %s and %s share is not first", seed, id, other)
					}
					break
				}
			}
		}
	}
}
