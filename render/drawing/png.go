package drawing

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// PNG writes the drawing as pixels on white, with its resolution, so that it prints at its size in points, and with its title
// and alternative text. (Go's image/png writes no resolution, and takes most of its time to choose filters that flat colours do not
// need.)
func PNG(w io.Writer, d *Drawing, dpi int) error {
	r, err := newRaster(d, dpi)
	if err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	const unfiltered = 0
	pixels, err := deflateRGB(r, unfiltered)
	if err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	be := binary.BigEndian
	size := r.size
	header := be.AppendUint32(be.AppendUint32(nil, uint32(size.X)), uint32(size.Y))
	header = append(header, 8, 2, 0, 0, 0) // 8 bits of each of red, green and blue; not interlaced
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	resolution := append(be.AppendUint32(be.AppendUint32(nil, perMetre), perMetre), 1)

	file := []byte("\x89PNG\r\n\x1a\n")
	file = appendChunk(file, "IHDR", header)
	file = appendChunk(file, "pHYs", resolution)
	for _, t := range []struct{ keyword, text string }{{"Title", d.Title}, {"Description", d.Desc}} {
		if t.text != "" {
			file = appendChunk(file, "iTXt", internationalText(t.keyword, plainID(d.Lang), t.text))
		}
	}
	file = appendChunk(file, "IDAT", pixels)
	file = appendChunk(file, "IEND", nil)
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}

// internationalText is the content of a chunk that holds text in UTF-8, not compressed (PNG, section 11.3.3.4).
func internationalText(keyword, language, text string) []byte {
	const ends, uncompressed = "\x00", "\x00\x00"
	return []byte(keyword + ends + uncompressed + language + ends + ends + unicodeText(text))
}

// appendChunk adds a part of a PNG file: its length, kind and content, and a sum of the last two (PNG, section 5.3).
func appendChunk(file []byte, kind string, content []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(content)))
	start := len(file)
	file = append(append(file, kind...), content...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[start:]))
}
