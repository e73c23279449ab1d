package trace

import (
	"cmp"
	"fmt"
	"strings"

	"icamo/theory"
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

// order ranks statuses: refuted < not tested, not activated < hypothesised < mixed < supported.
var order = map[theory.Status]int{
	theory.Refuted:      1,
	theory.NotTested:    2,
	theory.NotActivated: 2,
	theory.Hypothesised: 3,
	theory.Mixed:        4,
	theory.Supported:    5,
}

// Compare orders strengths, the weaker first: by status, then by cases.
func (s Strength) Compare(o Strength) int {
	return cmp.Or(cmp.Compare(order[s.Status], order[o.Status]), cmp.Compare(s.Cases, o.Cases))
}

// String is the strength in words: "supported, 2 cases".
func (s Strength) String() string {
	status := strings.ReplaceAll(string(s.Status), "-", " ")
	switch {
	case s.Cases == 1:
		return status + ", 1 case"
	case s.Cases > 1:
		return fmt.Sprintf("%s, %d cases", status, s.Cases)
	case s.Status.ClaimsSupport():
		return status + ", no case named"
	}
	return status
}
