package scene_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

const outside = `
[theory]
id = "o"
title = "Outside"
[intervention.i]
label = "Group"
[mechanism.m]
label = "Trust"
[outcome.o]
label = "Hope"
[actor.peers]
label = "Paid peers"
[context.snow]
label = "Snow"
[context.rain]
label = "Rain"
[context.own]
label = "A warm room"
[outcome.sleep]
label = "Sleep"
[mechanism.shame]
label = "Shame"
[[link]]
from = "i"
to = "m"
[[link]]
from = "m"
to = "o"
[[link]]
from = "own"
to = "m"
[[link]]
from = "snow"
to = "m"
effect = "inhibits"
[[link]]
from = "rain"
to = "m -> o"
effect = "inhibits"
[[link]]
from = "peers"
to = "m"
necessary = true
[[link]]
from = "sleep"
to = "m -> o"
necessary = true
[[link]]
from = "shame"
to = "o"
effect = "inhibits"
[configuration.c]
title = "Through trust"
intervention = ["i"]
context = ["own"]
mechanism = ["m"]
outcome = ["o"]
[configuration.d]
title = "Through shame"
mechanism = ["shame"]
outcome = ["sleep"]
`

// TestConfigurationShowsNoOtherClaimAsItsOwn holds that what inhibits a configuration and is no member of it is pale, and that what it
// needs, or is inhibited by, and is not drawn, is named with how far that is supported.
func TestConfigurationShowsNoOtherClaimAsItsOwn(t *testing.T) {
	th := theorytest.Faultless(t, outside)
	s, err := scene.New(th, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "c"}})
	if err != nil {
		t.Fatal(err)
	}
	var pale []string
	for _, b := range s.Boxes {
		if b.Faded {
			pale = append(pale, b.Label())
		}
	}
	for _, l := range s.DrawnLines() {
		if l.Faded {
			pale = append(pale, l.Link.ID)
		}
	}
	if want := []string{"Snow", "Rain", "snow -> m (inhibits)", "rain -> (m -> o) (inhibits)"}; !slices.Equal(pale, want) {
		t.Errorf("pale are %q, want %q", pale, want)
	}
	const outsiders, needed, inhibiting = "Pale, as no member of the configuration: Snow and Rain. ", "Needed from outside the configuration: Paid peers → Trust (hypothesised); Sleep → (Trust → Hope) (hypothesised). ",
		"Inhibited from outside the configuration: Shame ⊣ Hope (hypothesised)."
	if said := outsiders + needed + inhibiting; !strings.Contains(s.Frame.Caption, said) || !strings.Contains(s.Description(), said) {
		t.Errorf("the caption is %q, the description %q", s.Frame.Caption, s.Description())
	}
	rows, err := scene.NewRows(th, scene.Options{})
	if err != nil {
		t.Fatal(err)
	}
	caption := rows.Frame(scene.Options{}).Caption
	for _, want := range []string{"Pale, as no member of the configuration of its row: Snow (1); Rain (1).", "Needed from outside the configuration: Paid peers → Trust (configuration 1: hypothesised)."} {
		if !strings.Contains(caption, want) || !strings.Contains(rows.Description(0, 2), want) {
			t.Errorf("%q is not in the caption %q, or not in the description", want, caption)
		}
	}
}

// TestOutsidersInACase: there pale is what is not said to be at work or not, which a box that is no member may be or not.
func TestOutsidersInACase(t *testing.T) {
	th := theorytest.Faultless(t, strings.Replace(outside, "label = \"Snow\"", "label = \"Snow\"\nactive_in = [\"north\"]", 1)+"[case.north]\nlabel = \"North\"\n")
	s, err := scene.New(th, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "c"}, Case: "north"})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range s.Boxes {
		if b.Faded == (b.ID() == "snow") {
			t.Errorf("%q is pale: %t", b.Label(), b.Faded)
		}
	}
	if !strings.Contains(s.Frame.Caption, "No member of the configuration: Snow and Rain.") {
		t.Errorf("the caption is %q", s.Frame.Caption)
	}
}
