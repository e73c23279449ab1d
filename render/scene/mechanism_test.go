package scene_test

import (
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestMechanismsAreToldAsResourceAndReasoning holds that the figure of one configuration tells what its mechanisms consist of, a line each,
// as its page has room, and always in words; and that others do not.
func TestMechanismsAreToldAsResourceAndReasoning(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[mechanism.m]
label = "Trust"
resource = "Somebody\nwho stays."
reasoning = "I can try this"
[mechanism.n]
label = "Pride"
reasoning = "Did I do that?"
[mechanism.bare]
label = "Bare"
[outcome.o]
label = "O"
[[link]]
from = "m"
to = "o"
[configuration.c]
title = "C"
mechanism = ["m", "n", "bare"]
outcome = ["o"]
`)
	one := scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "c"}, Caption: "Ours"}
	const trust, pride = "Trust – resource: Somebody who stays; reasoning: I can try this.", "Pride – reasoning: Did I do that?"
	s, err := scene.New(th, one)
	if err != nil {
		t.Fatal(err)
	}
	if f := s.Frame; !strings.HasPrefix(f.Fuller, "Ours. ") || !strings.HasSuffix(f.Fuller, "\n"+trust+"\n"+pride) || strings.Contains(f.Caption, "resource") {
		t.Errorf("the caption is %q, or where there is room %q", f.Caption, f.Fuller)
	}
	if said := s.Description(); !strings.Contains(said, trust+" "+pride) {
		t.Errorf("the description is %q", said)
	}
	beside := one
	beside.UnderTitle = true
	for _, o := range []scene.Options{{}, beside} {
		s, err := scene.New(th, o)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(s.Frame.Fuller+s.Description(), "reasoning") {
			t.Errorf("the caption is %q, the description %q", s.Frame.Fuller, s.Description())
		}
	}
}
