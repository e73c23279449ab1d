package scene

import (
	"strings"
	"testing"

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
