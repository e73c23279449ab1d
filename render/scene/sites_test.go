package scene

import (
	"slices"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestConfigurationShowsItsOwn holds that the figure of a configuration counts the evidence of its cases alone, shows the links
// that are claimed in it alone, and has what belongs to every configuration where a link joins it to a member.
func TestConfigurationShowsItsOwn(t *testing.T) {
	th := theorytest.Faultless(t, `
[theory]
id      = "sites"
title   = "Sites"
context = ["crisis"]
actor   = ["staff"]
[intervention.meals]
label = "Shared meals"
[context.crisis]
label = "A housing crisis"
[context.trust]
label = "Trust in the landlord"
[actor.staff]
label = "Staff"
[mechanism.belonging]
label = "Belonging"
[configuration.north]
title        = "North"
cases        = ["north"]
intervention = ["meals"]
context      = ["trust"]
mechanism    = ["belonging"]
[configuration.south]
title        = "South"
cases        = ["south"]
intervention = ["meals"]
context      = ["trust"]
mechanism    = ["belonging"]
[[link]]
from         = "meals"
to           = "belonging"
status       = "supported"
supported_by = ["both"]
[[link]]
from          = "trust"
to            = "belonging"
status        = "supported"
supported_by  = ["north-alone"]
configuration = ["north"]
[[link]]
from         = "crisis"
to           = "belonging"
status       = "supported"
supported_by = ["north-alone"]
[source.notes]
citation = "Notes (2025)"
[case.north]
label = "North"
[case.south]
label = "South"
[evidence.both]
type   = "finding"
source = "notes"
cases  = ["north", "south"]
text   = "They ate together at both houses."
[evidence.north-alone]
type   = "finding"
source = "notes"
case   = "north"
text   = "Rents had doubled within a year."
`)
	type line struct {
		id, label string
		status    theory.Status
		backing   int
	}
	for id, want := range map[string][]line{
		"north": {
			{"meals -> belonging", "north", theory.Supported, 1},
			{"trust -> belonging", "north", theory.Supported, 1},
			{"crisis -> belonging", "north", theory.Supported, 1},
		},
		"south": {
			{"meals -> belonging", "south", theory.Supported, 1},
			{"crisis -> belonging", "", theory.Hypothesised, 0},
		},
	} {
		o := Options{View: View{OneConfiguration, id}, Labels: CaseLabels}
		s, err := New(th, o)
		if err != nil {
			t.Fatal(err)
		}
		var got []line
		for _, l := range s.Lines {
			got = append(got, line{l.Link.ID, l.Label, l.Look().Status, l.Look().Backing})
		}
		byID := func(a, b line) int { return slices.Compare([]byte(a.id), []byte(b.id)) }
		slices.SortFunc(got, byID)
		slices.SortFunc(want, byID)
		if !slices.Equal(got, want) {
			t.Errorf("%s shows %v, want %v", id, got, want)
		}
		for _, b := range s.Boxes {
			if b.ID() == "staff" || b.ID() == "crisis" && !slices.Equal(b.Badges, []Badge{{Text: BelongsToAll}}) {
				t.Errorf("%s shows %q with badges %v", id, b.ID(), b.Badges)
			}
		}
		o.Only = []theory.Status{theory.Supported}
		if s, err = New(th, o); err != nil || slices.ContainsFunc(s.Lines, func(l *Line) bool { return l.Look().Status != theory.Supported }) {
			t.Errorf("%s shows lines of other statuses than it asks for: %v", id, err)
		}
	}
}
