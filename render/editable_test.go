package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/render/drawing"
	"icamo/render/editable"
	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestEditableFiguresOfRealTheories holds that the slide and the draw.io file of each figure have each label, each box and each
// link, and that links join the boxes that they join in the theory.
func TestEditableFiguresOfRealTheories(t *testing.T) {
	for name, p := range editableFigures(t) {
		t.Run(name, func(t *testing.T) {
			holdEditable(t, p.Drawing)
		})
	}
}

// editableFigures are figures of all kinds, of all theories of the project.
func editableFigures(t *testing.T) map[string]*Picture {
	t.Helper()
	figures := make(map[string]*Picture)
	draw := func(name string, th *theory.Theory, o scene.Options) {
		p, err := Figure(t.Context(), engine, th, page180(o))
		if err != nil {
			t.Fatal(err)
		}
		figures[name] = p
	}
	initial, revised := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	draw("initial", initial, scene.Options{})
	draw("revised", revised, scene.Options{Labels: scene.SourceLabels})
	draw("revision", revised, scene.Options{Against: initial, View: scene.View{Name: scene.Revised}})
	draw("rows", revised, scene.Options{View: scene.View{Name: scene.InRows}})
	draw("overview", revised, scene.Options{View: scene.View{Name: scene.Overview}})
	draw("panels", revised, scene.Options{View: scene.View{Name: scene.Configurations}})
	draw("youth", open(t, "youth-peer-support/theory.toml"), scene.Options{})
	draw("minimal", open(t, "minimal.toml"), scene.Options{})
	for _, name := range []string{"needed-and-helping", "not-triggered", "rival-explanations", "three-sites", "twelve-facts"} {
		draw(name, open(t, "examples/"+name+".toml"), scene.Options{})
	}
	return figures
}

// TestEditableFiguresOfRandomTheories does the same for theories that nobody wrote.
func TestEditableFiguresOfRandomTheories(t *testing.T) {
	count := 60
	if testing.Short() {
		count = 10
	}
	for seed := range count {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(seed), 11))
			th := theorytest.Random(t, random)
			var o Options
			o.Width = []float64{0, 180}[random.IntN(2)] * fit.Millimetre
			o.Labels = []scene.LinkLabels{scene.NoLabels, scene.StatusLabels}[random.IntN(2)]
			p, err := Figure(t.Context(), engine, th, o)
			if err != nil {
				t.Fatal(err)
			}
			holdEditable(t, p.Drawing)
		})
	}
}

// TestEditableFiguresShowAnyText holds that a label is text, whatever is in it.
func TestEditableFiguresShowAnyText(t *testing.T) {
	th := theorytest.Load(t, `[theory]
id = "any"
title = "</a:t> & <script>alert(1)</script>"
[intervention.in]
label = "<img src=x onerror=alert(1)> &lt; ;fillColor=none;"
[outcome.out]
label = "]]> \"quoted\" 'twice' שלום (once)"
[[link]]
from = "in"
to = "out"
status = "mixed"
because = "x"
`)
	p, err := Figure(t.Context(), engine, th, page180(scene.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	holdEditable(t, p.Drawing)
}

func holdEditable(t *testing.T, d *drawing.Drawing) {
	t.Helper()
	slide, diagram := readSlide(t, d), readDiagram(t, d)
	labels := linesOf(d)
	if diff := cmp.Diff(labels, slide.labels); diff != "" {
		t.Errorf("the labels of the slide (+) are not those of the figure (-):\n%s", diff)
	}
	if diff := cmp.Diff(labels, diagram.labels); diff != "" {
		t.Errorf("the labels of the draw.io file (+) are not those of the figure (-):\n%s", diff)
	}
	var boxes, links []string
	ids := make(map[string]string) // of boxes, by their keys
	for _, g := range d.Groups {
		if g.Key != "" && g.Joint == nil {
			ids[g.Key] = g.ID
			boxes = append(boxes, g.ID+": "+labelOf(g))
		}
	}
	for _, g := range d.Groups {
		if g.Joint != nil {
			links = append(links, ids[g.Joint.From]+" → "+ids[g.Joint.To])
		}
	}
	slices.Sort(boxes)
	slices.Sort(links)
	for name, got := range map[string]held{"slide": slide, "draw.io file": diagram} {
		if diff := cmp.Diff(boxes, got.boxes); diff != "" {
			t.Errorf("the boxes of the %s (+) are not those of the figure (-):\n%s", name, diff)
		}
		if diff := cmp.Diff(links, got.links); diff != "" {
			t.Errorf("the links of the %s (+) are not those of the figure (-):\n%s", name, diff)
		}
	}
}

// held is what a file holds that can be edited, sorted.
type held struct {
	labels []string // lines
	boxes  []string // "id: label"
	links  []string // "from → to", without an end where it is no box
}

// linesOf are the lines of text of a drawing.
func linesOf(d *drawing.Drawing) []string {
	var lines []string
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			if text, ok := s.(drawing.Text); ok && text.String != "" && text.Color.On {
				lines = append(lines, strings.TrimRight(text.String, " "))
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// labelOf is the lines of the label of a box, and of the one that it had before, put together.
func labelOf(g drawing.Group) string {
	label := ""
	for _, s := range g.Shapes {
		if text, ok := s.(drawing.Text); ok && text.Anchor != drawing.Middle {
			label += strings.TrimRight(text.String, " ")
		}
	}
	return label
}

// node is an element of XML.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []node     `xml:",any"`
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// each calls a function for all elements of some name, however deep.
func (n node) each(name string, f func(node)) {
	for _, c := range n.Children {
		if c.XMLName.Local == name {
			f(c)
		}
		c.each(name, f)
	}
}

// first is the first such element, or an empty one.
func (n node) first(name string) (found node) {
	n.each(name, func(c node) {
		if found.XMLName.Local == "" {
			found = c
		}
	})
	return found
}

func (n node) text() (text string) {
	n.each("t", func(c node) { text += c.Text })
	return text
}

func readSlide(t *testing.T, d *drawing.Drawing) held {
	t.Helper()
	var file bytes.Buffer
	if err := editable.PPTX(&file, d); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var slide node
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var root node
		if err := xml.Unmarshal(data, &root); err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		if part.Name == "ppt/slides/slide1.xml" {
			slide = root
		}
	}
	var e held
	ids := make(map[string]bool)
	slide.each("cNvPr", func(n node) {
		if ids[n.attr("id")] {
			t.Errorf("two shapes have the id %s", n.attr("id"))
		}
		ids[n.attr("id")] = true
	})
	sites := make(map[string]int)
	ends := make(map[string]string) // boxes by id, as lines name them
	slide.each("t", func(n node) { e.labels = append(e.labels, n.Text) })
	slide.each("sp", func(n node) {
		id := n.first("cNvPr").attr("id")
		sites[id] = map[string]int{"ellipse": 8, "roundRect": 4}[n.first("prstGeom").attr("prst")]
	})
	slide.each("grpSp", func(n node) {
		if n.first("cNvPr").attr("descr") == "" { // the ring at which a line ends, with its bar
			return
		}
		name, label := n.first("cNvPr").attr("name"), ""
		n.each("sp", func(sp node) {
			ends[sp.first("cNvPr").attr("id")] = name
			if label == "" {
				label = sp.text()
			}
		})
		e.boxes = append(e.boxes, name+": "+label)
	})
	on := make(map[string]string) // where the lines go on that lead to a sign
	var starts [][2]string
	slide.each("cxnSp", func(n node) {
		from, to, name := n.first("stCxn"), n.first("endCxn"), n.first("cNvPr").attr("name")
		for _, end := range []node{from, to} {
			if id := end.attr("id"); id != "" && (!ids[id] || sites[id] <= number(t, end.attr("idx"))) {
				t.Errorf("%s is joined to shape %s at place %s, which is not there", name, id, end.attr("idx"))
			}
		}
		switch {
		case from.attr("id") == "":
		case ends[from.attr("id")] != "":
			starts = append(starts, [2]string{from.attr("id"), name + "\n" + to.attr("id")})
		default:
			on[name+"\n"+from.attr("id")] = to.attr("id")
		}
	})
	for _, start := range starts {
		name, to, _ := strings.Cut(start[1], "\n")
		for range 50 {
			next, goesOn := on[name+"\n"+to]
			if ends[to] != "" || !goesOn {
				break
			}
			to = next
		}
		e.links = append(e.links, ends[start[0]]+" → "+ends[to])
	}
	slices.Sort(e.labels)
	slices.Sort(e.boxes)
	slices.Sort(e.links)
	return e
}

func number(t *testing.T, text string) (n int) {
	t.Helper()
	if _, err := fmt.Sscan(text, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

var markup = regexp.MustCompile(`<[^>]*>`)

func readDiagram(t *testing.T, d *drawing.Drawing) held {
	t.Helper()
	var file bytes.Buffer
	if err := editable.DrawIO(&file, d); err != nil {
		t.Fatal(err)
	}
	var root node
	if err := xml.Unmarshal(file.Bytes(), &root); err != nil {
		t.Fatal(err)
	}
	var e held
	cells := make(map[string]node)
	add := func(id string, n node) {
		if _, taken := cells[id]; taken {
			t.Errorf("two cells have the id %q", id)
		}
		cells[id] = n
	}
	root.each("UserObject", func(n node) { add(n.attr("id"), n.first("mxCell")) })
	root.each("mxCell", func(n node) {
		if n.attr("id") != "" {
			add(n.attr("id"), n)
		}
		for _, line := range strings.Split(n.attr("value"), "<br>") {
			if line = html.UnescapeString(markup.ReplaceAllString(line, "")); line != "" {
				e.labels = append(e.labels, line)
			}
		}
	})
	own := regexp.MustCompile(` \(\d+\)$`)
	parents := make(map[string]bool)
	for _, n := range cells {
		parents[n.attr("parent")] = true
	}
	isBox := func(id string) bool {
		n := cells[id]
		return n.attr("vertex") == "1" && n.attr("parent") == "1" && parents[id]
	}
	for id, n := range cells {
		if parent := n.attr("parent"); id != "0" && cells[parent].XMLName.Local == "" {
			t.Errorf("cell %q is in %q, which is not there", id, parent)
		}
		if isBox(id) {
			label := html.UnescapeString(markup.ReplaceAllString(n.attr("value"), ""))
			e.boxes = append(e.boxes, own.ReplaceAllString(id, "")+": "+label)
		}
		if n.attr("edge") != "1" || n.attr("source") == "" {
			continue
		}
		ends := [2]string{n.attr("source"), n.attr("target")}
		for i, end := range ends {
			if end != "" && cells[end].XMLName.Local == "" {
				t.Errorf("%q joins %q, which is not there", id, end)
			}
			if !isBox(end) {
				ends[i] = ""
			}
			ends[i] = own.ReplaceAllString(ends[i], "")
		}
		e.links = append(e.links, ends[0]+" → "+ends[1])
	}
	slices.Sort(e.labels)
	slices.Sort(e.boxes)
	slices.Sort(e.links)
	return e
}
