package scene

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// studiedIn are the cases in which a configuration was studied, by their labels; "" where it does not say so.
func studiedIn(t *theory.Theory, c *theory.Configuration) string {
	cases := casesNamed(t, c.Cases)
	if len(cases) == 0 {
		return ""
	}
	return wording.Of(t).Say("studied in {1}", wording.Of(t).List(cases))
}

// studied says where the configuration that is shown was studied, and that evidence of other cases does not count, where a link has
// another status for it; of an overview, where each was. "" where none says so.
func (s *Scene) studied() string {
	if c := s.Configuration; c != nil {
		said := wording.Capital(studiedIn(s.Theory, c))
		other := func(l *Line) bool { return !l.inCase && !l.Dropped() && l.relation == nil && l.status != l.Link.Status }
		switch {
		case said == "":
			return ""
		case slices.ContainsFunc(s.DrawnLines(), other):
			return s.words().Say("{1}: evidence of other cases does not count here.", said)
		}
		return said + "."
	}
	if !s.Overview() {
		return ""
	}
	var said []string
	numbers := make(map[string][]string)
	for _, c := range s.Theory.Configurations {
		where := studiedIn(s.Theory, c)
		if where == "" || !c.Live() {
			continue
		}
		if numbers[where] == nil {
			said = append(said, where)
		}
		numbers[where] = append(numbers[where], strconv.Itoa(s.Theory.NumberOf(c)))
	}
	for i, where := range said {
		said[i] = wording.Capital(where) + ": " + configurationsOf(s.words(), numbers[where]) + "."
	}
	return strings.Join(said, " ")
}
