package quotation

import (
	"index/suffixarray"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Index is the text of a source, made ready for looking up quotes in it. It may be used by several goroutines at once.
type Index struct {
	text  string
	views []*view // the text without its page headers; then, where it has any, the whole
}

// NewIndex makes an index of a text of less than 2 GiB. It takes time and memory linear in the text's length.
func NewIndex(text string) *Index {
	x := &Index{text: text}
	if headers := pageHeaders(text); len(headers) > 0 {
		x.views = append(x.views, newView(text, headers))
	}
	x.views = append(x.views, newView(text, nil))
	return x
}

// Passage is where something stands in a source's text: byte offsets, the end excluded.
type Passage struct{ Start, End int }

// Find says where a quote stands in the source. A gap in the quote, written … or ... or [..], may stand for up to two
// paragraphs; words in square brackets may be the quoter's own and stand for a few others. Neither may take a negation away
// or put one in. The words at a quote's ends must be whole.
func (x *Index) Find(quote string) (Passage, bool) {
	for _, parts := range [][]piece{pieces(quote), withoutInsertions(quote)} {
		if len(parts) == 0 {
			continue
		}
		for _, v := range x.views {
			if at, ok := v.find(parts); ok {
				return v.passage(x.text, at), true
			}
		}
	}
	return Passage{}, false
}

// view is one folded form of a source's text.
type view struct {
	*folded
	array     *suffixarray.Index
	negations []int32 // how many begin before each byte

	mu           sync.Mutex
	cached       map[string][]extent
	cachedPlaces int
}

func newView(text string, leaveOut []extent) *view {
	f := fold(text, leaveOut)
	return &view{folded: f, array: suffixarray.New(f.text), negations: f.negationsBefore()}
}

// passage is the run of the original text behind a run of the folded one.
func (v *view) passage(text string, at extent) Passage {
	last := int(v.from[at.end-1])
	return Passage{int(v.from[at.start]), last + norm.NFKC.NextBoundaryInString(text[last:], true)}
}

// find looks for pieces that follow one another with no more than each may have before it. Where a piece occurs more than
// once, all its places are carried along: the work grows with their number, not with their combinations.
func (v *view) find(parts []piece) (extent, bool) {
	for _, part := range parts { // most of what is not there shows at once
		if len(v.array.Lookup(part.text, 1)) == 0 {
			return extent{}, false
		}
	}
	chains := slices.Clone(v.occurrences(parts[0]))
	var longer []extent
	for _, part := range parts[1:] {
		longer = longer[:0]
		next := 0 // the chains before this one end before the occurrence
		for _, o := range v.occurrences(part) {
			for next < len(chains) && chains[next].end <= o.start {
				next++
			}
			if next > 0 && v.gapFits(part, chains[next-1].end, o.start) {
				longer = append(longer, extent{chains[next-1].start, o.end})
			}
		}
		if chains, longer = longer, chains; len(chains) == 0 {
			return extent{}, false
		}
	}
	if len(chains) == 0 {
		return extent{}, false
	}
	return chains[0], true
}

// gapFits says whether the gap before a piece may stand for a run of the text. One of a few words must not take a negation
// away: over a longer run, … leaves out sentences with their own.
func (v *view) gapFits(part piece, start, end int) bool {
	const few = 40
	length := end - start
	switch {
	case part.bracketed:
		return length <= part.limit && (v.negations[start] < v.negations[end]) == part.negated
	case length > few:
		return length <= part.limit
	}
	return v.negations[start] == v.negations[end]
}

// maxOccurrences is how many places of a piece are looked at. What occurs more often is no quote.
const maxOccurrences = 10_000

// maxCached is how many places of pieces are remembered, all together.
const maxCached = 1 << 20

// occurrences are the places of a piece of whole words, in order. Those of short pieces are remembered: "the" may be asked
// for by each of many quotes.
func (v *view) occurrences(p piece) []extent {
	const short = 64
	v.mu.Lock()
	defer v.mu.Unlock()
	key := ""
	if len(p.text) <= short {
		key = string(p.text) + string(gapBytes(p.gaps))
		if all, ok := v.cached[key]; ok {
			return all
		}
	}
	var all []extent
	for _, at := range v.array.Lookup(p.text, maxOccurrences) {
		if v.wordEdge(at) && v.wordEdge(at+len(p.text)) && v.sameWords(at, p.folded) {
			all = append(all, extent{at, at + len(p.text)})
		}
	}
	slices.SortFunc(all, func(a, b extent) int { return a.start - b.start })
	if key != "" && v.cachedPlaces+len(all) <= maxCached {
		if v.cached == nil {
			v.cached = make(map[string][]extent)
		}
		v.cached[key] = all
		v.cachedPlaces += len(all) + 1
	}
	return all
}

func gapBytes(gaps []gap) []byte {
	bytes := make([]byte, len(gaps))
	for i, g := range gaps {
		bytes[i] = byte(g)
	}
	return bytes
}
