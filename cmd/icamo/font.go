package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"icamo/render/drawing"
)

// maxFontSize is the size, in bytes, over which no file is taken for a font: the largest collections have about 120 MB.
const maxFontSize = 160 << 20

// readFace reads the fonts that a figure is to be set in, which a flag or setting names.
func readFace(from string, files []string) (*drawing.Face, error) {
	fonts := make([]drawing.Font, len(files))
	for i, file := range files {
		file, family := ofCollection(file)
		info, err := os.Stat(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s cannot be %q: there is no such file; name a font file by its path", from, file)
		}
		if err != nil {
			return nil, fmt.Errorf("%s cannot be %q: %w", from, file, reason(err))
		}
		if !info.Mode().IsRegular() || info.Size() > maxFontSize {
			return nil, fmt.Errorf("%s cannot be %q: it is no font file", from, file)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be %q: %w", from, file, reason(err))
		}
		fonts[i] = drawing.Font{Data: data, Name: family}
		if _, err := drawing.NewFace(fonts[i]); err != nil {
			return nil, fmt.Errorf("%s cannot be %q: it is no TrueType or OpenType font (%w)", from, files[i], err)
		}
	}
	return drawing.NewFace(fonts...)
}

// ofCollection is the file of a font, and which of its families is meant: fonts.ttc#Family.
func ofCollection(font string) (file, family string) {
	at := strings.LastIndexByte(font, '#')
	if _, err := os.Stat(font); err == nil || at < 0 {
		return font, ""
	}
	return font[:at], font[at+1:]
}

// fontFiles are the files of fonts.
func fontFiles(fonts []string) []string {
	files := make([]string, len(fonts))
	for i, font := range fonts {
		files[i], _ = ofCollection(font)
	}
	return files
}
