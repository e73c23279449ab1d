package scene_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// named are the names of numbers in the legend of a figure.
func named(keys []scene.Key) []string {
	var names []string
	for _, k := range keys {
		if k.Kind == scene.BadgeKey && k.Badge.Says == scene.Named {
			names = append(names, k.Badge.Text+" "+k.Means)
		}
	}
	return names
}

// TestLegendNamesConfigurations holds that whoever sees the figure alone can tell what its numbers mean: of configurations up to 15, and
// of those alone that it numbers or speaks of.
func TestLegendNamesConfigurations(t *testing.T) {
	const few = `
[theory]
id    = "t"
title = "T"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "m"
to   = "o"
[configuration.a]
title     = "First"
number    = 4
mechanism = ["m"]
outcome   = ["o"]
[configuration.b]
title      = "Second"
number     = 2
mechanism  = ["m"]
unreviewed = "by a program"
[configuration.c]
title   = "Third"
number  = 3
rival   = ["a"]
[configuration.d]
title     = "Fourth"
number    = 1
mechanism = ["m"]
dropped   = "for a reason"
`
	var many strings.Builder
	many.WriteString("[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.m]\nlabel = \"M\"\n")
	for i := range 16 {
		fmt.Fprintf(&many, "[configuration.c%d]\ntitle = \"C\"\nmechanism = [\"m\"]\n", i)
	}
	one := scene.View{Name: scene.OneConfiguration, ID: "a"}
	for _, c := range []struct {
		name, text string
		o          scene.Options
		want       []string
	}{
		{"those that it numbers", few, scene.Options{}, []string{"2 Second (not reviewed yet)", "4 First"}},
		{"of one configuration the others, and those that it speaks of", few, scene.Options{View: one}, []string{"2 Second (not reviewed yet)", "3 Third"}},
		{"not where nothing is numbered", few, scene.Options{Badges: scene.NoBadges}, nil},
		{"not where there are many", many.String(), scene.Options{}, nil},
	} {
		s, err := scene.New(theorytest.Load(t, c.text), c.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := named(s.Frame.Keys); !slices.Equal(got, c.want) {
			t.Errorf("%s: the legend names %q, want %q", c.name, got, c.want)
		}
		if ways := s.Frame.Ways(); len(named(ways[len(ways)-1].Keys)) > 0 {
			t.Errorf("%s: a page without room for it has %q", c.name, named(ways[len(ways)-1].Keys))
		}
	}
}
