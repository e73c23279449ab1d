package scene

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestTheOverviewSaysWhatIsRefuted holds that a configuration of which all paths to its outcomes are refuted does not stand in the
// overview as one that holds, and that one with any other path is not called refuted.
func TestTheOverviewSaysWhatIsRefuted(t *testing.T) {
	const text = `
[theory]
id = "t"
title = "T"
language = "LANGUAGE"
[mechanism.m]
label = "M"
[mechanism.n]
label = "N"
[outcome.o]
label = "O"
[outcome.p]
label = "P"
[[link]]
from = "m"
to = "o"
status = "refuted"
contradicted_by = ["e"]
[[link]]
from = "n"
to = "o"
[[link]]
from = "m"
to = "p"
effect = "inhibits"
status = "refuted"
contradicted_by = ["e"]
[configuration.one]
title = "One"
mechanism = ["m"]
outcome = ["o", "p"]
[configuration.two]
title = "Two"
mechanism = ["m", "n"]
outcome = ["o", "p"]
[configuration.three]
title = "Three"
mechanism = ["m"]
outcome = ["p"]
[configuration.four]
title = "Four"
mechanism = ["n"]
outcome = ["p"]
[source.s]
citation = "S"
[evidence.e]
type = "quote"
source = "s"
text = "no"
`
	for language, want := range map[string]string{
		"en": "Refuted: all paths within configurations 1 and 3 to outcomes.",
		"da": "Afkræftet: alle veje til udfald inden for konfigurationerne 1 og 3.",
	} {
		th := theorytest.Load(t, strings.Replace(text, "LANGUAGE", language, 1))
		s, err := New(th, Options{View: View{Name: Overview}})
		if err != nil {
			t.Fatal(err)
		}
		for of, text := range map[string]string{"caption": s.Frame.Caption, "description": s.Description()} {
			if !strings.Contains(text, want) {
				t.Errorf("the %s is %q", of, text)
			}
		}
		whole, err := New(th, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(whole.Description(), want) {
			t.Error("the figure of the whole, in which lines are marked, says it too")
		}
	}
}
