package theory_test

import (
	"testing"

	"icamo/theory/theorytest"
)

// TestBlocks holds that what inhibits blocks, but for what inhibits something unwanted, a step to that, or a step that inhibits.
func TestBlocks(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[context.c]
label = "C"
[context.d]
label = "D"
[mechanism.good]
label = "Good"
[mechanism.bad]
label = "Bad"
valence = "unwanted"
[outcome.o]
label = "O"
[[link]]
from = "good"
to = "o"
[[link]]
from = "bad"
to = "o"
effect = "inhibits"
[[link]]
from = "good"
to = "bad"
effect = "inhibits"
[[link]]
from = "c"
to = "good"
effect = "inhibits"
[[link]]
from = "c"
to = "bad"
effect = "inhibits"
[[link]]
from = "d"
to = "bad"
[[link]]
from = "c"
to = "d -> bad"
effect = "inhibits"
[[link]]
from = "c"
to = "good -> o"
effect = "inhibits"
[[link]]
from = "c"
to = "bad -> o (inhibits)"
effect = "inhibits"
[[link]]
from = "d"
to = "good -> o"
`)
	want := map[string]bool{
		"good -> o": false, "bad -> o (inhibits)": true, "good -> bad (inhibits)": false,
		"c -> good (inhibits)": true, "c -> bad (inhibits)": false, "d -> bad": false,
		"c -> (d -> bad) (inhibits)": false, "c -> (good -> o) (inhibits)": true, "c -> (bad -> o (inhibits)) (inhibits)": false, "d -> (good -> o)": false,
	}
	if len(th.Links) != len(want) {
		t.Fatalf("%d links, want %d", len(th.Links), len(want))
	}
	for _, l := range th.Links {
		if blocks, named := want[l.ID]; !named || l.Blocks() != blocks {
			t.Errorf("%s blocks: %v", l.ID, l.Blocks())
		}
	}
}
