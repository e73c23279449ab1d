package drawing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"icamo/graphemes"
)

// A glyph is one drawn character.
type glyph struct {
	rune    rune
	index   sfnt.GlyphIndex
	x       int // font units from the start of the line
	advance int
}

// glyphs sets a line: composed characters where the font has them, control characters that only direct a text left
// out, right-to-left runs in the order they are seen. What the font lacks has index 0.
func (t *typeface) glyphs(text string) []glyph {
	var buf sfnt.Buffer
	line := make([]glyph, 0, len(text))
	x := 0
	for _, r := range visual(shown(text)) {
		for _, g := range t.lookup(&buf, r) {
			g.x = x
			x += g.advance
			line = append(line, g)
		}
	}
	return line
}

// units is the width of a line in font units.
func (t *typeface) units(text string) int {
	var buf *sfnt.Buffer // large, and seldom needed
	x := 0
	for _, r := range shown(text) {
		if r < 0x80 {
			x += t.ascii[r]
			continue
		}
		if buf == nil {
			buf = new(sfnt.Buffer)
		}
		for _, g := range t.lookup(buf, r) {
			x += g.advance
		}
	}
	return x
}

// lookup finds the glyph of a character, or those of its parts where the font has just these.
func (t *typeface) lookup(buf *sfnt.Buffer, r rune) []glyph {
	if ignorable(r) {
		return nil
	}
	if index := t.index(buf, r); index != 0 {
		return []glyph{{rune: r, index: index, advance: t.advance(buf, r, index)}}
	}
	var parts []glyph
	for _, p := range norm.NFD.String(string(r)) {
		index := t.index(buf, p)
		if index == 0 {
			return []glyph{{rune: r, advance: t.advance(buf, r, 0)}}
		}
		parts = append(parts, glyph{rune: p, index: index, advance: t.advance(buf, p, index)})
	}
	return parts
}

func (t *typeface) index(buf *sfnt.Buffer, r rune) sfnt.GlyphIndex {
	var index sfnt.GlyphIndex
	t.guarded(func() {
		if found, err := t.font.GlyphIndex(buf, r); err == nil {
			index = found
		}
	})
	return index
}

func (t *typeface) advance(buf *sfnt.Buffer, r rune, index sfnt.GlyphIndex) int {
	// Another font will draw what this one lacks in an SVG: an em for the square characters of East Asia.
	if index == 0 && graphemes.Columns(string(r)) == 2 {
		return t.upem
	}
	advance := 0
	t.guarded(func() {
		if a, err := t.font.GlyphAdvance(buf, index, t.em(), font.HintingNone); err == nil {
			advance = a.Round()
		}
	})
	return advance
}

// Missing lists the characters of text that the face cannot draw, in order of first use, each once: those without a
// glyph, and those of scripts whose letters join or move (Arabic, Devanagari and others), which need more than glyphs.
func (f *Face) Missing(text string) []rune {
	if f.regular.plain && f.bold.plain && plain(text) {
		return nil
	}
	var missing []rune
	var buf sfnt.Buffer
	known := map[rune]bool{}
	for _, r := range shown(text) {
		if known[r] {
			continue
		}
		known[r] = true
		lacks := unicode.In(r, joining...)
		for _, g := range f.regular.lookup(&buf, r) {
			lacks = lacks || g.index == 0 || f.bold.index(&buf, g.rune) == 0
		}
		if lacks {
			missing = append(missing, r)
		}
	}
	return missing
}

// joining are the scripts whose letters take their shape from their neighbours.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Mongolian, unicode.Devanagari, unicode.Bengali,
	unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam,
	unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// shown is the text as it is drawn: composed, white space as spaces, and what no font or file format can hold as the
// replacement character.
func shown(text string) string {
	if plain(text) {
		return text
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case unicode.IsControl(r), r&0xfffe == 0xfffe:
			return utf8.RuneError
		}
		return r
	}, text))
}

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

// visual is a line's characters from left to right.
func visual(text string) string {
	if strings.IndexFunc(text, rightToLeft) < 0 {
		return text
	}
	var p bidi.Paragraph
	if _, err := p.SetString(text); err != nil {
		return text
	}
	order, err := p.Order()
	if err != nil {
		return text
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(run.String()))
		} else {
			b.WriteString(run.String())
		}
	}
	return b.String()
}

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
	text = trimEnd(text)
	return text[len(lead(text)):]
}

func trimEnd(text string) string { return strings.TrimRightFunc(text, blank) }

// lead is the white space that a line starts with. What directs the text after it stays with that text.
func lead(text string) string {
	run := text[:len(text)-len(strings.TrimLeftFunc(text, blank))]
	return strings.TrimRightFunc(run, ignorable)
}

func blank(r rune) bool { return unicode.IsSpace(r) || ignorable(r) }
