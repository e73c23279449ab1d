package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"icamo/theory/load"
)

// kind is a kind of file that a command writes.
type kind struct {
	formats []string // as --format and the endings of files name it
	starts  []string // how a file of it starts, white space left out; none where nothing tells it from other texts
	holds   string   // and what is in it
}

var kinds = []kind{
	{formats: []string{"svg"}, starts: []string{"<svg", "<?xml", "<!--"}, holds: "<svg"},
	{formats: []string{"png"}, starts: []string{"\x89PNG"}},
	{formats: []string{"pdf"}, starts: []string{"%PDF-"}},
	{formats: []string{"eps"}, starts: []string{"%!PS"}},
	{formats: []string{"tiff", "tif"}, starts: []string{"II*\x00", "MM\x00*"}},
	{formats: []string{"html"}, starts: []string{"<!DOCTYPE html", "<!doctype html", "<html"}},
	{formats: []string{"xlsx"}, starts: []string{"PK"}, holds: "xl/workbook.xml"},
	{formats: []string{"docx"}, starts: []string{"PK"}, holds: "word/document.xml"},
	{formats: []string{"pptx"}, starts: []string{"PK"}, holds: "ppt/presentation.xml"},
	{formats: []string{"drawio"}, starts: []string{"<mxfile", "<?xml"}, holds: "<mxfile"},
	{formats: []string{"json"}, starts: []string{"{"}, holds: `"theory"`},
	{formats: []string{"findings"}, starts: []string{"{"}, holds: `"findings"`},
	{formats: []string{"sarif"}, starts: []string{"{"}, holds: `"runs"`},
	{formats: []string{"changes"}, starts: []string{"{"}, holds: `"changes"`},
	{formats: []string{"man"}, starts: []string{".TH ICAMO"}},
	{formats: []string{"trace"}, starts: []string{"{\n  \"theory\": \""}},
	{formats: []string{"graphml"}, starts: []string{"<?xml", "<graphml"}, holds: "<graphml"},
	{formats: []string{"kumu"}, starts: []string{"{"}, holds: "\"elements\""},
	{formats: []string{"cx2"}, starts: []string{"["}, holds: "CXVersion"},
	{formats: []string{"dagitty"}, starts: []string{"dag"}},
	{formats: []string{"dot", "gv"}},
	{formats: []string{"mmd", "mermaid"}},
	{formats: []string{"markdown", "md"}},
	{formats: []string{"csv"}},
	{formats: []string{"text", "txt"}},
}

// pictures are the endings of pictures that no command writes.
var pictures = []string{"jpg", "jpeg", "gif", "bmp", "webp"}

// namedAs refuses a name by whose ending a file is taken for something else than what is to be written. An ending that stands for no
// kind is anybody's, and so is that of plain text for what is text.
func namedAs(name, format string) error {
	ending := endingOf(name)
	i := slices.IndexFunc(kinds, func(k kind) bool { return slices.Contains(k.formats, format) })
	if i < 0 && format != "toml" || i >= 0 && slices.Contains(kinds[i].formats, ending) || ending == endingFor(format) {
		return nil
	}
	known := slices.Contains(pictures, ending) || slices.ContainsFunc(kinds, func(k kind) bool { return endingFor(k.formats[0]) == ending || slices.Contains(k.formats, ending) })
	if ending == "toml" { // a theory that is there is told of by its content
		_, err := os.Stat(name)
		known = err != nil
	}
	if !known || ending == "txt" && !slices.Contains(binaries, format) {
		return nil
	}
	better := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) + "." + endingFor(format)
	return fmt.Errorf("write %s: a file of this name is taken for %s, and this is %s; name it %q", name, ending, format, better)
}

// binaries are the formats that are no text.
var binaries = []string{"png", "pdf", "eps", "tiff", "tif", "xlsx", "docx", "pptx"}

// endingFor is how the name of a file of a format ends.
func endingFor(format string) string {
	switch format {
	case "findings", "changes", "trace", "kumu":
		return "json"
	case "markdown":
		return "md"
	case "mermaid":
		return "mmd"
	case "text":
		return "txt"
	}
	return format
}

func endingOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}

// mayReplace refuses a name of another kind, and a file that is there and of another kind than a format, unless it may be replaced by force.
func mayReplace(name, format string, force bool) error {
	if name == "-" {
		return nil
	}
	if err := namedAs(name, format); err != nil || force {
		return err
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil // it is not there, or writeOut says what is wrong with it
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, reason(err))
	}
	defer f.Close()
	old := bytes.NewBuffer(make([]byte, 0, min(info.Size(), maxImport)+bytes.MinRead))
	if _, err := old.ReadFrom(io.LimitReader(f, maxImport)); err != nil {
		return fmt.Errorf("write %s: %w", name, reason(err))
	}
	if !isKind(format, name, old.Bytes()) {
		return fmt.Errorf("write %s: it is there and is no %s file; name another file, or add --force to replace it", name, format)
	}
	return nil
}

// isKind says whether what a file holds is of a format, or nothing. Where its start does not show it, its ending has to.
func isKind(format, name string, data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	if len(data) == 0 {
		return true
	}
	i := slices.IndexFunc(kinds, func(k kind) bool { return slices.Contains(k.formats, format) })
	if i < 0 {
		return format == "toml" && isTheory(data)
	}
	if kinds[i].starts != nil {
		return kinds[i].startsWith(data) && bytes.Contains(data, []byte(kinds[i].holds))
	}
	other := slices.ContainsFunc(kinds, func(k kind) bool { return k.startsWith(data) })
	return slices.Contains(kinds[i].formats, endingOf(name)) && !other && utf8.Valid(data) && !isTheory(data)
}

func isTheory(data []byte) bool {
	_, fault := load.Tidy("", data)
	return fault == nil && load.IsTheoryFile(data)
}

func (k kind) startsWith(data []byte) bool {
	return slices.ContainsFunc(k.starts, func(start string) bool { return bytes.HasPrefix(data, []byte(start)) })
}
