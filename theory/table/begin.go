package table

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// begin finds what the statement speaks of as bringing about: "If" names the interventions, so that what contexts bring about without
// them is no support for it. Where no intervention has a link in the theory, it is the contexts and actors, as in PT402.
func (st *statement) begin(s *Spans, blocking []*theory.Node) {
	st.blocking = blocking
	for _, n := range liveNodes(st.c.All(theory.Intervention)) {
		links := s.from(n)
		if len(links) > 0 {
			st.starts = append(st.starts, n)
		}
		for _, l := range links {
			within := func(m theory.Member) bool { return m.Node != nil && m.Node == l.Target }
			if !l.Live() && l.MadeIn(st.c) && slices.ContainsFunc(st.c.Members, within) {
				st.gone = append(st.gone, wording.Link(l))
			}
		}
	}
	var others []*theory.Node
	for _, m := range slices.Concat(st.c.Members, st.c.Overarching) {
		role := m.Role == theory.Mechanism || m.Role == theory.Outcome
		if n := m.Node; n != nil && n.Live() && !role && !slices.Contains(blocking, n) && !slices.Contains(st.starts, n) {
			others = append(others, n)
		}
	}
	interventions := st.starts
	if len(st.starts) == 0 {
		st.starts = others
	}
	if len(st.starts) > 0 {
		st.unled = st.unledOf(slices.Concat(st.starts, others, blocking))
	}
	if len(interventions) > 0 && len(others) > 0 {
		st.others = st.part.Best(st.status, others, slices.Concat(blocking, st.starts, st.unled)...)
	}
}

// unledOf are the mechanisms and outcomes to which no link of the configuration leads, besides what it may begin from: nothing says
// that they are there for what needs them.
func (st *statement) unledOf(begin []*theory.Node) []*theory.Node {
	var unled []*theory.Node
	for _, n := range liveNodes(slices.Concat(st.c.In(theory.Mechanism), st.c.All(theory.Outcome))) {
		if len(st.part.In(n)) == 0 && !slices.Contains(begin, n) {
			unled = append(unled, n)
		}
	}
	return unled
}

// from lists the links of the theory that start from a node, dropped ones too.
func (s *Spans) from(n *theory.Node) []*theory.Link {
	if s.links == nil {
		s.links = make(map[*theory.Node][]*theory.Link)
		for _, l := range s.t.Links {
			s.links[l.Source] = append(s.links[l.Source], l)
		}
	}
	return s.links[n]
}

// noWay says why an outcome does not come about: to what nothing leads, or from what.
func (st *statement) noWay(n *theory.Node) []string {
	if len(st.part.In(n)) == 0 {
		return append([]string{st.words.NoWay}, st.dropped()...)
	}
	var unled []string
	into := st.part.Into(n)
	for _, m := range liveNodes(slices.Concat(st.c.In(theory.Mechanism), st.c.In(theory.Outcome))) {
		if into[m] && m != n && !slices.Contains(st.starts, m) && !slices.ContainsFunc(st.part.In(m), st.leads) {
			unled = append(unled, m.Label)
		}
	}
	var about []string
	switch {
	case len(unled) > 0:
		about = append(about, st.words.Unled(strings.Join(unled, "; ")))
	case st.part.From(st.starts...)[n]:
		about = append(about, st.words.Lacking)
	case len(st.starts) > 0:
		var from []string
		for _, m := range st.starts {
			from = append(from, m.Label)
		}
		about = append(about, st.words.NoPath(strings.Join(from, "; ")))
	default:
		about = append(about, st.words.NoWay)
	}
	return append(about, st.dropped()...)
}

// leads says whether a link starts from something that does not only block.
func (st *statement) leads(l *theory.Link) bool { return !slices.Contains(st.blocking, l.Source) }

// dropped names the links of the configuration's interventions that were dropped.
func (st *statement) dropped() []string {
	if len(st.gone) == 0 {
		return nil
	}
	return []string{st.words.Dropped(strings.Join(st.gone, "; "))}
}
