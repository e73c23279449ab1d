package render

import "testing"

// TestFormatsAreWhole holds that each name means one format, and that each format is either drawn or written as a text.
func TestFormatsAreWhole(t *testing.T) {
	meant := make(map[string]bool)
	for _, f := range Formats {
		if (f.Draw == nil) == (f.Text == nil) || f.Dots && f.Draw == nil {
			t.Errorf("%s is to be either drawn or written", f.Name)
		}
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			if found, known := FormatOf(name); meant[name] || !known || found.Name != f.Name {
				t.Errorf("%q does not mean %s alone", name, f.Name)
			}
			meant[name] = true
		}
	}
}
