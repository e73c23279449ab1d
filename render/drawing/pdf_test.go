package drawing

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/google/go-cmp/cmp"
)

// A readPDF is what the tests read of one.
type readPDF struct {
	raw     string
	objects map[int]string // with their streams unpacked
}

func parsePDF(t *testing.T, d *Drawing) readPDF {
	t.Helper()
	var buf bytes.Buffer
	if err := PDF(&buf, d); err != nil {
		t.Fatal(err)
	}
	f := readPDF{raw: buf.String(), objects: map[int]string{}}
	_, table, _ := strings.Cut(f.raw, "\nxref\n")
	for n, row := range strings.Split(table, "\n")[1:] {
		at, err := strconv.Atoi(strings.Fields(row + " x")[0])
		if err != nil {
			break
		}
		if n == 0 {
			continue
		}
		body, ok := strings.CutPrefix(f.raw[at:], fmt.Sprintf("%d 0 obj\n", n))
		if !ok {
			t.Fatalf("object %d does not stand where the table says", n)
		}
		body, _, _ = strings.Cut(body, "\nendobj\n")
		dictionary, data, isStream := strings.Cut(body, "\nstream\n")
		if isStream {
			data = strings.TrimSuffix(data, "\nendstream")
			if !strings.Contains(dictionary, fmt.Sprintf("/Length %d ", len(data))) {
				t.Fatalf("object %d is not as long as it says", n)
			}
			if strings.Contains(dictionary, "/FlateDecode") {
				data = unpacked(t, data)
			}
			body = dictionary + "\nstream\n" + data
		}
		f.objects[n] = body
	}
	return f
}

func unpacked(t *testing.T, data string) string {
	t.Helper()
	z, err := zlib.NewReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// the is the object that holds the mark.
func (f readPDF) the(t *testing.T, mark string) string {
	t.Helper()
	for _, body := range f.objects {
		if strings.Contains(body, mark) {
			return body
		}
	}
	t.Fatalf("no object has %q", mark)
	return ""
}

// referred is the object that a dictionary names under a key.
func (f readPDF) referred(t *testing.T, dictionary, key string) string {
	t.Helper()
	m := regexp.MustCompile(key + ` \[?(\d+) 0 R`).FindStringSubmatch(dictionary)
	if m == nil {
		t.Fatalf("no %s in %s", key, dictionary)
	}
	n, _ := strconv.Atoi(m[1])
	return f.objects[n]
}

func fromHex(text string) string {
	var units []uint16
	for ; len(text) >= 4; text = text[4:] {
		u, _ := strconv.ParseUint(text[:4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}

var pdfOperator = regexp.MustCompile(`/(F\d+) [0-9.]+ Tf|/ActualText <feff([0-9a-f]*)>|(EMC)|(BT)|\[(<.*>)\] TJ`)

// lines are what a reader copies of each text, from left to right as it stands there.
func (f readPDF) lines(t *testing.T) []string {
	t.Helper()
	page := f.the(t, "/Type /Page ")
	told := map[string]map[string]string{} // of each font, what its codes stand for
	for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(page, -1) {
		n, _ := strconv.Atoi(m[2])
		table := f.referred(t, f.objects[n], "/ToUnicode")
		told[m[1]] = map[string]string{}
		_, rows, _ := strings.Cut(table, "endcodespacerange")
		for _, row := range regexp.MustCompile(`<([0-9a-f]+)> <([0-9a-f]+)>`).FindAllStringSubmatch(rows, -1) {
			told[m[1]][row[1]] = fromHex(row[2])
		}
	}
	var lines []string
	font, instead := "", false
	for _, m := range pdfOperator.FindAllStringSubmatch(f.referred(t, page, "/Contents"), -1) {
		last := len(lines) - 1
		switch {
		case m[1] != "":
			font = m[1]
		case strings.HasPrefix(m[0], "/ActualText"):
			lines[last] += fromHex(m[2])
			instead = true
		case m[3] != "":
			instead = false
		case m[4] != "":
			lines = append(lines, "")
		case !instead:
			for _, codes := range regexp.MustCompile(`<([0-9a-f]+)>`).FindAllStringSubmatch(m[5], -1) {
				size := len(firstKey(told[font]))
				for c := codes[1]; c != ""; c = c[size:] {
					what, ok := told[font][c[:size]]
					if !ok {
						t.Fatalf("font %s does not say what code %s stands for", font, c[:size])
					}
					lines[last] += what
				}
			}
		}
	}
	return lines
}

func firstKey(m map[string]string) string {
	for k := range m {
		return k
	}
	return "0000"
}

// copied is a line as a reader copies it.
func copied(f *Face, t Text) string {
	var b strings.Builder
	for _, g := range f.glyphs(t) {
		b.WriteString(g.text)
	}
	return b.String()
}

func TestPDFHasItsPageFontsTextAndProperties(t *testing.T) {
	d := specimen(t)
	f := parsePDF(t, d)
	for _, want := range []string{
		"/MediaBox [0 0 360 300]", "/Info ", "/Title " + pdfText(d.Title) + " /Subject " + pdfText(d.Desc), "/Producer (icamo)",
	} {
		if !strings.Contains(f.raw, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	fonts := 0
	for _, body := range f.objects {
		if _, font, ok := strings.Cut(body, "\nstream\n\x00\x01\x00\x00"); ok {
			fonts++
			if len(font) > len(liberationsansregular.TTF)/4 {
				t.Errorf("an embedded font of %d bytes is hardly cut down", len(font))
			}
		}
	}
	if fonts != 2 {
		t.Errorf("%d fonts are embedded, want 2", fonts)
	}
	if !strings.Contains(f.the(t, "xmpmeta"), "Two boxes in two lanes") {
		t.Error("the metadata lack the alternative text")
	}
	if !strings.Contains(f.the(t, " BDC\n"), " c\n") {
		t.Error("no curve is a curve")
	}
	var want []string
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			if s, ok := s.(Text); ok {
				want = append(want, copied(d.Face, s))
			}
		}
	}
	if diff := cmp.Diff(want, f.lines(t)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// A screen reader comes from the document to the figure's alternative text, and from the page's content to the figure
// (ISO 32000-1, 14.7 and 14.8).
func TestPDFIsTagged(t *testing.T) {
	d := specimen(t)
	f := parsePDF(t, d)
	catalog := f.the(t, "/Type /Catalog")
	for _, want := range []string{"/Lang (en)", "/MarkInfo << /Marked true >>", "/DisplayDocTitle true"} {
		if !strings.Contains(catalog, want) {
			t.Errorf("the catalogue has no %q", want)
		}
	}
	tree := f.referred(t, catalog, "/StructTreeRoot")
	document := f.referred(t, tree, "/K")
	figure := f.referred(t, document, "/K")
	for _, want := range []string{"/S /Figure", "/Alt " + pdfText(d.Desc), "/K 0 ", "/Lang (en)", "/BBox [0 0 360 300]"} {
		if !strings.Contains(figure, want) {
			t.Errorf("the figure's element has no %q", want)
		}
	}
	if !strings.Contains(document, "/S /Document") || f.referred(t, tree, `/Nums \[0`) != figure {
		t.Errorf("the page's content is not the figure of the document: %s, %s", document, tree)
	}
	page := f.referred(t, figure, "/Pg")
	if !strings.Contains(page, "/StructParents 0") {
		t.Errorf("the page is %s", page)
	}
	_, content, _ := strings.Cut(f.referred(t, page, "/Contents"), "\nstream\n")
	if !strings.HasPrefix(content, "/Figure << /MCID 0 >> BDC\n") || !strings.HasSuffix(content, "EMC\n") ||
		strings.Count(content, "BDC\n") != strings.Count(content, "EMC\n") {
		t.Error("not all of the page's content is the figure's")
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
			s := Text{String: hostile(r), X: 5, Y: 50, Size: 8, Color: Hex(0), Spacing: float64(r.IntN(2)), RightToLeft: r.IntN(2) == 0}
			d.Groups = append(d.Groups, Group{Shapes: []Shape{s}})
			want.WriteString(copied(f, s))
		}
		if diff := cmp.Diff(want.String(), strings.Join(parsePDF(t, d).lines(t), "")); diff != "" {
			t.Fatalf("text (-want +got):\n%s", diff)
		}
	}
}
