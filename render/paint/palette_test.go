package paint

import (
	"testing"

	"icamo/render/drawing"
	"icamo/render/place"
	"icamo/render/scene"
	"icamo/theory"
)

// TestRefutedLooksRefuted holds that what became of a link never has it look like a claim: it is grey where it is refuted, in an
// overlay too, and the sign of its change alone has the colour of that.
func TestRefutedLooksRefuted(t *testing.T) {
	for _, p := range Palettes {
		plain := p.LineColour(scene.Look{Status: theory.Refuted})
		for _, mark := range []scene.Mark{"+", "↓", "«↑", "~"} {
			look := scene.Look{Status: theory.Refuted, Mark: mark}
			if got := p.LineColour(look); got != plain {
				t.Errorf("%s: a refuted link with %s has the colour %v, not %v", p.Name, mark, got, plain)
			}
			sign := (&painter{palette: p}).change(place.Sign{Text: string(mark)}, mark, false)[0].(drawing.Path)
			if change, ok := p.ChangeColour(mark); !ok || sign.Fill != change {
				t.Errorf("%s: %s has the colour %v, not %v", p.Name, mark, sign.Fill, change)
			}
		}
	}
}
