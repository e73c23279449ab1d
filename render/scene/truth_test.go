package scene

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

const twoCases = `
[theory]
id    = "t"
title = "T"

[intervention.i]
label = "I"

[mechanism.m]
label         = "M"
active_in     = ["north"]
not_active_in = ["south"]

[outcome.o]
label         = "O"
active_in     = ["north"]
not_active_in = ["south"]
supported_by  = ["rct", "other-rct", "third"]

[outcome.p]
label        = "P"
supported_by = ["third"]

[[link]]
from = "i"
to   = "m"

[[link]]
from   = "m"
to     = "o"
status = "not-activated"

[configuration.one]
title        = "One"
number       = 4
intervention = ["i"]
mechanism    = ["m"]
outcome      = ["o"]
rival        = ["two"]

[configuration.two]
title        = "Two"
number       = 7
intervention = ["i"]
outcome      = ["o"]

[case.north]
label = "North"

[case.south]
label = "South"

[evidence.rct]
type          = "effect"
finding       = "improved"
compared_with = "a leaflet"

[evidence.other-rct]
type          = "effect"
finding       = "no-difference"
compared_with = "usual care"

[evidence.third]
type    = "effect"
finding = "improved"
`

// TestWhatFiguresSay holds that figures say of rivals, of links that were not activated, of outcomes that did not come about, and of what
// trials compared, what the file says of them, to those who see the figure and to those who hear of it.
func TestWhatFiguresSay(t *testing.T) {
	for name, one := range map[string]struct {
		o                 Options
		caption, key, has string // parts of what it says; "" for none
		lacks             string
	}{
		"the rival of a configuration": {o: Options{View: View{Name: OneConfiguration, ID: "one"}},
			caption: "Rival of configuration 7, which would explain the same outcome otherwise.", has: "Rival of configuration 7, which"},
		"the rival, as only the other says": {o: Options{View: View{Name: OneConfiguration, ID: "two"}}, caption: "Rival of configuration 4, which", has: "Rival of configuration 4, which"},
		"where a link was not activated":    {has: "M → O: not activated, M not at work in South."},
		"what trials compared": {has: "Better in a trial, compared with a leaflet: O. Better in a trial: P. " +
			"No difference found in a trial, compared with usual care: O."},
		"a case, and the status in the whole": {o: Options{Case: "north"}, caption: "Not activated in the theory as a whole: M → O.", has: "Not activated in the theory as a whole: M → O.",
			key: "at work in the case (an outcome: came about in the case)", lacks: "not at work in South"},
		"an outcome that did not come about": {o: Options{Case: "south"}, key: "not at work (an outcome: did not come about)", has: "Not at work: M. Did not come about: O."},
		"likewise, by badges": {o: Options{Badges: CaseBadges}, key: "not at work (an outcome: did not come about)",
			has: "At work: M (North). Came about: O (North). Not at work: M (South). Did not come about: O (South)."},
	} {
		s, err := New(theorytest.Load(t, twoCases), one.o)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(s.Frame.Caption, one.caption) {
			t.Errorf("%s: the caption is %q", name, s.Frame.Caption)
		}
		said := s.Description()
		if !strings.Contains(said, one.has) {
			t.Errorf("%s: the description is %q", name, said)
		}
		if one.lacks != "" && strings.Contains(said, one.lacks) {
			t.Errorf("%s: %q is in %q", name, one.lacks, said)
		}
		var keys []string
		for _, key := range s.Frame.Keys {
			keys = append(keys, key.Means)
		}
		if !strings.Contains(strings.Join(keys, "\n"), one.key) {
			t.Errorf("%s: the legend is %q", name, keys)
		}
	}
	rows, err := NewRows(theorytest.Load(t, twoCases), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if caption := rows.Frame(Options{}).Caption; !strings.Contains(caption, "What a configuration rivals is said under its title, and") {
		t.Errorf("the caption of rows is %q", caption)
	}
}
