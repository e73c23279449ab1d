// Package graphemes knows where Unicode lets a text be taken apart, and how wide it is on a terminal.
package graphemes

import (
	"iter"

	"github.com/rivo/uniseg"
)

// Columns is how many columns a text without tabs and line feeds takes on a terminal.
func Columns(text string) int { return uniseg.StringWidth(text) }

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
		state := -1
		for text != "" {
			var segment string
			var must bool
			segment, text, must, state = uniseg.FirstLineSegmentInString(text, state)
			if !yield(segment, must) {
				return
			}
		}
	}
}
