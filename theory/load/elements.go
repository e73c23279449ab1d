package load

import (
	"cmp"
	"slices"

	"icamo/theory"
)

func (r *reader) theory(f *fields) {
	t := r.t
	t.Element = f.element
	t.ID = f.text("id")
	t.Title = f.text("title")
	t.Version = f.text("version")
	t.Heuristic = cmp.Or(theory.Heuristic(f.text("heuristic")), theory.ICAMO)
	t.Citation = f.text("citation")
	t.DOI = f.text("doi")
	t.Authors = f.texts("authors")
	t.Description = f.text("description")
	t.Language = f.text("language")
	t.Revises = f.ref("revises")
	f.own(&t.Element)
}

func (r *reader) node(kind theory.Kind, f *fields) {
	n := &theory.Node{
		Element:        f.element,
		Kind:           kind,
		Label:          f.text("label"),
		Description:    f.text("description"),
		Resource:       f.text("resource"),
		Reasoning:      f.text("reasoning"),
		Beneficiary:    f.refs("beneficiary"),
		Horizon:        theory.Horizon(f.text("horizon")),
		Unintended:     f.flag("unintended"),
		SupportedBy:    f.refs("supported_by"),
		ContradictedBy: f.refs("contradicted_by"),
		Because:        f.text("because"),
		Was:            f.refs("was"),
		Dropped:        f.text("dropped"),
	}
	if kind == theory.Outcome {
		n.Valence = cmp.Or(theory.Valence(f.text("valence")), theory.Wanted)
	}
	of := f.own(&n.Element)
	f.citeAll("actor", of, n.Beneficiary)
	f.citeAll("evidence", of, n.SupportedBy)
	f.citeAll("evidence", of, n.ContradictedBy)
	r.t.Nodes = append(r.t.Nodes, n)
}

func (r *reader) link(f *fields) {
	l := &theory.Link{
		Element:        f.element,
		From:           f.ref("from"),
		To:             f.ref("to"),
		Effect:         cmp.Or(theory.Effect(f.text("effect")), theory.Promotes),
		Status:         cmp.Or(theory.Status(f.text("status")), theory.Hypothesised),
		SupportedBy:    f.refs("supported_by"),
		ContradictedBy: f.refs("contradicted_by"),
		Because:        f.text("because"),
		Description:    f.text("description"),
		Dropped:        f.text("dropped"),
	}
	l.ID = theory.LinkID(l.From.ID, l.To.ID, l.Effect)
	of := f.own(&l.Element)
	f.cite("node", of, &l.From, &l.To)
	f.citeAll("evidence", of, l.SupportedBy)
	f.citeAll("evidence", of, l.ContradictedBy)
	r.t.Links = append(r.t.Links, l)
}

func (r *reader) configuration(f *fields) {
	c := &theory.Configuration{
		Element:      f.element,
		Title:        f.text("title"),
		Number:       f.whole("number"),
		FormalTheory: f.refs("formal_theory"),
		Requires:     f.refs("requires"),
		Influences:   f.refs("influences"),
		ActiveIn:     f.refs("active_in"),
		NotActiveIn:  f.refs("not_active_in"),
		Confidence:   theory.Confidence(f.text("confidence")),
		Because:      f.text("because"),
		Description:  f.text("description"),
		Was:          f.refs("was"),
		Dropped:      f.text("dropped"),
	}
	for _, role := range theory.Kinds {
		refs := f.refs(string(role))
		c.Members = slices.Grow(c.Members, len(refs))
		named := make(map[string]bool, len(refs))
		for _, ref := range refs {
			if !named[ref.ID] { // twice in one role is once
				named[ref.ID] = true
				c.Members = append(c.Members, theory.Member{Role: role, Ref: ref})
			}
		}
	}
	of := f.own(&c.Element)
	for i := range c.Members {
		f.cite("node", of, &c.Members[i].Ref)
	}
	f.citeAll("formal_theory", of, c.FormalTheory)
	f.citeAll("configuration", of, c.Requires)
	f.citeAll("configuration", of, c.Influences)
	f.citeAll("case", of, c.ActiveIn)
	f.citeAll("case", of, c.NotActiveIn)
	r.t.Configurations = append(r.t.Configurations, c)
}

func (r *reader) source(f *fields) {
	s := &theory.Source{
		Element:     f.element,
		Citation:    f.text("citation"),
		DOI:         f.text("doi"),
		URL:         f.text("url"),
		Description: f.text("description"),
	}
	f.own(&s.Element)
	r.t.Sources = append(r.t.Sources, s)
}

func (r *reader) caseTable(f *fields) {
	c := &theory.Case{
		Element:     f.element,
		Label:       f.text("label"),
		Kind:        f.text("kind"),
		Description: f.text("description"),
		Attributes:  f.attributes("attributes"),
	}
	f.own(&c.Element)
	r.t.Cases = append(r.t.Cases, c)
}

func (r *reader) evidence(f *fields) {
	e := &theory.Evidence{
		Element:       f.element,
		Type:          theory.EvidenceType(f.text("type")),
		Source:        f.ref("source"),
		Cases:         f.refs("cases"),
		Text:          f.text("text"),
		Locator:       f.text("locator"),
		Description:   f.text("description"),
		Measure:       f.text("measure"),
		Estimate:      f.number("estimate"),
		Interval:      f.interval("interval"),
		P:             f.text("p"),
		Finding:       theory.Result(f.text("finding")),
		LowerIsBetter: f.flag("lower_is_better"),
	}
	if one := f.ref("case"); one.ID != "" {
		e.Cases = append([]theory.Ref{one}, e.Cases...)
	}
	of := f.own(&e.Element)
	f.cite("source", of, &e.Source)
	f.citeAll("case", of, e.Cases)
	r.t.Evidence = append(r.t.Evidence, e)
}

func (r *reader) formalTheory(f *fields) {
	ft := &theory.FormalTheory{
		Element:     f.element,
		Label:       f.text("label"),
		Source:      f.ref("source"),
		Description: f.text("description"),
	}
	of := f.own(&ft.Element)
	f.cite("source", of, &ft.Source)
	r.t.FormalTheories = append(r.t.FormalTheories, ft)
}
