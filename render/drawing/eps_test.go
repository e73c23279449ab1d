package drawing

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

func TestEPSHasItsPageAndShapes(t *testing.T) {
	d := specimen(t)
	d.Width, d.Title = 359.5, "a title\n%%EOF\n(x) show — ünd"
	d.Desc += strings.Repeat(" Long", 100) + strings.Repeat("長", 200)
	var buf bytes.Buffer
	if err := EPS(&buf, d); err != nil {
		t.Fatal(err)
	}
	got := buf.String()
	for _, want := range []string{
		"%!PS-Adobe-3.0 EPSF-3.0\n", "\n%%Title: a title %%EOF (x) show — ünd\n", "\n%Description: Two boxes in two lanes, joined by links of each kind. Long Long", "\n%%BoundingBox: 0 0 360 300\n",
		"\n%%HiResBoundingBox: 0 0 359.5 300\n", " c\n", "[4 3] 0 setdash stroke\n", "[] 0 setdash stroke\n", "gsave fill grestore\n",
		"0.6902 0 0.1255 setrgbcolor\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the file has no %q", want)
		}
	}
	if !strings.HasSuffix(got, "\nend restore\nshowpage\n%%EOF\n") {
		t.Errorf("the file ends in %q", got[len(got)-40:])
	}
	for line := range strings.Lines(got) {
		if len(line) > 255 {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	// After the comments there are numbers, brackets and known words only: no text of the figure's is ever run.
	_, body, _ := strings.Cut(got, "%%Page: 1 1\n")
	known := regexp.MustCompile(`^(-?[0-9.]+|[\[\]]|\[[-0-9. ]*\]|/?[mlch]|/(moveto|lineto|curveto|closepath)|load|def|save|restore|dict|begin|end|` +
		`setlinejoin|setlinewidth|setlinecap|setdash|setrgbcolor|stroke|fill|gsave|grestore|showpage|%%EOF)$`)
	for _, word := range strings.Fields(body) {
		if !known.MatchString(strings.Trim(word, "[]")) && strings.Trim(word, "[]") != "" {
			t.Fatalf("unknown word %q", word)
		}
	}
}
