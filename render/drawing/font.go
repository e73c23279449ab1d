package drawing

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"math"
	"slices"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
)

// A Face is the fonts that a figure is set in: each family serves for the characters that those before it lack. It does not
// change, and several goroutines may share it.
type Face struct {
	families []family
	// The measures of lines are those of all families that were named: text in any of them stays within its line.
	upem, ascent, descent, gap, xHeight int // the rest in units of the face, of which an em has upem
}

// A family is a regular and a bold font; either stands in for the other.
type family struct {
	name          string
	regular, bold *typeface
}

// A Font is a font file that a face is made of.
type Font struct {
	Data []byte // TrueType or OpenType, or a collection of them
	Name string // which family of a collection; "" for its first
}

const embeddedFamily = "Liberation Sans"

// LiberationSans is the embedded face: as wide as Arial, character by character.
func LiberationSans() (*Face, error) { return NewFace() }

// NewFace makes a face of fonts, in the order in which they are asked for a character, and of the embedded one after them. A bold
// font of a family that was named before is its bold one.
func NewFace(fonts ...Font) (*Face, error) {
	f := &Face{}
	for _, given := range fonts {
		t, err := given.parse()
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		f.add(t)
	}
	named := len(f.families)
	for _, data := range [][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		t, err := Font{Data: data}.parse()
		if err != nil {
			return nil, fmt.Errorf("read the embedded font: %w", err)
		}
		t.embedded = true
		f.add(t)
	}
	f.measure(f.families[:max(1, named)])
	return f, f.Damaged()
}

func (f *Face) add(t *typeface) {
	for i := range f.families {
		switch family := &f.families[i]; {
		case family.name != t.family:
		case t.isBold && !family.bold.isBold:
			family.bold = t
			return
		case !t.isBold && family.regular.isBold:
			family.regular = t
			return
		}
	}
	f.families = append(f.families, family{t.family, t, t})
}

// measure takes the face's lines to be as high as the highest of the families.
func (f *Face) measure(families []family) {
	first := families[0].regular
	f.upem, f.xHeight = first.upem, first.xHeight
	for _, family := range families {
		for _, t := range []*typeface{family.regular, family.bold} {
			f.ascent, f.descent, f.gap = max(f.ascent, f.units(t, t.ascent)), max(f.descent, f.units(t, t.descent)), max(f.gap, f.units(t, t.gap))
		}
	}
}

// units are units of the face for those of one of its fonts.
func (f *Face) units(t *typeface, n int) int {
	if t.upem == f.upem {
		return n
	}
	return int(math.Round(float64(n) * float64(f.upem) / float64(t.upem)))
}

// Identity tells a face from all others in this build of the program.
func (f *Face) Identity() string {
	sum := sha256.New() // never fails
	for _, family := range f.families {
		for _, t := range []*typeface{family.regular, family.bold} {
			if !t.embedded {
				fmt.Fprintf(sum, "%d %d ", t.member, len(t.data))
				sum.Write(t.data)
			}
		}
	}
	return fmt.Sprintf("%q %x", f.Families(), sum.Sum(nil))
}

// Families are the names of the face's families, in their order, each once.
func (f *Face) Families() []string {
	var names []string
	for _, family := range f.families {
		if !slices.Contains(names, family.name) {
			names = append(names, family.name)
		}
	}
	return names
}

// Version is what the first font says of its version, such as "Version 2.1.4".
func (f *Face) Version() (string, error) {
	t := f.first(false)
	name, err := t.font.Name(nil, sfnt.NameIDVersion)
	if err != nil {
		return "", fmt.Errorf("read the version of %s: %w", t.family, err)
	}
	return name, nil
}

// typefaces are the fonts for a text in the order in which they are asked for a character.
func (f *Face) typefaces(bold bool) iter.Seq[*typeface] {
	return func(yield func(*typeface) bool) {
		for _, family := range f.families {
			if bold && family.bold != family.regular && !yield(family.bold) || !yield(family.regular) {
				return
			}
		}
	}
}

// first is the font that is asked first.
func (f *Face) first(bold bool) *typeface {
	if bold {
		return f.families[0].bold
	}
	return f.families[0].regular
}

// Ascent is how far letters may rise above the baseline, in points.
func (f *Face) Ascent(size float64) float64 { return f.points(f.ascent, size) }

// Descent is how far letters may hang below the baseline, in points.
func (f *Face) Descent(size float64) float64 { return f.points(f.descent, size) }

// XHeight is the height of a small x: half of it above the baseline is where a text's middle seems to be.
func (f *Face) XHeight(size float64) float64 { return f.points(f.xHeight, size) }

// LineHeight is the distance of baselines that the fonts ask for.
func (f *Face) LineHeight(size float64) float64 { return f.points(f.ascent+f.descent+f.gap, size) }

// Width is how wide the text is drawn, in points, without the white space at its ends.
func (f *Face) Width(text string, size float64, bold bool) float64 {
	return f.points(f.width(seen(text), bold), size)
}

// advance is the drawn width of t, with its spacing and without the white space at its ends.
func (f *Face) advance(t Text) float64 {
	t.String = seen(t.String)
	return max(0, hundredths(f.length(t)-t.Spacing))
}

// length is how far the pen moves over all of t, the white space at its ends included.
func (f *Face) length(t Text) float64 {
	w := f.points(f.width(t.String, t.Bold), t.Size)
	if t.Spacing != 0 {
		w += float64(t.Spacing * float64(clusters(f.glyphs(t))))
	}
	return hundredths(w)
}

func (f *Face) points(units int, size float64) float64 {
	return hundredths(float64(units) * size / float64(f.upem))
}

// hundredths rounds to the precision of every number that is written, so that machines which multiply and add in one
// step come to the same.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
