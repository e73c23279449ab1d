package check_test

import (
	"strings"
	"testing"

	"icamo/theory/check"
	"icamo/theory/theorytest"
)

// TestBlockingContextIsNoPath: a context that only holds a mechanism back does not join the intervention to the outcome.
func TestBlockingContextIsNoPath(t *testing.T) {
	const head = `[theory]
id="t"
title="T"
[intervention.meal]
label="Meal"
[context.shame]
label="Shame"
[mechanism.proud]
label="Proud"
[outcome.marks]
label="Marks"
[[link]]
from="proud"
to="marks"
[configuration.b]
title="B"
intervention=["meal"]
context=["shame"]
mechanism=["proud"]
outcome=["marks"]
[[link]]
from="meal"
to="proud"
dropped="No."
`
	const blocked = "[[link]]\nfrom=\"shame\"\nto=\"proud\"\neffect=\"inhibits\"\n"
	for _, c := range []struct {
		name, text string
		found      int
	}{
		{"no link of the context", head, 1},
		{"a context that inhibits", head + blocked, 1},
		{"a context that promotes", head + "[[link]]\nfrom=\"shame\"\nto=\"proud\"\n", 0},
		{"a live link of the intervention", head + blocked + "[[link]]\nfrom=\"meal\"\nto=\"proud\"\n", 0},
		{"a context that counters what is unwanted", strings.Replace(head+blocked, `label="Proud"`, "label=\"Proud\"\nvalence=\"unwanted\"", 1), 0},
	} {
		if got := check.Ask(theorytest.Faultless(t, c.text), &check.BrokenConfiguration); len(got) != c.found {
			t.Errorf("%s: %d findings, want %d", c.name, len(got), c.found)
		}
	}
}
