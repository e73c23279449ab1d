package scene

import (
	"slices"
	"testing"
)

// TestWaysOfAFrame holds that a frame first gives up what its caption says more, then names of its legend, and that where the legend names
// less the caption names more.
func TestWaysOfAFrame(t *testing.T) {
	named, spare := Key{Means: "inhibits"}, Key{Means: "First", Spare: true}
	for name, c := range map[string]struct {
		frame Frame
		want  []string // captions, after the number of keys
	}{
		"all":                    {Frame{Caption: "c", Fuller: "f", Naming: "n", Keys: []Key{named, spare}}, []string{"2 f", "2 c", "1 n", "1 f", "1 c"}},
		"nothing in the caption": {Frame{Keys: []Key{named, spare}}, []string{"2 ", "1 "}},
		"one caption":            {Frame{Caption: "c", Keys: []Key{named, spare}}, []string{"2 c", "1 c"}},
		"no names":               {Frame{Caption: "c", Fuller: "c", Naming: "n", Keys: []Key{named}}, []string{"1 n", "1 c"}},
		"a note alone":           {Frame{Fuller: "f", Naming: "f"}, []string{"0 f", "0 "}},
	} {
		var got []string
		for _, way := range c.frame.Ways() {
			got = append(got, string('0'+rune(len(way.Keys)))+" "+way.Caption)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
