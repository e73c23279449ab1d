package drawing

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/graphemes"
)

// Wrap breaks text into as few lines as fit into maxWidth points, and of those ways takes the one whose lines are most
// alike in length, and rather breaks between words than at a hyphen. It breaks where Unicode's rules (UAX 14) allow it: after spaces, hyphens and slashes, at a line feed,
// between the characters of scripts that are written without spaces; and in a word that is too wide by itself, between
// characters as a reader sees them. The lines put together are the text, with the space at a break ending the line
// before it, which Width leaves out. No line is empty; text with nothing to see gives no lines. One character that is
// wider than maxWidth stands on a line of its own.
func (f *Face) Wrap(text string, size, maxWidth float64, bold bool) []string {
	return f.Measure(text, bold).Wrap(size, maxWidth)
}

// Measured is a text with the widths of its words, to be wrapped at one width after another.
type Measured struct {
	text   string
	setter setter
	words  []word // none of them in pieces
	widest int    // of the words
}

// Measure measures the words of a text.
func (f *Face) Measure(text string, bold bool) *Measured {
	m := &Measured{text: text, setter: setter{f, bold}}
	m.words = m.setter.words(text, math.MaxInt)
	for _, w := range m.words {
		m.widest = max(m.widest, w.visible)
	}
	return m
}

// Wrap breaks the text as Face.Wrap does.
func (m *Measured) Wrap(size, maxWidth float64) []string {
	limit := int(min(max(0, math.Floor(maxWidth*float64(m.setter.face.upem)/size)), math.MaxInt32))
	words := m.words
	if m.widest > limit {
		words = m.setter.words(m.text, limit)
	}
	var lines []string
	for start, i := 0, 0; i < len(words); i++ {
		if words[i].last {
			lines = append(lines, balance(m.text, words[start:i+1], limit)...)
			start = i + 1
		}
	}
	return lines
}

// A setter measures text for lines of one weight.
type setter struct {
	face *Face
	bold bool
}

func (t setter) units(text string) int { return t.face.width(text, t.bold) }

// A word is what no line may break, with the white space after it.
type word struct {
	start, end int  // bytes of the text
	visible    int  // width without the white space after it, in units of the face
	full       int  // width with it
	last       bool // a line must end here
	within     bool // it ends within a word, at a hyphen or slash
}

// words cuts text at each place where a line may end. Every word has something to see.
func (t setter) words(text string, limit int) []word {
	var words []word
	start := 0 // of the next word: the first takes the white space before it
	end := 0
	for part, must := range graphemes.LineSegments(text) {
		end += len(part)
		if seen(part) == "" {
			if len(words) > 0 {
				w := &words[len(words)-1]
				w.full += t.units(part)
				w.last, w.within = w.last || must, false
				w.end, start = end, end
			}
			continue
		}
		for _, piece := range t.pieces(text[start:end], limit) {
			body := piece
			if start == 0 {
				body = piece[len(lead(piece)):]
			}
			words = append(words, word{start, start + len(piece), t.units(trimEnd(body)), t.units(body), false, false})
			start += len(piece)
		}
		w := &words[len(words)-1]
		r, _ := utf8.DecodeLastRuneInString(part)
		w.last, w.within = must, r == '/' || unicode.Is(unicode.Dash, r)
	}
	if len(words) > 0 {
		words[len(words)-1].last = true
	}
	return words
}

// pieces cuts a word that is wider than the limit between characters as a reader sees them.
func (t setter) pieces(part string, limit int) []string {
	if t.units(seen(part)) <= limit {
		return []string{part}
	}
	var pieces []string
	var piece strings.Builder
	width, begun := 0, false // of the piece, once there is something to see
	for cluster := range graphemes.Characters(part) {
		w := t.units(cluster)
		if seen(cluster) != "" {
			if begun && width+w > limit {
				pieces = append(pieces, piece.String())
				piece.Reset()
				width = 0
			}
			begun = true
		}
		piece.WriteString(cluster)
		if begun {
			width += w
		}
	}
	return withoutWidow(append(pieces, piece.String()))
}

// withoutWidow gives a last piece of one character another from the piece before it, so that it does not stand alone.
func withoutWidow(pieces []string) []string {
	n := len(pieces)
	if n < 2 {
		return pieces
	}
	before := slices.Collect(graphemes.Characters(pieces[n-2]))
	if last := slices.Collect(graphemes.Characters(seen(pieces[n-1]))); len(last) == 1 && len(before) > 2 {
		moved := before[len(before)-1]
		pieces[n-2] = strings.TrimSuffix(pieces[n-2], moved)
		pieces[n-1] = moved + pieces[n-1]
	}
	return pieces
}

// balance sets a paragraph in the fewest lines, and among these with the least sum of squared gaps at their ends
// (Knuth and Plass 1981, without stretching). To break within a word, at a hyphen or slash, costs as much as a gap of half a line.
func balance(text string, words []word, limit int) []string {
	type best struct {
		lines int
		cost  float64
		next  int // the word that starts the next line
	}
	n := len(words)
	total := -words[n-1].full + words[n-1].visible
	for _, w := range words {
		total += w.full
	}
	if total <= limit { // most labels, and a quick end for a huge one
		return []string{text[words[0].start:words[n-1].end]}
	}
	from := make([]best, n+1) // from[i] is the best way to set words[i:]
	for i := n - 1; i >= 0; i-- {
		from[i].lines = n + 1
		width := 0
		for j := i; j < n && (j == i || width+words[j].visible <= limit); j++ {
			gap := float64(limit - width - words[j].visible)
			width += words[j].full
			cost := from[j+1].cost + float64(gap*gap)
			if half := float64(limit) / 2; words[j].within && j < n-1 {
				cost += float64(half * half)
			}
			b := best{from[j+1].lines + 1, cost, j + 1}
			if b.lines < from[i].lines || b.lines == from[i].lines && b.cost <= from[i].cost {
				from[i] = b
			}
		}
	}
	var lines []string
	for i := 0; i < n; i = from[i].next {
		lines = append(lines, text[words[i].start:words[from[i].next-1].end])
	}
	return lines
}
