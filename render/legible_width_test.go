package render

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"icamo/render/fit"
)

// TestAdviceOnLabels holds that labels are said to be small just where they are, that what is advised has them print at seven points on
// a page that is high enough, and that no figure is told two widths.
func TestAdviceOnLabels(t *testing.T) {
	takes := regexp.MustCompile(`it takes (?:a width of )?(\d+) mm`)
	advised := 0
	for name, widths := range map[string][]float64{"youth-peer-support/theory.toml": {60, 85, 120}, "examples/twelve-facts.toml": {40, 50, 60, 63}, "peer/revised.toml": {85, 125}} {
		th := open(t, name)
		for _, width := range widths {
			draw := func(width float64) *Picture {
				p, err := Figure(t.Context(), engine, th, Options{Paper: fit.Paper{Width: width * fit.Millimetre}})
				if err != nil {
					t.Fatal(err)
				}
				return p
			}
			p := draw(width)
			said := strings.Join(p.Notes, "\n")
			if p.small() != strings.Contains(said, fmt.Sprintf("labels print at %.1f pt", p.TextSize)) {
				t.Errorf("%s, %.0f mm wide, with labels of %.1f pt: %q", name, width, p.TextSize, said)
			}
			all := takes.FindAllStringSubmatch(said, -1)
			if len(all) > 1 {
				t.Errorf("%s, %.0f mm wide: %q", name, width, said)
			}
			for _, m := range all {
				advised++
				wider, _ := strconv.ParseFloat(m[1], 64)
				if again := draw(wider); again.small() || again.tooHigh() {
					t.Errorf("%s, %.0f mm wide: %q, but then: %q", name, width, said, again.Notes)
				}
			}
		}
	}
	if advised == 0 {
		t.Error("no width was advised")
	}
}
