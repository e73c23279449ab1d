package trace

import (
	"cmp"

	"icamo/theory"
	"icamo/theory/wording"
)

// Strength is how far a link is supported: its declared status, then how many distinct cases stand behind it.
type Strength struct {
	Status theory.Status
	Cases  int
}

// strengthOf is a link's strength.
func strengthOf(t *theory.Theory, l *theory.Link) Strength {
	return Strength{l.Status, t.Backing(l.SupportedBy)}
}

// Compare orders strengths, the weaker first: by status, then by cases.
func (s Strength) Compare(o Strength) int {
	return cmp.Or(cmp.Compare(s.Status.PathRank(), o.Status.PathRank()), cmp.Compare(s.Cases, o.Cases))
}

// String is the strength in words: "supported, 2 cases", "mixed, 2 cases for".
func (s Strength) String() string {
	status := wording.English.Word(string(s.Status))
	switch {
	case s.Cases > 0 && s.Status == theory.Mixed:
		return status + ", " + wording.English.ForAndAgainst(s.Cases, 0)
	case s.Cases > 0:
		return status + ", " + wording.English.Counted(s.Cases, "case")
	case s.Status.ClaimsSupport():
		return status + ", no case named"
	}
	return status
}

// support is a link's strength in words, with the cases that speak against it where its evidence is mixed.
func support(t *theory.Theory, l *theory.Link) string {
	said := strengthOf(t, l).String()
	if against := t.Backing(l.ContradictedBy); l.Status == theory.Mixed && against > 0 {
		said += ", " + wording.English.ForAndAgainst(0, against)
	}
	return said
}
