package render

import (
	"slices"
	"testing"

	"icamo/render/fit"
	"icamo/theory/theorytest"
)

// TestWhatStatesNoHorizonStandsLast holds it for outcomes that lead to none that states one; those that do stand first, so that arrows run
// onwards.
func TestWhatStatesNoHorizonStandsLast(t *testing.T) {
	const theory = `
[theory]
id = "h"
title = "Horizons"
[intervention.i]
label = "Group"
[mechanism.m]
label = "Trust"
[outcome.a]
label = "Hope"
horizon = "immediate"
[outcome.b]
label = "Recovery"
horizon = "distal"
[outcome.c]
label = "Friends"
[outcome.d]
label = "Attendance"
[[link]]
from = "i"
to = "m"
[[link]]
from = "m"
to = "a"
[[link]]
from = "a"
to = "b"
[[link]]
from = "m"
to = "c"
[[link]]
from = "m"
to = "d"
`
	for link, want := range map[string][]string{
		"":                                     {"Immediate", "Distal", "Horizon not given"},
		"[[link]]\nfrom = \"c\"\nto = \"b\"\n": {"Horizon not given", "Immediate", "Distal"},
	} {
		p, err := Figure(t.Context(), engine, theorytest.Faultless(t, theory+link), Options{Paper: fit.Paper{Width: 180 * fit.Millimetre}})
		if err != nil {
			t.Fatal(err)
		}
		var heads []string
		for _, lane := range p.placed.Lanes {
			for _, head := range lane.Heads {
				heads = append(heads, head.String)
			}
		}
		if !slices.Equal(heads, want) {
			t.Errorf("the headings are %q, want %q", heads, want)
		}
	}
}
