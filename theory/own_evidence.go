package theory

import "slices"

// CountingIn lists the evidence among references that counts for a configuration, as Counting does: where it says in which
// cases it was studied, evidence of other cases does not, as what one site shows is no evidence of another. Evidence that
// names no case counts, as it is of no other. For no configuration, nil, all counts.
func (t *Theory) CountingIn(c *Configuration, refs []Ref) []*Evidence {
	counting := t.Counting(refs)
	if c == nil || len(c.Cases) == 0 {
		return counting
	}
	return slices.DeleteFunc(counting, func(e *Evidence) bool { return len(e.Cases) > 0 && len(c.CasesOf(e)) == 0 })
}

// BackingIn counts the distinct cases that stand behind references in a configuration, as Backing does: only its own, where it
// says which these are.
func (t *Theory) BackingIn(c *Configuration, refs []Ref) int {
	if c == nil || len(c.Cases) == 0 {
		return t.Backing(refs)
	}
	behind := make(map[string]bool)
	for _, e := range t.CountingIn(c, refs) {
		for _, in := range c.CasesOf(e) {
			if in.ID != "" {
				behind[in.ID] = true
			}
		}
	}
	return len(behind)
}

// CasesOf lists the cases of a piece of evidence that are the configuration's own.
func (c *Configuration) CasesOf(e *Evidence) []Ref { return c.OwnCases(e.Cases) }

// OwnCases are those of some cases that are the configuration's own; all of them where it names none, and for no configuration.
func (c *Configuration) OwnCases(cases []Ref) []Ref {
	if c == nil || len(c.Cases) == 0 {
		return cases
	}
	return slices.DeleteFunc(slices.Clone(cases), func(in Ref) bool {
		return !slices.ContainsFunc(c.Cases, func(own Ref) bool { return own.ID == in.ID })
	})
}

// StatusIn is how far a link is supported in a configuration: as declared, but hypothesised where the evidence that the
// status rests on is of other cases alone.
func (t *Theory) StatusIn(c *Configuration, l *Link) Status {
	if c == nil || len(c.Cases) == 0 {
		return l.Status
	}
	rests := l.SupportedBy
	if l.Status == Refuted {
		rests = l.ContradictedBy
	}
	if (l.Status.ClaimsSupport() || l.Status == Refuted) && t.Counts(rests) && len(t.CountingIn(c, rests)) == 0 {
		return Hypothesised
	}
	return l.Status
}

// MadeIn says whether the claim of a link is made in a configuration: a link may say in which alone it is.
func (l *Link) MadeIn(c *Configuration) bool {
	return len(l.Configurations) == 0 || slices.ContainsFunc(l.Configurations, func(ref Ref) bool { return ref.ID == c.ID })
}
