package scene

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestOverviewSaysWhatTheFileSays holds that an overview joins configurations just where the file does: by what ripples in the
// view of rows as well, and by what it says of them. Drawn or written, each relation is told once.
func TestOverviewSaysWhatTheFileSays(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 3))
		th := theorytest.Configurations(t, random, 2+random.IntN(60))
		s, err := New(th, Options{View: View{Name: Overview}})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		if rows, err := NewRows(th, Options{}); err == nil {
			for _, r := range rows.Ripples {
				want = append(want, fmt.Sprintf("%d → %d by %s", rows.All[r.FromRow].Number, rows.All[r.ToRow].Number, r.From.ID()))
			}
		}
		number := func(ref theory.Ref) int {
			return slices.IndexFunc(th.Configurations, func(c *theory.Configuration) bool { return c.ID == ref.ID && c.Live() }) + 1
		}
		for i, c := range th.Configurations {
			said := func(format string, refs []theory.Ref) {
				for _, ref := range refs {
					if other := number(ref); c.Live() && other > 0 {
						want = append(want, fmt.Sprintf(format, i+1, other))
					}
				}
			}
			said("%d influences %d", c.Influences)
			said("%d requires %d", c.Requires)
			for _, ref := range c.Rival {
				if other := number(ref); c.Live() && other > 0 {
					want = append(want, fmt.Sprintf("rivals %d and %d", min(i+1, other), max(i+1, other)))
				}
			}
		}
		var got []string
		for _, r := range s.relations {
			for _, n := range r.along {
				got = append(got, fmt.Sprintf("%d → %d by %s", r.from, r.to, n.ID))
			}
			if r.influences {
				got = append(got, fmt.Sprintf("%d influences %d", r.from, r.to))
			}
			if r.required {
				got = append(got, fmt.Sprintf("%d requires %d", r.to, r.from))
			}
			if r.kind == Rivals {
				got = append(got, fmt.Sprintf("rivals %d and %d", r.from, r.to))
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if want = slices.Compact(want); !slices.Equal(got, want) {
			t.Fatalf("seed %d: the overview says\n%s\nand the file\n%s", seed, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if drawn, written := len(s.Lines), slices.ContainsFunc(s.Boxes, func(b *Box) bool { return b.Joins != "" }); drawn > 0 == written && len(s.relations) > 0 || drawn > mostDrawn {
			t.Errorf("seed %d: %d relations, %d of them drawn; written: %t", seed, len(s.relations), drawn, written)
		}
	}
}

// TestOverviewDrawsNoLinks holds that the legend of an overview has no mark of links.
func TestOverviewDrawsNoLinks(t *testing.T) {
	s, err := New(theorytest.Open(t, "peer/revised.toml"), Options{View: View{Name: Overview}})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range s.Frame.Keys {
		if key.Kind == LineKey && key.Line.Relation == NoRelation {
			t.Errorf("the legend has %q", key.Means)
		}
	}
	if said := s.Description(); strings.Contains(said, "promotes") || strings.Contains(said, "supported") || !strings.Contains(said, "1 → 2: takes up Connectedness") {
		t.Errorf("described as %q", said)
	}
}
