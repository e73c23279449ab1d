package drawing

import (
	"encoding/binary"
	"fmt"
	"image"
	"io"
)

// TIFF writes the drawing as pixels on white: RGB without transparency, as journals ask, with its resolution, its title and
// alternative text in UTF-8, and compressed without loss (Deflate).
func TIFF(w io.Writer, d *Drawing, dpi int) error {
	r, err := newRaster(d, dpi)
	if err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	pixels, err := deflateRGB(r)
	if err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	if _, err := w.Write(append(tiffHeader(d, r.size, dpi, len(pixels)), pixels...)); err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	return nil
}

// tiffHeader is all that stands before the pixels (TIFF 6.0, section 2): one image, in one strip.
func tiffHeader(d *Drawing, size image.Point, dpi, length int) []byte {
	const (
		ascii    = 2
		short    = 3
		long     = 4
		rational = 5
	)
	le := binary.LittleEndian
	number := func(n int) []byte { return le.AppendUint32(nil, uint32(n)) }
	perInch := append(number(dpi), number(1)...)
	title, desc := []byte(unicodeText(d.Title)+"\x00"), []byte(unicodeText(d.Desc)+"\x00")
	const stripAt = 7 // of the entries
	entries := []struct {
		tag, kind uint16
		count     int
		value     []byte
	}{
		{256, long, 1, number(size.X)},
		{257, long, 1, number(size.Y)},
		{258, short, 3, []byte{8, 0, 8, 0, 8, 0}}, // bits of each sample
		{259, short, 1, number(8)},                // Deflate
		{262, short, 1, number(2)},                // RGB
		{269, ascii, len(title), title},           // the document's name
		{270, ascii, len(desc), desc},             // what the picture shows
		{273, long, 1, nil},                       // where the strip starts
		{277, short, 1, number(3)},                // samples of a pixel
		{278, long, 1, number(size.Y)},
		{279, long, 1, number(length)},
		{282, rational, 1, perInch},
		{283, rational, 1, perInch},
		{296, short, 1, number(2)}, // the unit is the inch
	}
	const inEntry = 4 // bytes of a value that stand in its entry: more stand after all entries
	after := 8 + 2 + 12*len(entries) + 4
	pixelsAt := after
	for _, e := range entries {
		if len(e.value) > inEntry {
			pixelsAt += len(e.value) + len(e.value)%2
		}
	}
	entries[stripAt].value = number(pixelsAt)
	b := le.AppendUint32([]byte("II*\x00"), 8)
	b = le.AppendUint16(b, uint16(len(entries)))
	var values []byte
	for _, e := range entries {
		b = le.AppendUint16(b, e.tag)
		b = le.AppendUint16(b, e.kind)
		b = le.AppendUint32(b, uint32(e.count))
		if len(e.value) <= inEntry {
			b = append(append(b, e.value...), make([]byte, inEntry-len(e.value))...)
			continue
		}
		b = le.AppendUint32(b, uint32(after+len(values)))
		values = append(append(values, e.value...), make([]byte, len(e.value)%2)...)
	}
	b = le.AppendUint32(b, 0) // no further image
	return append(b, values...)
}
