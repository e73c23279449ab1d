package scene

import (
	"strconv"

	"icamo/theory"
)

// refuted says of an overview in which configurations all paths to their outcomes are refuted, as their boxes look like all others; "" for
// none.
func (s *Scene) refuted() string {
	if !s.Overview() {
		return ""
	}
	var numbers []string
	for i, c := range s.Theory.Configurations {
		if c.Live() && refutedIn(s.Theory, c) {
			numbers = append(numbers, strconv.Itoa(ConfigurationNumber(c, i)))
		}
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return s.words().Say("Refuted: all paths to the outcomes of configuration {1}.", numbers[0])
	}
	return s.words().Say("Refuted: all paths to the outcomes of configurations {1}.", s.words().List(numbers))
}

// refutedIn says whether the outcomes of a configuration to which paths lead come about, or are held back, by refuted links alone.
func refutedIn(t *theory.Theory, c *theory.Configuration) bool {
	best := t.Part(c).Best(func(l *theory.Link) theory.Status { return t.StatusIn(c, l) }, nil)
	refuted := false
	for _, m := range c.All(theory.Outcome) {
		if m.Node == nil || !m.Node.Live() {
			continue
		}
		for _, by := range []theory.Status{best.Raised(m.Node), best.Lowered(m.Node)} {
			if by != "" && by != theory.Refuted || best.Unsettled(m.Node) {
				return false
			}
			refuted = refuted || by == theory.Refuted
		}
	}
	return refuted
}
