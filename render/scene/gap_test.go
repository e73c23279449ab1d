package scene

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestGapsOfOneConfiguration holds that the figure of a configuration says of each role that it has no box of whether none is needed or
// none was reported, as rows do, and nothing of roles that it has.
func TestGapsOfOneConfiguration(t *testing.T) {
	th := theorytest.Load(t, `
[theory]
id = "t"
title = "T"
heuristic = "ICAMO"
[intervention.i]
label = "I"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "i"
to = "m"
[[link]]
from = "m"
to = "o"
[configuration.one]
title = "One"
intervention = ["i"]
mechanism = ["m"]
outcome = ["o"]
none = ["context"]
`)
	for view, want := range map[View]string{{OneConfiguration, "one"}: "Context: none needed. Actor: not reported.", {Name: WholeTheory}: ""} {
		s, err := New(th, Options{View: view})
		if err != nil {
			t.Fatal(err)
		}
		for of, text := range map[string]string{"caption": s.Frame.Caption, "description": s.Description()} {
			if !strings.Contains(text, want) || strings.Contains(text, "not reported") != (want != "") || strings.Contains(text, "Mechanism: ") {
				t.Errorf("%v: the %s is %q", view, of, text)
			}
		}
	}
}
