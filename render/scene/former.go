package scene

import (
	"strings"
	"unicode"

	"icamo/theory"
	"icamo/theory/revision"
)

// formerLabel is what a node was called before, where that is not what it is called now: another case or other punctuation is no
// other label.
func formerLabel(m revision.Match[theory.Node]) string {
	var labels []string
	seen := map[string]bool{letters(m.New.Label): true}
	for _, o := range m.Old {
		if !seen[letters(o.Label)] {
			seen[letters(o.Label)] = true
			labels = append(labels, o.Label)
		}
	}
	return strings.Join(labels, " / ")
}

// letters are those of a label, small ones, with its digits.
func letters(label string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, label)
}
