package drawing

import (
	"strings"
	"testing"
)

// TestAlikeStandsIn holds that a sign that the embedded font lacks is drawn by one that looks like it, as wide as that is measured, stays
// what it is as text, and is turned round in what is read from the right.
func TestAlikeStandsIn(t *testing.T) {
	f, err := LiberationSans()
	if err != nil {
		t.Fatal(err)
	}
	for _, bold := range []bool{false, true} {
		if missing := f.Missing("Hurry ⊣ Trust", bold); len(missing) > 0 {
			t.Errorf("no font has %q", string(missing))
		}
		if got, want := f.Width("A ⊣ B", 9, bold), f.Width("A –| B", 9, bold); got != want {
			t.Errorf("as wide as %g, not %g", got, want)
		}
		var text strings.Builder
		for i, g := range f.glyphs(Text{String: "A ⊣ B", Bold: bold}) {
			text.WriteString(g.text)
			if g.index == 0 || g.starts != (g.text != "") {
				t.Errorf("glyph %d is an empty box", i)
			}
		}
		if text.String() != "A ⊣ B" {
			t.Errorf("stands for %q", text.String())
		}
	}
	one := func(text string, rightToLeft bool) (index, other uint16) {
		var all []uint16
		for _, g := range f.glyphs(Text{String: text, RightToLeft: rightToLeft}) {
			all = append(all, uint16(g.index))
		}
		for _, g := range f.glyphs(Text{String: "┤├"}) {
			for _, index := range all {
				if index == uint16(g.index) {
					return index, uint16(g.index)
				}
			}
		}
		t.Fatalf("%q has no bar", text)
		return
	}
	left, _ := one("ניצול ⊣ תקווה", true)
	right, _ := one("ا ⊣ ب A ⊣ B", false)
	if left == right {
		t.Error("the bar points the same way in what is read from the right")
	}
}
