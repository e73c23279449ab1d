package refi

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reading is a way of counting the characters of a text. REFI-QDA says code points, and nothing of line breaks; programs
// count in four ways.
type reading struct {
	utf16 bool // a character beyond the basic plane counts twice
	pairs bool // a carriage return with its line feed counts twice; in a text that has lost the returns, each line feed does
}

var readings = []reading{{false, false}, {true, true}, {true, false}, {false, true}}

// usual is how a program is known to count; the first reading is the standard's.
func usual(origin string) reading {
	if strings.Contains(strings.ToLower(origin), "nvivo") {
		return reading{utf16: true, pairs: true}
	}
	return readings[0]
}

// offsets are the bytes at which positions lie, in the order of the positions, which ascend. It is false where one lies
// beyond the text or within a character.
func (how reading) offsets(text string, inline bool, positions []int) ([]int, bool) {
	at := make([]int, 0, len(positions))
	count, i := 0, 0
	for {
		for len(at) < len(positions) && positions[len(at)] == count {
			at = append(at, i)
		}
		if len(at) == len(positions) {
			return at, true
		}
		if i == len(text) || positions[len(at)] < count {
			return nil, false
		}
		size, units := 1, 1
		switch b := text[i]; {
		case b == '\r' && i+1 < len(text) && text[i+1] == '\n' && !how.pairs:
			size = 2
		case b == '\n' && inline && how.pairs:
			units = 2
		case b >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if r > 0xFFFF && how.utf16 {
				units = 2
			}
		}
		i += size
		count += units
	}
}

// differ says which readings can give different places in a text.
func differ(text string, inline bool) []reading {
	breaks := inline && strings.Contains(text, "\n") || strings.Contains(text, "\r\n")
	astral := strings.IndexFunc(text, func(r rune) bool { return r > 0xFFFF }) >= 0
	var some []reading
	for _, how := range readings {
		how.utf16 = how.utf16 && astral
		how.pairs = how.pairs && breaks
		if !slices.Contains(some, how) {
			some = append(some, how)
		}
	}
	return some
}

// vote is how well a reading fits a source.
type vote struct {
	how   reading
	spans []span // by selection
	names int    // selections whose text is what the program says it is
	edges int    // starts and ends at the edge of a word
}

type span struct{ start, end int }

// votes try all readings on a source. One that puts a selection outside the text is not among them.
func votes(s *Source) []vote {
	positions := make([]int, 0, 2*len(s.selections))
	for _, x := range s.selections {
		positions = append(positions, x.start, x.end)
	}
	slices.Sort(positions)
	positions = slices.Compact(positions)
	var all []vote
	for _, how := range differ(s.raw, s.inline) {
		at, ok := how.offsets(s.raw, s.inline, positions)
		if !ok {
			continue
		}
		v := vote{how: how}
		for _, x := range s.selections {
			start, _ := slices.BinarySearch(positions, x.start)
			end, _ := slices.BinarySearch(positions, x.end)
			sp := span{at[start], at[end]}
			v.spans = append(v.spans, sp)
			if sp.start > sp.end {
				continue
			}
			if named(x.name, s.raw[sp.start:sp.end]) {
				v.names++
			}
			for _, i := range []int{sp.start, sp.end} {
				if atEdge(s.raw, i) {
					v.edges++
				}
			}
		}
		all = append(all, v)
	}
	return all
}

// better says whether a vote is clearly for one reading rather than another.
func (v vote) better(than vote) bool {
	if v.names != than.names {
		return v.names > than.names
	}
	return v.edges > than.edges
}

// same says whether two readings select the same texts, white space at their ends aside.
func (v vote) same(as vote, text string) bool {
	for i := range v.spans {
		a, b := v.spans[i], as.spans[i]
		if a != b && (a.start > a.end || b.start > b.end || strings.TrimSpace(text[a.start:a.end]) != strings.TrimSpace(text[b.start:b.end])) {
			return false
		}
	}
	return true
}

// named says whether a selection's name is its text, or the beginning of it before "…".
func named(name, text string) bool {
	name, text = strings.Join(strings.Fields(name), " "), strings.Join(strings.Fields(text), " ")
	if name == "" || text == "" {
		return false
	}
	for _, dots := range []string{"…", "..."} {
		if start, cut := strings.CutSuffix(name, dots); cut && strings.HasPrefix(text, strings.TrimSpace(start)) {
			return true
		}
	}
	return name == text
}

// atEdge says whether no word goes on over a place in a text.
func atEdge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !word(before) || !word(after)
}
