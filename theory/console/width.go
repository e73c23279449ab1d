package console

import "unicode"

// Width is how many columns a text takes on a terminal.
func Width(text string) int {
	columns := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r >= 0x1F300 && r <= 0x1FAFF:
			columns += 2
		default:
			columns++
		}
	}
	return columns
}
