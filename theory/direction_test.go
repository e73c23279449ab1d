package theory

import (
	"strings"
	"testing"
)

// TestStepIsReadFromCauseToEffect holds that a link between labels of scripts that are read from the right leads from the left to the
// right, and that other links have nothing but their labels and the arrow.
func TestStepIsReadFromCauseToEffect(t *testing.T) {
	step := func(from, to string, effect Effect) *Link {
		return &Link{Source: &Node{Label: from}, Target: &Node{Label: to}, Effect: effect}
	}
	if got := step("Tillid", "Håb", Promotes).Step(); got != "Tillid → Håb" {
		t.Errorf("it is %q", got)
	}
	for _, one := range [][2]string{{"אמון", "תקווה"}, {"Trust", "أمل"}, {"אמון", "Hope"}} {
		for _, effect := range []Effect{Promotes, Inhibits} {
			want := "\u2066\u2068" + one[0] + "\u2069 " + effect.Arrow() + " \u2068" + one[1] + "\u2069\u2069"
			if got := step(one[0], one[1], effect).Step(); got != want {
				t.Errorf("it is %q, not %q", got, want)
			}
		}
	}
	onto := &Link{Source: &Node{Label: "Snow"}, Onto: step("אמון", "תקווה", Promotes)}
	if got := onto.Step(); strings.Count(got, leftToRight) != strings.Count(got, popIsolate)-strings.Count(got, asItBegins) || !strings.HasPrefix(got, leftToRight) {
		t.Errorf("it is %q", got)
	}
}
