package render

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// marked is a theory whose links say all that lines can say, and nothing else.
const marked = `
[theory]
id = "t"
title = "Marks"
[intervention.a]
label = "A"
[mechanism.m]
label = "M"
valence = "unwanted"
[mechanism.gone]
label = "Gone"
dropped = "No longer"
[outcome.o]
label = "O"
[[link]]
from = "a"
to = "m"
status = "mixed"
supported_by = ["e"]
contradicted_by = ["e"]
[[link]]
from = "m"
to = "o"
status = "refuted"
contradicted_by = ["e"]
[[link]]
from = "a"
to = "o"
status = "supported"
necessary = true
supported_by = ["e"]
[[link]]
from = "o"
to = "m"
status = "not-tested"
[[link]]
from = "m"
to = "a"
status = "not-activated"
[[link]]
from = "o"
to = "a"
dropped = "No longer"
[[link]]
from = "a"
to = "a"
effect = "inhibits"
unreviewed = "a draft"
[[link]]
from = "o"
to = "o"
[evidence.e]
type = "quote"
source = "s"
text = "it did"
[source.s]
citation = "S"
`

// TestDOTSaysWhatTheFileSays holds that no two links that say something else look alike in DOT, and that what they look like is said.
func TestDOTSaysWhatTheFileSays(t *testing.T) {
	th := theorytest.Load(t, marked)
	dot, lost, err := DOT(th, Options{})
	if err != nil {
		t.Fatal(err)
	}
	looks := make(map[string]string)
	for _, line := range strings.Split(string(dot), "\n") {
		_, link, _ := strings.Cut(line, `tooltip="`)
		link, look, ok := strings.Cut(link, `"`)
		if !ok || !strings.Contains(line, "->") {
			continue
		}
		_, look, _ = strings.Cut(look, "color")
		if other := looks[look]; other != "" {
			t.Errorf("%s looks as %s does: %s", link, other, look)
		}
		looks[look] = link
		for id, want := range map[string]string{"a -> m": `label="±"`, "m -> o": `label="×"`, "a -> o": `label="needed"`, "o -> a": `label="dropped"`, "m -> a": `label="not activated"`,
			"a -> a (inhibits)": `label="not reviewed yet"`} {
			if link == id && !strings.Contains(line, want) {
				t.Errorf("%s has no %s:\n%s", link, want, line)
			}
		}
	}
	if len(looks) != len(th.Links) {
		t.Errorf("%d of %d links are drawn", len(looks), len(th.Links))
	}
	for _, want := range []string{"label=\"Marks\\n", "± mixed", "× refuted", "dashes: hypothesised", "dots: not tested", "⊣ inhibits", "! unwanted", "(dropped)"} {
		if !strings.Contains(string(dot), want) {
			t.Errorf("nothing says %q:\n%s", want, dot)
		}
	}
	if slices.ContainsFunc(lost, func(s string) bool { return strings.Contains(s, boxSigns) }) || !slices.Contains(lost, "the names of lanes (3)") {
		t.Errorf("said to be lost: %q", lost)
	}
	dot, _, err = DOT(th, Options{Options: scene.Options{NoTitle: true, NoLegend: true}})
	if err != nil || strings.Contains(string(dot), "labelloc") {
		t.Errorf("a title or legend though none is wanted: %v\n%s", err, dot)
	}
}

// TestDOTHidesWhatTheFigureHides holds that DOT of one version has that version's boxes and links alone, as the figure has.
func TestDOTHidesWhatTheFigureHides(t *testing.T) {
	initial, revised := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	for _, shows := range []struct {
		theory  *theory.Theory
		options scene.Options
	}{{initial, scene.Options{Against: revised}}, {revised, scene.Options{Against: initial}},
		{revised, scene.Options{Against: initial, View: scene.View{Name: scene.Revised}, Dropped: scene.InPlace}}} {
		dot, _, err := DOT(shows.theory, Options{Options: shows.options, Paper: fit.Paper{}})
		if err != nil {
			t.Fatal(err)
		}
		s, err := scene.New(shows.theory, shows.options)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range s.Boxes {
			if has := strings.Contains(string(dot), "\t"+b.Name+" ["); has == b.Hidden {
				t.Errorf("%s, %v: hidden %v, in DOT %v", b.Label(), shows.options.View, b.Hidden, has)
			}
		}
		for _, l := range slices.Concat(s.Lines, s.OnSteps) {
			if has := strings.Contains(string(dot), "[id="+l.Name+","); has == l.Hidden {
				t.Errorf("%s, %v: hidden %v, in DOT %v", l.Description(), shows.options.View, l.Hidden, has)
			}
		}
	}
}
