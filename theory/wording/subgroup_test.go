package wording

import (
	"testing"

	"icamo/theory"
)

func TestEffectInASubgroup(t *testing.T) {
	two := 2.0
	e := &theory.Evidence{Type: theory.EffectType, Measure: "Score", Estimate: &two, Finding: theory.Improved, Subgroup: "Girls",
		OutcomeRole: theory.Exploratory, ComparedWith: "Fruit"}
	const want = "Score: 2, improved, in a subgroup: Girls, exploratory, compared with Fruit"
	if got := English.Effect(e); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	e.OutcomeRole, e.Subgroup = theory.Primary, ""
	if got := English.Effect(e); got != "Score: 2, improved, compared with Fruit" {
		t.Errorf("%q", got)
	}
}
