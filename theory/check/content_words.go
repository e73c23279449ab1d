package check

import (
	"strings"
	"unicode"
)

// alike says whether two words begin alike: in three letters or more, and two thirds of the shorter one.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	shorter := min(len(x), len(y))
	common := 0
	for common < shorter && x[common] == y[common] {
		common++
	}
	return a == b || common >= 3 && 3*common >= 2*shorter
}

// contentWords are a label's words in lower case, those left out that any label may hold.
func contentWords(label string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !smallWords[word] && len(words) < 50 {
			words = append(words, word)
		}
	}
	return words
}

var smallWords = map[string]bool{
	"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "by": true, "for": true,
	"from": true, "in": true, "is": true, "it": true, "its": true, "of": true, "on": true, "one": true, "or": true,
	"s": true, "that": true, "the": true, "their": true, "they": true, "to": true, "with": true,
}
