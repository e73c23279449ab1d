package drawing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"icamo/graphemes"
)

// A glyph is one drawn form of a font.
type glyph struct {
	font    *typeface
	index   sfnt.GlyphIndex // 0 for what no font has
	x, up   int             // units of the face from the start of the line, and above it
	advance int
	starts  bool   // it is the first of what a reader takes for one character
	text    string // the characters that this glyph, and those without text after it, stand for
}

// glyphs sets a line from left to right, without the white space at its ends: the characters in the order in which they are
// seen, each in the first font that has it; what directs a text left out. Letters of scripts that are written apart stand without
// kerning and ligatures, so that widths add up; all others are shaped as their fonts say.
func (f *Face) glyphs(t Text) []glyph {
	text := shown(seen(t.String))
	var line []glyph
	if strings.IndexFunc(text, shaped) >= 0 {
		line = f.shape(text, t.Bold, t.RightToLeft)
	} else {
		line = f.apart(text, t.Bold)
	}
	x := 0
	for i := range line {
		line[i].x += x
		x += line[i].advance
	}
	return line
}

// apart sets text that needs no shaping.
func (f *Face) apart(text string, bold bool) []glyph {
	var buf sfnt.Buffer
	line := make([]glyph, 0, len(text))
	for _, r := range text {
		if ignorable(r) {
			continue
		}
		t, parts := f.find(&buf, r, bold)
		standIn := alike[r] != nil && parts[0] != r
		for i, p := range parts {
			index := t.index(&buf, p)
			g := glyph{font: t, index: index, advance: f.units(t, t.advance(&buf, p, index)), starts: true, text: string(p)}
			switch {
			case standIn && i == 0:
				g.text = string(r)
			case standIn:
				g.text, g.starts = "", false
			}
			line = append(line, g)
		}
	}
	return line
}

// alike are characters that together look like another, and stand in for it where no font has it.
var alike = map[rune][]rune{'⊣': {'–', '|'}}

// alone are single ones that do, where text is shaped: in what is read from the left, and from the right.
var alone = map[rune][2]rune{'⊣': {'┤', '├'}}

// find is the first font that has the character or its parts, or else those that look like it; the very first one where none has.
func (f *Face) find(buf *sfnt.Buffer, r rune, bold bool) (*typeface, []rune) {
	for t := range f.typefaces(bold) {
		if parts := t.parts(buf, r); parts != nil {
			return t, parts
		}
	}
	for t := range f.typefaces(bold) {
		if parts := alike[r]; parts != nil && !slices.ContainsFunc(parts, func(p rune) bool { return t.index(buf, p) == 0 }) {
			return t, parts
		}
	}
	return f.first(bold), []rune{r}
}

// width is how wide a text is, in units of the face.
func (f *Face) width(text string, bold bool) int {
	if t := f.first(bold); t.plain && plain(text) {
		x := 0
		for i := range len(text) {
			x += t.ascii[text[i]]
		}
		return f.units(t, x)
	}
	x := 0
	text = shown(text)
	if strings.IndexFunc(text, shaped) >= 0 {
		for _, g := range f.shape(text, bold, false) { // as wide in either direction
			x += g.advance
		}
		return x
	}
	for _, g := range f.apart(text, bold) {
		x += g.advance
	}
	return x
}

// clusters counts what spacing goes between.
func clusters(line []glyph) int {
	n := 0
	for _, g := range line {
		if g.starts {
			n++
		}
	}
	return n
}

// Missing lists the characters of text that no font of the face has, in order of first use, each once.
func (f *Face) Missing(text string, bold bool) []rune {
	if f.first(bold).plain && plain(text) {
		return nil
	}
	var missing []rune
	var buf sfnt.Buffer
	for _, r := range shown(text) {
		if ignorable(r) || slices.Contains(missing, r) {
			continue
		}
		if t, parts := f.find(&buf, r, bold); t.index(&buf, parts[0]) == 0 {
			missing = append(missing, r)
		}
	}
	return missing
}

// writtenApart are scripts whose letters stand side by side as they are.
var writtenApart = []*unicode.RangeTable{
	unicode.Common, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian, unicode.Han,
	unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul,
}

// shaped tells characters that take their form or place from those around them.
func shaped(r rune) bool {
	switch {
	case r < 0x0300:
		return false
	case r == zeroWidthJoiner || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) && !ignorable(r):
		return true
	case rightToLeft(r):
		return true
	}
	return !unicode.In(r, writtenApart...) && !ignorable(r) && unicode.IsLetter(r)
}

const zeroWidthJoiner = '\u200d'

// shown is the text as it is drawn: composed, white space as spaces, and what no font or file format can hold as the
// replacement character.
func shown(text string) string {
	if plain(text) {
		return text
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case Parts(r):
			return ' '
		case unicode.IsControl(r), r&0xfffe == 0xfffe:
			return utf8.RuneError
		}
		return r
	}, text))
}

// Parts says whether a character is white space at which a text may be broken into lines.
func Parts(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// plain says whether text is of printed ASCII characters alone.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

// ignorable tells characters that direct how others are set, and are not seen themselves.
func ignorable(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034f'
}

// RightToLeft says whether a label is read from the right: its first letter is of a script that is (UAX 9, rule P2), and nothing before
// it says that it is read from the left.
func RightToLeft(label string) bool {
	const fromTheLeft = '\u2066'
	for _, r := range label {
		if r == fromTheLeft {
			return false
		}
		if r < 0x0590 && !unicode.IsLetter(r) {
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// rightToLeft tells characters that are set from right to left, or have others set so.
func rightToLeft(r rune) bool {
	if r < 0x0590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.RLE, bidi.RLO, bidi.RLI:
		return true
	}
	return false
}

// seen is a line without the white space at its ends.
func seen(text string) string {
	if n := len(text); n > 0 && printed(text[0]) && printed(text[n-1]) {
		return text
	}
	text = trimEnd(text)
	return text[len(lead(text)):]
}

// printed says whether a byte is by itself a character with something to see.
func printed(c byte) bool { return ' ' < c && c < 0x7f }

func trimEnd(text string) string { return strings.TrimRightFunc(text, blank) }

// lead is the white space that a line starts with. What directs the text after it stays with that text.
func lead(text string) string {
	run := text[:len(text)-len(strings.TrimLeftFunc(text, blank))]
	return strings.TrimRightFunc(run, ignorable)
}

func blank(r rune) bool { return unicode.IsSpace(r) || ignorable(r) }

// A part of a line that one font draws in one go.
type part struct {
	font       *typeface
	start, end int // characters of the line
}

// parts cuts a stretch of a line where another font goes on, never within what a reader takes for one character.
func (f *Face) parts(line []rune, start, end int, bold bool) []part {
	var buf sfnt.Buffer
	var parts []part
	for cluster := range graphemes.Characters(string(line[start:end])) {
		n := utf8.RuneCountInString(cluster)
		font := f.whole(&buf, cluster, bold)
		if last := len(parts) - 1; last >= 0 && parts[last].font == font {
			parts[last].end += n
		} else {
			parts = append(parts, part{font, start, start + n})
		}
		start += n
	}
	return parts
}

// whole is the first font that has all of a cluster, else the first that has its first character.
func (f *Face) whole(buf *sfnt.Buffer, cluster string, bold bool) *typeface {
	for t := range f.typefaces(bold) {
		lacks := func(r rune) bool { return !ignorable(r) && t.parts(buf, r) == nil }
		if strings.IndexFunc(cluster, lacks) < 0 {
			return t
		}
	}
	first, _ := utf8.DecodeRuneInString(cluster)
	t, _ := f.find(buf, first, bold)
	return t
}
