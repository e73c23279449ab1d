package theory

import "strings"

// IDPattern is the regular expression that every id matches: small letters and digits, with single hyphens between them.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// IsID says whether an id matches IDPattern.
func IsID(id string) bool {
	for word := range strings.SplitSeq(id, "-") {
		if word == "" || strings.ContainsFunc(word, notInID) {
			return false
		}
	}
	return true
}

// IDFrom makes an id of a text: its letters and digits in small letters, with single hyphens between them. It is "" where the
// text has none.
func IDFrom(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), notInID), "-")
}

func notInID(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
