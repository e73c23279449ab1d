package quotation

import (
	"index/suffixarray"
	"slices"

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
// paragraphs; words in square brackets may be the quoter's own and stand for others. The words at a quote's ends must
// be whole.
func (x *Index) Find(quote string) (Passage, bool) {
	for _, reading := range []string{quote, inserted(quote)} {
		parts := pieces(reading)
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
	array *suffixarray.Index
}

func newView(text string, leaveOut []extent) *view {
	f := fold(text, leaveOut)
	return &view{f, suffixarray.New(f.text)}
}

// passage is the run of the original text behind a run of the folded one.
func (v *view) passage(text string, at extent) Passage {
	last := int(v.from[at.end-1])
	return Passage{int(v.from[at.start]), last + norm.NFKC.NextBoundaryInString(text[last:], true)}
}

// find looks for pieces that follow one another with no more than maxGap between each two. Where a piece occurs more
// than once, all its places are carried along: the work grows with their number, not with their combinations.
func (v *view) find(parts []*folded) (extent, bool) {
	chains := v.occurrences(parts[0].text)
	for _, part := range parts[1:] {
		var longer []extent
		next := 0 // the chains before this one end before the occurrence
		for _, o := range v.occurrences(part.text) {
			for next < len(chains) && chains[next].end <= o.start {
				next++
			}
			if next > 0 && o.start-chains[next-1].end <= maxGap {
				longer = append(longer, extent{chains[next-1].start, o.end})
			}
		}
		chains = longer
	}
	if len(chains) == 0 {
		return extent{}, false
	}
	return chains[0], true
}

// maxOccurrences is how many places of a piece are looked at. What occurs more often is no quote.
const maxOccurrences = 10_000

// occurrences are the places of a piece of whole words, in order.
func (v *view) occurrences(piece []byte) []extent {
	var all []extent
	for _, at := range v.array.Lookup(piece, maxOccurrences) {
		if v.boundary(at) && v.boundary(at+len(piece)) {
			all = append(all, extent{at, at + len(piece)})
		}
	}
	slices.SortFunc(all, func(a, b extent) int { return a.start - b.start })
	return all
}
