package drawing

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"icamo/graphemes"
)

// A typeface is one font.
type typeface struct {
	family   string
	isBold   bool
	font     *sfnt.Font
	data     []byte // of the file
	embedded bool   // in the program
	member   int    // which font of the file it is
	upem     int    // font units per em
	ascent   int    // this and the rest in font units
	descent  int
	gap      int
	xHeight  int
	ascii    [0x80]int // advances
	plain    bool      // it has all that ASCII prints
	damaged  atomic.Bool
	shaper   shaper
}

// parse reads the font that is asked for.
func (f Font) parse() (*typeface, error) {
	if len(f.Data) == 0 {
		return nil, errors.New("the file is empty")
	}
	var families []string
	for member := 0; ; member++ {
		t := &typeface{data: f.Data, member: member}
		of := 0
		var err error
		t.guarded(func() { of, err = t.open() })
		switch {
		case t.damaged.Load():
			return nil, errors.New("it is damaged")
		case err != nil:
			return nil, err
		case f.Name == "" || f.Name == t.family:
			return t, t.measure()
		case member == of-1:
			return nil, fmt.Errorf("it has no font %q, but %s", f.Name, strings.Join(append(families, t.family), ", "))
		}
		families = append(families, t.family)
	}
}

// open reads what the font is called, and gives the number of fonts in its file.
func (t *typeface) open() (of int, err error) {
	collection, err := sfnt.ParseCollection(t.data)
	if err != nil {
		return 0, err
	}
	if t.font, err = collection.Font(t.member); err != nil {
		return 0, err
	}
	if t.family, err = t.font.Name(nil, sfnt.NameIDFamily); err != nil || t.family == "" {
		return 0, errors.New("it has no family name")
	}
	head, _ := t.table("head")
	t.isBold = word16(head, 44)&1 != 0
	return collection.NumFonts(), nil
}

func (t *typeface) measure() error {
	var m font.Metrics
	var err error
	t.guarded(func() {
		t.upem = int(t.font.UnitsPerEm())
		m, err = t.font.Metrics(nil, t.em(), font.HintingNone)
	})
	if t.damaged.Load() {
		return errors.New("it is damaged")
	}
	if err != nil {
		return err
	}
	t.ascent, t.descent, t.xHeight = m.Ascent.Round(), m.Descent.Round(), m.XHeight.Round()
	t.gap = m.Height.Round() - t.ascent - t.descent
	if t.upem == 0 || t.ascent+t.descent <= 0 {
		return errors.New("it has no height")
	}
	var buf sfnt.Buffer
	t.plain = true
	for r := ' '; r < 0x7f; r++ {
		index := t.index(&buf, r)
		t.ascii[r] = t.advance(&buf, r, index)
		t.plain = t.plain && index != 0
	}
	return nil
}

// em is the size at which a pixel is a font unit.
func (t *typeface) em() fixed.Int26_6 { return fixed.I(t.upem) }

// parts are the character, or what it is made of where the font has just these; none where it has neither.
func (t *typeface) parts(buf *sfnt.Buffer, r rune) []rune {
	if t.index(buf, r) != 0 {
		return []rune{r}
	}
	parts := []rune(norm.NFD.String(string(r)))
	for _, p := range parts {
		if t.index(buf, p) == 0 {
			return nil
		}
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
