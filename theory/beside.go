package theory

import "iter"

// Beside is what the steps of a configuration need, and what inhibits them, that is no member of it: the claim stands or falls with
// these too. What was refuted is left to those configurations that name it. The part is what the configuration spans. It also says
// through how many links it went, which may be many more, for those who ask of many configurations.
func (t *Theory) Beside(c *Configuration, part *Graph) (needed, inhibiting []*Link, links int) {
	for l := range t.graph.ontoPart(part) {
		links++
		switch {
		case part.Has(l.Source) || !l.MadeIn(c) || t.StatusIn(c, l) == Refuted:
		case l.Necessary:
			needed = append(needed, l)
		case l.Effect == Inhibits:
			inhibiting = append(inhibiting, l)
		}
	}
	return needed, inhibiting, links
}

// ontoPart goes through the links of the graph that end at a mechanism, an outcome or a step of a part of it, wherever they start.
func (g *Graph) ontoPart(part *Graph) iter.Seq[*Link] {
	return func(yield func(*Link) bool) {
		for _, n := range part.Nodes {
			if n.Kind != Mechanism && n.Kind != Outcome {
				continue
			}
			for _, l := range g.In(n) {
				if !yield(l) {
					return
				}
			}
		}
		for _, step := range part.Links {
			for _, l := range g.Onto(step) {
				if !yield(l) {
					return
				}
			}
		}
	}
}
