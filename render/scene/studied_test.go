package scene

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestFiguresSayWhereAConfigurationWasStudied holds that a claim made of one site never reads as one made of all, nor a line that is
// broken for it alone as unexplained: in its own figure, in the overview and in their alternative texts.
func TestFiguresSayWhereAConfigurationWasStudied(t *testing.T) {
	const text = `
[theory]
id = "t"
title = "T"
language = "LANGUAGE"
[intervention.i]
label = "I"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "i"
to = "m"
status = "supported"
supported_by = ["inland"]
[[link]]
from = "m"
to = "o"
status = "supported"
supported_by = ["harbour"]
[configuration.one]
title = "One"
mechanism = ["m"]
outcome = ["o"]
cases = ["h"]
[configuration.two]
title = "Two"
intervention = ["i"]
mechanism = ["m"]
cases = ["h"]
[configuration.all]
title = "All"
intervention = ["i"]
mechanism = ["m"]
outcome = ["o"]
[source.s]
citation = "S"
[case.h]
label = "Harbour"
[case.n]
label = "Inland"
[evidence.inland]
type = "quote"
source = "s"
case = "n"
text = "one"
[evidence.harbour]
type = "quote"
source = "s"
case = "h"
text = "two"
`
	for language, said := range map[string][3]string{
		"en": {"Studied in Harbour.", "Studied in Harbour: evidence of other cases does not count here.", "Studied in Harbour: configurations 1 and 2."},
		"da": {"Undersøgt i Harbour.", "Undersøgt i Harbour: evidens fra andre cases tæller ikke her.", "Undersøgt i Harbour: konfigurationerne 1 og 2."},
	} {
		th := theorytest.Load(t, strings.Replace(text, "LANGUAGE", language, 1))
		studied := strings.Split(said[0], " ")[0]
		for view, want := range map[View]string{{OneConfiguration, "one"}: said[0], {OneConfiguration, "two"}: said[1], {Name: Overview}: said[2], {OneConfiguration, "all"}: ""} {
			s, err := New(th, Options{View: view})
			if err != nil {
				t.Fatal(err)
			}
			for of, text := range map[string]string{"caption": s.Frame.Caption, "description": s.Description()} {
				if !strings.Contains(text, want) || strings.Count(text, studied) != min(1, len(want)) {
					t.Errorf("%v: the %s says %q, not %q once", view, of, text, want)
				}
			}
		}
	}
}
