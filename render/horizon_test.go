package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/render/drawing"
	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory"
	"icamo/theory/wording"
)

// TestHorizonIsTold holds that a figure tells each horizon that an outcome states, and does so once: by the column in which the outcome
// stands, or by a tag, which the legend explains; and that the legend explains no other.
func TestHorizonIsTold(t *testing.T) {
	initial, revised, danish := open(t, "peer/initial.toml"), open(t, "peer/revised.toml"), open(t, "examples/faellesspisning/revideret.toml")
	inPlace := func(o scene.Options) scene.Options { o.Dropped = scene.InPlace; return o }
	columns, tags := 0, 0
	for name, figure := range map[string]struct {
		theory *theory.Theory
		shows  scene.Options
	}{
		"peer":           {revised, scene.Options{}},
		"peer, in place": {revised, inPlace(scene.Options{})},
		"earlier":        {initial, scene.Options{Against: revised}},
		"later":          {revised, scene.Options{Against: initial}},
		"overlay":        {revised, inPlace(scene.Options{Against: initial, View: scene.View{Name: scene.Revised}})},
		"configuration":  {revised, scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: "inspiring-relationships"}}},
		"youth":          {open(t, "youth-peer-support/theory.toml"), scene.Options{}},
		"danish":         {danish, scene.Options{}},
		"twelve":         {open(t, "examples/twelve-facts.toml"), scene.Options{}},
	} {
		for _, width := range []float64{0, 85, 180} {
			for _, lanes := range []fit.Lanes{fit.Columns, fit.Rows} {
				if width == 85 && (lanes == fit.Columns || figure.shows.Against != nil) {
					continue
				}
				t.Run(fmt.Sprintf("%s/%.0fmm %s", name, width, lanes), func(t *testing.T) {
					p, err := Figure(t.Context(), engine, figure.theory, Options{Options: figure.shows, Paper: fit.Paper{Width: width * fit.Millimetre, Lanes: lanes}})
					if err != nil {
						t.Fatal(err)
					}
					words := wording.Of(figure.theory)
					legend := legendOf(p.Drawing)
					explained := func(h theory.Horizon) bool {
						word := words.Word(string(h))
						return slices.Contains(legend, word) || slices.Contains(legend, words.Say("horizon: {1}", word))
					}
					var heads []string
					for _, lane := range p.placed.Lanes {
						for _, head := range lane.Heads {
							heads = append(heads, strings.ToLower(head.String))
						}
					}
					tagged := make(map[theory.Horizon]bool)
					for _, b := range p.placed.ShownBoxes() {
						dots := 0
						for _, s := range b.TagSigns {
							dots += scene.Tag(s.Text).Dots()
						}
						h := b.Node.Horizon
						byColumn := b.Lane == theory.Outcome && slices.ContainsFunc(heads, func(head string) bool { return strings.HasSuffix(head, words.Word(string(h))) })
						switch {
						case b.HorizonTag == "" && dots > 0:
							t.Errorf("%s has %d dots, and states no horizon", b.ID(), dots)
						case b.HorizonTag == "": // nor does an overlay say it of what is gone
						case dots > 0 && dots != 1+slices.Index(theory.Horizons, h):
							t.Errorf("%s, %s, has %d dots", b.ID(), h, dots)
						case byColumn == (dots > 0):
							t.Errorf("%s, %s: told by its column is %v, by dots is %v", b.ID(), h, byColumn, dots > 0)
						case byColumn:
							columns++
						default:
							tags++
							tagged[h] = true
						}
					}
					for _, h := range theory.Horizons {
						if tagged[h] != explained(h) {
							t.Errorf("%s: a tag is %v, explained is %v: %q", h, tagged[h], explained(h), legend)
						}
					}
				})
			}
		}
	}
	if columns == 0 || tags == 0 {
		t.Errorf("%d horizons by columns, %d by tags", columns, tags)
	}
}

// legendOf are the texts of a drawing's legend.
func legendOf(d *drawing.Drawing) []string {
	var texts []string
	for _, g := range d.Groups {
		if g.Class != "legend" {
			continue
		}
		for _, s := range g.Shapes {
			if text, ok := s.(drawing.Text); ok {
				texts = append(texts, text.String)
			}
		}
	}
	return texts
}
