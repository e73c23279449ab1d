package paint

import (
	"testing"

	"icamo/render/drawing"
)

// TestTextStandsOut holds that all texts of both palettes can be read in print, what is faded as well, and that in grey lanes
// side by side differ.
func TestTextStandsOut(t *testing.T) {
	white := drawing.Hex(0xFFFFFF)
	for _, p := range Palettes {
		on := func(what string, text, ground drawing.Color) {
			if c := contrast(text, ground); c < leastContrast {
				t.Errorf("%s: %s has a contrast of %.2f", p.Name, what, c)
			}
		}
		for kind, colour := range p.Kinds {
			faded := p.ink(colour, true)
			on("the title of the lane "+string(kind), colour, p.Lanes[kind])
			on("a badge of "+string(kind), white, colour)
			on("a faded badge of "+string(kind), faded.on, faded.line)
			on("a faded tag of "+string(kind), faded.text, white)
			if label := faint(p.Text, strip); faded.text != label { // else its signs stand out of a pale box
				t.Errorf("%s: a faded tag of %s has the colour %v, and its label %v", p.Name, kind, faded.text, label)
			}
		}
		for what, colour := range map[string]drawing.Color{"what is dropped": p.Dropped, "a label": p.Text, "the legend": p.Quiet, "a line": p.Line, "a line that inhibits": p.Inhibit} {
			on(what, colour, white)
			on(what+", faded,", faint(colour, strip), strip)
		}
		on("the heading of what is dropped", p.Dropped, strip)
	}
	seen := make(map[drawing.Color]bool)
	for _, colour := range Grey.Lanes {
		seen[colour] = true
	}
	if len(seen) < len(Grey.Lanes)-1 { // configurations stand alone
		t.Errorf("in grey %d lanes look like others", len(Grey.Lanes)-len(seen))
	}
}
