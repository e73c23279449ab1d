package drawing

import (
	"encoding/binary"
	"errors"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// licensed says why a font may not go into a PDF, or nil (OpenType 1.9, OS/2 fsType).
func (t *typeface) licensed() error {
	if os2, ok := t.table("OS/2"); ok {
		if kind := word16(os2, 8); kind&0x000f == 0x0002 || kind&0x0300 != 0 {
			return errors.New("its licence forbids embedding it in part")
		}
	}
	return nil
}

// isTrueType says whether the font has TrueType outlines, which a PDF takes as they are.
func (t *typeface) isTrueType() bool {
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf"} {
		if _, ok := t.table(tag); !ok {
			return false
		}
	}
	_, variable := t.table("fvar")
	return !variable
}

// subset is a TrueType font of the same glyph numbers, with the outlines of just those that are used.
func (t *typeface) subset(used []sfnt.GlyphIndex) ([]byte, error) {
	keep := make(map[int]bool)
	for _, g := range used {
		if err := t.keep(int(g), keep, 0); err != nil {
			return nil, err
		}
	}
	maxp, _ := t.table("maxp")
	var outlines, places []byte
	for g := range word16(maxp, 4) {
		places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
		if keep[g] {
			outline, _ := t.outlineData(g)
			outlines = append(outlines, outline...)
			outlines = append(outlines, make([]byte, (4-len(outline)%4)%4)...)
		}
	}
	places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
	head, _ := t.table("head")
	head = slices.Clone(head)
	if len(head) < 54 {
		return nil, errors.New("its head table is too short")
	}
	binary.BigEndian.PutUint32(head[8:], 0)  // a sum over the whole font, which readers of PDF pass over
	binary.BigEndian.PutUint16(head[50:], 1) // places in bytes
	made := map[string][]byte{"head": head, "loca": places, "glyf": outlines}
	var tables []fontTable
	for _, tag := range []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"} { // in the order of their names
		data, ok := made[tag]
		if !ok {
			data, ok = t.table(tag)
		}
		if ok {
			tables = append(tables, fontTable{tag, data})
		}
	}
	return fontFile(tables), nil
}

// keep adds a glyph, and those that it is put together of, to the ones that are kept (OpenType 1.9, glyf).
func (t *typeface) keep(g int, kept map[int]bool, depth int) error {
	const deepest = 16
	data, ok := t.outlineData(g)
	if !ok || depth > deepest {
		return errors.New("its glyf table is damaged")
	}
	if kept[g] {
		return nil
	}
	kept[g] = true
	if len(data) == 0 || int16(word16(data, 0)) >= 0 {
		return nil
	}
	const (
		wordArguments  = 0x0001
		oneScale       = 0x0008
		moreComponents = 0x0020
		twoScales      = 0x0040
		fourScales     = 0x0080
	)
	for at, flags := 10, moreComponents; flags&moreComponents != 0; {
		if at+4 > len(data) {
			return errors.New("its glyf table is damaged")
		}
		flags = word16(data, at)
		if err := t.keep(word16(data, at+2), kept, depth+1); err != nil {
			return err
		}
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
	}
	return nil
}

// outlineData is what the font holds of a glyph's outline.
func (t *typeface) outlineData(g int) ([]byte, bool) {
	head, _ := t.table("head")
	loca, _ := t.table("loca")
	glyf, _ := t.table("glyf")
	start, end := 2*word16(loca, 2*g), 2*word16(loca, 2*g+2)
	entry := 2
	if word16(head, 50) == 1 {
		entry = 4
		start, end = word32(loca, 4*g), word32(loca, 4*g+4)
	}
	if (g+2)*entry > len(loca) || start > end || end > len(glyf) {
		return nil, false
	}
	return glyf[start:end], true
}

// A fontTable is a table of a font file.
type fontTable struct {
	tag  string
	data []byte
}

// fontFile puts tables together to a font (OpenType 1.9, table directory).
func fontFile(tables []fontTable) []byte {
	be := binary.BigEndian
	power, log := 1, 0
	for power*2 <= len(tables) {
		power, log = power*2, log+1
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), power * 16, log, (len(tables) - power) * 16} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := len(out) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		padded := append(slices.Clone(t.data), make([]byte, (4-len(t.data)%4)%4)...)
		sum := uint32(0)
		for i := 0; i < len(padded); i += 4 {
			sum += be.Uint32(padded[i:])
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, sum)
		out = be.AppendUint32(out, uint32(at+len(body)))
		out = be.AppendUint32(out, uint32(len(t.data)))
		body = append(body, padded...)
	}
	return append(out, body...)
}

// table finds a table of the font by its tag (OpenType 1.9, table directory).
func (t *typeface) table(tag string) ([]byte, bool) {
	directory := 0
	if string(t.data[:min(4, len(t.data))]) == "ttcf" {
		directory = word32(t.data, 12+4*t.member)
	}
	for i := range word16(t.data, directory+4) {
		record := directory + 12 + 16*i
		if record+16 > len(t.data) {
			break
		}
		if string(t.data[record:record+4]) == tag {
			start, size := word32(t.data, record+8), word32(t.data, record+12)
			if start+size > len(t.data) {
				return nil, false
			}
			return t.data[start : start+size], true
		}
	}
	return nil, false
}

// word16 and word32 read a number of the font, or 0 beyond its end.
func word16(data []byte, at int) int {
	if at+2 > len(data) {
		return 0
	}
	return int(binary.BigEndian.Uint16(data[at:]))
}

func word32(data []byte, at int) int {
	if at+4 > len(data) {
		return 0
	}
	return int(binary.BigEndian.Uint32(data[at:]))
}
