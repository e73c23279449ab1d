package scene

import "icamo/theory"

// refuted says of an overview in which configurations all paths to their outcomes are refuted, as their boxes look like all others; "" for
// none.
func (s *Scene) refuted() string {
	if !s.Overview() {
		return ""
	}
	numbers := s.numbersOfLive(func(c *theory.Configuration, _ int) bool { return refutedIn(s.Theory, c) })
	if len(numbers) == 0 {
		return ""
	}
	return s.words().Say("Refuted: all paths within {1} to outcomes.", configurationsOf(s.words(), numbers))
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
