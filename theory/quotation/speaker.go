package quotation

import (
	"strings"
	"unicode"
)

// Speaker is one of some names, and where a source names it.
type Speaker struct {
	Name string
	At   Passage
}

// SpeakerOf says to whom a source gives the words of a passage, of the names that may speak in it: the name in brackets behind
// the quotation that the passage is of, as in (Participant 7), or the one before the colon at the start of its turn, as in a
// transcript. Known is false where the source names none of them there.
func (x *Index) SpeakerOf(at Passage, names []string) (s Speaker, known bool) {
	if s, known = behind(x.text, at.End, names); known {
		return s, true
	}
	return turn(x.text, at.Start, names)
}

// furthest is how far from a passage, in bytes, the name of its speaker is looked for.
const furthest = 2_000

// behind looks for a name in brackets before another quotation opens.
func behind(text string, from int, names []string) (Speaker, bool) {
	end := min(from+furthest, len(text))
	for at := from; at < end; at++ {
		switch text[at] {
		case '(', '[':
			inner := text[at+1 : end]
			length := strings.IndexAny(inner, ")]")
			if length < 0 {
				return Speaker{}, false
			}
			if name, ok := among(inner[:length], names); ok {
				return Speaker{name, Passage{at + 1, at + 1 + length}}, true
			}
		default:
			if strings.HasPrefix(text[at:], "“") {
				return Speaker{}, false
			}
		}
	}
	return Speaker{}, false
}

// turn looks for the line above, or of, the passage that starts with a short name and a colon.
func turn(text string, until int, names []string) (Speaker, bool) {
	const longest = 40 // bytes of a name
	start := max(until-furthest, 0)
	before := text[start:until]
	for end := len(before); end > 0; {
		line := strings.LastIndexByte(before[:end], '\n') + 1
		said := before[line:end]
		trimmed := strings.TrimLeftFunc(said, unicode.IsSpace)
		if colon := strings.IndexByte(trimmed, ':'); colon > 0 && colon <= longest && !strings.ContainsAny(trimmed[:colon], ".,;!?“”\"") {
			name, ok := among(trimmed[:colon], names)
			if !ok {
				return Speaker{}, false // somebody else's turn, such as the interviewer's
			}
			at := start + line + len(said) - len(trimmed)
			return Speaker{name, Passage{at, at + colon}}, true
		}
		end = line - 1
	}
	return Speaker{}, false
}

// among finds a name, whatever its letters' case and white space.
func among(text string, names []string) (string, bool) {
	text = strings.Join(strings.Fields(text), " ")
	for _, name := range names {
		if strings.EqualFold(text, name) {
			return name, true
		}
	}
	return "", false
}
