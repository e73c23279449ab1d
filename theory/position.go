package theory

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is the text of one file that a theory was read from.
type File struct {
	Name string // as messages name it: relative to where the user stands
	Text string

	once  sync.Once
	lines []int32 // offset at which each line starts; found when first asked for

	counting sync.Once
	counted  []int // characters before each block; counted when first asked for
}

// Line is the text of line n, counted from 1, without its line end; "" where there is no such line.
func (f *File) Line(n int) string {
	starts := f.starts()
	if n < 1 || n > len(starts) {
		return ""
	}
	end := len(f.Text)
	if n < len(starts) {
		end = int(starts[n]) - 1
	}
	line := f.Text[starts[n-1]:end]
	if len(line) > 0 && line[len(line)-1] == '\r' {
		line = line[:len(line)-1]
	}
	return line
}

func (f *File) starts() []int32 {
	f.once.Do(func() {
		f.lines = make([]int32, 1, 1+strings.Count(f.Text, "\n"))
		for i := range len(f.Text) {
			if f.Text[i] == '\n' {
				f.lines = append(f.lines, int32(i+1))
			}
		}
	})
	return f.lines
}

// line counts from 1.
func (f *File) line(offset int32) int {
	after, _ := slices.BinarySearch(f.starts(), offset+1)
	return after
}

// lineFrom is the line of an offset on some line or after it; most are on it.
func (f *File) lineFrom(line int, offset int32) int {
	if starts := f.starts(); line == len(starts) || offset < starts[line] {
		return line
	}
	return f.line(offset)
}

// column counts characters from 1.
func (f *File) column(offset int32, line int) int {
	start := f.starts()[line-1]
	if offset-start > block {
		return f.characters(offset) - f.characters(start) + 1
	}
	return characters(f.Text[start:offset]) + 1
}

const block = 1 << 10

// characters counts those before an offset, from the last whole block on: a file of a single line, full of faults, would
// else be counted from its start for each of them.
func (f *File) characters(offset int32) int {
	f.counting.Do(func() {
		f.counted = make([]int, 0, len(f.Text)/block+1)
		n := 0
		for part := range len(f.Text)/block + 1 {
			f.counted = append(f.counted, n)
			n += characters(f.Text[part*block : min((part+1)*block, len(f.Text))])
		}
	})
	at := int(offset) / block
	return f.counted[at] + characters(f.Text[at*block:offset])
}

func characters(text string) int {
	n := 0
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
}

// Span is a run of the file's text: byte offsets, the end excluded.
func (f *File) Span(start, end int) Span { return Span{f, extent{int32(start), int32(end)}} }

// extent is a run of bytes in a file, its end excluded.
type extent struct{ start, end int32 }

// Span is a run of text in a file. It is comparable, and small: lines and columns are counted only when asked for.
type Span struct {
	File *File
	extent
}

// Known says whether the span points into a file.
func (s Span) Known() bool { return s.File != nil }

// Offsets are the bytes of the file at which the span starts and ends.
func (s Span) Offsets() (start, end int) { return int(s.start), int(max(s.start, s.end)) }

// Range is where the span stands, for people and programs.
func (s Span) Range() Range {
	if s.File == nil {
		return Range{}
	}
	r := Range{File: s.File.Name}
	start, end := s.characters()
	r.Line = s.File.line(start)
	r.Col = s.File.column(start, r.Line)
	r.EndLine = s.File.lineFrom(r.Line, end)
	r.EndCol = s.File.column(end, r.EndLine)
	return r
}

// Line is the first line of the span, in parts: before the span, in it and after it.
func (s Span) Line() (before, in, after string) {
	if s.File == nil {
		return "", "", ""
	}
	start, end := s.characters()
	n := s.File.line(start)
	line, first := s.File.Line(n), s.File.starts()[n-1]
	from, to := min(int(start-first), len(line)), min(int(end-first), len(line))
	return line[:from], line[from:to], line[to:]
}

// characters are the span's ends. Parsers may point into the middle of a character: then all of it is meant.
func (s Span) characters() (start, end int32) {
	start, end = s.start, max(s.start, s.end)
	for s.File.within(start) {
		start--
	}
	for s.File.within(end) {
		end++
	}
	return start, end
}

// within says whether an offset is in the middle of a character.
func (f *File) within(offset int32) bool {
	return offset > 0 && int(offset) < len(f.Text) && !utf8.RuneStart(f.Text[offset])
}

// Range is a place in a file. Lines and columns count from 1, columns in characters; the end is excluded.
type Range struct {
	File    string
	Line    int
	Col     int
	EndLine int
	EndCol  int
}
