package scene_test

import (
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestCase holds that a figure of a case says of it what the theory says, and nothing of other cases.
func TestCase(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id    = "t"
title = "T"

[case.a]
label = "Anna"

[case.b]
label = "Bo"

[context.c]
label         = "C"
active_in     = ["a"]
not_active_in = ["b"]

[mechanism.m]
label            = "M"
partly_active_in = ["a"]

[mechanism.n]
label        = "N"
supported_by = ["ea"]

[outcome.o]
label     = "O"
active_in = ["b"]

[outcome.q]
label           = "Q"
contradicted_by = ["ea"]

[outcome.gone]
label   = "Gone"
dropped = "Nobody saw it."

[outcome.left]
label         = "Left"
not_active_in = ["b"]
dropped       = "Bo did not see it."

[configuration.seen]
title            = "Seen"
context          = ["c"]
active_in        = ["a"]
partly_active_in = ["b"]

[configuration.unseen]
title         = "Unseen"
outcome       = ["o"]
not_active_in = ["a"]

[[link]]
from         = "c"
to           = "m"
status       = "supported"
supported_by = ["ea", "eb"]

[[link]]
from            = "m"
to              = "n"
status          = "mixed"
supported_by    = ["eb"]
contradicted_by = ["ea"]

[[link]]
from         = "n"
to           = "o"
status       = "supported"
supported_by = ["eb"]

[evidence.ea]
type = "finding"
case = "a"
text = "What Anna said."

[evidence.eb]
type = "finding"
case = "b"
text = "What Bo said."
`)
	s, err := scene.New(th, scene.Options{Case: "a", Cases: []string{"b"}})
	if err != nil {
		t.Fatal(err)
	}
	var boxes, lines []string
	for _, b := range s.Boxes {
		said := b.ID()
		for _, tag := range b.Tags {
			said += string(tag)
		}
		if b.Faded {
			said += "?"
		}
		boxes = append(boxes, said)
		if len(b.Others) != 2 {
			t.Errorf("%s has %d contents on the layout of two cases", b.ID(), len(b.Others))
		}
	}
	for _, l := range s.Lines {
		lines = append(lines, l.Description())
	}
	if got, want := strings.Join(boxes, " "), "c m½ n+ o? q−"; got != want {
		t.Errorf("the boxes say %q, not %q", got, want)
	}
	if got, want := strings.Join(lines, "; "), "C → M: evidence for it in the case; M → N: evidence against it in the case; N → O: no evidence in the case"; got != want {
		t.Errorf("the lines say %q, not %q", got, want)
	}
	for _, want := range []string{"At work in the case: C.", "At work in part: M.", "Evidence for it in the case: N.", "Evidence against it in the case: Q.", "Not said whether it came about: O."} {
		if !strings.Contains(s.Description(), want) {
			t.Errorf("%q is not in %q", want, s.Description())
		}
	}
	var keys []string
	for _, k := range s.Frame.Keys {
		keys = append(keys, k.Means)
	}
	if got, want := strings.Join(keys, "; "), "evidence for it in the case; evidence against it in the case; at work in the case, unless with +; at work in part; evidence for it in the case; evidence against it in the case; pale: not said whether it came about; pale: no evidence in the case, whatever the link's status; ICAMO configuration; Seen; Unseen"; got != want {
		t.Errorf("the legend has %q, not %q", got, want)
	}
	if len(s.Strip.Items) != 1 || s.Strip.Items[0].Box.ID() != "left" || !strings.Contains(s.Frame.Caption, "Not shown: 1 node,") {
		t.Errorf("the strip has %v, and the caption is %q", s.Strip.Items, s.Frame.Caption)
	}
	if want := "At work in the case: configuration 1. Not at work: configuration 2."; !strings.Contains(s.Frame.Caption, want) || !strings.Contains(s.Description(), want) {
		t.Errorf("the caption %q or the description does not say %q", s.Frame.Caption, want)
	}
	if s, err = scene.New(th, scene.Options{Badges: scene.CaseBadges, Labels: scene.CaseLabels}); err != nil {
		t.Fatal(err)
	}
	lines, keys = nil, nil
	for _, l := range s.Lines {
		lines = append(lines, l.Label)
	}
	for _, k := range s.Frame.Keys {
		keys = append(keys, k.Means)
	}
	if got, want := strings.Join(lines, " | "), "1, 2 | 2; against: 1 | 2"; got != want {
		t.Errorf("the lines are labelled %q, not %q", got, want)
	}
	if got, want := strings.Join(keys, "; "), "evidence for it or for a link of it"; !strings.Contains(got, want) || !strings.Contains(got, "Anna; Bo") {
		t.Errorf("the legend %q does not have %q, and both cases", got, want)
	}
	if _, err := scene.New(th, scene.Options{Case: "c"}); err == nil || !strings.Contains(err.Error(), `unknown case "c"`) {
		t.Errorf("an unknown case gives %v", err)
	}
}
