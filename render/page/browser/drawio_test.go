package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/editable"
	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory/load"
)

// diagramPage opens a file of draw.io with mxGraph, the library that draw.io is made of, and gives where each line of text stands.
const diagramPage = `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><div id="graph" style="position:absolute"></div>
<script>mxLoadResources = false; mxLoadStylesheets = false;</script><script>%s</script><script>
const file = mxUtils.parseXml(%s), graph = new mxGraph(document.getElementById("graph"));
graph.setHtmlLabels(true);
graph.convertValueToString = (cell) => cell.value?.getAttribute ? cell.value.getAttribute("label") : cell.value || "";
graph.isWrapping = (cell) => graph.getCurrentCellStyle(cell).whiteSpace === "wrap";
new mxCodec(file).decode(file.getElementsByTagName("mxGraphModel")[0], graph.getModel());
function lines() {
	const found = [], walk = document.createTreeWalker(document.getElementById("graph"), NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const range = document.createRange();
		range.selectNodeContents(walk.currentNode);
		for (const at of range.getClientRects()) found.push({ text: walk.currentNode.data, x: at.left, y: (at.top + at.bottom) / 2 });
	}
	return found;
}
</script>`

// TestDrawIOLooksLikeThePicture opens figures for draw.io, and finds each line of text where it is drawn, and once. ICAMO_MXGRAPH names
// mxGraph's mxClient.min.js.
func TestDrawIOLooksLikeThePicture(t *testing.T) {
	path := os.Getenv("ICAMO_MXGRAPH")
	if path == "" {
		if os.Getenv("ICAMO_BROWSER") == required {
			t.Fatal("ICAMO_MXGRAPH names no mxClient.min.js of mxGraph")
		}
		t.Skip("skipped: ICAMO_MXGRAPH names no mxClient.min.js of mxGraph")
	}
	library, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := load.Open(peer)
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []string{scene.WholeTheory, scene.Revised, scene.InRows} {
		t.Run(view, func(t *testing.T) {
			shows := scene.Options{View: scene.View{Name: view}}
			if view == scene.Revised {
				shows.Against = opened.Earlier
			}
			p, err := render.Figure(t.Context(), engine, opened, render.Options{Options: shows, Paper: fit.Paper{Width: 180 * fit.Millimetre}})
			if err != nil {
				t.Fatal(err)
			}
			var file bytes.Buffer
			if err := editable.DrawIO(&file, p.Drawing); err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(file.String()) // which escapes "<", so that no script ends early
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(t.TempDir(), "diagram.html")
			if err := os.WriteFile(name, fmt.Appendf(nil, diagramPage, library, text), 0o666); err != nil {
				t.Fatal(err)
			}
			b := open(t, "file://"+name)
			var shown []line
			told, err := json.Marshal(b.eval("lines()"))
			if err == nil {
				err = json.Unmarshal(told, &shown)
			}
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, p.Drawing, shown)
		})
	}
}

// line is a line of text with its left end and its middle, in hundredths of an inch.
type line struct {
	Text string
	X, Y float64
}

func sameLines(t *testing.T, d *drawing.Drawing, shown []line) {
	t.Helper()
	want := 0
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			text, is := s.(drawing.Text)
			if !is || strings.TrimSpace(text.String) == "" {
				continue
			}
			want++
			if text.Rotate != 0 {
				continue
			}
			const unit, tolerance = 100.0 / 72, 4.0
			at, found := text.Extent(d.Face), false
			for _, l := range shown {
				found = found || strings.TrimSpace(l.Text) == strings.TrimSpace(text.String) && math.Abs(l.X-at.X*unit) < tolerance && math.Abs(l.Y-at.Centre().Y*unit) < tolerance
			}
			if !found {
				t.Errorf("%q of %s %s is not where it is drawn", text.String, g.Class, g.ID)
			}
		}
	}
	if len(shown) != want {
		t.Errorf("%d lines of text are shown, %d drawn", len(shown), want)
	}
}
