package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"icamo/golden"
)

func TestSVGGolden(t *testing.T) {
	var got bytes.Buffer
	if err := SVG(&got, specimen(t)); err != nil {
		t.Fatal(err)
	}
	golden.Hold(t, "testdata/specimen.svg", got.Bytes())
}

// element is an SVG element as it is read back.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parseSVG(t *testing.T, d *Drawing) element {
	t.Helper()
	var buf bytes.Buffer
	if err := SVG(&buf, d); err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(&buf)
	var root element
	if err := decoder.Decode(&root); err != nil {
		t.Fatal(err)
	}
	if token, err := decoder.Token(); !errors.Is(err, io.EOF) {
		if text, ok := token.(xml.CharData); !ok || strings.TrimSpace(string(text)) != "" {
			t.Fatalf("after the figure: %v, %v", token, err)
		}
	}
	return root
}

// inXML is what XML can hold of a text.
func inXML(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r != 0xfffe && r != 0xffff && r != utf8.RuneError {
			return r
		}
		return utf8.RuneError
	}, text)
}

func TestSVGShowsAnyTextAsGiven(t *testing.T) {
	f := liberation(t)
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		showsAsGiven(t, f, hostile(r), hostile(r), hostile(r))
	}
}

func FuzzSVG(f *testing.F) {
	face := liberation(f)
	r := rand.New(rand.NewPCG(7, 8))
	for range 50 {
		f.Add(hostile(r), hostile(r), hostile(r))
	}
	f.Fuzz(func(t *testing.T, label, id, title string) { showsAsGiven(t, face, label, id, title) })
}

// showsAsGiven draws a label as a node and reads back exactly that, and nothing besides.
func showsAsGiven(t *testing.T, f *Face, label, id, title string) {
	t.Helper()
	d := &Drawing{Width: 100, Height: 100, Face: f, ID: id, Title: title, Desc: title, Lang: id}
	g := Group{ID: id, Class: id, Name: label}
	for i, l := range f.Wrap(label, 8, 40, false) {
		g.Shapes = append(g.Shapes, Text{String: l, X: 5, Y: float64(9 * i), Size: 8, Color: Hex(0), Continues: i > 0})
	}
	d.Groups = []Group{g}
	root := parseSVG(t, d)
	var groups []element
	for _, e := range root.Children {
		switch e.XMLName.Local {
		case "g":
			groups = append(groups, e)
		case "title", "desc":
			if e.Text != inXML(title) {
				t.Fatalf("the title %q is shown as %q", title, e.Text)
			}
		case "rect":
		default:
			t.Fatalf("label %q, id %q: an element %q came in", label, id, e.XMLName.Local)
		}
	}
	if len(groups) != 1 || groups[0].attr("data-id") != inXML(id) || groups[0].attr("class") != inXML(id) {
		t.Fatalf("id %q: the groups are %v", id, groups)
	}
	shown, name, texts := "", "", 0
	for _, e := range groups[0].Children {
		switch e.XMLName.Local {
		case "text":
			texts++
			shown += e.Text
			for _, line := range e.Children {
				if line.XMLName.Local != "tspan" || len(line.Children) > 0 {
					t.Fatalf("label %q: its text holds elements", label)
				}
				shown += line.Text
			}
			if e.attr("textLength") != "" || e.attr("lengthAdjust") != "" {
				t.Fatalf("label %q: its width is forced", label)
			}
		case "title":
			name = e.Text
		default:
			t.Fatalf("label %q: an element %q came in", label, e.XMLName.Local)
		}
	}
	if texts > 1 {
		t.Fatalf("the label %q is in %d texts", label, texts)
	}
	if want := inXML(label); name != want || shown != want && seen(label) != "" {
		t.Fatalf("the label %q is named %q and shown as %q", label, name, shown)
	}
}

func TestSVGIsNamedForScreenReaders(t *testing.T) {
	root := parseSVG(t, specimen(t))
	if root.attr("role") != "img" || root.attr("lang") != "en" {
		t.Errorf("role %q, lang %q", root.attr("role"), root.attr("lang"))
	}
	ids := map[string]bool{}
	for _, e := range root.Children {
		ids[e.attr("id")] = true
	}
	for _, id := range strings.Fields(root.attr("aria-labelledby")) {
		if !ids[id] {
			t.Errorf("aria-labelledby names %q, which is not there", id)
		}
	}
	if len(strings.Fields(root.attr("aria-labelledby"))) != 2 {
		t.Errorf("aria-labelledby is %q", root.attr("aria-labelledby"))
	}
}

func TestDecimal(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.001: "0", 1.005: "1.01", 1.0049: "1", 2.5: "2.5", -12.345678: "-12.35", 1e5: "100000"} {
		if got := decimal(v); got != want {
			t.Errorf("decimal(%v) = %q, want %q", v, got, want)
		}
	}
}
