package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestCaseHasOneTerm holds that the caption and the legend of a figure of a case have one term for what the theory does not say of the
// case, and that its title says no more than of which case it is.
func TestCaseHasOneTerm(t *testing.T) {
	const text = `[theory]
id = "t"
title = "T"
language = "en"
[case.a]
label = "Ana"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "m"
to = "o"
[configuration.one]
title = "One"
mechanism = ["m"]
outcome = ["o"]
not_active_in = ["a"]
[configuration.two]
title = "Two"
mechanism = ["m"]
outcome = ["o"]
`
	for language, want := range map[string]struct{ title, term string }{"en": {"T, in the case of Ana", "not said whether at work"}, "da": {"T, i casen Ana", "ikke oplyst, om virksom"}} {
		s, err := scene.New(theorytest.Faultless(t, strings.Replace(text, `"en"`, `"`+language+`"`, 1)), scene.Options{Case: "a"})
		if err != nil {
			t.Fatal(err)
		}
		if s.Frame.Title != want.title {
			t.Errorf("the title is %q", s.Frame.Title)
		}
		if !slices.ContainsFunc(s.Frame.Keys, func(k scene.Key) bool { return strings.Contains(k.Means, want.term) }) || !strings.Contains(s.Frame.Caption, want.term[1:]) {
			t.Errorf("%q is not in the legend %v, or not in the caption %q", want.term, s.Frame.Keys, s.Frame.Caption)
		}
	}
}
