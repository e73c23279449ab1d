package theory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBackingOfAnyEvidence holds what is counted behind random citations against looking at every case of every piece:
// pieces of no case, of few and of many, cases named twice, pieces that say nothing or what another says, and ids that
// nothing defines.
func TestBackingOfAnyEvidence(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 2))
		cases := 1 + random.IntN(300)
		th := &Theory{}
		for i := range 20 {
			e := &Evidence{Element: Element{ID: fmt.Sprintf("e%d", i)}, Type: Quote}
			if said := random.IntN(25); said > 1 {
				e.Text = fmt.Sprintf("We said %d things.", said)
			}
			if random.IntN(3) > 0 {
				e.Source.ID = fmt.Sprintf("s%d", random.IntN(2))
			}
			for range []int{0, 1, 3, cases}[random.IntN(4)] {
				e.Cases = append(e.Cases, Ref{ID: fmt.Sprintf("p%d", random.IntN(cases))})
			}
			th.Evidence = append(th.Evidence, e)
		}
		th.Connect()
		for range 30 {
			var refs []Ref
			var counting []*Evidence
			var want []string
			for range random.IntN(6) {
				id := fmt.Sprintf("e%d", random.IntN(21)) // e20 is unknown
				refs = append(refs, Ref{ID: id})
				e := th.Piece(id)
				if e == nil || e.Text == "" || slices.ContainsFunc(counting, func(c *Evidence) bool { return c.Text == e.Text && c.Source.ID == e.Source.ID }) {
					continue
				}
				counting = append(counting, e)
				for _, c := range e.Cases {
					if !slices.Contains(want, c.ID) {
						want = append(want, c.ID)
					}
				}
			}
			if got := th.Counting(refs); !slices.Equal(got, counting) {
				t.Fatalf("seed %d: %v: %d pieces count, want %d", seed, refs, len(got), len(counting))
			}
			if got := th.Backing(refs); got != len(want) {
				t.Fatalf("seed %d: %v: counted %d, want %v", seed, refs, got, want)
			}
		}
	}
}

// TestSayingNothing holds which pieces of evidence are none, and which say the same.
func TestSayingNothing(t *testing.T) {
	estimate := 3.6
	for _, c := range []struct {
		e     Evidence
		empty bool
	}{
		{Evidence{Type: Quote, Text: "I felt safe."}, false},
		{Evidence{Type: Quote}, true},
		{Evidence{Type: Quote, Text: " \n "}, true},
		{Evidence{Type: Quote, Text: "… – “”"}, true},
		{Evidence{Type: Quote, Text: "\u200b\u2060\u3164"}, true},
		{Evidence{Type: Quote, Finding: Improved}, true},
		{Evidence{Type: Quote, Text: "安全"}, false},
		{Evidence{Type: EffectType, Measure: "QPR-15"}, true},
		{Evidence{Type: EffectType, Finding: NoDifference}, false},
		{Evidence{Type: EffectType, Estimate: &estimate}, false},
	} {
		if c.e.Empty() != c.empty {
			t.Errorf("%+v is empty: %v", c.e, c.e.Empty())
		}
	}
	s, other := Ref{ID: "s"}, Ref{ID: "t"}
	for _, c := range []struct {
		a, b Evidence
		same bool
	}{
		{Evidence{Text: "I don’t feel\nsafe.", Source: s}, Evidence{Text: "“I don't feel safe”", Source: s}, true},
		{Evidence{Text: "I feel safe.", Source: s}, Evidence{Text: "I feel un\u00adsafe.", Source: s}, false},
		{Evidence{Text: "I feel safe.", Source: s}, Evidence{Text: "I feel safe.", Source: other}, false},
		{Evidence{Type: EffectType, Measure: "M", Finding: Improved, Source: s}, Evidence{Type: EffectType, Measure: "M", Finding: Improved, Source: s}, true},
		{Evidence{Type: EffectType, Measure: "M", Finding: Improved, Source: s}, Evidence{Type: EffectType, Measure: "M", Finding: Worsened, Source: s}, false},
	} {
		if same := c.a.Words() == c.b.Words(); same != c.same {
			t.Errorf("%q and %q are the same: %v", c.a.Words(), c.b.Words(), same)
		}
	}
}
