package quotation

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared, and where each byte of it comes from.
type folded struct {
	text []byte
	from []int32 // for each byte, the offset in the original of the character it stands for
	cut  []bool  // for each byte, whether something that is not compared stands before it
}

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
		text: make([]byte, 0, len(text)), from: make([]int32, 0, len(text)), cut: make([]bool, 0, len(text)),
	}}
	for i := 0; i < len(text); {
		if len(leaveOut) > 0 && i >= leaveOut[0].start {
			i = max(i, leaveOut[0].end)
			leaveOut = leaveOut[1:]
			w.gap(' ')
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
	at     int32  // where the character in hand stands
	last   rune   // the last character kept
	left   []rune // ' ' for space and '-' for a dash, left out since; no longer than two
	pieces [utf8.UTFMax]byte
}

func (w *folder) rune(r rune, rest string) {
	switch {
	case isQuotationMark(r):
		next, _ := utf8.DecodeRuneInString(rest)
		if len(w.left) > 0 || !unicode.IsLetter(w.last) || !unicode.IsLetter(next) {
			w.gap(' ')
			return
		}
		r = '\''
	case unicode.IsSpace(r):
		w.gap(' ')
		return
	case isDash(r):
		w.gap('-')
		return
	case unicode.In(r, unicode.Cc, unicode.Cf): // invisible, the soft hyphen among them
		w.gap('\u00ad')
		return
	case unicode.IsDigit(r):
		w.number()
	}
	w.keep(unicode.ToLower(r))
}

// gap notes what was left out: all kinds of it, in order, each once in a row.
func (w *folder) gap(kind rune) {
	const enough = 8 // no number has more between its digits
	if n := len(w.left); n < enough && (n == 0 || w.left[n-1] != kind) {
		w.left = append(w.left, kind)
	} else if n == enough {
		w.left[n-1] = kind
	}
}

// number keeps what was left out before a digit where it is part of the number.
func (w *folder) number() {
	dash, space := false, false
	for _, r := range w.left {
		dash = dash || r == '-'
		space = space || r == ' '
	}
	signed := dash && w.left[len(w.left)-1] == '-' && !(w.left[0] == '-' && unicode.IsLetter(w.last))
	switch {
	case unicode.IsDigit(w.last) && dash, signed:
		w.keep('-')
	case unicode.IsDigit(w.last) && space:
		w.keep(' ')
	}
}

func (w *folder) keep(r rune) {
	for i, b := range w.pieces[:utf8.EncodeRune(w.pieces[:], r)] {
		w.text = append(w.text, b)
		w.from = append(w.from, w.at)
		w.cut = append(w.cut, i == 0 && len(w.left) > 0)
	}
	w.last, w.left = r, w.left[:0]
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

// boundary says whether the byte at i does not stand within a word.
func (f *folded) boundary(i int) bool {
	if i <= 0 || i >= len(f.text) || f.cut[i] {
		return true
	}
	before, _ := utf8.DecodeLastRune(f.text[:i])
	after, _ := utf8.DecodeRune(f.text[i:])
	return !isWord(before) || !isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// words are the runs of letters and digits in the folded text from start to end, as offsets.
func (f *folded) words(start, end int) []extent {
	var words []extent
	in := false
	for i := start; i < end; {
		r, size := utf8.DecodeRune(f.text[i:end])
		switch word := isWord(r) || r == '\''; {
		case word && (!in || f.cut[i]):
			words = append(words, extent{i, i + size})
		case word:
			words[len(words)-1].end = i + size
		}
		in = isWord(r) || r == '\''
		i += size
	}
	return words
}
