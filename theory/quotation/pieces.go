package quotation

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// maxGap is how much folded text, in bytes, a gap in a quote may stand for: about two paragraphs.
const maxGap = 1500

// maxPieces is how many parts a quote may be in. One in more is looked for no further.
const maxPieces = 100

var (
	gapMark = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[\[(]\s*(?:…|\.{2,}|(?:\. ){2,}\.)\s*[\])]|…|\.{3,}|(?:\. ){2,}\.`)
	})
	insertion  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[[^\[\]]*\]`) })
	bigInitial = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[(\pL)\]`) })
)

// pieces are the parts of a quote between its gaps, folded. A piece begins and ends with a word: how a quote is fitted
// into the sentence around it is the quoter's matter.
func pieces(quote string) []*folded {
	var all []*folded
	for _, part := range gapMark().Split(quote, maxPieces) {
		part = strings.TrimFunc(part, func(r rune) bool { return !isWord(r) && !strings.ContainsRune("[]()%", r) && !isDash(r) })
		if f := fold(part, nil); len(f.text) > 0 {
			all = append(all, f)
		}
	}
	return all
}

// inserted is the quote without what the quoter put in: [W]e for we, [the peers] for they. "" where there is none.
func inserted(quote string) string {
	if !insertion().MatchString(quote) {
		return ""
	}
	quote = bigInitial().ReplaceAllStringFunc(quote, func(s string) string { return strings.TrimFunc(s, unicode.IsPunct) })
	return insertion().ReplaceAllString(quote, "…")
}
