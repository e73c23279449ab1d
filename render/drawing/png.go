package drawing

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"math"
)

// PNG writes the drawing as pixels on white, with its resolution, so that it prints at its size in points.
func PNG(w io.Writer, d *Drawing, dpi int) error {
	img, err := raster(d, dpi)
	if err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	var buf bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&buf, img); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	// Go writes no resolution. It belongs between the header, which always takes 33 bytes, and the pixels.
	const header = 33
	for _, part := range [][]byte{buf.Bytes()[:header], resolution(dpi), buf.Bytes()[header:]} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write PNG: %w", err)
		}
	}
	return nil
}

// resolution is a pHYs chunk (PNG specification, 11.3.5.3): pixels a metre on both axes.
func resolution(dpi int) []byte {
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}
