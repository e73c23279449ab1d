package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

const unsaid = `[theory]
id = "t"
title = "T"
[case.a]
label = "Ana"
[intervention.gone]
label = "Gone"
dropped = "nobody came"
[context.model]
label = "From a model"
unreviewed = "script"
[actor.peers]
label = "Peers"
[mechanism.m]
label = "M"
active_in = ["a"]
[mechanism.need]
label = "Need"
unreviewed = "script"
not_active_in = ["a"]
[context.late]
label = "Late"
[outcome.o]
label = "O"
supported_by = ["trial"]
[outcome.loose]
label = "Loose"
[[link]]
from = "peers"
to = "m"
[[link]]
from = "m"
to = "o"
status = "refuted"
contradicted_by = ["said"]
configuration = ["made"]
[[link]]
from = "need"
to = "m"
necessary = true
[[link]]
from = "late"
to = "m"
effect = "inhibits"
status = "refuted"
contradicted_by = ["said"]
[configuration.one]
title = "One"
intervention = ["gone"]
context = ["model"]
actor = ["peers"]
mechanism = ["m"]
outcome = ["o"]
[configuration.made]
title = "Made"
mechanism = ["m"]
unreviewed = "script"
[configuration.old]
title = "Old"
mechanism = ["m"]
dropped = "nobody said so"
[source.s]
citation = "Green 2020"
[evidence.said]
type = "quote"
source = "s"
case = "a"
text = "x"
locator = "p. 1"
[evidence.trial]
type = "effect"
source = "s"
text = "z"
locator = "p. 3"
finding = "improved"
unreviewed = "script"
`

// TestSaysNoMoreThanTheFile holds that what a figure leaves out is not said to be missing from the theory, that what nobody has looked at
// or is no longer claimed is said to be so wherever it is shown, and that what was refuted marks nothing.
func TestSaysNoMoreThanTheFile(t *testing.T) {
	th := theorytest.Faultless(t, unsaid)
	one := scene.View{Name: scene.OneConfiguration, ID: "one"}
	for name, c := range map[string]struct {
		o         scene.Options
		has, lack []string
	}{
		"one configuration":         {scene.Options{View: one}, []string{"Intervention: dropped.", "Members that are not reviewed yet, and not shown: From a model."}, []string{"not reported"}},
		"it without actors":         {scene.Options{View: one, Actors: scene.NoActors}, []string{"Actor: not shown."}, []string{"Actor: not reported"}},
		"a dropped one":             {scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "old"}}, []string{"The configuration is no longer part of the theory: nobody said so."}, nil},
		"the whole":                 {scene.Options{}, []string{"Not shown: configuration 3, no longer part of the theory."}, nil},
		"a case without the need":   {scene.Options{Case: "a"}, nil, []string{"needed for it"}},
		"a configuration of a case": {scene.Options{View: one, Case: "a"}, nil, []string{"needed for it"}},
	} {
		s, err := scene.New(th, c.o)
		if err != nil {
			t.Fatal(err)
		}
		holdSaid(t, name, []string{s.Frame.Caption, s.Description()}, c.has, c.lack)
		for _, b := range s.Boxes {
			if slices.Contains(b.Tags, scene.Better) {
				t.Errorf("%s: %s is better in a trial that nobody has looked at", name, b.Label())
			}
			if b.Blocks {
				t.Errorf("%s: %s blocks, which was refuted", name, b.Label())
			}
		}
	}
	made, err := scene.New(th, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "made"}})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(made.Title(), "2  Made (not reviewed yet)") || !strings.Contains(made.Description(), "Configuration 2, Made (not reviewed yet): mechanism M.") {
		t.Errorf("the title is %q, the description %q", made.Title(), made.Description())
	}
}

// TestRowsSayNoMoreThanTheFile holds the same of rows, and that they say which links and nodes they do not show, and why.
func TestRowsSayNoMoreThanTheFile(t *testing.T) {
	th := theorytest.Faultless(t, unsaid)
	rows, err := scene.NewRows(th, scene.Options{Actors: scene.NoActors})
	if err != nil {
		t.Fatal(err)
	}
	if gap := rows.All[0].Gap(theory.Actor); gap != "Actor: not shown" {
		t.Errorf("of the actors it says %q", gap)
	}
	if heading := rows.All[1].Heading(); heading != "2  Made (not reviewed yet)" {
		t.Errorf("the heading is %q", heading)
	}
	caption := rows.Frame(scene.Options{}).Caption
	for _, want := range []string{"Not drawn, as the configuration that claims them lacks one of their ends: M → O (refuted).", "In no configuration, and not shown: Need; Loose."} {
		if !strings.Contains(caption, want) {
			t.Errorf("%q is not in %q", want, caption)
		}
	}
}

// TestRowsSayWhichRipplesAreRefuted holds that an outcome that goes on in another row is said to be refuted there where the overview says so.
func TestRowsSayWhichRipplesAreRefuted(t *testing.T) {
	th := theorytest.Faultless(t, `[theory]
id = "t"
title = "T"
[mechanism.m]
label = "M"
[mechanism.n]
label = "N"
[outcome.o]
label = "O"
[outcome.p]
label = "P"
[outcome.end]
label = "End"
[[link]]
from = "m"
to = "o"
status = "refuted"
[[link]]
from = "m"
to = "p"
[[link]]
from = "o"
to = "n"
[[link]]
from = "p"
to = "n"
effect = "inhibits"
[[link]]
from = "n"
to = "end"
[configuration.one]
title = "One"
mechanism = ["m"]
outcome = ["o", "p"]
[configuration.two]
title = "Two"
context = ["o", "p"]
mechanism = ["n"]
outcome = ["end"]
`)
	rows, err := scene.NewRows(th, scene.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if caption := rows.Frame(scene.Options{}).Caption; !strings.Contains(caption, "Taken up, though refuted: O (1 → 2).") {
		t.Errorf("the caption is %q", caption)
	}
	if said := rows.Description(0, 2); !strings.Contains(said, "1 → 2: takes up O (refuted). 1 → 2: takes up P (inhibits).") {
		t.Errorf("the description is %q", said)
	}
}

const together = `[theory]
id = "t"
title = "T"
context = ["every"]
[context.every]
label = "Everywhere"
[context.c]
label = "C"
[mechanism.m]
label = "M"
[mechanism.n]
label = "N"
[outcome.harm]
label = "Harm"
supported_by = ["trial"]
[outcome.o]
label = "O"
[[link]]
from = "m"
to = "harm"
effect = "inhibits"
[[link]]
from = "harm"
to = "n"
[[link]]
from = "n"
to = "o"
configuration = ["two"]
[configuration.one]
title = "One"
context = ["c"]
mechanism = ["m"]
outcome = ["harm"]
influences = ["two"]
[configuration.two]
title = "Two"
context = ["harm"]
mechanism = ["n"]
outcome = ["o"]
requires = ["one"]
[configuration.three]
title = "Three"
mechanism = ["m"]
dropped = "nobody said so"
[source.s]
citation = "S"
[evidence.trial]
type = "effect"
source = "s"
text = "z"
locator = "p. 3"
finding = "improved"
subgroup = "first-time parents"
`

// TestSaysWhatHangsTogether holds that figures say of links that they are claimed in some configurations alone, what belongs to every one,
// which require and influence which, how an outcome that is taken up comes about, and why a configuration was dropped.
func TestSaysWhatHangsTogether(t *testing.T) {
	th := theorytest.Faultless(t, together)
	for name, c := range map[string]struct {
		view scene.View
		has  []string
	}{
		"the whole":         {scene.View{}, []string{"Claimed in configuration 2 alone: N → O.", "Configuration 2 requires 1."}},
		"one configuration": {scene.View{Name: scene.OneConfiguration, ID: "one"}, []string{"In every configuration: Everywhere."}},
		"the overview": {scene.View{Name: scene.Overview}, []string{"Outcomes that the arrows carry: Harm (1, reduced → 2).", "Said to influence, too: 1 → 2.",
			"Why configuration 3 was dropped: Nobody said so."}},
	} {
		s, err := scene.New(th, scene.Options{View: c.view})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.has {
			if !strings.Contains(s.Frame.Fuller, want) {
				t.Errorf("%s: %q is not in %q", name, want, s.Frame.Fuller)
			}
		}
		if c.view.Name == "" && !slices.ContainsFunc(s.Frame.Keys, func(k scene.Key) bool { return k.Means == "better in a subgroup of a trial: first-time parents" }) {
			t.Errorf("the legend is %v", s.Frame.Keys)
		}
	}
	rows, err := scene.NewRows(th, scene.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if caption := rows.Frame(scene.Options{}).Caption; !strings.Contains(caption, "In every configuration: Everywhere.") {
		t.Errorf("the caption of rows is %q", caption)
	}
}
