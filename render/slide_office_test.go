package render

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/editable"
	"icamo/theory/opc/office"
)

// TestSlidesLookLikeThePicture opens slides in LibreOffice, and finds the first word of each line of text where it is drawn.
func TestSlidesLookLikeThePicture(t *testing.T) {
	figures := editableFigures(t)
	for _, name := range []string{"minimal", "revised", "revision", "rows", "youth", "twelve-facts"} {
		d := figures[name].Drawing
		var slide bytes.Buffer
		if err := editable.PPTX(&slide, d); err != nil {
			t.Fatal(err)
		}
		words := wordsOf(t, office.Converted(t, slide.Bytes(), "pptx", "pdf"))
		for _, g := range d.Groups {
			for _, s := range g.Shapes {
				text, is := s.(drawing.Text)
				if !is || text.Rotate != 0 || strings.TrimSpace(text.String) == "" {
					continue
				}
				first := strings.Fields(text.String)[0]
				near := func(w word) bool { // the font that is there need not be the one that was measured with
					x := text.Extent(d.Face).X
					begins := strings.HasPrefix(w.text, first) && abs(w.x-x) < 4
					follows := strings.Contains(w.text, first) && w.x < x && x < w.right // signs beside one another are read as one word
					return (begins || follows) && abs(w.y-text.Y) < 5
				}
				if !slices.ContainsFunc(words, near) {
					t.Errorf("%s: %q of %s %s is not where it is drawn", name, first, g.Class, g.ID)
				}
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// word is a word on a page, with the left end of its baseline, about, and how far it goes to the right.
type word struct {
	text  string
	x, y  float64
	right float64
}

// wordsOf reads the words of a PDF of one page, with poppler's program.
func wordsOf(t *testing.T, pdf []byte) []word {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("ICAMO_OFFICE") == "required" {
			t.Fatal("pdftotext is not installed")
		}
		t.Skip("pdftotext is not installed: nobody looks where the words are")
	}
	file := filepath.Join(t.TempDir(), "slide.pdf")
	if err := os.WriteFile(file, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var page struct {
		Words []struct {
			XMin string `xml:"xMin,attr"`
			XMax string `xml:"xMax,attr"`
			YMin string `xml:"yMin,attr"`
			YMax string `xml:"yMax,attr"`
			Text string `xml:",chardata"`
		} `xml:"body>doc>page>word"`
	}
	if err := xml.Unmarshal(bytes.ReplaceAll(out, []byte("&nbsp;"), []byte(" ")), &page); err != nil {
		t.Fatal(err)
	}
	value := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	var words []word
	for _, w := range page.Words {
		low, high := value(w.YMin), value(w.YMax)
		words = append(words, word{w.Text, value(w.XMin), high - (high-low)*0.22, value(w.XMax)})
	}
	return words
}
