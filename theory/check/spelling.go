package check

import (
	"bytes"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spelling is what is left of a name for comparing.
type spelling struct {
	text    string // its letters in lower case
	letters []rune // the same
	series  int    // which of all numberings it has: those of two slips are the same
	names   []named
}

// speller takes names apart, one after the other in the same memory.
type speller struct {
	letters []byte // in lower case
	count   int    // of the letters
	number  []byte
	plain   []byte // letters and digits alone, in lower case
}

// spell takes a name apart: into its letters; its numbering, which is digits, and single letters that stand alone as in "theme
// a", in order; and its letters and digits. Where it is one word with a number, the number is left out: COMC 12 is a slip for
// CMOC 3.
func (s *speller) spell(text string) {
	s.letters, s.count, s.number, s.plain = s.letters[:0], 0, s.number[:0], s.plain[:0]
	lettered := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		count, end := s.count, len(s.letters)
		for _, r := range word {
			lower := unicode.ToLower(r)
			s.plain = utf8.AppendRune(s.plain, lower)
			if unicode.IsDigit(r) {
				s.number = utf8.AppendRune(s.number, r)
			} else {
				s.letters = utf8.AppendRune(s.letters, lower)
				s.count++
			}
		}
		if s.count > count {
			lettered++
		}
		if s.count == count+1 {
			s.number = append(s.number, word...)
			s.letters, s.count = s.letters[:end], count
			continue
		}
		if len(s.number) > 0 {
			s.number = append(s.number, ' ')
		}
	}
	if lettered < 2 {
		s.number = s.number[:0]
	}
	s.number = bytes.TrimRight(s.number, " ")
}

// nearPairs finds names that are one slip apart: the rarer spelling, or else the later, is taken for the slip. The same
// letters with other spaces, hyphens or capitals are one, too; names that are the same are none. A name that is a slip for
// several is paired with one of them. The time it takes grows with the text of the names, not with the number of pairs:
// two spellings one slip apart leave the same letters when one is taken out of each.
func nearPairs(names []named) [][2]named {
	var spellings []*spelling
	known := make(map[string]int)
	var pairs [][2]named
	first := make(map[string]int, len(names))
	series := make(map[string]int)
	var sizes []int // of each series
	var s speller
	var key []byte
	for place, n := range names {
		if len(n.text) > maxText {
			continue
		}
		s.spell(n.text)
		if utf8.RuneCount(s.plain) < 6 || s.count < 4 || s.count > maxLetters {
			continue
		}
		if f, ok := first[string(s.plain)]; !ok {
			first[string(s.plain)] = place
		} else if names[f].text != n.text {
			pairs = append(pairs, [2]named{n, names[f]})
		}
		key = append(append(append(key[:0], s.letters...), 0), s.number...)
		i, ok := known[string(key)]
		if !ok {
			i = len(spellings)
			whole := string(key)
			known[whole] = i
			text, number := whole[:len(s.letters)], whole[len(s.letters)+1:]
			of, ok := series[number]
			if !ok {
				of = len(sizes)
				series[number] = of
				sizes = append(sizes, 0)
			}
			sizes[of]++
			spellings = append(spellings, &spelling{text: text, series: of})
		}
		spellings[i].names = append(spellings[i].names, n)
	}
	spellings = slices.DeleteFunc(spellings, func(s *spelling) bool { return sizes[s.series] == 1 })
	for _, s := range spellings {
		s.letters = []rune(s.text)
	}
	paired := make(map[*spelling]bool)
	for _, alike := range sharedRemainders(spellings) {
		for i, a := range alike {
			for _, b := range alike[max(0, i-maxCompared):i] { // b comes first in the file
				if a.series != b.series || !oneSlip(a.letters, b.letters) {
					continue
				}
				slip, meant := a, b
				if len(a.names) > len(b.names) {
					slip, meant = b, a
				}
				if paired[slip] {
					continue
				}
				paired[slip] = true
				for _, n := range slip.names {
					pairs = append(pairs, [2]named{n, meant.names[0]})
				}
			}
		}
	}
	return pairs
}

const (
	maxText     = 2_000 // a longer text, in bytes, is no name
	maxLetters  = 200   // nor is one of more letters
	maxCompared = 8     // with how many spellings that leave the same letters one is compared
)

// sharedRemainders groups spellings of one series, in order, that are the same when one letter, or none, is taken out of
// each.
func sharedRemainders(spellings []*spelling) [][]*spelling {
	// Most remainders belong to one spelling alone. A first look counts to two in two bits each, so that few need to be
	// kept.
	letters := 0
	for _, s := range spellings {
		letters += len(s.letters)
	}
	mask := uint64(1)<<bits.Len(uint(8*letters)) - 1
	counts := make([]uint64, mask/32+1)
	for _, s := range spellings {
		s.remainders(func(h uint64) {
			count := &counts[h&mask/32]
			first := uint64(1) << (h & mask % 32 * 2)
			*count |= *count & first << 1
			*count |= first
		})
	}
	place := make(map[uint64]int)
	var groups [][]*spelling
	for _, s := range spellings {
		s.remainders(func(h uint64) {
			if counts[h&mask/32]&(2<<(h&mask%32*2)) == 0 {
				return
			}
			i, ok := place[h]
			if !ok {
				i = len(groups)
				place[h] = i
				groups = append(groups, nil)
			}
			groups[i] = append(groups[i], s)
		})
	}
	return slices.DeleteFunc(groups, func(g []*spelling) bool { return len(g) < 2 })
}

// remainders visits a hash of the letters, and of the letters without each of them, each distinct text once. Those of
// one series differ from those of another.
func (s *spelling) remainders(visit func(uint64)) {
	const base = 0x9E3779B97F4A7C15
	n := len(s.letters)
	var powers, suffix [maxLetters + 2]uint64
	powers[0] = 1
	for i := range n {
		powers[i+1] = powers[i] * base
	}
	for i := n - 1; i >= 0; i-- {
		suffix[i] = suffix[i+1] + uint64(s.letters[i]+1)*powers[n-1-i]
	}
	series := uint64(s.series) << 32
	visit(mixed(series + suffix[0]))
	var prefix uint64
	for i, r := range s.letters {
		if i == 0 || s.letters[i-1] != r { // either of two equal letters leaves the same
			visit(mixed(series + prefix*powers[n-1-i] + suffix[i+1]))
		}
		prefix = prefix*base + uint64(r+1)
	}
}

// mixed spreads a sum over all bits.
func mixed(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>32
}

// oneSlip says whether one letter added, left out or changed, or two neighbours swapped, turns a into b.
func oneSlip(a, b []rune) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 || slices.Equal(a, b) {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return slices.Equal(a[i+1:], b[i:])
	}
	return slices.Equal(a[i+1:], b[i+1:]) ||
		i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}
