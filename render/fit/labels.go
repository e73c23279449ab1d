package fit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/render/drawing"
	"icamo/render/scene"
)

const softHyphen = "\u00ad"

// lines wraps a text at a width. A word that is broken has a hyphen at the break, and a soft hyphen shows only there.
func lines(face *drawing.Face, text string, size, width float64, bold bool) []string {
	return hyphened(face.Wrap(text, size, width, bold))
}

func hyphened(all []string) []string {
	for i, line := range all {
		broken := i < len(all)-1 && inWord(line, all[i+1])
		if line = strings.ReplaceAll(line, softHyphen, ""); broken {
			line += "-"
		}
		all[i] = line
	}
	return all
}

// labels are texts that are measured once, for all plans of a figure.
type labels struct {
	face  *drawing.Face
	space float64 // between two words
	all   map[string]*label
	badge map[string]float64 // the widths of badges, by their texts
}

// label is a text of a box with the widths of what white space parts.
type label struct {
	*drawing.Measured
	parts     []float64
	widest    float64 // of the parts
	wrapped   map[float64]wrapped
	narrowest []float64 // the least width, by the number of lines; 0 where it was not asked for yet
}

// wrapped is a label in lines.
type wrapped struct {
	lines  []string
	widest float64
}

func newLabels(face *drawing.Face) *labels {
	width := func(text string) float64 { return face.Width(text, TextSize, false) }
	return &labels{face, width("a a") - 2*width("a"), make(map[string]*label), make(map[string]float64)}
}

// badges is how wide badges are side by side.
func (s *labels) badges(badges []scene.Badge) float64 {
	total := 0.0
	for _, badge := range badges {
		width, ok := s.badge[badge.Text]
		if !ok {
			width = BadgeWidth(s.face, badge.Text)
			s.badge[badge.Text] = width
		}
		total += width
	}
	return total
}

func (s *labels) of(text string) *label {
	if l := s.all[text]; l != nil {
		return l
	}
	l := &label{Measured: s.face.Measure(text, false), wrapped: make(map[float64]wrapped)}
	for word := range strings.FieldsFuncSeq(text, drawing.Parts) {
		w := s.face.Width(word, TextSize, false)
		l.parts, l.widest = append(l.parts, w), max(l.widest, w)
	}
	s.all[text] = l
	return l
}

// wrap gives the lines of a text at a width. They are shared.
func (s *labels) wrap(text string, width float64) wrapped {
	if text == "" {
		return wrapped{}
	}
	l := s.of(text)
	w, ok := l.wrapped[width]
	if !ok {
		w.lines = hyphened(l.Wrap(TextSize, width))
		for _, line := range w.lines {
			w.widest = max(w.widest, s.face.Width(line, TextSize, false))
		}
		l.wrapped[width] = w
	}
	return w
}

// inWord says whether a line ends within a word of a script that is written with hyphens.
func inWord(line, next string) bool {
	if strings.HasSuffix(line, softHyphen) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(next)
	return hyphenated(last) && hyphenated(first)
}

func hyphenated(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian)
}
