package quotation

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"
)

// The bounds of a search for the nearest passage.
const (
	mostWords = 120 // of the quote: enough to place it
	maxPlaces = 40  // of a run of letters in the source, beyond which it says nothing of where the quote is from
	maxTries  = 6   // places of the source that are compared word by word
)

// Nearest is the passage most like a quote that is not in the source, or like the first of its pieces that is not; false
// where nothing in the source has a third of its words. Apart says that each piece is there, but not one after the
// other with no more than two paragraphs between them: the passage is then that of the first piece.
func (x *Index) Nearest(quote string) (near Passage, apart, ok bool) {
	v := x.views[0]
	parts := pieces(quote)
	for _, part := range parts {
		if len(v.occurrences(part)) > 0 {
			continue
		}
		at, ok := v.nearest(part.folded)
		if !ok {
			return Passage{}, false, false
		}
		return v.passage(x.text, at), false, true
	}
	if len(parts) == 0 {
		return Passage{}, false, false
	}
	return v.passage(x.text, v.occurrences(parts[0])[0]), true, true
}

// nearest places the quote where most of its parts stand, and compares word by word there.
func (v *view) nearest(quote *folded) (extent, bool) {
	words := quote.words(0, len(quote.text))
	if len(words) > mostWords {
		words = words[:mostWords]
	}
	if len(words) == 0 {
		return extent{}, false
	}
	length := words[len(words)-1].end
	var best alignment
	for _, start := range v.places(quote.text[:length], words) {
		const around = 60 // for words that the quote has more or fewer than the source
		from, to := max(0, start-around), min(len(v.text), start+2*length+around)
		for from > 0 && !utf8.RuneStart(v.text[from]) {
			from--
		}
		for to < len(v.text) && !utf8.RuneStart(v.text[to]) {
			to++
		}
		if a := align(quote.text, words, v.text, v.words(from, to)); a.score > best.score {
			best = a
		}
	}
	return best.at, best.same > 0 && best.same*3 >= len(words)
}

// places are the likeliest starts of the quote in the source. Each word of the quote gives its votes to the places where
// the longest run of letters from it stands in the source: as many votes as the run has letters.
func (v *view) places(quote []byte, words []extent) []int {
	votes := make(map[int]int)
	bucket := max(len(quote)/2, 32)
	for _, w := range words {
		for _, n := range []int{24, 12, 6, 4} {
			if w.start+n > len(quote) && n > 4 {
				continue
			}
			run := quote[w.start:min(w.start+n, len(quote))]
			places := v.array.Lookup(run, maxPlaces+1)
			if len(places) == 0 {
				continue
			}
			if len(places) <= maxPlaces {
				for _, at := range places {
					votes[max(0, at-w.start)/bucket] += n
				}
			}
			break
		}
	}
	type place struct{ bucket, votes int }
	var all []place
	for b, n := range votes {
		all = append(all, place{b, n + max(votes[b-1], votes[b+1])}) // the quote may straddle two
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Or(b.votes-a.votes, a.bucket-b.bucket) })
	var starts []int
	for _, p := range all[:min(len(all), maxTries)] {
		starts = append(starts, p.bucket*bucket)
	}
	return starts
}

// alignment is the run of the source that best fits the quote.
type alignment struct {
	at          extent
	score, same int
}

// align is a local alignment of words after Smith & Waterman (1981): 3 for the same word, 1 for one that begins alike,
// -1 for a word changed, put in or left out.
func align(quote []byte, qw []extent, source []byte, sw []extent) alignment {
	var best alignment
	row := make([]alignment, len(sw)+1)
	for _, q := range qw {
		diagonal := alignment{}
		for j, s := range sw {
			above := row[j+1]
			a, b := quote[q.start:q.end], source[s.start:s.end]
			here := diagonal
			switch {
			case bytes.Equal(a, b):
				here.score, here.same = here.score+3, here.same+1
			case alike(a, b):
				here.score++
			default:
				here.score--
			}
			if diagonal.score == 0 {
				here.at.start = s.start
			}
			here.at.end = s.end
			if up := above; up.score-1 > here.score {
				here = up
				here.score--
			}
			if left := row[j]; left.score-1 > here.score {
				here = left
				here.score--
			}
			if here.score <= 0 {
				here = alignment{}
			}
			diagonal, row[j+1] = above, here
			if here.score > best.score {
				best = here
			}
		}
	}
	return best
}

// alike says whether two words begin with the same four letters or more.
func alike(a, b []byte) bool {
	const enough = 4
	return len(a) >= enough && len(b) >= enough && bytes.Equal(a[:enough], b[:enough])
}
