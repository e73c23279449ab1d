package scene

import (
	"testing"

	"icamo/theory"
)

// TestShortCitation holds that sources are named on lines by author and year only where their citations begin with an author, and that
// no two are named alike.
func TestShortCitation(t *testing.T) {
	for citation, want := range map[string]string{
		"Egmose CH, Poulsen CH (2024). The PEER trial": "Egmose 2024",
		"Egmose et al. (2024) BMC Psychiatry 24:555":   "Egmose 2024",
		"Opdigtet og Opdigtet (2025)":                  "Opdigtet 2025",
		"Smith, A. B. (2020b). A trial":                "Smith 2020b",
		"van der Berg J-P (1999)":                      "van der Berg 1999",
		"García Márquez G (1967)":                      "García Márquez 1967",
		"World Health Organization (2020). Guideline":  "World Health Organization 2020",
		"Our interviews with pupils, 2026":             "s",
		"Our twelve interviews, 2026":                  "s",
		"A trial of the course (invented)":             "s",
		"Smith A, in press":                            "s",
		"2026":                                         "s",
		"":                                             "s",
	} {
		s := source("s", citation)
		if got := shortCitation(&theory.Theory{Sources: []*theory.Source{s}}, s); got != want {
			t.Errorf("%q is named %q, not %q", citation, got, want)
		}
	}
	all := &theory.Theory{Sources: []*theory.Source{source("x", "Smith A (2020) A trial"), source("y", "Smithson A (2020)"), source("z", "Smith B (2020) Another")}}
	for i, want := range []string{"Smith 2020a", "Smithson 2020", "Smith 2020b"} {
		if got := shortCitation(all, all.Sources[i]); got != want {
			t.Errorf("%q is named %q, not %q", all.Sources[i].Citation, got, want)
		}
	}
}

func source(id, citation string) *theory.Source {
	s := &theory.Source{Citation: citation}
	s.ID = id
	return s
}
