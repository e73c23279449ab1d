package drawing

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/google/go-cmp/cmp"
)

// A pdfFile is what the tests read of one.
type pdfFile struct {
	raw     string
	streams []string // unpacked
}

func parsePDF(t *testing.T, d *Drawing) pdfFile {
	t.Helper()
	var buf bytes.Buffer
	if err := PDF(&buf, d); err != nil {
		t.Fatal(err)
	}
	f := pdfFile{raw: buf.String()}
	rest := f.raw
	for {
		_, after, ok := strings.Cut(rest, "\nstream\n")
		if !ok {
			return f
		}
		body, end, _ := strings.Cut(after, "\nendstream")
		rest = end
		if z, err := zlib.NewReader(strings.NewReader(body)); err == nil {
			unpacked, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			body = string(unpacked)
		}
		f.streams = append(f.streams, body)
	}
}

var shownString = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) Tj`)

// lines are the strings that the page shows, in order.
func (f pdfFile) lines() []string {
	var lines []string
	for _, m := range shownString.FindAllStringSubmatch(f.streams[0], -1) {
		b := []byte(regexp.MustCompile(`(?s)\\(.)`).ReplaceAllStringFunc(m[1], func(s string) string {
			if s == `\r` {
				return "\r"
			}
			return s[1:]
		}))
		var units []uint16
		for i := 0; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		lines = append(lines, string(utf16.Decode(units)))
	}
	return lines
}

func TestPDFHasItsPageFontsTextAndProperties(t *testing.T) {
	d := specimen(t)
	f := parsePDF(t, d)
	for _, want := range []string{
		"/MediaBox [0 0 360.00 300.00]", "/Lang (en)", "/Title (" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(utf16Text(d.Title)),
		"/Subject (" + utf16Text(d.Desc), "/Metadata ", "/CreationDate (D:20000101000000)",
	} {
		if !strings.Contains(f.raw, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	for part, want := range map[string]int{"/FontFile2 ": 2, "/ToUnicode ": 2, "/Type /Page\n": 1, "/Subtype /Image": 0} {
		if got := strings.Count(f.raw, part); got != want {
			t.Errorf("%q stands there %d times, want %d", part, got, want)
		}
	}
	fonts := 0
	for _, s := range f.streams {
		if strings.HasPrefix(s, "\x00\x01\x00\x00") {
			fonts++
			if len(s) > len(liberationsansregular.TTF)/4 {
				t.Errorf("an embedded font of %d bytes is hardly cut down", len(s))
			}
		}
		if strings.Contains(s, "xmpmeta") && !strings.Contains(s, "Two boxes in two lanes") {
			t.Errorf("the metadata lack the alternative text:\n%s", s)
		}
	}
	if fonts != 2 {
		t.Errorf("%d fonts are embedded, want 2", fonts)
	}
	if !strings.Contains(f.streams[0], " c\n") {
		t.Error("no curve is a curve")
	}
	var want []string
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			if s, ok := s.(Text); ok {
				want = append(want, visual(seen(s.String)))
			}
		}
	}
	if diff := cmp.Diff(want, f.lines()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestPDFNamesNoLanguageOfItsOwn(t *testing.T) {
	d := specimen(t)
	d.Lang = ""
	if f := parsePDF(t, d); strings.Contains(f.raw, "/Lang") {
		t.Error("a language is named, though the drawing has none")
	}
}

func TestPDFHoldsAnyText(t *testing.T) {
	f := liberation(t)
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		d := &Drawing{Width: 100, Height: 100, Face: f, Title: hostile(r), Desc: hostile(r), Lang: hostile(r)}
		var want strings.Builder
		for range 10 {
			s := Text{String: hostile(r), X: 5, Y: 50, Size: 8, Color: Hex(0), Spacing: float64(r.IntN(2))}
			d.Groups = append(d.Groups, Group{Shapes: []Shape{s}})
			for _, g := range f.regular.glyphs(seen(s.String)) {
				if g.rune > 0xffff {
					g.rune = '\ufffd'
				}
				want.WriteRune(g.rune)
			}
		}
		if diff := cmp.Diff(want.String(), strings.Join(parsePDF(t, d).lines(), "")); diff != "" {
			t.Fatalf("text (-want +got):\n%s", diff)
		}
	}
}
