package theorytest

import (
	"strings"
	"unicode"
)

// Obeyed gives the first line of what was printed that steers a terminal, or that the runner of GitHub Actions would take
// for a command: one that starts with "::" after any white space, or has "##[" anywhere. It gives "" where there is none.
func Obeyed(printed string) string {
	for line := range strings.Lines(printed) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::") || strings.Contains(line, "##[") ||
			strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
			return line
		}
	}
	return ""
}

// Orders is a text as a TOML file writes it that orders a terminal, and the runner of GitHub Actions wherever a line of it
// may start.
const Orders = `::error::a ::stop-commands::b\n\t ::error::c\u00a0::error::d ##[add-mask]e \u001b]0;owned\u0007\u001b[2J\u202e`
