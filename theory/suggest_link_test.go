package theory

import "testing"

// TestAmongLinks holds that a link that shares but one end with what was typed is not taken for it.
func TestAmongLinks(t *testing.T) {
	links := []string{"pride -> belonging", "stigma -> belonging (inhibits)", "help -> (pride -> belonging)"}
	for typed, want := range map[string]string{
		"free-meal -> belonging":       "",
		"pride -> long":                "",
		"prid -> belonging":            DidYouMean("pride -> belonging"),
		"stigme -> belonging":          DidYouMean("stigma -> belonging (inhibits)"),
		"halp -> (pride -> belonging)": DidYouMean("help -> (pride -> belonging)"),
	} {
		if got := new(Suggester).AmongLinks(typed, links); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}
