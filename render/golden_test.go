package render

import (
	"bytes"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/golden"
	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/geometry"
	"icamo/render/layout"
	"icamo/render/scene"
)

// page180 is a page 180 mm wide.
func page180(shows scene.Options) Options {
	return Options{Options: shows, Paper: fit.Paper{Width: 180 * fit.Millimetre}}
}

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
	for file, name := range map[string]string{"minimal": "minimal.toml", "peer-revised": "peer/revised.toml", "peer-overview": "peer/revised.toml",
		"rivals-overview": "examples/rival-explanations.toml"} {
		t.Run(file, func(t *testing.T) {
			page := page180(scene.Options{})
			if strings.HasSuffix(file, "overview") {
				page.View.Name = scene.Overview
			}
			golden.Hold(t, filepath.Join("testdata", file+".svg"), svg(t, engine, name, page))
			dot, _, err := DOT(open(t, name), page)
			if err != nil {
				t.Fatal(err)
			}
			golden.Hold(t, filepath.Join("testdata", file+".dot"), dot)
			mermaid, _, err := Mermaid(open(t, name), page)
			if err != nil {
				t.Fatal(err)
			}
			golden.Hold(t, filepath.Join("testdata", file+".mmd"), mermaid)
		})
	}
}

// TestDanishFiguresInWords holds what figures of the Danish example say, in its language.
func TestDanishFiguresInWords(t *testing.T) {
	th := open(t, "examples/faellesspisning/revideret.toml")
	for file, view := range map[string]string{"danish": "theory", "danish-revision": scene.Revised, "danish-overview": scene.Overview} {
		shows := scene.Options{View: scene.View{Name: view}}
		if view == scene.Revised {
			shows.Against = th.Earlier
		}
		mermaid, _, err := Mermaid(th, page180(shows))
		if err != nil {
			t.Fatal(err)
		}
		golden.Hold(t, filepath.Join("testdata", file+".mmd"), mermaid)
	}
}

// TestSameBytes draws on one processor and on several, with the layout computed and kept.
func TestSameBytes(t *testing.T) {
	overlay := page180(scene.Options{View: scene.View{Name: scene.Revised}, Against: open(t, "peer/initial.toml")})
	fresh := layout.New(t.TempDir())
	first := svg(t, fresh, "peer/revised.toml", overlay)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for name, e := range map[string]*layout.Engine{"kept": fresh, "computed": layout.New(t.TempDir())} {
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
		for _, b := range p.placed.Boxes {
			at[b.Name] = b.At
		}
		return at
	}
	draw := func(shows scene.Options, earlier bool) *Picture {
		th := revised
		if earlier {
			th = initial
		}
		p, err := Figure(t.Context(), engine, th, page180(shows))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	overlay := draw(scene.Options{Against: initial, View: scene.View{Name: scene.Revised}, Dropped: scene.InPlace}, false)
	for name, p := range map[string]*Picture{"earlier": draw(scene.Options{Against: revised}, true), "later": draw(scene.Options{Against: initial}, false)} {
		if diff := cmp.Diff(place(overlay), place(p)); diff != "" {
			t.Errorf("boxes move in the %s figure:\n%s", name, diff)
		}
		if overlay.TextSize != p.TextSize {
			t.Errorf("labels are of %v pt in the %s figure, and of %v pt in the overlay", p.TextSize, name, overlay.TextSize)
		}
	}
}
