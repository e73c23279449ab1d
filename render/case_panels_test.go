package render

import (
	"regexp"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestStatusOfWholeInPanels holds that several cases side by side name once below them what the theory as a whole holds to be refuted.
func TestStatusOfWholeInPanels(t *testing.T) {
	th := theorytest.Load(t, `[theory]
id    = "t"
title = "T"

[case.a]
label = "Anna"

[case.b]
label = "Bo"

[mechanism.m]
label     = "M"
active_in = ["a"]

[outcome.o]
label     = "O"
active_in = ["b"]

[[link]]
from            = "m"
to              = "o"
status          = "refuted"
contradicted_by = ["e"]

[evidence.e]
type = "finding"
case = "a"
text = "What Anna said."
`)
	one, several := Options{}, Options{}
	one.Case, several.Cases = "a", []string{"a", "b"}
	for _, o := range []Options{one, several} {
		_, drawn, _ := strings.Cut(svgOf(t, t.Context(), engine, th, o), "</desc>")
		if n := strings.Count(regexp.MustCompile("<[^>]*>").ReplaceAllString(drawn, ""), "Refuted in the theory as a whole: M"); n != 1 {
			t.Errorf("%q, %q: it is said %d times", o.Case, o.Cases, n)
		}
	}
}

// TestFullRowOfPanels holds that three cases stand side by side where the page has room for that, and not two above one beside an empty place.
func TestFullRowOfPanels(t *testing.T) {
	o := page180(scene.Options{Cases: []string{"site-a", "site-b", "site-c"}})
	drawn := svgOf(t, t.Context(), engine, open(t, "examples/three-sites.toml"), o)
	rows := make(map[string]bool)
	titles := regexp.MustCompile(`<text x="[^"]*" y="([^"]*)"[^>]*>Library [ABC]<`).FindAllStringSubmatch(drawn, -1)
	for _, title := range titles {
		rows[title[1]] = true
	}
	if len(titles) != 3 || len(rows) != 1 {
		t.Errorf("%d titles of panels in %d rows", len(titles), len(rows))
	}
}
