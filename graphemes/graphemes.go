// Package graphemes knows where Unicode lets a text be taken apart, and how wide it is on a terminal.
package graphemes

import (
	"iter"
	"strings"

	"github.com/rivo/uniseg"
)

// Columns is how many columns a text without tabs and line feeds takes on a terminal.
func Columns(text string) int {
	if isPlain(text) {
		return len(text)
	}
	return uniseg.StringWidth(text)
}

// isPlain says whether a text is of printable ASCII alone, as most lines are: each character of it takes a column.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// Characters are those of a text as a reader sees them.
func Characters(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		state := -1
		for text != "" {
			var character string
			character, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
			if !yield(character) {
				return
			}
		}
	}
}

// LineSegments are the parts of a text between which a line may end (UAX 14), each with whether it must end after it.
func LineSegments(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		state, rest := -1, tonesAsMarks(text)
		for rest != "" {
			var must bool
			_, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
			end := len(text) - len(rest)
			if !yield(text[:end], must) {
				return
			}
			text = text[end:]
		}
	}
}

// tonesAsMarks has marks, of as many bytes, in place of the tones of skins in a text: uniseg has a line end after a tone.
func tonesAsMarks(text string) string {
	if !strings.Contains(text, "\U0001F3FB"[:3]) {
		return text
	}
	return tones.Replace(text)
}

var tones = strings.NewReplacer("\U0001F3FB", aMark, "\U0001F3FC", aMark, "\U0001F3FD", aMark, "\U0001F3FE", aMark, "\U0001F3FF", aMark)

const aMark = "\U000E0100"
