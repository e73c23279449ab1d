package paint

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory/load"
)

// FuzzLabelShown holds that a figure shows every label as it stands in the file, whatever it holds: the text is read back
// from the SVG of its box.
func FuzzLabelShown(f *testing.F) {
	for _, label := range []string{"Hope", "<script>alert(1)</script>", "a & b", `"quoted" \N \G`, "one\ntwo", "  spaces   inside  ", "ø 日本語 🙂",
		"e\u0301 accents", "\u202eright to left", "\u200b", "a-very-long-word-that-no-box-can-hold-in-one-piece-without-breaking-it", "]]>", "\t"} {
		f.Add(label)
	}
	face, err := drawing.LiberationSans()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, label string) {
		if !utf8.ValidString(label) || len(label) > 2000 {
			t.Skip("no theory holds it")
		}
		file := "[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.m]\nlabel = " + tomlString(label) + "\n"
		th, err := load.Theory(fstest.MapFS{"t.toml": {Data: []byte(file)}}, "t.toml", func(s string) string { return s })
		if err != nil || len(th.Nodes) != 1 || th.Nodes[0].Label != label {
			t.Skip("no theory holds it")
		}
		shown, err := scene.New(th, scene.Options{})
		if err != nil {
			t.Fatal(err)
		}
		box := fit.New(shown, fit.Paper{Width: 85 * fit.Millimetre, Face: face}).Best().Boxes[0]
		p := &painter{palette: Color}
		p.box(&place.Box{Box: box, At: geometry.Rect{W: box.W, H: box.H}})
		p.groups[0].Name = "" // that is no text of the figure
		var w bytes.Buffer
		if err := drawing.SVG(&w, &drawing.Drawing{Width: 100, Height: 100, Face: face, Groups: p.groups}); err != nil {
			t.Fatal(err)
		}
		if got, want := visible(svgText(t, &w)), visible(label); got != want {
			t.Errorf("%q is shown as %q", want, got)
		}
	})
}

// tomlString writes any text as a basic string of TOML.
func tomlString(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, `\U%08X`, r)
	}
	return `"` + b.String() + `"`
}

// visible leaves out what cannot be seen, which wrapping may change, and replaces what XML cannot hold.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return -1
		case r < ' ', r == 0xfffe, r == 0xffff:
			return unicode.ReplacementChar
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

func svgText(t *testing.T, r io.Reader) string {
	t.Helper()
	var b strings.Builder
	in := false
	for decoder := xml.NewDecoder(r); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local == "text" || token.Name.Local == "tspan"
		case xml.EndElement:
			in = false
		case xml.CharData:
			if in {
				b.Write(token)
			}
		}
	}
}
