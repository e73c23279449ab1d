package scene

import (
	"slices"
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestTrialOfASubgroup: what a trial found of some in it is not said of everybody, neither by the sign nor in words.
func TestTrialOfASubgroup(t *testing.T) {
	s, err := New(theorytest.Faultless(t, `[theory]
id="t"
title="T"
[mechanism.fed]
label="Fed"
[outcome.marks]
label="Marks"
supported_by=["e1","e4"]
[[link]]
from="fed"
to="marks"
[source.trial]
citation="Smith A (2020) A trial"
[evidence.e1]
type="effect"
source="trial"
measure="Score"
estimate=2
subgroup="Girls"
outcome_role="exploratory"
compared_with="Fruit"
finding="improved"
[evidence.e4]
type="effect"
source="trial"
measure="Score, all"
estimate=0
finding="no-difference"
`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range s.ShownBoxes() {
		if b.Label() == "Marks" && !slices.Equal(b.Tags, []Tag{NoDifference, SubgroupBetter}) {
			t.Errorf("signs %q", b.Tags)
		}
	}
	const want = "Better in a subgroup of a trial, Girls, exploratory, compared with Fruit: Marks."
	if said := strings.Join(s.tagsInWords(), " "); !strings.Contains(said, want) || strings.Contains(said, "Better in a trial") {
		t.Error(said)
	}
}
