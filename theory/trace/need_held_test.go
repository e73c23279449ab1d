package trace

import (
	"bytes"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestWithoutANeedThatIsOnlyHeld: a need that nothing shows takes away both what is sure without it and what follows from that,
// or neither.
func TestWithoutANeedThatIsOnlyHeld(t *testing.T) {
	const text = `[theory]
id="t"
title="T"
[intervention.meal]
label="Meal"
[context.kitchen]
label="Kitchen"
[mechanism.fed]
label="Fed"
[outcome.attention]
label="Attention"
[outcome.marks]
label="Marks"
[[link]]
from="meal"
to="fed"
status="supported"
[[link]]
from="kitchen"
to="fed"
necessary=true
[[link]]
from="fed"
to="attention"
status="supported"
[[link]]
from="attention"
to="marks"
`
	for need, want := range map[string]string{
		"necessary=true\n": `can no longer come about: none

Outcomes that would no longer come about if the need holds: 2
  Attention: supported, no case named → cannot come about
    Kitchen is necessary for Fed (hypothesised)
  Marks: hypothesised → cannot come about
    Kitchen is necessary for Fed (hypothesised)
`,
		"necessary=true\nstatus=\"supported\"\n": `can no longer come about: 2
  Attention: supported, no case named → cannot come about
    Kitchen is necessary for Fed (supported, no case named)
  Marks: hypothesised → cannot come about
    Kitchen is necessary for Fed (supported, no case named)
`,
		"necessary=true\nstatus=\"refuted\"\n": "can no longer come about: none\n\nOutcomes that keep their support: 1\n  Attention:",
	} {
		th := theorytest.Faultless(t, strings.Replace(text, "necessary=true\n", need, 1))
		var out bytes.Buffer
		if err := LossText(&out, Without(th, []*theory.Node{th.Node("kitchen")})); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s:\n%s", need, out.String())
		}
	}
}
