package drawing

import (
	"encoding/binary"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/google/go-cmp/cmp"
)

func liberation(t testing.TB) *Face {
	t.Helper()
	f, err := LiberationSans()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Arial's published widths in thousandths of an em: Liberation Sans has the same.
func TestWidthIsArials(t *testing.T) {
	f := liberation(t)
	for _, c := range []struct {
		text string
		bold bool
		want float64
	}{
		{"a", false, 5.56}, {"W", false, 9.44}, {" ", false, 0}, {"i.", false, 5}, {"AV", false, 13.34},
		{"a", true, 5.56}, {"W", true, 9.44}, {"i", true, 2.78}, {"a b", false, 13.9}, {"a   ", false, 5.56},
		{"é", false, 5.56}, {"e\u0301", false, 5.56}, {"æ", false, 8.89}, {"a\u200bb\u202e", false, 11.12},
	} {
		if got := f.Width(c.text, 10, c.bold); got != c.want {
			t.Errorf("Width(%q, bold %v) = %v, want %v", c.text, c.bold, got, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	f := liberation(t)
	for text, want := range map[string]string{
		"Feeling safe to share – “yes”, ÆØÅ æøå ñ ü ß ĳ": "",
		"Ελληνικά, Кириллица, עברית":                     "",
		"e\u0301 a\u200d\ufeff\u202eb\u00ad\ufe0f\n\t":   "",
		"希望 hope 希": "希望",
		"😀":         "😀",
		"हिन्दी":    "हिन्दी",
		"± × − → ≥": "",
	} {
		seen := ""
		for _, r := range want {
			if !strings.ContainsRune(seen, r) {
				seen += string(r)
			}
		}
		if diff := cmp.Diff(seen, string(f.Missing(text, false))); diff != "" {
			t.Errorf("Missing(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestWrap(t *testing.T) {
	f := liberation(t)
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"Peers share their own stories", 90, []string{"Peers share ", "their own stories"}},
		{"Hope", 90, []string{"Hope"}},
		{"More positive self-image, less self-stigma", 90, []string{"More positive ", "self-image, ", "less self-stigma"}},
		{"and/or", 20, []string{"and/", "or"}},
		{"Unbreakableword", 30, []string{"Unbre", "akable", "word"}},
		{"two\nlines", 500, []string{"two\n", "lines"}},
		{"a\n\n\nb ", 500, []string{"a\n\n\n", "b "}},
		{"  led in", 20, []string{"  led ", "in"}},
		{strings.Repeat("\n", 40) + "in", 20, []string{strings.Repeat("\n", 40) + "in"}},
		{"", 50, nil},
		{" \u200b\n ", 50, nil},
		{"希望は人を支える", 30, []string{"希望は", "人を支", "える"}},
		{"e\u0301e\u0301e\u0301", 1, []string{"e\u0301", "e\u0301", "e\u0301"}},
	} {
		if diff := cmp.Diff(c.want, f.Wrap(c.text, 10, c.width, false)); diff != "" {
			t.Errorf("Wrap(%q, %v) (-want +got):\n%s", c.text, c.width, diff)
		}
	}
}

// hostile makes text of pieces that break naive writers and wrappers.
func hostile(r *rand.Rand) string {
	pieces := []string{
		" ", "  ", "\t", "\n", "\r\n", "a", "word", "Menneskeligt", "self-image", "and/or", "-", "/", "æøå", "é", "e\u0301\u0323",
		"\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u00a0", "\u2028", "\x00", "\x1b[31m", "\x7f", "\u0085", "\ufffe",
		"\xff", "\xed\xa0\x80", "😀", "👩\u200d🔬", "希望", "עברית", "العربية", "<", ">", "&", "\"", "'", "]]>", "<script>", "&#0;", "\\N",
		"(", ")", "\\", "%", "${", strings.Repeat("x", 60), strings.Repeat("\u0301", 20), "ﷺ", "…",
	}
	var b strings.Builder
	for range r.IntN(12) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestWrapKeepsTheTextAndTheWidth(t *testing.T) {
	f := liberation(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text, width, bold := hostile(r), 20+100*r.Float64(), r.IntN(2) == 0
		wrapKeeps(t, f, text, width, bold)
	}
}

// wrapKeeps holds that a text's lines are the text, and as wide as they may be.
func wrapKeeps(t *testing.T, f *Face, text string, width float64, bold bool) {
	t.Helper()
	lines := f.Wrap(text, 8, width, bold)
	if got := strings.Join(lines, ""); got != text && len(lines) > 0 {
		t.Fatalf("Wrap(%q): the lines give %q", text, got)
	}
	if len(lines) == 0 && f.Width(text, 8, bold) > 0 {
		t.Fatalf("Wrap(%q): no lines, though it is %v wide", text, f.Width(text, 8, bold))
	}
	for _, l := range lines {
		if seen(l) == "" {
			t.Fatalf("Wrap(%q): empty line in %q", text, lines)
		}
		w := f.Width(l, 8, bold)
		if w > width+0.01 && len([]rune(l)) > 1 {
			t.Fatalf("Wrap(%q, %v): line %q is %v wide", text, width, l, w)
		}
	}
}

func BenchmarkWrap(b *testing.B) {
	f := liberation(b)
	for b.Loop() {
		f.Wrap("More positive self-image, less self-stigma", 8, 90, false)
	}
}

// TestDamagedFonts damages a font in all its tables, and holds that it is read, or refused, or said to be damaged by every
// format; the library that reads it panics on many of them.
func TestDamagedFonts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	refused, drawn := 0, 0
	for range 150 {
		data := slices.Clone(liberationsansregular.TTF)
		tables := int(data[5])
		entry := data[12+16*random.IntN(tables):]
		start, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		for range 1 + random.IntN(20) {
			data[int(start)+random.IntN(min(int(size), 400))] = byte(random.IntN(256))
		}
		if random.IntN(4) == 0 {
			data = data[:random.IntN(len(data))]
		}
		f, err := NewFace(Font{Data: data})
		if err != nil {
			refused++
			continue
		}
		d := &Drawing{Width: 100, Height: 20, Title: "T", Face: f,
			Groups: []Group{{Class: "c", ID: "i", Shapes: []Shape{Text{X: 1, Y: 15, Size: 10, String: "ABC abc æøå"}}}}}
		f.Width("ABC æøå", 10, true)
		f.Missing("ABC æøå", false)
		for _, write := range []func(io.Writer, *Drawing) error{SVG, PDF, EPS, func(w io.Writer, d *Drawing) error { return PNG(w, d, 72) }} {
			if err := write(io.Discard, d); err == nil {
				drawn++
			}
		}
	}
	if refused == 0 || drawn == 0 {
		t.Errorf("%d fonts refused, %d figures drawn: no test", refused, drawn)
	}
}
