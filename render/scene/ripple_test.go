package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

const rippled = `
[theory]
id = "r"
title = "Ripples"
[intervention.i]
label = "Group"
[mechanism.m]
label = "Trust"
[mechanism.n]
label = "Speaking up"
[mechanism.q]
label = "Leaving"
[mechanism.w]
label = "Asking more"
[outcome.o]
label = "Hope"
[outcome.z]
label = "Closeness"
[outcome.y]
label = "Voice"
[[link]]
from = "i"
to = "m"
[[link]]
from = "m"
to = "o"
[[link]]
from = "m"
to = "z"
[[link]]
from = "o"
to = "n"
status = "refuted"
[[link]]
from = "n"
to = "y"
[[link]]
from = "z"
to = "q"
effect = "inhibits"
[[link]]
from = "o"
to = "w"
[configuration.a]
title = "Through trust"
intervention = ["i"]
mechanism = ["m"]
outcome = ["o", "z"]
[configuration.b]
title = "Hope speaks"
context = ["o"]
mechanism = ["n"]
outcome = ["y"]
[configuration.c]
title = "Closeness keeps"
context = ["z"]
mechanism = ["q"]
outcome = ["y"]
[configuration.d]
title = "Hope asks"
context = ["o"]
mechanism = ["w"]
outcome = ["y"]
`

// TestOverviewMarksRipples holds that an overview shows what is refuted, or inhibits, of what one configuration takes up of another, and
// that its legend and its words say so.
func TestOverviewMarksRipples(t *testing.T) {
	s, err := scene.New(theorytest.Faultless(t, rippled), scene.Options{View: scene.View{Name: scene.Overview}})
	if err != nil {
		t.Fatal(err)
	}
	looks := make(map[string]scene.Look)
	for _, l := range s.Lines {
		looks[l.To.Label()] = l.Look()
	}
	for to, want := range map[string]scene.Look{
		"Hope speaks":     {Relation: scene.Ripples, Status: theory.Refuted},
		"Closeness keeps": {Relation: scene.Ripples, Effect: theory.Inhibits},
		"Hope asks":       {Relation: scene.Ripples},
	} {
		if looks[to] != want {
			t.Errorf("the line to %q looks as %+v, want %+v", to, looks[to], want)
		}
	}
	var keys []string
	for _, k := range s.Frame.Keys {
		keys = append(keys, k.Means)
	}
	for _, want := range []string{"an outcome of one configuration that another takes up", "an outcome that inhibits something in the other one", "an outcome taken up, though refuted in one of them"} {
		if !slices.Contains(keys, want) {
			t.Errorf("%q is not in the legend %q", want, keys)
		}
	}
	if want := "Outcomes that the arrows carry: Hope (1 → 2 (refuted), 4); Closeness (1 → 3 (inhibits))."; !strings.Contains(s.Frame.Caption, want) {
		t.Errorf("the caption is %q", s.Frame.Caption)
	}
	if said := s.Description(); !strings.Contains(said, "1 → 2: takes up Hope (refuted).") {
		t.Errorf("described as %q", said)
	}
}

// TestRequiredRippleIsNoRefutedOne: the theory says that the one requires the other, whatever became of what is taken up.
func TestRequiredRippleIsNoRefutedOne(t *testing.T) {
	s, err := scene.New(theorytest.Faultless(t, strings.Replace(rippled, `title = "Hope speaks"`, "title = \"Hope speaks\"\nrequires = [\"a\"]", 1)), scene.Options{View: scene.View{Name: scene.Overview}})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range s.Lines {
		if l.To.Label() == "Hope speaks" && (l.Look().Refuted() || !strings.Contains(l.Description(), "Hope (refuted)")) {
			t.Errorf("the line looks as %+v, and is described as %q", l.Look(), l.Description())
		}
	}
}
