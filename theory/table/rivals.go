package table

import (
	"slices"

	"icamo/theory"
)

// Rivals are the configurations that would explain the same outcome otherwise: those that a configuration names, then the live ones
// that name it, as rivals are so of one another whichever of them says it.
func (s *Spans) Rivals(c *theory.Configuration) []theory.Ref {
	if s.naming == nil {
		s.naming = make(map[string][]theory.Ref)
		for _, other := range s.t.Configurations {
			if !other.Live() {
				continue
			}
			for _, ref := range other.Rival {
				s.naming[ref.ID] = append(s.naming[ref.ID], theory.Ref{ID: other.ID, At: ref.At})
			}
		}
	}
	rivals := slices.Clone(c.Rival)
	if !c.Live() {
		return rivals
	}
	for _, ref := range s.naming[c.ID] {
		if ref.ID != c.ID && !slices.ContainsFunc(rivals, func(r theory.Ref) bool { return r.ID == ref.ID }) {
			rivals = append(rivals, ref)
		}
	}
	return rivals
}
