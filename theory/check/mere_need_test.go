package check

import (
	"slices"
	"testing"

	"icamo/theory/theorytest"
)

// TestAMereNeedUpholdsNothing: where the link that brings a mechanism about is refuted, that it needs a context is no other way to it.
func TestAMereNeedUpholdsNothing(t *testing.T) {
	for status, want := range map[string]bool{"refuted": true, "not-activated": true, "hypothesised": false} {
		th := theorytest.Load(t, `[theory]
id = "t"
title = "T"
[intervention.meal]
label = "Meal"
[context.supply]
label = "Supply"
[mechanism.fed]
label = "Fed"
[outcome.calm]
label = "Calm"
[[link]]
from = "meal"
to = "fed"
status = "`+status+`"
[[link]]
from = "supply"
to = "fed"
necessary = true
[[link]]
from = "fed"
to = "calm"
[configuration.c]
title = "C"
intervention = ["meal"]
context = ["supply"]
mechanism = ["fed"]
outcome = ["calm"]
confidence = "high"
`)
		found := slices.ContainsFunc(Run(th, Settings{}), func(f Finding) bool { return f.Rule.Code == "PT219" })
		if found != want {
			t.Errorf("%s: PT219 %v, want %v", status, found, want)
		}
	}
}
