package theory

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

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

// IDFrom makes an id of a text: its letters and digits in small letters, without their accents, with single hyphens between
// them. It is "" where the text has none that an id can have.
func IDFrom(text string) string {
	var plain strings.Builder
	for _, r := range norm.NFD.String(strings.ReplaceAll(norm.NFC.String(strings.ToLower(text)), "å", "aa")) {
		switch letters, written := plainLetters[r]; {
		case written:
			plain.WriteString(letters)
		case !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’':
			plain.WriteRune(r)
		}
	}
	return strings.Join(strings.FieldsFunc(plain.String(), notInID), "-")
}

// plainLetters are letters without accents that are no part of ids, as they are written in those that are.
var plainLetters = map[rune]string{'æ': "ae", 'ø': "oe", 'ß': "ss", 'ð': "d", 'þ': "th", 'ł': "l", 'đ': "d", 'œ': "oe", 'ı': "i"}

func notInID(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
