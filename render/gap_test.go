package render

import (
	"fmt"
	"strings"
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
	"icamo/theory/theorytest"
)

// TestGapsNameTheirLane holds that what is said in an empty lane names the lane, and stands clear of the lines that pass, however many.
func TestGapsNameTheirLane(t *testing.T) {
	for _, contexts := range []int{1, 3, 7} {
		for language, want := range map[string]string{"en": "Actor: not reported", "da": "Aktør: ikke rapporteret"} {
			text := "[theory]\nid = \"t\"\nlanguage = \"" + language + "\"\n[outcome.o]\nlabel = \"O\"\n"
			var c, m []string
			for i := range contexts {
				text += fmt.Sprintf("[context.c%d]\nlabel = \"C\"\n[mechanism.m%d]\nlabel = \"M\"\n[[link]]\nfrom = \"m%d\"\nto = \"o\"\n", i, i, i)
				c, m = append(c, fmt.Sprintf("%q", fmt.Sprint("c", i))), append(m, fmt.Sprintf("%q", fmt.Sprint("m", i)))
				for j := range contexts {
					text += fmt.Sprintf("[[link]]\nfrom = \"c%d\"\nto = \"m%d\"\nstatus = \"mixed\"\n", i, j)
				}
			}
			text += "[configuration.one]\ntitle = \"One\"\ncontext = [" + strings.Join(c, ", ") + "]\nmechanism = [" + strings.Join(m, ", ") + "]\noutcome = [\"o\"]\n"
			for _, width := range []float64{0, 120, 180} {
				o := Options{Options: scene.Options{View: scene.View{Name: scene.InRows}}, Paper: fit.Paper{Width: width * fit.Millimetre}}
				pages, err := Pages(theorytest.Load(t, text), o)
				if err != nil {
					t.Fatal(err)
				}
				row, said := pages[0].sheet.Rows[0], ""
				for _, g := range row.Gaps {
					for _, line := range g.Texts {
						said += line.String + " "
					}
					if !row.Area.Contains(g.At) {
						t.Errorf("%d contexts at %.0f mm: %v is outside the row %v", contexts, width, g.At, row.Area)
					}
					for _, l := range row.ShownLines() {
						if l.Crosses(g.At.Grown(1)) {
							t.Errorf("%d contexts at %.0f mm: %s strikes through the words", contexts, width, l.Name)
						}
						for _, sign := range l.Signs() {
							if sign.At.Overlaps(g.At) {
								t.Errorf("%d contexts at %.0f mm: the sign of %s stands on the words", contexts, width, l.Name)
							}
						}
					}
				}
				if said = strings.Join(strings.Fields(said), " "); !strings.Contains(said, want) {
					t.Errorf("%d contexts at %.0f mm: the lane says %q", contexts, width, said)
				}
			}
		}
	}
}
