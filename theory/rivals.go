package theory

import "slices"

// Rivals are the configurations that would explain the same outcome otherwise: those that a configuration names, then the live ones
// that name it, as rivals are so of one another whichever of them says it.
func (t *Theory) Rivals(c *Configuration) []Ref {
	rivals := slices.Clone(c.Rival)
	for _, ref := range t.index.namingAsRival()[c.ID] {
		if ref.ID != c.ID && !slices.ContainsFunc(rivals, func(r Ref) bool { return r.ID == ref.ID }) {
			rivals = append(rivals, ref)
		}
	}
	return rivals
}

// namingAsRival finds the live configurations that name one as a rival, each with where it does, by the id of that one.
func namingAsRival(configurations []*Configuration) map[string][]Ref {
	naming := make(map[string][]Ref)
	for _, c := range configurations {
		if !c.Live() {
			continue
		}
		for _, ref := range c.Rival {
			naming[ref.ID] = append(naming[ref.ID], Ref{ID: c.ID, At: ref.At})
		}
	}
	return naming
}
