package drawing

import (
	"encoding/binary"
	"fmt"
	"image"
	"io"
)

// TIFF writes the drawing as pixels on white: RGB without transparency, as journals ask, with its resolution, and
// compressed without loss (Deflate).
func TIFF(w io.Writer, d *Drawing, dpi int) error {
	img, err := raster(d, dpi)
	if err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	pixels, err := deflateRGB(img)
	if err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	if _, err := w.Write(append(tiffHeader(img.Bounds().Size(), dpi, len(pixels)), pixels...)); err != nil {
		return fmt.Errorf("write TIFF: %w", err)
	}
	return nil
}

// tiffHeader is all that stands before the pixels (TIFF 6.0, section 2): one image, in one strip.
func tiffHeader(size image.Point, dpi, length int) []byte {
	const (
		short    = 3
		long     = 4
		rational = 5
	)
	entries := []struct {
		tag, kind, count uint16
		value            uint32
	}{
		{256, long, 1, uint32(size.X)},
		{257, long, 1, uint32(size.Y)},
		{258, short, 3, 0}, // bits of each sample, at bitsAt
		{259, short, 1, 8}, // Deflate
		{262, short, 1, 2}, // RGB
		{273, long, 1, 0},  // where the strip starts
		{277, short, 1, 3}, // samples of a pixel
		{278, long, 1, uint32(size.Y)},
		{279, long, 1, uint32(length)},
		{282, rational, 1, 0}, // pixels an inch, at resolutionAt
		{283, rational, 1, 0},
		{296, short, 1, 2}, // the unit is the inch
	}
	bitsAt := uint32(8 + 2 + 12*len(entries) + 4)
	resolutionAt := bitsAt + 6
	pixelsAt := resolutionAt + 8
	le := binary.LittleEndian
	b := le.AppendUint32([]byte("II*\x00"), 8)
	b = le.AppendUint16(b, uint16(len(entries)))
	for _, e := range entries {
		switch e.tag {
		case 258:
			e.value = bitsAt
		case 273:
			e.value = pixelsAt
		case 282, 283:
			e.value = resolutionAt
		}
		b = le.AppendUint16(b, e.tag)
		b = le.AppendUint16(b, e.kind)
		b = le.AppendUint32(b, uint32(e.count))
		b = le.AppendUint32(b, e.value)
	}
	b = le.AppendUint32(b, 0) // no further image
	for range 3 {
		b = le.AppendUint16(b, 8)
	}
	b = le.AppendUint32(b, uint32(dpi))
	return le.AppendUint32(b, 1)
}
