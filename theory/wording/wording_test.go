package wording

import (
	"testing"

	"icamo/theory"
)

func TestEnglish(t *testing.T) {
	estimate := 3.6
	trust, hope := &theory.Node{Label: "Trust"}, &theory.Node{Label: "Hope"}
	link := &theory.Link{Source: trust, Target: hope, Effect: theory.Inhibits}
	for got, want := range map[string]string{
		English.Counted(1, "piece of evidence"):           "1 piece of evidence",
		English.Counted(2, "piece of evidence"):           "2 pieces of evidence",
		English.Counted(0, "formal theory"):               "0 formal theories",
		English.List([]string{"a"}):                       "a",
		English.List([]string{"a", "b", "c"}):             "a, b and c",
		English.FirstOf([]string{"a", "b", "c"}, 3):       "a, b, c",
		English.FirstOf([]string{"a", "b", "c"}, 2):       "a, b and 1 more",
		English.FewOf(Quoted([]string{"a", "b", "c"}), 2): `"a", "b" and others`,
		Link(link):             "Trust ⊣ Hope",
		English.Sentence(link): "Trust inhibits Hope",
		English.Effect(&theory.Evidence{Text: "x", P: "0.02"}): "", // no trial's
		English.Effect(&theory.Evidence{Type: theory.EffectType, Measure: "MANSA", Estimate: &estimate, P: "0.02", Interval: &[2]float64{0.5, 6.8}, Finding: theory.Improved}): "MANSA: 3.6, 95 % CI 0.5 to 6.8, p = 0.02, improved",
		English.Effect(&theory.Evidence{Type: theory.EffectType, P: "<0.001", Finding: theory.NoDifference, LowerIsBetter: true}):                                              "p <0.001, no difference (lower is better)",
	} {
		if got != want {
			t.Errorf("worded as %q, want %q", got, want)
		}
	}
}
