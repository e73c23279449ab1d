package scene_test

import (
	"fmt"
	"slices"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestTaggedActorsKeepTheirNumbers holds that the legend says of an actor that stands as tags what the badges of its box would say.
func TestTaggedActorsKeepTheirNumbers(t *testing.T) {
	const text = `
[theory]
id    = "t"
title = "T"
%s
[actor.one]
label         = "One"
active_in     = ["north"]
not_active_in = ["south"]

[mechanism.m]
label = "M"

[[link]]
from = "one"
to   = "m"

[configuration.a]
title     = "A"
number    = 2
actor     = ["one"]
mechanism = ["m"]

[configuration.b]
title = "B"
actor = ["one"]
number = 5

[case.north]
label = "North"

[case.south]
label = "South"
`
	for _, c := range []struct {
		o    scene.Options
		text string
		want string
	}{
		{scene.Options{}, "", "from One (actor; hypothesised; configurations 2 and 5)"},
		{scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "a"}}, "", "from One (actor; hypothesised; configurations 2 and 5)"},
		{scene.Options{}, "actor = [\"one\"]\n", "from One (actor; hypothesised; every configuration)"},
		{scene.Options{Badges: scene.CaseBadges}, "", "from One (actor; hypothesised; at work: North; not at work: South)"},
		{scene.Options{Badges: scene.NoBadges}, "", "from One (actor; hypothesised)"},
	} {
		c.o.Actors = scene.ActorTags
		s, err := scene.New(theorytest.Load(t, fmt.Sprintf(text, c.text)), c.o)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, k := range s.Frame.Keys {
			keys = append(keys, k.Means)
		}
		if !slices.Contains(keys, c.want) {
			t.Errorf("%v: %q is not in the legend %q", c.o, c.want, keys)
		}
	}
}
