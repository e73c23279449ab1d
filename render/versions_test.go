package render

import (
	"bytes"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/scene"
)

// TestVersionsAreTheirFigures holds the figures that are drawn together to those that are drawn one by one, byte for byte.
func TestVersionsAreTheirFigures(t *testing.T) {
	old, new := open(t, "peer/initial.toml"), open(t, "peer/revised.toml")
	for _, o := range []Options{{}, page180(scene.Options{}), {Paper: fit.Paper{Width: 180 * fit.Millimetre, Lanes: fit.Rows}}} {
		o.Against = old
		this, other, changes, err := Versions(t.Context(), engine, new, o)
		if err != nil {
			t.Fatal(err)
		}
		former, both := o, o
		former.Against = new
		both.View.Name, both.Dropped = scene.Revised, scene.InPlace
		for _, c := range []struct {
			shared *Picture
			alone  func() (*Picture, error)
		}{
			{this, func() (*Picture, error) { return Figure(t.Context(), engine, new, o) }},
			{other, func() (*Picture, error) { return Figure(t.Context(), engine, old, former) }},
			{changes, func() (*Picture, error) { return Figure(t.Context(), engine, new, both) }},
		} {
			alone, err := c.alone()
			if err != nil {
				t.Fatal(err)
			}
			var want, got bytes.Buffer
			if err := drawing.SVG(&want, alone.Drawing); err != nil {
				t.Fatal(err)
			}
			if err := drawing.SVG(&got, c.shared.Drawing); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(want.Bytes(), got.Bytes()) {
				t.Errorf("%q, %v wide, differs when it is drawn with others", alone.Drawing.Title, o.Width)
			}
		}
	}
}
