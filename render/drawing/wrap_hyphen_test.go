package drawing

import (
	"strings"
	"testing"
)

// TestWrapKeepsWordsTogether holds that a text breaks between words rather than at a hyphen or slash within one, where that takes no more
// lines, and breaks there where it does.
func TestWrapKeepsWordsTogether(t *testing.T) {
	f := liberation(t)
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"Less self-stigma", 60, "Less |self-stigma"},
		{"Less self-stigma", 48, "Less self-|stigma"},
		{"A well-run self-help group", 90, "A well-run |self-help group"},
		{"Shared decision-making in teams", 110, "Shared decision-making |in teams"},
		{"Trust and/or hope in the group", 64, "Trust and/or |hope in |the group"},
		{"More - or less - of it", 50, "More - or |less - of it"},
		{"A-B-C-D-E-F", 30, "A-B-|C-D-|E-F"},
	} {
		if got := strings.Join(f.Wrap(c.text, 10, c.width, false), "|"); got != c.want {
			t.Errorf("at %v points: %q, not %q", c.width, got, c.want)
		}
	}
}
