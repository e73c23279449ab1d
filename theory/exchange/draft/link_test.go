package draft_test

import (
	"fmt"
	"testing"

	"icamo/theory/exchange/draft"
)

// TestImply holds that a configuration implies the links of its members, and none where it implies more than anybody could mean.
func TestImply(t *testing.T) {
	for members, links := range map[int]int{0: 0, 1: 2, 10: 200, 100: 0} {
		d := draft.New("t", "T")
		c := d.Add("configuration", "one", draft.Place{})
		for i := range members {
			for _, kind := range []string{"context", "mechanism", "outcome"} {
				c.Include(kind, d.Add(kind, fmt.Sprintf("%s-%d", kind, i), draft.Place{}).ID)
			}
		}
		d.Imply(c, nil, draft.Place{})
		made := 0
		for _, e := range d.Elements {
			if e.Table == "link" {
				made++
			}
		}
		if made != links || (len(d.Left) > 0) != (links == 0) {
			t.Errorf("%d members in each role make %d links, not %d: %v", members, made, links, d.Left)
		}
	}
}

func TestID(t *testing.T) {
	for label, want := range map[string]string{
		"Feeling safe!": "feeling-safe", "Rolige øer på Årø": "rolige-oeer-paa-aaroe", "L’été à l'hôpital": "lete-a-lhopital", "שלום": "",
		"A very long label that goes on and on over two lines": "a-very-long-label-that-goes-on-and-on",
	} {
		if got := draft.ID(label); got != want {
			t.Errorf("the id of %q is %q, not %q", label, got, want)
		}
	}
}
