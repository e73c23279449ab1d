package quotation

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared, and where each byte of it comes from.
type folded struct {
	text []byte
	from []int32 // for each byte, the offset in the original of the character it stands for
	gaps []gap   // for each byte, what stands before it that is not compared
}

// gap is what was left out before a character, as far as it tells words apart.
type gap byte

const (
	noGap  gap = iota
	joined     // a dash or an invisible character, with a line's end or without: within a word, or between two
	parted     // white space or quotation marks: between two words
)

// extent is a run of bytes in the original text, its end excluded.
type extent struct{ start, end int }

// fold makes a text comparable, leaving out the given runs of it, which are in order:
//
//   - compatibility forms (ligatures, full-width letters) and combined accents are made plain (Unicode NFKC);
//   - letters are made small;
//   - white space, dashes, hyphens, quotation marks and invisible characters are left out, so that "ill-\nness" is
//     "illness" and "well-being" is found where a line ends after its hyphen;
//   - an apostrophe within a word is kept, in one shape;
//   - between two digits a dash or a space is kept, as is a dash that is a number's sign: 30–50 is not 3050, nor −6 6.
func fold(text string, leaveOut []extent) *folded {
	w := folder{folded: folded{
		text: make([]byte, 0, len(text)), from: make([]int32, 0, len(text)), gaps: make([]gap, 0, len(text)),
	}}
	for i := 0; i < len(text); {
		if len(leaveOut) > 0 && i >= leaveOut[0].start {
			i = max(i, leaveOut[0].end)
			leaveOut = leaveOut[1:]
			w.gap(space)
			continue
		}
		w.at = int32(i)
		r, size := utf8.DecodeRuneInString(text[i:])
		if plain := size == 1 && r < utf8.RuneSelf && (i+1 == len(text) || text[i+1] < utf8.RuneSelf); plain || isQuotationMark(r) {
			w.rune(r, text[i+size:])
			i += size
			continue
		}
		n := norm.NFKC.NextBoundaryInString(text[i:], true)
		if n <= 0 {
			n = size
		}
		for _, r := range norm.NFKC.String(text[i : i+n]) {
			w.rune(r, text[i+n:])
		}
		i += n
	}
	return &w.folded
}

// folder is a text being folded.
type folder struct {
	folded
	at     int32 // where the current character stands
	last   rune  // the last character kept
	left   leftOut
	encode [utf8.UTFMax]byte
}

// leftOut is what was left out since the last character kept.
type leftOut struct {
	first, last rune // of what was left out: one of the three below; 0 for nothing
	dash, space bool
	soft        bool // a hyphen that shows where a line ends only
}

func (l leftOut) gap() gap {
	switch {
	case l.first == 0:
		return noGap
	case l.first == space, l.space && !l.dash && !l.soft:
		return parted
	}
	return joined
}

const (
	space     = ' '
	dash      = '-'
	invisible = '\u200b'

	softHyphen = '\u00ad'
)

func (w *folder) rune(r rune, rest string) {
	switch {
	case isQuotationMark(r):
		next, _ := utf8.DecodeRuneInString(rest)
		if w.left.first != 0 || !unicode.IsLetter(w.last) || !unicode.IsLetter(next) {
			w.gap(space)
			return
		}
		r = '\''
	case unicode.IsSpace(r):
		w.gap(space)
		return
	case isDash(r):
		w.gap(dash)
		return
	case unicode.In(r, unicode.Cc, unicode.Cf): // invisible
		w.left.soft = w.left.soft || r == softHyphen
		w.gap(invisible)
		return
	case unicode.IsDigit(r):
		w.number()
	}
	w.keep(unicode.ToLower(r))
}

func (w *folder) gap(kind rune) {
	if w.left.first == 0 {
		w.left.first = kind
	}
	w.left.last = kind
	w.left.dash = w.left.dash || kind == dash
	w.left.space = w.left.space || kind == space
}

// number keeps what was left out before a digit where it is part of the number.
func (w *folder) number() {
	follows := unicode.IsDigit(w.last)
	compound := w.left.first == dash && unicode.IsLetter(w.last) // COVID-19
	switch signed := w.left.last == dash && !compound; {
	case signed, follows && w.left.dash:
		w.keep(dash)
	case follows && w.left.space:
		w.keep(space)
	}
}

func (w *folder) keep(r rune) {
	for i, b := range w.encode[:utf8.EncodeRune(w.encode[:], r)] {
		w.text = append(w.text, b)
		w.from = append(w.from, w.at)
		before := noGap
		if i == 0 {
			before = w.left.gap()
		}
		w.gaps = append(w.gaps, before)
	}
	w.last, w.left = r, leftOut{}
}

func isDash(r rune) bool {
	return r == '-' || r >= 0x80 && (unicode.Is(unicode.Pd, r) || r == '−' /* minus */ || r == '⁃' /* hyphen bullet */)
}

func isQuotationMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '´', '′', '″':
		return true
	}
	return r >= 0x80 && unicode.Is(unicode.Quotation_Mark, r)
}

// wordEdge says whether the byte at i does not stand within a word.
func (f *folded) wordEdge(i int) bool {
	if i <= 0 || i >= len(f.text) || f.gaps[i] != noGap {
		return true
	}
	before, _ := utf8.DecodeLastRune(f.text[:i])
	after, _ := utf8.DecodeRune(f.text[i:])
	return !isWord(before) || !isWord(after)
}

// sameWords says whether a piece of a quote has the words of the text at a place where it has its letters: "now here" is not
// "nowhere". A hyphen makes no difference, as it may be a line's end's.
func (f *folded) sameWords(at int, piece *folded) bool {
	if slices.Equal(piece.gaps[1:], f.gaps[at+1:at+len(piece.text)]) {
		return true
	}
	for i := 1; i < len(piece.text); i++ {
		a, b := piece.gaps[i], f.gaps[at+i]
		if a == b || a != parted && b != parted || a != noGap && b != noGap {
			continue
		}
		before, _ := utf8.DecodeLastRune(piece.text[:i])
		after, _ := utf8.DecodeRune(piece.text[i:])
		if isWord(before) && isWord(after) && !unspaced(before) && !unspaced(after) {
			return false
		}
	}
	return true
}

// unspaced says that a character's script parts no words by spaces.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// words are the runs of letters and digits in the folded text from start to end, as offsets.
func (f *folded) words(start, end int) []extent {
	var words []extent
	in := false
	for i := start; i < end; {
		r, size := utf8.DecodeRune(f.text[i:end])
		switch word := isWord(r) || r == '\''; {
		case word && (!in || f.gaps[i] != noGap):
			words = append(words, extent{i, i + size})
		case word:
			words[len(words)-1].end = i + size
		}
		in = isWord(r) || r == '\''
		i += size
	}
	return words
}
