package scene_test

import (
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

const described = `[theory]
id = "t"
title = "T"
version = "first"

[actor.one]
label = "One"

[mechanism.m]
label = "M"

[mechanism.gone]
label = "Gone"
dropped = "No."

[outcome.o]
label = "O"
valence = "unwanted"
unintended = true

[outcome.p]
label = "P"

[[link]]
from = "one"
to = "m"

[[link]]
from = "m"
to = "o"
status = "mixed"

[[link]]
from = "gone"
to = "p"
dropped = "No."

[configuration.a]
title = "A"
actor = ["one"]
mechanism = ["m", "gone"]
outcome = ["o"]

[configuration.b]
title = "B"
actor = ["one"]
mechanism = ["m"]
outcome = ["p"]
rival = ["a"]

[configuration.c]
title = "C"
outcome = ["p"]
`

// TestDescription holds that a figure is described as what it shows, and says in words what its marks say and what it leaves out.
func TestDescription(t *testing.T) {
	th := theorytest.Faultless(t, described)
	for _, one := range []struct {
		of        string
		o         scene.Options
		has, lack []string
	}{
		{"the whole", scene.Options{}, []string{"Unwanted: O. Unintended: O.", "Configuration 1, A: actor One; mechanism M; outcome O.", "Dropped: Gone."}, []string{"Not shown", "Highlighted"}},
		{"links of one status", scene.Options{Only: []theory.Status{theory.Mixed}},
			[]string{"Part of T, with 1 mechanism and 1 outcome", "Configuration 1, A (in part): mechanism M; outcome O.", "Only links that are mixed, and what they join; not shown: 2 nodes and 1 link.", "Not shown: 1 node and 1 link, no longer part of the theory."},
			[]string{"Configuration 3", "One", "Gone"}},
		{"what is left of it", scene.Options{Dropped: scene.Nowhere}, []string{"Not shown: 1 node and 1 link, no longer part of the theory."}, []string{"Gone"}},
		{"it without actors", scene.Options{Actors: scene.NoActors}, []string{"Not shown: One, with all their links."}, []string{"actor One", "One →"}},
		{"a highlighted configuration", scene.Options{Highlight: []string{"b"}}, []string{"Highlighted: configuration 2 B; all else is pale."}, nil},
		{"one configuration", scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "b"}}, []string{"One configuration of T", "Rival of configuration 1, which would explain the same outcome otherwise."}, []string{"Configuration 1, "}},
	} {
		s, err := scene.New(th, one.o)
		if err != nil {
			t.Fatal(err)
		}
		said := s.Description()
		for _, want := range one.has {
			if !strings.Contains(said, want) {
				t.Errorf("of %s, %q is not in %q", one.of, want, said)
			}
		}
		for _, other := range one.lack {
			if strings.Contains(said, other) {
				t.Errorf("of %s, %q is in %q", one.of, other, said)
			}
		}
		for _, sentence := range []string{"Not shown", "Only links", "Highlighted"} { // is said to those who see the figure, too
			if strings.Contains(said, sentence) != strings.Contains(s.Frame.Caption, sentence) {
				t.Errorf("of %s, the caption is %q, and the description %q", one.of, s.Frame.Caption, said)
			}
		}
	}
}

// TestDescriptionOfChanges holds that the figure of a revision is described by all that changed, with each link.
func TestDescriptionOfChanges(t *testing.T) {
	old := theorytest.Faultless(t, described)
	new := theorytest.Faultless(t, strings.NewReplacer(`status = "mixed"`, `status = "refuted"`, `title = "C"`, `title = "Other"`).Replace(described))
	s, err := scene.New(new, scene.Options{View: scene.View{Name: scene.Revised}, Against: old, Revision: ordered(revision.Compare(old, new))})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"One → M: hypothesised.", "M → O: refuted, status lowered.", "Configurations refined: 3 Other."} {
		if said := s.Description(); !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
}

func ordered(r *revision.Revision) *revision.Revision {
	r.Ordered = true
	return r
}

// TestDescriptionOfRows holds that rows are described row by row, with what is said under their titles.
func TestDescriptionOfRows(t *testing.T) {
	rows, err := scene.NewRows(theorytest.Faultless(t, described), scene.Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := rows.Description(1, 2)
	for _, want := range []string{"Configuration 2, B: actor One; mechanism M; outcome P.", "Rival of 1.", "One → M: hypothesised."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	for _, other := range []string{"Configuration 1", "Gone", "M → O"} {
		if strings.Contains(said, other) {
			t.Errorf("%q is in %q", other, said)
		}
	}
	if said := rows.All[0].Notes; said != "rival of 2" {
		t.Errorf("under the first title stands %q", said)
	}
}
