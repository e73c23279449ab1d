package render

import (
	"strings"
	"testing"

	"icamo/render/fit"
	"icamo/render/layout"
	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestReasonsOfDroppedLinks holds that the strip tells why a link was dropped where the page has room for that, with the legend that it has
// anyway; that it tells so of nodes on every page, and of neither where the reason is long; and that the description always says it.
func TestReasonsOfDroppedLinks(t *testing.T) {
	const text = `[theory]
id = "t"
title = "T"
[mechanism.a]
label = "A"
[mechanism.gone]
label = "G"
dropped = "nobody spoke of it"
[outcome.b]
label = "B"
[outcome.c]
label = "C"
[[link]]
from = "a"
to = "b"
dropped = "it goes by way of C"
[[link]]
from = "b"
to = "c"
dropped = "LONG"
[[link]]
from = "a"
to = "c"
`
	long := strings.Repeat("so it is and ", 9)
	of := theorytest.Faultless(t, strings.Replace(text, "LONG", long, 1))
	engine := layout.New("")
	told := func(o Options) string {
		picture, err := Figure(t.Context(), engine, of, o)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(picture.Drawing.Desc, "Why A → B was dropped: It goes by way of C.") || !strings.Contains(picture.Drawing.Desc, "Why G was dropped: Nobody spoke of it.") {
			t.Errorf("the description is %q", picture.Drawing.Desc)
		}
		var lines []string
		for _, item := range picture.placed.Strip.Items {
			lines = append(lines, strings.Join(strings.Fields(strings.Join(item.Lines, " ")), " "))
		}
		return strings.Join(lines, "\n")
	}
	const ofNode, ofLink = "Mechanism. Nobody spoke of it", "A → B. It goes by way of C"
	for _, o := range []Options{{}, page180(scene.Options{})} {
		if said := told(o); !strings.Contains(said, ofNode) || !strings.Contains(said, ofLink) || strings.Contains(said, "so it is") {
			t.Errorf("on a page %.0f points wide the strip says %q", o.Width, said)
		}
	}
	full := page180(scene.Options{Caption: strings.Repeat("A caption. ", 5000)}) // higher than a page without them
	if said := told(full); !strings.Contains(said, ofNode) || strings.Contains(said, ofLink) {
		t.Errorf("on a full page the strip says %q", said)
	}
	peer := open(t, "peer/revised.toml")
	for millimetres := 140; millimetres <= 240; millimetres += 20 {
		picture, err := Figure(t.Context(), engine, peer, Options{Paper: fit.Paper{Width: float64(millimetres) * fit.Millimetre}})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range picture.placed.Strip.Items {
			if item.Line != nil && len(item.Lines) > 0 && strings.Contains(strings.Join(item.Lines, " "), "Refined") && picture.tooHigh() {
				t.Errorf("%d mm wide it is higher than a page with %q", millimetres, item.Lines)
			}
		}
	}
}
