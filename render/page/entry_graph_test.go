package page

import (
	"testing"

	"icamo/theory/theorytest"
)

// TestEvidenceBothWays holds that a link says how many cases speak for it, and how many against it.
func TestEvidenceBothWays(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id    = "t"
title = "T"
[case.a]
label = "A"
[case.b]
label = "B"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[outcome.p]
label = "P"
[[link]]
from            = "m"
to              = "o"
status          = "mixed"
supported_by    = ["ea"]
contradicted_by = ["eb"]
[[link]]
from         = "m"
to           = "p"
status       = "supported"
supported_by = ["ea"]
[evidence.ea]
type = "finding"
case = "a"
text = "What A said."
[evidence.eb]
type = "finding"
case = "b"
text = "What B said."
`)
	for i, want := range []string{"1 case for, 1 case against", "evidence from 1 case"} {
		if got := statusOf(th, th.Links[i]).Backing; got != want {
			t.Errorf("%s says %q, not %q", th.Links[i].ID, got, want)
		}
	}
}
