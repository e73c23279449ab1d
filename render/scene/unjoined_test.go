package scene_test

import (
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestBoxWithoutALine holds that a figure says what a box without a line is doing there, whatever the numbers on boxes are of.
func TestBoxWithoutALine(t *testing.T) {
	th := theorytest.Faultless(t, `
[theory]
id    = "t"
title = "T"
[context.alone]
label        = "Alone"
supported_by = ["e"]
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "m"
to   = "o"
[source.s]
citation = "S"
[case.p]
label = "Pia"
[evidence.e]
type   = "quote"
source = "s"
case   = "p"
text   = "on my own"
[configuration.c]
title   = "C"
context = ["alone"]
outcome = ["o"]
`)
	unnumbered := func(s *scene.Scene) bool {
		return strings.Contains(s.Frame.Fuller, "A box without a number is in no configuration.")
	}
	for badges, want := range map[scene.Badges]string{
		scene.ConfigurationBadges: "A box without a line belongs to the configurations that its numbers name.",
		scene.CaseBadges:          "A box without a line is part of the theory, too.",
		scene.NoBadges:            "A box without a line is part of the theory, too.",
	} {
		s, err := scene.New(th, scene.Options{Badges: badges})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(s.Frame.Caption, want) {
			t.Errorf("with %s as numbers, the caption is %q", badges, s.Frame.Caption)
		}
		if numbered := badges == scene.ConfigurationBadges; unnumbered(s) != numbered || strings.Contains(s.Description(), "In no configuration: M.") != numbered {
			t.Errorf("with %s as numbers, the caption is %q, and the description %q", badges, s.Frame.Fuller, s.Description())
		}
	}
	one, err := scene.New(th, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "c"}})
	if err != nil {
		t.Fatal(err)
	}
	if unnumbered(one) { // there the numbers are others
		t.Errorf("the caption of one configuration is %q", one.Frame.Fuller)
	}
}
