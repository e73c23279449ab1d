package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

const needed = `[theory]
id    = "t"
title = "T"

[case.a]
label = "A"

[mechanism.safe]
label         = "Safe"
not_active_in = ["a"]

[mechanism.share]
label     = "Share"
active_in = ["a"]

[mechanism.tell]
label        = "Tell"
supported_by = ["ea"]

[outcome.hope]
label     = "Hope"
active_in = ["a"]

[[link]]
from      = "safe"
to        = "share"
necessary = true

[[link]]
from      = "safe"
to        = "tell"
necessary = true

[[link]]
from      = "safe"
to        = "hope"
necessary = true

[[link]]
from         = "share"
to           = "hope"
status       = "supported"
supported_by = ["ea"]

[evidence.ea]
type = "finding"
case = "a"
text = "What Anna said."
`

// TestWithoutNeeded holds that the caption of a figure of a case says what came about without what the theory says it needs.
func TestWithoutNeeded(t *testing.T) {
	s, err := scene.New(theorytest.Faultless(t, needed), scene.Options{Case: "a"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Share was at work, though Safe, needed for it, was not at work.", "There is evidence for Tell in the case, though Safe, needed for it, was not at work.",
		"Hope came about, though Safe, needed for it, was not at work."} {
		if !strings.Contains(s.Frame.Caption, want) || !strings.Contains(s.Description(), want) {
			t.Errorf("%q is not in the caption %q, or not in the description", want, s.Frame.Caption)
		}
	}
}

// TestHighlightInCase holds that the legend does not say of what is known, and not highlighted, that it is not known, and the
// description does not either.
func TestHighlightInCase(t *testing.T) {
	s, err := scene.New(theorytest.Faultless(t, needed), scene.Options{Case: "a", Highlight: []string{"tell"}})
	if err != nil {
		t.Fatal(err)
	}
	has := func(means string) bool {
		return slices.ContainsFunc(s.Frame.Keys, func(k scene.Key) bool { return k.Means == means })
	}
	if line := "pale: no evidence in the case, whatever the link's status, or not highlighted"; !has(line) || has("pale: not said whether at work") {
		t.Errorf("the legend is %v", s.Frame.Keys)
	}
	if want := "Share → Hope: evidence for it in the case."; !strings.Contains(s.Description(), want) {
		t.Errorf("%q is not in %q", want, s.Description())
	}
}
