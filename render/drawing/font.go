package drawing

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"sync/atomic"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Face is a font family's regular and bold fonts. It does not change, and several goroutines may share it.
type Face struct {
	Family        string
	regular, bold *typeface
}

// A typeface is one font file.
type typeface struct {
	font    *sfnt.Font
	data    []byte
	upem    int // font units per em
	ascent  int // this and the rest in font units
	descent int
	gap     int
	xHeight int
	ascii   [0x80]int // advances
	plain   bool      // it has all that ASCII prints
	damaged atomic.Bool
}

// Identity tells a face from all others in this build of the program.
func (f *Face) Identity() string {
	if f.regular != f.bold {
		return f.Family // embedded
	}
	return fmt.Sprintf("%s %x", f.Family, sha256.Sum256(f.regular.data))
}

// LiberationSans is the embedded face: as wide as Arial, character by character.
func LiberationSans() (*Face, error) {
	regular, err := parseTypeface(liberationsansregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the embedded font: %w", err)
	}
	bold, err := parseTypeface(liberationsansbold.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the embedded bold font: %w", err)
	}
	return &Face{Family: "Liberation Sans", regular: regular, bold: bold}, nil
}

// Version is what the regular font says of its version, such as "Version 2.1.4".
func (f *Face) Version() (string, error) {
	name, err := f.regular.font.Name(nil, sfnt.NameIDVersion)
	if err != nil {
		return "", fmt.Errorf("read the version of %s: %w", f.Family, err)
	}
	return name, nil
}

// ParseFace reads a TrueType or OpenType font file, which then stands in for bold too. A collection gives its first
// font.
func ParseFace(data []byte) (*Face, error) {
	t, err := parseTypeface(data)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	var family string
	t.guarded(func() { family, err = t.font.Name(nil, sfnt.NameIDFamily) })
	if err != nil || family == "" {
		return nil, errors.New("read font: it has no family name")
	}
	f := &Face{Family: family, regular: t, bold: t}
	return f, f.Damaged()
}

func parseTypeface(data []byte) (*typeface, error) {
	if len(data) == 0 {
		return nil, errors.New("the file is empty")
	}
	t := &typeface{data: data}
	var m font.Metrics
	var err error
	t.guarded(func() { m, err = t.parse() })
	if t.damaged.Load() {
		return nil, errors.New("it is damaged")
	}
	if err != nil {
		return nil, err
	}
	t.ascent, t.descent, t.xHeight = m.Ascent.Round(), m.Descent.Round(), m.XHeight.Round()
	t.gap = m.Height.Round() - t.ascent - t.descent
	if t.upem == 0 || t.ascent+t.descent <= 0 {
		return nil, errors.New("it has no height")
	}
	var buf sfnt.Buffer
	t.plain = true
	for r := ' '; r < 0x7f; r++ {
		index := t.index(&buf, r)
		t.ascii[r] = t.advance(&buf, r, index)
		t.plain = t.plain && index != 0
	}
	return t, nil
}

// parse reads the first font of the data, and how high it is at a pixel a font unit.
func (t *typeface) parse() (font.Metrics, error) {
	collection, err := sfnt.ParseCollection(t.data)
	if err != nil {
		return font.Metrics{}, err
	}
	if t.font, err = collection.Font(0); err != nil {
		return font.Metrics{}, err
	}
	t.upem = int(t.font.UnitsPerEm())
	return t.font.Metrics(nil, t.em(), font.HintingNone)
}

// em is the size at which a pixel is a font unit.
func (t *typeface) em() fixed.Int26_6 { return fixed.I(t.upem) }

func (f *Face) typeface(bold bool) *typeface {
	if bold {
		return f.bold
	}
	return f.regular
}

// Ascent is how far letters may rise above the baseline, in points.
func (f *Face) Ascent(size float64) float64 { return f.regular.points(f.regular.ascent, size) }

// Descent is how far letters may hang below the baseline, in points.
func (f *Face) Descent(size float64) float64 { return f.regular.points(f.regular.descent, size) }

// XHeight is the height of a small x: half of it above the baseline is where a text's middle seems to be.
func (f *Face) XHeight(size float64) float64 { return f.regular.points(f.regular.xHeight, size) }

// LineHeight is the distance of baselines that the font asks for.
func (f *Face) LineHeight(size float64) float64 {
	return f.regular.points(f.regular.ascent+f.regular.descent+f.regular.gap, size)
}

// Width is how wide the text is drawn, in points, without the white space at its ends.
func (f *Face) Width(text string, size float64, bold bool) float64 {
	t := f.typeface(bold)
	return t.points(t.units(seen(text)), size)
}

// advance is the drawn width of t, with its spacing and without the white space at its ends.
func (f *Face) advance(t Text) float64 {
	t.String = seen(t.String)
	return max(0, hundredths(f.length(t)-t.Spacing))
}

// length is how far the pen moves over all of t, the white space at its ends included.
func (f *Face) length(t Text) float64 {
	tf := f.typeface(t.Bold)
	w := tf.points(tf.units(t.String), t.Size)
	if t.Spacing != 0 {
		w += float64(t.Spacing * float64(len(tf.glyphs(t.String))))
	}
	return hundredths(w)
}

func (t *typeface) points(units int, size float64) float64 {
	return hundredths(float64(units) * size / float64(t.upem))
}

// hundredths rounds to the precision of every number that is written, so that machines which multiply and add in one
// step come to the same.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
