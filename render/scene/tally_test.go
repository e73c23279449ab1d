package scene

import (
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestTallyNamesConfigurations holds that the caption of an overlay says which configurations changed, by the numbers that each has in
// the version that has it last, and that the legend says what a line without a sign at an added box is.
func TestTallyNamesConfigurations(t *testing.T) {
	old, new := theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")
	for language, want := range map[string][]string{
		"en": {"Configurations: 1 dropped (5); 3 refined (1, 2, 4); 1 added (3).", "added; so are all lines at a box with this sign"},
		"da": {"Konfigurationer: udgået (1): nr. 5; forfinet (3): nr. 1, 2, 4; tilføjet (1): nr. 3.", "tilføjet; det er alle linjer ved en boks med dette tegn også"},
	} {
		new.Language = language
		s, err := New(new, Options{Against: old, View: View{Name: Revised}})
		if err != nil {
			t.Fatal(err)
		}
		caption := strings.ReplaceAll(s.Frame.Caption, nonBreaking, " ")
		if !strings.Contains(caption, want[0]) {
			t.Errorf("%s: the caption is %q", language, caption)
		}
		said := false
		for _, key := range s.Frame.Keys {
			said = said || key.Means == want[1]
		}
		if !said {
			t.Errorf("%s: no key %q", language, want[1])
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
	const want = "Nodes: 2 refined; 1 split into 2; 6 added. Links: 1 now mixed; 4 added."
	for _, said := range []string{s.Frame.Caption, s.Description()} {
		if said = strings.ReplaceAll(said, nonBreaking, " "); !strings.Contains(said, want) || strings.Contains(said, "Configurations: ") {
			t.Errorf("no %q in %q", want, said)
		}
	}
}
