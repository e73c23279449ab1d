package theory

import "slices"

// CountingFor lists the references whose evidence counts for a configuration: where it says in which cases it was studied,
// evidence of other cases does not, as what one site shows is no evidence of another. Evidence that names no case counts, as
// it is of no other.
func (t *Theory) CountingFor(c *Configuration, refs []Ref) []Ref {
	if c == nil || len(c.Cases) == 0 {
		return refs
	}
	return slices.DeleteFunc(slices.Clone(refs), func(ref Ref) bool {
		e := t.Piece(ref.ID)
		return e != nil && len(e.Cases) > 0 && !slices.ContainsFunc(e.Cases, func(of Ref) bool {
			return slices.ContainsFunc(c.Cases, func(own Ref) bool { return own.ID == of.ID })
		})
	})
}

// StatusIn is how far a link is supported in a configuration: as declared, but hypothesised where the evidence that the
// status rests on is of other cases alone.
func (t *Theory) StatusIn(c *Configuration, l *Link) Status {
	rests := l.SupportedBy
	if l.Status == Refuted {
		rests = l.ContradictedBy
	}
	if (l.Status.ClaimsSupport() || l.Status == Refuted) && len(rests) > 0 && len(t.CountingFor(c, rests)) == 0 {
		return Hypothesised
	}
	return l.Status
}

// MadeIn says whether the claim of a link is made in a configuration: a link may say in which alone it is.
func (l *Link) MadeIn(c *Configuration) bool {
	return len(l.Configurations) == 0 || slices.ContainsFunc(l.Configurations, func(ref Ref) bool { return ref.ID == c.ID })
}
