package toml

import (
	"strings"
	"testing"
)

// TestCopiedNumbers holds that a number that was copied from a text is answered with how it is written.
func TestCopiedNumbers(t *testing.T) {
	for value, want := range map[string]string{
		"−1.2":         "write -1.2, with a hyphen",
		"–1.2":         "write -1.2, with a hyphen",
		"−.5":          "write -0.5, with a hyphen",
		".5":           "write 0.5 in place of .5",
		"-.5":          "write 0.5 in place of .5",
		"[−2.0, −0.4]": "write -2.0, with a hyphen",
		"[-2.0, .4]":   "write 0.4 in place of .4",
		"− 1":          "a text must stand in quotation marks",
		"–":            "a text must stand in quotation marks",
		"−x":           "a text must stand in quotation marks",
	} {
		read := Read([]byte("[e]\nx = " + value + "\n"))
		if read.Fault == nil || !strings.HasSuffix(read.Fault.Message, want) {
			t.Errorf("%s: %v, not %q", value, read.Fault, want)
		}
	}
}
