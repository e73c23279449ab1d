package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/editable"
	"icamo/render/scene"
	"icamo/theory/opc/office"
	"icamo/theory/theorytest"
)

// editedFigures are drawings with all that can be in one.
func editedFigures(t *testing.T) map[string]*drawing.Drawing {
	t.Helper()
	revised, initial := open(t, "peer/revised.toml"), open(t, "peer/initial.toml")
	all := make(map[string]*drawing.Drawing)
	for name, shows := range map[string]scene.Options{"whole": {}, "overlay": {Against: initial, View: scene.View{Name: scene.Revised}},
		"rows": {View: scene.View{Name: scene.InRows}}, "panels": {View: scene.View{Name: scene.Configurations}}} {
		p, err := Figure(t.Context(), engine, revised, page180(shows))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = p.Drawing
	}
	for seed := range uint64(20) {
		p, err := Figure(t.Context(), engine, theorytest.Random(t, rand.New(rand.NewPCG(seed, 5))), page180(scene.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		all[fmt.Sprint("random ", seed)] = p.Drawing
	}
	return all
}

// drawn are the labels of the boxes of a drawing, and the ids of its lines.
func drawn(d *drawing.Drawing) (labels, lines []string) {
	for _, g := range d.Groups {
		switch g.Class {
		case "node":
			labels = append(labels, unspaced(g.Name))
		case "link":
			lines = append(lines, g.ID)
		}
	}
	slices.Sort(labels)
	slices.Sort(lines)
	return labels, lines
}

type slideShape struct {
	Properties struct {
		ID   int    `xml:"id,attr"`
		Name string `xml:"name,attr"`
	} `xml:"nvSpPr>cNvPr"`
	Paragraphs []struct {
		Runs []struct {
			Look struct {
				Struck string `xml:"strike,attr"`
			} `xml:"rPr"`
			Text string `xml:"t"`
		} `xml:"r"`
	} `xml:"txBody>p"`
}

type slideTree struct {
	Shapes []slideShape `xml:"sp"`
	Groups []struct {
		Properties struct {
			Name string `xml:"name,attr"`
		} `xml:"nvGrpSpPr>cNvPr"`
		Shapes []slideShape `xml:"sp"`
	} `xml:"grpSp"`
	Connectors []struct {
		Properties struct {
			ID   int    `xml:"id,attr"`
			Name string `xml:"name,attr"`
		} `xml:"nvCxnSpPr>cNvPr"`
		Start struct {
			ID int `xml:"id,attr"`
		} `xml:"nvCxnSpPr>cNvCxnSpPr>stCxn"`
		End struct {
			ID int `xml:"id,attr"`
		} `xml:"nvCxnSpPr>cNvCxnSpPr>endCxn"`
	} `xml:"cxnSp"`
}

// TestPPTX holds that every box of a figure is a group with its label as one text, and every line a chain of connectors that is
// joined to shapes of the boxes at its ends.
func TestPPTX(t *testing.T) {
	for name, d := range editedFigures(t) {
		t.Run(name, func(t *testing.T) {
			var tree struct {
				Tree slideTree `xml:"cSld>spTree"`
			}
			if err := xml.Unmarshal(pptxPart(t, d, "ppt/slides/slide1.xml"), &tree); err != nil {
				t.Fatal(err)
			}
			wantLabels, wantLines := drawn(d)
			var labels, lines []string
			group, ids := make(map[int]string), make(map[int]bool)
			known := func(id int) {
				if ids[id] || id == 0 {
					t.Errorf("the id %d is there twice", id)
				}
				ids[id] = true
			}
			for i, g := range tree.Tree.Groups {
				label := ""
				for _, s := range g.Shapes {
					known(s.Properties.ID)
					group[s.Properties.ID] = fmt.Sprint(i, " ", g.Properties.Name)
					if len(s.Paragraphs) > 0 && label == "" {
						label = textOf(s)
					}
				}
				labels = append(labels, label)
			}
			for _, s := range tree.Tree.Shapes {
				known(s.Properties.ID)
			}
			for _, c := range tree.Tree.Connectors {
				known(c.Properties.ID)
				if !ids[c.Start.ID] || !ids[c.End.ID] {
					t.Errorf("%s is joined to what is not there", c.Properties.Name)
				}
				if group[c.Start.ID] != "" {
					lines = append(lines, c.Properties.Name)
				}
			}
			slices.Sort(labels)
			slices.Sort(lines)
			if !slices.Equal(labels, wantLabels) {
				t.Errorf("the labels are\n%q, not\n%q", labels, wantLabels)
			}
			if !slices.Equal(lines, wantLines) {
				t.Errorf("the lines that begin at boxes are\n%q, not\n%q", lines, wantLines)
			}
		})
	}
}

// textOf is a label, without what is struck through below it.
func textOf(s slideShape) string {
	var words []string
	for i, p := range s.Paragraphs {
		for _, r := range p.Runs {
			if i == 0 || r.Look.Struck == "" {
				words = append(words, r.Text)
			}
		}
	}
	return unspaced(strings.Join(words, ""))
}

// unspaced is a text without white space: a label is wrapped at spaces and at hyphens.
func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }

func pptxPart(t *testing.T, d *drawing.Drawing, name string) []byte {
	t.Helper()
	var out, again bytes.Buffer
	if err := errors.Join(editable.PPTX(&out, d), editable.PPTX(&again, d)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same drawing gives other bytes")
	}
	pack, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range pack.File {
		text, err := fs.ReadFile(pack, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		for decoder := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	part, err := fs.ReadFile(pack, name)
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// TestDrawIO holds the same of draw.io: a cell for each box, an edge for each line, between cells that are there.
func TestDrawIO(t *testing.T) {
	for name, d := range editedFigures(t) {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := editable.DrawIO(&out, d); err != nil {
				t.Fatal(err)
			}
			var file struct {
				Cells []struct {
					ID     string `xml:"id,attr"`
					Value  string `xml:"value,attr"`
					Edge   string `xml:"edge,attr"`
					Parent string `xml:"parent,attr"`
					Source string `xml:"source,attr"`
					Target string `xml:"target,attr"`
				} `xml:"diagram>mxGraphModel>root>mxCell"`
			}
			if err := xml.Unmarshal(out.Bytes(), &file); err != nil {
				t.Fatal(err)
			}
			value, ids := make(map[string]string), make(map[string]bool)
			for _, c := range file.Cells {
				if ids[c.ID] {
					t.Errorf("the id %q is there twice", c.ID)
				}
				ids[c.ID], value[c.ID] = true, c.Value
			}
			lines := 0
			for _, c := range file.Cells {
				if c.Parent != "" && !ids[c.Parent] {
					t.Errorf("%q stands in %q, which is not there", c.ID, c.Parent)
				}
				if c.Edge != "" && c.Source+c.Target != "" {
					lines++
					if !ids[c.Source] || !ids[c.Target] {
						t.Errorf("%q joins %q and %q, of which one is not there", c.ID, c.Source, c.Target)
					}
				}
			}
			labels, wantLines := drawn(d)
			if lines != len(wantLines) {
				t.Errorf("%d lines, not %d", lines, len(wantLines))
			}
			for _, g := range d.Groups {
				if g.Class == "node" && !ids[g.ID] {
					t.Errorf("there is no cell with the id %q", g.ID)
				}
			}
			all := strings.ReplaceAll(unspaced(strings.Join(values(value), " ")), "<br>", "")
			for _, l := range labels {
				if !strings.Contains(all, l) && !strings.Contains(html.UnescapeString(all), l) {
					t.Errorf("no cell has the label %q", l)
				}
			}
		})
	}
}

func values(m map[string]string) []string {
	var all []string
	for _, v := range m {
		all = append(all, v)
	}
	return all
}

// TestSlidesLookLikeThePicture opens slides in LibreOffice, and finds the first word of each label where it is drawn.
func TestSlidesLookLikeThePicture(t *testing.T) {
	for _, name := range []string{"minimal.toml", "peer/revised.toml", "youth-peer-support/theory.toml"} {
		p, err := Figure(t.Context(), engine, open(t, name), page180(scene.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		var slide bytes.Buffer
		if err := editable.PPTX(&slide, p.Drawing); err != nil {
			t.Fatal(err)
		}
		words := wordsOf(t, office.Converted(t, slide.Bytes(), "pptx", "pdf"))
		for _, g := range p.Drawing.Groups {
			for _, s := range g.Shapes {
				text, is := s.(drawing.Text)
				if !is || g.Class != "node" || text.Anchor != drawing.Start {
					continue
				}
				first := strings.Fields(text.String)[0]
				near := func(w word) bool { // the font that is there need not be the one that was measured with
					return w.text == first && abs(w.x-text.X) < 4 && abs(w.y-text.Y) < 5
				}
				if !slices.ContainsFunc(words, near) {
					t.Errorf("%s: %q of %s is not where it is drawn", name, first, g.ID)
				}
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// word is a word on a page, with the left end of its baseline, about.
type word struct {
	text string
	x, y float64
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
			YMin string `xml:"yMin,attr"`
			YMax string `xml:"yMax,attr"`
			Text string `xml:",chardata"`
		} `xml:"body>doc>page>word"`
	}
	if err := xml.Unmarshal(bytes.ReplaceAll(out, []byte("&nbsp;"), []byte(" ")), &page); err != nil {
		t.Fatal(err)
	}
	number := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	var words []word
	for _, w := range page.Words {
		low, high := number(w.YMin), number(w.YMax)
		words = append(words, word{w.Text, number(w.XMin), high - (high-low)*0.22})
	}
	return words
}
