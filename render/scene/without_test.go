package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

const withoutOther = `[theory]
id = "t"
title = "T"
[case.a]
label = "Ana"
[case.b]
label = "Bo"
[context.c]
label = "C"
[context.d]
label = "D"
[mechanism.m]
label = "M"
[mechanism.problem]
label = "P"
valence = "unwanted"
[outcome.o]
label = "O"
supported_by = ["trial"]
[outcome.other]
label = "Other"
[[link]]
from = "m"
to = "o"
[[link]]
from = "m"
to = "other"
[[link]]
from = "c"
to = "m -> o"
status = "mixed"
supported_by = ["said"]
contradicted_by = ["read"]
effect = "inhibits"
[[link]]
from = "d"
to = "problem"
effect = "inhibits"
[configuration.one]
title = "One"
number = 1
mechanism = ["m"]
outcome = ["o"]
not_active_in = ["a"]
[configuration.two]
title = "Two"
number = 2
mechanism = ["m"]
outcome = ["o"]
requires = ["one"]
rival = ["one"]
active_in = ["a"]
[configuration.three]
title = "Three"
number = 3
mechanism = ["m"]
outcome = ["o"]
cases = ["b"]
[source.s]
citation = "Green 2020"
[evidence.said]
type = "quote"
source = "s"
case = "a"
text = "x"
locator = "p. 1"
[evidence.read]
type = "document"
source = "s"
text = "y"
locator = "p. 2"
[evidence.trial]
type = "effect"
source = "s"
text = "z"
locator = "p. 3"
finding = "improved"
`

func drawnOf(t *testing.T, o scene.Options) *scene.Scene {
	t.Helper()
	s, err := scene.New(theorytest.Faultless(t, withoutOther), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// holdSaid holds that each of some texts of a figure has some sentences, and lacks others.
func holdSaid(t *testing.T, figure string, texts, has, lack []string) {
	t.Helper()
	for _, said := range texts {
		for _, want := range has {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not in %q", figure, want, said)
			}
		}
		for _, other := range lack {
			if strings.Contains(said, other) {
				t.Errorf("%s: %q is in %q", figure, other, said)
			}
		}
	}
}

// TestSaysWhatItIsNot holds that a figure says what a reader would otherwise take it to say: that a configuration was at work without the
// one that it requires, or was not studied in a case; that two explain the same; that a trial tried the whole programme; and that
// evidence against a link is of no case.
func TestSaysWhatItIsNot(t *testing.T) {
	for name, one := range map[string]struct {
		o         scene.Options
		has, lack []string
	}{
		"a case": {scene.Options{Case: "a"},
			[]string{"Configuration 2 was at work, though it requires configuration 1, which was not.", "Not studied in the case: configuration 3."}, []string{"whole programme"}},
		"another case": {scene.Options{Case: "b"}, nil, []string{"which was not", "Not studied"}},
		"the whole":    {scene.Options{}, []string{"Configuration 2 requires 1. Rival explanations of the same outcome: configurations 1 and 2."}, []string{"whole programme"}},
		"one configuration": {scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "two"}},
			[]string{"What a trial found is of the whole programme."}, []string{"Rivals"}},
	} {
		s := drawnOf(t, one.o)
		holdSaid(t, name, []string{s.Frame.Fuller, s.Description()}, one.has, one.lack)
	}
	labelled := drawnOf(t, scene.Options{Labels: scene.CaseLabels})
	if label := labelled.OnSteps[0].Label; label != "a; against: no case named" {
		t.Errorf("the link's label is %q", label)
	}
}

// TestOnlyKeepsSteps holds that links of a status that act on steps are shown with these, whatever their status.
func TestOnlyKeepsSteps(t *testing.T) {
	s := drawnOf(t, scene.Options{Only: []theory.Status{theory.Mixed}})
	var shown []string
	for _, l := range s.ShownLines() {
		shown = append(shown, l.Link.ID)
	}
	if want := []string{"m -> o", "c -> (m -> o) (inhibits)"}; !slices.Equal(shown, want) {
		t.Errorf("shown are %q, want %q", shown, want)
	}
	if want := "Only links that are mixed, and what they join or act on; not shown: 3 nodes and 2 links."; !strings.Contains(s.Frame.Caption, want) {
		t.Errorf("%q is not in %q", want, s.Frame.Caption)
	}
}

// TestBlockingContexts holds that a context blocks that holds the programme back, and not one that counters a problem mechanism.
func TestBlockingContexts(t *testing.T) {
	for _, b := range drawnOf(t, scene.Options{}).Boxes {
		if b.Lane == theory.Context && b.Blocks != (b.Label() == "C") {
			t.Errorf("%s blocks: %v", b.Label(), b.Blocks)
		}
	}
}
