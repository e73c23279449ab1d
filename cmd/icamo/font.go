package main

import (
	"fmt"
	"os"

	"icamo/render/drawing"
)

// maxFontSize is the size, in bytes, over which no file is taken for a font: the largest fonts have about 40 MB.
const maxFontSize = 64 << 20

// readFace reads the font that a figure is to be set in.
func readFace(file string) (*drawing.Face, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, fmt.Errorf("--font cannot be %q: %w", file, reason(err))
	}
	if !info.Mode().IsRegular() || info.Size() > maxFontSize {
		return nil, fmt.Errorf("--font cannot be %q: it is no font file", file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("--font cannot be %q: %w", file, reason(err))
	}
	face, err := drawing.ParseFace(data)
	if err != nil {
		return nil, fmt.Errorf("--font cannot be %q: it is no TrueType or OpenType font (%w)", file, err)
	}
	return face, nil
}
