package drawing

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/sfnt"
)

// moduleFont is a font that a module brings for its own tests.
func moduleFont(t testing.TB, module, name string) Font {
	t.Helper()
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return Font{Data: data}
}

// arabic is a face that has Arabic letters too.
func arabic(t testing.TB) *Face {
	t.Helper()
	f, err := NewFace(moduleFont(t, "github.com/go-text/typesetting", "font/testdata/Amiri-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// fromLeft are the characters of a line as they are seen from left to right.
func fromLeft(f *Face, text string) string {
	return strings.Map(func(r rune) rune {
		if ignorable(r) {
			return -1
		}
		return r
	}, copied(f, Text{String: text, RightToLeft: RightToLeft(text)}))
}

// What is read from the right is seen so, and what stands in it from the left is not turned round (UAX 9).
func TestOrderOfALine(t *testing.T) {
	f := liberation(t)
	for text, want := range map[string]string{
		"פתוח 7 ימים":       "םימי 7 חותפ",
		"באים NHS שוב":      "בוש NHS םיאב",
		"before שלום after": "before םולש after",
		"\u2066\u2068שלום\u2069 → \u2068שוב\u2069\u2069":                "םולש → בוש",   // a link, from its cause to its effect
		"\u2066\u2068שלום\u2069 ⊣ \u2068after\u2069\u2069":              "םולש ┤ after", // what stands in for it
		"Not drawn: \u2066\u2068שלום\u2069 → \u2068שוב\u2069\u2069 (1)": "Not drawn: םולש → בוש (1)",
		"before שלום 12 more":                                           "before 12 םולש more",
		"a שלום 1,5% b שלום":                                            "a 1,5% םולש b םולש",
		"a שלום 1, b":                                                   "a 1 םולש, b",
		"a שלום 1":                                                      "a 1 םולש",
		"a שלום b 1 שלום":                                               "a םולש b 1 םולש",
		"תקווה (PEER) 3,5%":                                             "3,5% )PEER( הווקת",
		"שלום, world":                                                   "world ,םולש",
		"1. שלום":                                                       "םולש .1",
		"שלום":                                                          "םולש",
		"a\u202ebc\u202cd":                                              "acbd",
	} {
		if diff := cmp.Diff(want, fromLeft(f, text)); diff != "" {
			t.Errorf("%q from left to right (-want +got):\n%s", text, diff)
		}
	}
}

func TestBracketsAreMirrored(t *testing.T) {
	f := liberation(t)
	var buf sfnt.Buffer
	open, closed := f.first(false).index(&buf, '('), f.first(false).index(&buf, ')')
	line := f.glyphs(Text{String: "א (ב) ג", RightToLeft: true})
	var brackets []sfnt.GlyphIndex
	for _, g := range line {
		if g.index == open || g.index == closed {
			brackets = append(brackets, g.index)
		}
	}
	if !slices.Equal(brackets, []sfnt.GlyphIndex{open, closed}) {
		t.Errorf("the brackets are %v, want an opening one (%d) left of a closing one (%d)", brackets, open, closed)
	}
}

func TestLettersJoin(t *testing.T) {
	f := arabic(t)
	alone := f.glyphs(Text{String: "ب"})[0].index
	var forms []sfnt.GlyphIndex
	for _, g := range f.glyphs(Text{String: "ببب", RightToLeft: true}) {
		forms = append(forms, g.index)
	}
	if slices.Sort(forms); len(slices.Compact(forms)) != 3 || slices.Contains(forms, alone) {
		t.Errorf("three letters beh are drawn as %v, one alone as %d", forms, alone)
	}
	if joined, apart := f.Width("ببب", 10, false), 3*f.Width("ب", 10, false); joined >= apart {
		t.Errorf("joined letters are %v wide, no narrower than %v for the same ones apart", joined, apart)
	}
}

func TestMarksStandOnTheirLetters(t *testing.T) {
	f := arabic(t)
	with, without := f.glyphs(Text{String: "بَ"}), f.glyphs(Text{String: "ب"})
	if f.Width("بَ", 10, false) != f.Width("ب", 10, false) || len(with) != len(without)+1 {
		t.Fatalf("a letter with a mark is %d glyphs and as wide as %v", len(with), f.Width("بَ", 10, false))
	}
	if clusters(with) != 1 {
		t.Errorf("a letter with a mark is taken for %d characters", clusters(with))
	}
}

// Each font serves for what those before it lack.
func TestFontsOneAfterTheOther(t *testing.T) {
	f := arabic(t)
	if diff := cmp.Diff([]string{"Amiri", "Liberation Sans"}, f.Families()); diff != "" {
		t.Errorf("families (-want +got):\n%s", diff)
	}
	for text, want := range map[string]string{"hope": "Amiri", "אמל": "Liberation Sans", "אَ": "Liberation Sans", "е": "Liberation Sans"} {
		for _, g := range f.glyphs(Text{String: text}) {
			if g.font.family != want && g.index != 0 {
				t.Errorf("%q is drawn in %s, want %s", text, g.font.family, want)
			}
		}
	}
	if missing := f.Missing("hope, الأمل, תקווה, हिन्दी", false); string(missing) != "हिन\u094dदी" {
		t.Errorf("missing %q", string(missing))
	}
	bold, err := NewFace(Font{Data: liberationsansbold.TTF}, Font{Data: liberationserifregular.TTF})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Liberation Sans", "Liberation Serif"}, bold.Families()); diff != "" {
		t.Errorf("families of a bold font and its embedded regular one (-want +got):\n%s", diff)
	}
	if bold.Width("a", 10, false) != liberation(t).Width("a", 10, false) {
		t.Error("text that is not bold is set in the bold font, though its family has another")
	}
}

func TestFontOfACollection(t *testing.T) {
	serif, bold := liberationserifregular.TTF, liberationsansbold.TTF
	collection := fontCollection(serif, bold)
	for name, want := range map[string]string{"": "Liberation Serif", "Liberation Sans": "Liberation Sans"} {
		f, err := NewFace(Font{Data: collection, Name: name})
		if err != nil {
			t.Fatal(err)
		}
		if f.Families()[0] != want {
			t.Errorf("font %q of the collection is %q, want %q", name, f.Families()[0], want)
		}
		d := specimenLike(t, specimen(t))
		d.Face = f
		for _, format := range formats {
			if err := format.write(&bytes.Buffer{}, d); err != nil {
				t.Errorf("%s: %v", format.name, err)
			}
		}
		f.glyphs(Text{String: "e\u0323\u0301"}) // needs the font's own rules
		if err := f.Damaged(); err != nil {
			t.Error(err)
		}
	}
	if _, err := NewFace(Font{Data: collection, Name: "Liberation Mono"}); err == nil || !strings.Contains(err.Error(), "Liberation Serif, Liberation Sans") {
		t.Errorf("a font that the collection lacks: error %v", err)
	}
}

// fontCollection puts font files into one.
func fontCollection(files ...[]byte) []byte {
	be := binary.BigEndian
	out := be.AppendUint32(be.AppendUint32([]byte("ttcf"), 0x00010000), uint32(len(files)))
	at := len(out) + 4*len(files)
	var body []byte
	for _, file := range files {
		out = be.AppendUint32(out, uint32(at+len(body)))
		moved := bytes.Clone(file)
		for i := range int(be.Uint16(file[4:])) {
			offset := moved[12+16*i+8:]
			be.PutUint32(offset, be.Uint32(offset)+uint32(at+len(body)))
		}
		body = append(append(body, moved...), make([]byte, (4-len(file)%4)%4)...)
	}
	return append(out, body...)
}

// A font with outlines that PDF does not take as they are is drawn, and can be read too.
func TestPDFOfAFontThatIsNotTrueType(t *testing.T) {
	f, err := NewFace(moduleFont(t, "golang.org/x/image", "font/testdata/CFFTest.otf"))
	if err != nil {
		t.Fatal(err)
	}
	text := Text{String: "01 hope", X: 5, Y: 20, Size: 10, Color: Hex(0)}
	read := parsePDF(t, &Drawing{Width: 100, Height: 40, Face: f, Groups: []Group{{Shapes: []Shape{text}}}})
	if diff := cmp.Diff([]string{"01 hope"}, read.lines(t)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if !strings.Contains(read.raw, "/Subtype /Type3") {
		t.Error("the font is not one of outlines")
	}
}

func TestPDFSaysWhatShapedTextSays(t *testing.T) {
	f := arabic(t)
	var shapes []Shape
	var want []string
	for _, label := range []string{"الأمل في التعافي (PEER) 25%", "בְּרֵאשִׁית", "لا", "hope e\u0323\u0301", "نَعَم"} {
		set := Text{String: label, X: 10, Y: 20, Size: 10, Color: Hex(0), RightToLeft: RightToLeft(label)}
		shapes, want = append(shapes, set), append(want, copied(f, set))
	}
	read := parsePDF(t, &Drawing{Width: 200, Height: 100, Face: f, Groups: []Group{{Shapes: shapes}}})
	if diff := cmp.Diff(want, read.lines(t)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestWrapOfShapedText(t *testing.T) {
	f := arabic(t)
	r := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		wrapKeeps(t, f, hostile(r)+"الأمل في التعافي"+hostile(r), 20+60*r.Float64(), false)
	}
}
