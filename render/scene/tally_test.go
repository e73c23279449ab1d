package scene

import (
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestTallyNamesConfigurations holds that the caption of an overlay says which configurations changed, by the numbers that each has in
// the version that has it last, names those that are gone, which no box has the number of, and where there is room those that came, and that
// the legend says what a line without a sign at an added box is, and what an earlier label on a box that was refined.
func TestTallyNamesConfigurations(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	const gone, came = " “Bridging to the wider community”", " “A more positive self-image and less self-stigma”"
	for language, want := range map[string]struct {
		caption, fuller string
		keys            []string
	}{
		"en": {"Configurations: 1 dropped (5" + gone + "); 3 refined (1, 2, 4); 1 added (3).", "Configurations: 1 dropped (5" + gone + "); 3 refined (1, 2, 4); 1 added (3" + came + ").",
			[]string{"added; so are all lines at a box with this sign", "refined; its label too, where one is struck through"}},
		"da": {"Konfigurationer: udgået (1): nr. 5" + gone + "; forfinet (3): nr. 1, 2, 4; tilføjet (1): nr. 3.",
			"Konfigurationer: udgået (1): nr. 5" + gone + "; forfinet (3): nr. 1, 2, 4; tilføjet (1): nr. 3" + came + ".",
			[]string{"tilføjet; det er alle linjer ved en boks med dette tegn også", "forfinet; også betegnelsen, hvor en er overstreget"}},
	} {
		new.Language = language
		s, err := New(new, Options{Against: old, View: View{Name: Revised}})
		if err != nil {
			t.Fatal(err)
		}
		for said, want := range map[string]string{s.Frame.Caption: want.caption, s.Frame.Naming: want.fuller} {
			if said = strings.ReplaceAll(said, nonBreaking, " "); !strings.Contains(said, want) {
				t.Errorf("%s: the caption is %q, without %q", language, said, want)
			}
		}
		for _, means := range want.keys {
			if !slices.ContainsFunc(s.Frame.Keys, func(k Key) bool { return k.Means == means }) {
				t.Errorf("%s: no key %q", language, means)
			}
		}
		for _, b := range s.Boxes { // then nothing needs saying of it
			b.Former = ""
		}
		if keys := Legend(s); slices.ContainsFunc(keys, func(k Key) bool { return k.Means == want.keys[1] }) {
			t.Errorf("%s: no box that was refined has an earlier label, and the key is %q", language, want.keys[1])
		}
	}
}

// TestTallyOfSomeLinks holds that an overlay of links of some statuses counts, and describes, what changed of these and of what they
// join.
func TestTallyOfSomeLinks(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	s, err := New(new, Options{Against: old, View: View{Name: Revised}, Only: []theory.Status{theory.Mixed}})
	if err != nil {
		t.Fatal(err)
	}
	const want = "Nodes: 2 refined; 1 split into 2; 8 added. Links: 1 now mixed; 6 added."
	for _, said := range []string{s.Frame.Caption, s.Description()} {
		if said = strings.ReplaceAll(said, nonBreaking, " "); !strings.Contains(said, want) || strings.Contains(said, "Configurations: ") {
			t.Errorf("no %q in %q", want, said)
		}
	}
}
