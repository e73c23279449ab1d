package theory

import (
	"fmt"
	"strings"
	"unicode/utf8"

	edlib "github.com/hbollon/go-edlib"
)

// suggester proposes the word that was meant. Its work is bounded, so that a file full of unknown ids is still read at
// once: past the bound it proposes nothing.
type suggester struct{ compared, looked int }

const (
	maxComparisons = 100_000
	maxLooked      = 3_000_000 // candidates, most of which are too short or too long to be compared
	maxWordLength  = 64        // no id that a person typed is longer
)

// spent says that nothing will be proposed any more.
func (s *suggester) spent() bool { return s.compared > maxComparisons || s.looked > maxLooked }

// among words a suggestion from the candidates: `; did you mean "hope"?`, or "" where none is near.
func (s *suggester) among(word string, candidates []string) string {
	length := utf8.RuneCountInString(word)
	if s.looked += len(candidates); length > maxWordLength || s.spent() {
		return ""
	}
	best, distance := "", 1+max(1, length/3)
	for _, c := range candidates {
		if strings.EqualFold(word, c) {
			best = c
			break
		}
		n := utf8.RuneCountInString(c)
		if n-length >= distance || length-n >= distance {
			continue
		}
		if s.compared++; s.compared > maxComparisons {
			return ""
		}
		if d := edlib.OSADamerauLevenshteinDistance(word, c); d < distance {
			best, distance = c, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// Suggest words a suggestion for a word that a person typed: `; did you mean "hope"?`, or "" where no candidate is near.
func Suggest(word string, candidates []string) string {
	return new(suggester).among(word, candidates)
}
