package drawing

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"icamo/render/geometry"
)

// A pdfFont is a font of a PDF: one font file's glyphs as that file has them, or, where that is not TrueType, as many outlines
// as bytes can count.
type pdfFont struct {
	name   string
	of     *typeface
	whole  bool                        // its codes are those of the file; else places in glyphs
	glyphs []sfnt.GlyphIndex           // in order of first use
	codes  map[sfnt.GlyphIndex]int     // of each glyph
	texts  map[sfnt.GlyphIndex]string  // what each stands for, where a glyph stands for one thing
	widths map[sfnt.GlyphIndex]float64 // thousandths of an em
}

// mostOutlines is how many glyphs a font of outlines holds (ISO 32000-1, 9.6.5).
const mostOutlines = 256

// use finds the font that has the glyph, and its code there.
func (p *pdfPage) use(g glyph) (*pdfFont, int) {
	var font *pdfFont
	for _, f := range p.fonts {
		if f.of != g.font {
			continue
		}
		if code, ok := f.codes[g.index]; ok {
			return f, code
		}
		if f.whole || len(f.glyphs) < mostOutlines {
			font = f
		}
	}
	if font == nil {
		font = &pdfFont{name: fmt.Sprintf("F%d", len(p.fonts)+1), of: g.font, whole: g.font.isTrueType(), codes: map[sfnt.GlyphIndex]int{},
			texts: map[sfnt.GlyphIndex]string{}, widths: map[sfnt.GlyphIndex]float64{}}
		p.fonts = append(p.fonts, font)
	}
	code := int(g.index)
	if !font.whole {
		code = len(font.glyphs)
	}
	var buf sfnt.Buffer
	font.codes[g.index] = code
	font.glyphs = append(font.glyphs, g.index)
	font.widths[g.index] = hundredths(float64(g.font.advance(&buf, ' ', g.index)) * 1000 / float64(g.font.upem))
	return font, code
}

func (f *pdfFont) hex(code int) string {
	if f.whole {
		return fmt.Sprintf("%04x", code)
	}
	return fmt.Sprintf("%02x", code)
}

func (f *pdfFont) glyph(code int) sfnt.GlyphIndex {
	if f.whole {
		return sfnt.GlyphIndex(code)
	}
	return f.glyphs[code]
}

func (f *pdfFont) width(code int) float64 { return f.widths[f.glyph(code)] }

// says whether the font's table tells what the glyph stands for: the first thing that it stood for.
func (f *pdfFont) says(code int, g glyph) bool {
	if g.index == 0 {
		return false
	}
	told, known := f.texts[g.index]
	if !known {
		f.texts[g.index], told = g.text, g.text
	}
	return told == g.text
}

// font writes a font, and gives the number of its object.
func (f *pdfFile) font(font *pdfFont) (int, error) {
	if err := font.of.licensed(); err != nil {
		return 0, err
	}
	n, characters := f.next(), f.next()
	f.packed(characters, "", font.characters())
	if !font.whole {
		f.outlines(n, characters, font)
		return n, nil
	}
	file, err := font.of.subset(font.glyphs)
	if err != nil {
		return 0, err
	}
	descendant, descriptor, data := f.next(), f.next(), f.next()
	name := fmt.Sprintf("%s+%s", strings.Repeat(string(rune('A'+n%26)), 6), plainID(font.of.family))
	if font.of.isBold {
		name += "-Bold"
	}
	f.object(n, "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
		name, descendant, characters)
	var widths strings.Builder
	for _, g := range slices.Sorted(slices.Values(font.glyphs)) {
		fmt.Fprintf(&widths, "%d [%s] ", g, decimal(font.widths[g]))
	}
	f.object(descendant, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "+
		"/FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 0 /W [%s] >>", name, descriptor, widths.String())
	t := font.of
	perMille := func(n int) int { return n * 1000 / t.upem }
	head, _ := t.table("head")
	box := func(at int) int { return perMille(int(int16(word16(head, at)))) }
	f.object(descriptor, "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d "+
		"/CapHeight %d /StemV 80 /FontFile2 %d 0 R >>", name, box(36), box(38), box(40), box(42), perMille(t.ascent), -perMille(t.descent),
		perMille(t.ascent), data)
	f.packed(data, fmt.Sprintf("/Length1 %d", len(file)), file)
	return n, nil
}

// outlines writes a font whose glyphs are drawn as paths.
func (f *pdfFile) outlines(n, characters int, font *pdfFont) {
	var procedures, names, widths strings.Builder
	var buf sfnt.Buffer
	for code, g := range font.glyphs {
		var p Path
		font.of.trace(&p, &buf, g, func(q fixed.Point26_6) geometry.Point {
			return geometry.Point{X: float64(q.X) / 64, Y: -float64(q.Y) / 64}
		})
		advance := font.of.advance(&buf, ' ', g)
		var drawn strings.Builder
		fmt.Fprintf(&drawn, "%d 0 d0\n", advance)
		for _, s := range p.Segments {
			for _, q := range s.points() {
				drawn.WriteString(decimal(q.X) + " " + decimal(q.Y) + " ")
			}
			drawn.WriteString(pdfVerbs[s.Verb])
		}
		drawn.WriteString("f\n")
		procedure := f.next()
		f.packed(procedure, "", []byte(drawn.String()))
		fmt.Fprintf(&procedures, "/g%d %d 0 R ", code, procedure)
		fmt.Fprintf(&names, "/g%d ", code)
		fmt.Fprintf(&widths, "%d ", advance)
	}
	scale := fmt.Sprintf("%.8f", 1/float64(font.of.upem))
	f.object(n, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [%s 0 0 %s 0 0] /CharProcs << %s>> "+
		"/Encoding << /Type /Encoding /Differences [0 %s] >> /FirstChar 0 /LastChar %d /Widths [%s] /Resources << >> /ToUnicode %d 0 R >>",
		scale, scale, procedures.String(), names.String(), len(font.glyphs)-1, widths.String(), characters)
}

// characters is the table that says which characters the font's codes stand for (ISO 32000-1, 9.10.3).
func (f *pdfFont) characters() []byte {
	var b strings.Builder
	first, last := f.hex(0), f.hex(0xff)
	if f.whole {
		last = f.hex(0xffff)
	}
	fmt.Fprintf(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<%s> <%s>\nendcodespacerange\n", first, last)
	var rows []string
	for _, g := range slices.Sorted(slices.Values(f.glyphs)) {
		if text, ok := f.texts[g]; ok {
			rows = append(rows, fmt.Sprintf("<%s> <%s>\n", f.hex(f.codes[g]), utf16Hex(text)))
		}
	}
	const most = 100 // rows of a block
	for block := range slices.Chunk(rows, most) {
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(block), strings.Join(block, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
