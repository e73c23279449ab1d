package theory

// Backing lists what distinct cases stand behind the evidence that references name, in the order of citation: the cases
// named, and for a piece that names none its source. Ten quotes of one person are one case (CERQual, adequacy).
func (t *Theory) Backing(refs []Ref) []string {
	var behind []string
	seen := make(map[string]bool)
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			behind = append(behind, id)
		}
	}
	for _, e := range t.Cited(refs) {
		for _, c := range e.Cases {
			add(c.ID)
		}
		if len(e.Cases) == 0 {
			add(e.Source.ID)
		}
	}
	return behind
}
