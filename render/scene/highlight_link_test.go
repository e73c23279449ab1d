package scene

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestHighlightLink holds that a link is highlighted by its pair where one joins it, and that no other claim is proposed for one that is
// not there.
func TestHighlightLink(t *testing.T) {
	th := theorytest.Load(t, `[theory]
id = "t"
title = "T"
[context.stigma]
label = "Stigma"
[mechanism.pride]
label = "Pride"
[mechanism.belonging]
label = "Belonging"
[[link]]
from = "pride"
to = "belonging"
[[link]]
from = "stigma"
to = "belonging"
effect = "inhibits"
`)
	for _, id := range []string{"stigma -> belonging", "stigma -> belonging (inhibits)", "stigma ⊣ belonging"} {
		s, err := New(th, Options{Highlight: []string{id}})
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if len(s.highlighted) != 1 || s.Lines[1].Faded || !s.Lines[0].Faded {
			t.Errorf("%s: highlighted is %q", id, s.highlighted)
		}
	}
	for id, want := range map[string]string{
		"belonging -> pride":  "; there are pride -> belonging, stigma -> belonging (inhibits)",
		"prid -> belonging":   `; did you mean "pride -> belonging"?`,
		"stigme -> belonging": `; did you mean "stigma -> belonging (inhibits)"?`,
		"stigme":              `; did you mean "stigma"?`,
	} {
		if _, err := New(th, Options{Highlight: []string{id}}); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, not %q", id, err, want)
		}
	}
}
