package fit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/render/drawing"
)

const softHyphen = "\u00ad"

// lines wraps a text at a width. A word that is broken has a hyphen at the break, and a soft hyphen shows only there.
func lines(face *drawing.Face, text string, size, width float64, bold bool) []string {
	all := face.Wrap(text, size, width, bold)
	for i, line := range all {
		broken := i < len(all)-1 && inWord(line, all[i+1])
		if line = strings.ReplaceAll(line, softHyphen, ""); broken {
			line += "-"
		}
		all[i] = line
	}
	return all
}

// inWord says whether a line ends within a word of a script that is written with hyphens.
func inWord(line, next string) bool {
	if strings.HasSuffix(line, softHyphen) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(next)
	return hyphenated(last) && hyphenated(first)
}

func hyphenated(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian)
}
