package drawing

import (
	"encoding/binary"
	"errors"
)

// embeddable says why a font cannot go into a PDF, or nil. The library would print that to standard output and go on.
func (t *typeface) embeddable() error {
	if kind := word32(t.data, 0); kind != 0x00010000 && kind != 0x74727565 {
		return errors.New("it is not TrueType, as .ttf files are")
	}
	head, ok := t.table("head")
	if !ok || word16(head, 50) > 1 || word16(head, 52) != 0 {
		return errors.New("its head table is not the usual one")
	}
	if hhea, ok := t.table("hhea"); !ok || word16(hhea, 32) != 0 || word16(hhea, 34) == 0 {
		return errors.New("its hhea table is not the usual one")
	}
	if name, ok := t.table("name"); !ok || word16(name, 0) != 0 {
		return errors.New("its name table is not the usual one")
	}
	for _, tag := range []string{"maxp", "hmtx", "loca", "glyf", "post"} {
		if _, ok := t.table(tag); !ok {
			return errors.New("it has no " + tag + " table")
		}
	}
	if os2, ok := t.table("OS/2"); ok {
		if kind := word16(os2, 8); kind == 0x0002 || kind&0x0300 != 0 {
			return errors.New("its licence forbids embedding it in part")
		}
	}
	cmap, _ := t.table("cmap")
	for i := range word16(cmap, 2) {
		record := 4 + 8*i
		platform, encoding := word16(cmap, record), word16(cmap, record+2)
		if (platform == 3 && encoding == 1 || platform == 0) && word16(cmap, word32(cmap, record+4)) == 4 {
			return nil
		}
	}
	return errors.New("it has no table of Unicode characters of format 4")
}

// table finds a table of the font by its tag (OpenType 1.9, table directory).
func (t *typeface) table(tag string) ([]byte, bool) {
	for i := range word16(t.data, 4) {
		record := 12 + 16*i
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
