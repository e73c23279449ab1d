package quotation

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// How much folded text, in bytes, may stand where a quote leaves something out.
const (
	maxGap   = 1500 // for …: about two paragraphs
	maxWords = 100  // for words in brackets: about as many as a clause has
)

// maxPieces is how many parts a quote may be in. One in more is looked for no further.
const maxPieces = 100

var (
	gapMark = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[\[(]\s*(?:…|\.{2,}|(?:\. ){2,}\.)\s*[\])]|…|\.{3,}|(?:\. ){2,}\.`)
	})
	insertion  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[[^\[\]]*\]`) })
	bigInitial = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[(\pL)\]`) })
)

// piece is a part of a quote between its gaps, folded, and what stands in the quote for the gap before it.
type piece struct {
	*folded
	limit     int  // how much the gap before it may stand for
	bracketed bool // the gap before it is of words in brackets
	negated   bool // and one of them is a negation
}

// pieces are the parts of a quote between its gaps. A piece begins and ends with a word: how a quote is fitted into the
// sentence around it is the quoter's matter.
func pieces(quote string) []piece {
	return split(nil, quote, maxPieces)
}

// withoutInsertions are the parts of a quote without what the quoter put in: [W]e for we, [the peers] for they. None where
// there is nothing of that kind.
func withoutInsertions(quote string) []piece {
	if !insertion().MatchString(quote) {
		return nil
	}
	quote = bigInitial().ReplaceAllStringFunc(quote, func(s string) string { return strings.TrimFunc(s, unicode.IsPunct) })
	quote = gapMark().ReplaceAllString(quote, "…")
	var all []piece
	for quote != "" && len(all) < maxPieces {
		at := insertion().FindStringIndex(quote)
		if at == nil {
			return split(all, quote, maxPieces-len(all))
		}
		all = split(all, quote[:at[0]], maxPieces-len(all))
		words := fold(quote[at[0]:at[1]], nil)
		afterGap := strings.HasSuffix(strings.TrimSpace(quote[:at[0]]), "…") // the words stand for any of what is left out
		quote = quote[at[1]:]
		before := len(all)
		next := insertion().FindStringIndex(quote)
		until := len(quote)
		if next != nil {
			until = next[0]
		}
		if all = split(all, quote[:until], maxPieces-len(all)); before > 0 && len(all) > before && all[before].limit == 0 {
			all[before].limit, all[before].bracketed, all[before].negated = maxWords, !afterGap, words.negated()
			if afterGap {
				all[before].limit = maxGap
			}
		}
		quote = quote[until:]
	}
	return all
}

// split adds the pieces of a part of a quote to those before. The first of them has no gap mark before it: its most is 0.
func split(all []piece, quote string, maxParts int) []piece {
	for i, part := range gapMark().Split(quote, maxParts) {
		part = strings.TrimFunc(part, func(r rune) bool { return !isWord(r) && !strings.ContainsRune("[]()%", r) && !isDash(r) })
		if f := fold(part, nil); len(f.text) > 0 {
			p := piece{folded: f}
			if i > 0 {
				p.limit = maxGap
			}
			all = append(all, p)
		}
	}
	return all
}
