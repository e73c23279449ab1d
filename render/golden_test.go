package render

import (
	"bytes"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/golden"
	"icamo/render/drawing"
	"icamo/render/geometry"
	"icamo/render/layout"
)

func svg(t *testing.T, e *layout.Engine, name string, o Options) []byte {
	t.Helper()
	p, err := Figure(t.Context(), e, open(t, name), o)
	if err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	if err := drawing.SVG(&w, p.Drawing); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

func TestGoldenFigures(t *testing.T) {
	page := Options{Width: 180 * millimetre}
	for file, name := range map[string]string{"minimal": "minimal.toml", "peer-revised": "peer/revised.toml"} {
		t.Run(file, func(t *testing.T) {
			golden.Hold(t, filepath.Join("testdata", file+".svg"), svg(t, engine, name, page))
			dot, err := DOT(open(t, name), page)
			if err != nil {
				t.Fatal(err)
			}
			golden.Hold(t, filepath.Join("testdata", file+".dot"), dot)
			mermaid, err := Mermaid(open(t, name), page)
			if err != nil {
				t.Fatal(err)
			}
			golden.Hold(t, filepath.Join("testdata", file+".mmd"), mermaid)
		})
	}
}

// TestSameBytes draws on one processor and on several, with the layout computed and kept.
func TestSameBytes(t *testing.T) {
	overlay := Options{Width: 180 * millimetre, View: View{Name: Revised}, Against: open(t, "peer/initial.toml")}
	fresh := layout.New(program, t.TempDir())
	first := svg(t, fresh, "peer/revised.toml", overlay)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for name, e := range map[string]*layout.Engine{"kept": fresh, "computed": layout.New(program, t.TempDir())} {
		if !bytes.Equal(svg(t, e, "peer/revised.toml", overlay), first) {
			t.Errorf("the figure from a %s layout on one processor differs", name)
		}
	}
}

// TestVersionsShareTheirLayout holds that nothing moves between the figures of a revision.
func TestVersionsShareTheirLayout(t *testing.T) {
	initial, revised := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	place := func(p *Picture) map[string]geometry.Rect {
		at := make(map[string]geometry.Rect)
		for _, b := range p.figure.boxes {
			at[b.name] = b.at
		}
		return at
	}
	draw := func(o Options, earlier bool) *Picture {
		o.Width = 180 * millimetre
		th := revised
		if earlier {
			th = initial
		}
		p, err := Figure(t.Context(), engine, th, o)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	overlay := draw(Options{Against: initial, View: View{Name: Revised}}, false)
	for name, p := range map[string]*Picture{"earlier": draw(Options{Against: revised}, true), "later": draw(Options{Against: initial}, false)} {
		if diff := cmp.Diff(place(overlay), place(p)); diff != "" {
			t.Errorf("boxes move in the %s figure:\n%s", name, diff)
		}
		if overlay.TextSize != p.TextSize {
			t.Errorf("labels are of %v pt in the %s figure, and of %v pt in the overlay", p.TextSize, name, overlay.TextSize)
		}
	}
}
