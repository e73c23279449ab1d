package fit

import (
	"slices"
	"strings"
	"testing"

	"icamo/render/drawing"
)

// TestLines holds that a word that is broken has a hyphen where it is, at a soft hyphen first, and that no letter stands alone.
func TestLines(t *testing.T) {
	face, err := drawing.LiberationSans()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"Trust in others":      {"Trust in ", "others"},
		"Peer\u00adarbejderne": {"Peer-", "arbejderne"},
		"So\u00adcial":         {"Social"},
		"well-being of all":    {"well-being ", "of all"},
		"一二三四五六七八":             {"一二三四", "五六七八"},
	} {
		got := lines(face, text, TextSize, 36, false)
		if !slices.Equal(got, want) {
			t.Errorf("%q is set as %q, not %q", text, got, want)
		}
		for _, line := range got {
			if strings.Contains(line, softHyphen) {
				t.Errorf("%q keeps a soft hyphen in %q", text, line)
			}
		}
	}
	for n := 2; n < 40; n++ {
		got := lines(face, strings.Repeat("n", n), TextSize, 36, false)
		for i, line := range got {
			if len(strings.TrimSuffix(line, "-")) < 2 || strings.HasSuffix(line, "-") != (i < len(got)-1) {
				t.Errorf("%d letters are set as %q", n, got)
			}
		}
	}
}
