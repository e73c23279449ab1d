package table

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
)

// mechanismsOf names the mechanisms of the configuration that raise an outcome within it, or by which one is lowered that
// nothing raises; with how sure that is where the outcome is surer, by other ways. Those by which it comes about by ways from contexts
// and actors alone are said apart.
func (st *statement) mechanismsOf(n *theory.Node) string {
	own := st.mechanismsOn(n, st.best)
	if st.others == nil {
		return st.named(n, own, st.best, st.best)
	}
	others := slices.DeleteFunc(st.mechanismsOn(n, st.others), func(m *broughtAbout) bool { return slices.Contains(own, m) })
	switch {
	case len(own) == 0 && len(st.otherPaths(n)) > 0:
		return st.named(n, others, st.others, st.others)
	case len(own) > 0 && len(others) > 0:
		return st.named(n, own, st.best, st.best) + "; " + st.words.OtherPaths + " " + st.named(n, others, st.others, st.best)
	}
	return st.named(n, own, st.best, st.best)
}

// named names mechanisms that are on some ways to an outcome, each with how sure that is where the outcome is not as sure.
func (st *statement) named(n *theory.Node, mechanisms []*broughtAbout, ways, outcome *theory.Best) string {
	var names []string
	for _, m := range mechanisms {
		name := m.by.Label
		if own := st.sureBy(m, ways, bringing(n, ways)); own != cmp.Or(outcome.Raised(n), outcome.Lowered(n)) {
			name += " (" + st.words.Status(own) + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, "; ")
}

// triggered says whether ways raise a mechanism, or it is where they begin; held, whether they lower it.
func (st *statement) triggered(m *broughtAbout, ways *theory.Best) bool {
	return ways.Raised(m.by) != "" || slices.Contains(st.starts, m.by) || len(st.starts) == 0 && m.present
}

func (st *statement) held(m *broughtAbout, ways *theory.Best) bool {
	return ways.Lowered(m.by) != "" || len(st.starts) == 0
}

// past says of an outcome that it comes about by ways on which no mechanism is, where the configuration has some: what is known of
// it is no support for these. It is silent where some way may go by a mechanism that is held back.
func (st *statement) past(n *theory.Node, ways *theory.Best) []string {
	onWay := func(m *broughtAbout) bool {
		through := st.triggered(m, ways) && m.answer.Reaches(n) != theory.No || st.held(m, ways) || ways.Unsettled(m.by)
		return m.by == n || through && st.leadsTo(m, n)
	}
	if len(st.by) == 0 || slices.ContainsFunc(st.by, onWay) {
		return nil
	}
	return []string{st.words.Past}
}

// leadsTo says whether a path leads from a mechanism to an outcome, whatever it needs and does.
func (st *statement) leadsTo(m *broughtAbout, n *theory.Node) bool {
	if m.ahead == nil {
		m.ahead = st.part.From(m.by)
	}
	return m.ahead[n]
}

// otherPaths says how sure an outcome is by ways from contexts and actors alone, where the interventions bring nothing about, or
// bring it about past the mechanisms that those ways go by.
func (st *statement) otherPaths(n *theory.Node) []string {
	if st.others == nil {
		return nil
	}
	own, lowered, other := st.best.Raised(n), st.best.Lowered(n), st.others.Raised(n)
	nothing := own == theory.Refuted && lowered == "" || own == theory.NotActivated || own == "" && lowered == ""
	surer := slices.Index(theory.Statuses, other) < slices.Index(theory.Statuses, cmp.Or(own, theory.Refuted))
	past := !nothing && len(st.past(n, st.best)) > 0 && len(st.mechanismsOn(n, st.others)) > 0
	if other == "" || !past && !(nothing && surer) {
		return nil
	}
	return append([]string{st.words.OtherPaths + " " + st.words.Status(other)}, st.past(n, st.others)...)
}

// mechanismsOn are those that an outcome comes about by on some ways.
func (st *statement) mechanismsOn(n *theory.Node, ways *theory.Best) []*broughtAbout {
	raised := ways.Raised(n) != ""
	if !raised && ways.Lowered(n) == "" {
		return nil
	}
	brings := bringing(n, ways)
	var on []*broughtAbout
	for _, m := range st.by {
		led := st.triggered(m, ways) || !raised && st.held(m, ways)
		if m.by != n && led && brings(m.answer) {
			on = append(on, m)
		}
	}
	return on
}

// bringing says of an answer whether it raises an outcome, or where the ways only lower it, whether it changes it.
func bringing(n *theory.Node, ways *theory.Best) func(*theory.Answer) bool {
	raised := ways.Raised(n) != ""
	return func(a *theory.Answer) bool { return a.Way(n) != nil || !raised && a.Lowers(n) == theory.Yes }
}

// sureBy is the best status such that links of it and better ones alone lead to a mechanism, and make it bring something about.
func (st *statement) sureBy(m *broughtAbout, ways *theory.Best, brings func(*theory.Answer) bool) theory.Status {
	start := slices.Index(theory.Statuses, cmp.Or(ways.Raised(m.by), ways.Lowered(m.by)))
	for i := range theory.Statuses {
		if m.upTo[i] == nil {
			m.upTo[i] = st.part.ComeAbout(theory.Question{From: []*theory.Node{m.by}, There: st.there,
				Counts: func(l *theory.Link) bool { return slices.Index(theory.Statuses, st.status(l)) <= i }})
		}
		if brings(m.upTo[i]) {
			return theory.Statuses[max(i, start)]
		}
	}
	return theory.Refuted
}
