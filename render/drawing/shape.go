package drawing

import (
	"bytes"
	"errors"
	"slices"
	"sync"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/font/sfnt"
	xbidi "golang.org/x/text/unicode/bidi"
)

// shape sets a line of which some characters take their form from their neighbours, in the order in which they are seen
// (Unicode's bidirectional algorithm, UAX 9).
func (f *Face) shape(text string, bold, rightToLeft bool) []glyph {
	line := []rune(text)
	base := bidi.LeftToRight
	if rightToLeft {
		base = bidi.RightToLeft
	}
	var paragraph bidi.Paragraph
	var all []glyph
	for _, run := range visual(line, rightToLeft, paragraph.Segment(line, base)) {
		parts := f.parts(line, run.Start, run.End, bold)
		if !run.IsLeftToRight() {
			slices.Reverse(parts)
		}
		for _, p := range parts {
			f.standIn(line[p.start:p.end], run.IsLeftToRight(), bold)
			all = append(all, f.shapePart(line, p, run.IsLeftToRight())...)
		}
	}
	return all
}

// standIn puts characters in the places of those that no font has and that they look like; in what is read from the right, turned round.
func (f *Face) standIn(line []rune, leftToRight, bold bool) {
	var buf sfnt.Buffer
	for i, r := range line {
		other, ok := alone[r]
		if !ok {
			continue
		}
		if _, parts := f.find(&buf, r, bold); parts[0] == r {
			continue
		}
		line[i] = other[0]
		if !leftToRight { // Unicode turns no stand-in round
			line[i] = other[1]
		}
	}
}

// visual are a line's runs from left to right (UAX 9, rule L2).
func visual(line []rune, rightToLeft bool, runs bidi.Runs) []bidi.Run {
	var order []bidi.Run
	highest := bidi.Level(0)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		highest = max(highest, run.Level)
		// The library takes a number that belongs to what is read from the right, and text of the line's own direction after
		// it, for one run of the number's level.
		if n := numberLength(line[run.Start:run.End]); i > 0 && run.Level == 2 && !rightToLeft && n < run.End-run.Start {
			order = append(order, bidi.Run{Start: run.Start, End: run.Start + n, Level: 2})
			run.Start, run.Level = run.Start+n, 0
		}
		order = append(order, run)
	}
	for level := highest; level > 0; level-- {
		for start := 0; start < len(order); start++ {
			end := start
			for end < len(order) && order[end].Level >= level {
				end++
			}
			slices.Reverse(order[start:end])
			start = max(start, end-1)
		}
	}
	return order
}

// numberLength is how many characters of a text that it starts with are a number, its signs included (UAX 9, rules W4 and W5).
func numberLength(text []rune) int {
	end := 0
	for i, r := range text {
		switch p, _ := xbidi.LookupRune(r); p.Class() {
		case xbidi.EN, xbidi.AN:
			end = i + 1
		case xbidi.ET, xbidi.NSM:
			if end == i {
				end = i + 1
			}
		case xbidi.ES, xbidi.CS, xbidi.BN:
		default:
			return end
		}
	}
	return end
}

// shapePart sets what one font draws, with each stretch of a script by itself.
func (f *Face) shapePart(line []rune, p part, leftToRight bool) []glyph {
	var pieces [][]glyph
	for start := p.start; start < p.end; {
		end, script := scriptRun(line, start, p.end)
		var piece []glyph
		p.font.guarded(func() { piece = p.font.shape(line, start, end, leftToRight, script) })
		for i := range piece {
			g := &piece[i]
			g.x, g.up, g.advance = f.units(p.font, g.x), f.units(p.font, g.up), f.units(p.font, g.advance)
		}
		pieces = append(pieces, piece)
		start = end
	}
	if !leftToRight {
		slices.Reverse(pieces)
	}
	return slices.Concat(pieces...)
}

// scriptRun is where the script of a line's part ends, and which it is. Signs that all scripts share go with what is before
// them.
func scriptRun(line []rune, start, end int) (int, language.Script) {
	script := language.Common
	for i := start; i < end; i++ {
		switch s := language.LookupScript(line[i]); {
		case !s.Strong() || s == script:
		case script == language.Common:
			script = s
		default:
			return i, script
		}
	}
	return end, script
}

// A shaper is what a font says of its characters' forms. It is read when it is first needed, as that takes a millisecond.
type shaper struct {
	mutex sync.Mutex
	font  *harfbuzz.Font
}

// shape gives the glyphs for a stretch of a line, from left to right, in units of the font. What the font lacks has index 0.
func (t *typeface) shape(line []rune, start, end int, leftToRight bool, script language.Script) []glyph {
	t.shaper.mutex.Lock()
	defer t.shaper.mutex.Unlock()
	if t.shaper.font == nil {
		loaded, err := t.load()
		if err != nil {
			t.damaged.Store(true)
			return nil
		}
		t.shaper.font = harfbuzz.NewFont(loaded)
	}
	buffer := harfbuzz.NewBuffer()
	buffer.AddRunes(line, start, end-start)
	buffer.Props = harfbuzz.SegmentProperties{Language: "und", Script: script, Direction: harfbuzz.LeftToRight}
	if !leftToRight {
		buffer.Props.Direction = harfbuzz.RightToLeft
	}
	buffer.Flags = harfbuzz.RemoveDefaultIgnorables
	var features []harfbuzz.Feature
	if isApart(script) {
		for _, tag := range []string{"kern", "liga", "clig"} {
			features = append(features, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), End: harfbuzz.FeatureGlobalEnd})
		}
	}
	buffer.Shape(t.shaper.font, features)

	starts := make([]int, len(buffer.Info), len(buffer.Info)+1) // of the clusters
	for i, info := range buffer.Info {
		starts[i] = info.Cluster
	}
	slices.Sort(starts)
	starts = append(slices.Compact(starts), end)
	glyphs := make([]glyph, len(buffer.Info))
	for i, info := range buffer.Info {
		pos := buffer.Pos[i]
		glyphs[i] = glyph{font: t, index: sfnt.GlyphIndex(info.Glyph), x: int(pos.XOffset), up: int(pos.YOffset), advance: int(pos.XAdvance)}
	}
	for i := 0; i < len(glyphs); {
		cluster, n := buffer.Info[i].Cluster, i+1
		for n < len(glyphs) && buffer.Info[n].Cluster == cluster {
			n++
		}
		next, _ := slices.BinarySearch(starts, cluster+1)
		t.tell(glyphs[i:n], line[cluster:starts[next]])
		i = n
	}
	return glyphs
}

// tell keeps which characters glyphs stand for: each its own, where each has one, else all together.
func (t *typeface) tell(glyphs []glyph, characters []rune) {
	glyphs[0].starts = true
	glyphs[0].text = string(characters)
	if len(glyphs) == 1 || len(glyphs) != len(characters) {
		return
	}
	var buf sfnt.Buffer
	left := slices.Clone(characters)
	texts := make([]string, len(glyphs))
	for i, g := range glyphs {
		at := slices.IndexFunc(left, func(r rune) bool { return t.index(&buf, r) == g.index })
		if at < 0 {
			return
		}
		texts[i] = string(left[at])
		left = slices.Delete(left, at, at+1)
	}
	for i := range glyphs {
		glyphs[i].text = texts[i]
	}
}

// load reads the font with all its tables.
func (t *typeface) load() (*font.Face, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(t.data))
	if err != nil {
		return nil, err
	}
	if t.member >= len(loaders) {
		return nil, errors.New("the collection is shorter than it says")
	}
	loaded, err := font.NewFont(loaders[t.member])
	if err != nil {
		return nil, err
	}
	return font.NewFace(loaded), nil
}

// isApart says whether a script's letters are written apart.
func isApart(script language.Script) bool {
	switch script {
	case language.Common, language.Latin, language.Greek, language.Cyrillic, language.Armenian, language.Georgian, language.Han,
		language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul, language.Hebrew:
		return true
	}
	return false
}
