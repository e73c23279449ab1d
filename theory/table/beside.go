package table

import "icamo/theory"

// mostBeside is how many of the needs and blockers that are no members a statement names: a mechanism of many configurations has
// those of all of them.
const mostBeside = 20

// beside says what a configuration needs, and what inhibits it, that is no member of it.
func (st *statement) beside(s *Spans) {
	needed, inhibiting, links := s.t.Beside(st.c, st.part)
	s.size += links
	st.say(st.words.NeededBeside, st.first(needed))
	st.say(st.words.BlockedBeside, st.first(inhibiting))
}

// first are the claims of the first of some links, and how many more there are.
func (st *statement) first(links []*theory.Link) []string {
	var claims []string
	for _, l := range links[:min(len(links), mostBeside)] {
		claims = append(claims, st.claim(l))
	}
	if more := len(links) - len(claims); more > 0 {
		claims = append(claims, st.words.More(more))
	}
	return claims
}
