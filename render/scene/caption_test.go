package scene

import "testing"

// TestCaptioned holds that a caption does not run into what the figure says of itself.
func TestCaptioned(t *testing.T) {
	for _, c := range []struct{ caption, after, want string }{
		{"Figure 1", "Links.", "Figure 1. Links."},
		{" Figure 1 ", "", "Figure 1"},
		{"Figure 1.", "Links.", "Figure 1. Links."},
		{"Why?", "Links.", "Why? Links."},
		{"(See the text.)", "Links.", "(See the text.) Links."},
		{"Figure 1 (draft)", "Links.", "Figure 1 (draft). Links."},
		{"", "Links.", "Links."},
	} {
		if got := Captioned(c.caption, c.after); got != c.want {
			t.Errorf("%q: %q, not %q", c.caption, got, c.want)
		}
	}
}
