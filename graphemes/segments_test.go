package graphemes

import (
	"slices"
	"strings"
	"testing"
)

// TestLineSegments holds that no line ends within a character as a reader sees it, and that the segments put together are the text.
func TestLineSegments(t *testing.T) {
	for _, want := range [][]string{
		{"🥣 ", "Porridge ", "👩🏽\u200d🍳"},
		{"a ", "👩🏽\u200d🍳 ", "b"},
		{"👨\u200d👩\u200d👧 ", "👍🏿 ", "❤\ufe0f ", "e\u0301a"},
		{"a\n", "\u0301b"},
	} {
		var got []string
		musts := 0
		for segment, must := range LineSegments(strings.Join(want, "")) {
			if got = append(got, segment); must {
				musts++
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is cut into %q", want, got)
		}
		if ends := 1 + strings.Count(strings.Join(want, ""), "\n"); musts != ends {
			t.Errorf("%q: a line must end at %d places, not %d", want, ends, musts)
		}
	}
}
