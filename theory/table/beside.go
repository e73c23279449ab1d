package table

import "icamo/theory"

// mostBeside is how many of the needs and blockers that are no members a statement names: a mechanism of many configurations has
// those of all of them.
const mostBeside = 20

// beside says what the steps of a configuration need, and what inhibits them, that is no member of it: the claim stands or falls
// with these too. What was refuted is left to those configurations that name it.
func (st *statement) beside(s *Spans) {
	var needed, blocking []string
	for l := range s.t.Graph().OntoPart(st.part) {
		s.size++
		switch {
		case st.part.Has(l.Source) || !l.MadeIn(st.c) || st.status(l) == theory.Refuted:
		case l.Necessary:
			needed = append(needed, st.claim(l))
		case l.Effect == theory.Inhibits:
			blocking = append(blocking, st.claim(l))
		}
	}
	st.say(st.words.NeededBeside, st.first(needed))
	st.say(st.words.BlockedBeside, st.first(blocking))
}

// first are the first of some texts, and how many more there are.
func (st *statement) first(texts []string) []string {
	if len(texts) <= mostBeside {
		return texts
	}
	return append(texts[:mostBeside:mostBeside], st.words.More(len(texts)-mostBeside))
}
