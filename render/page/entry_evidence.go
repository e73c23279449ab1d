package page

import (
	"icamo/theory"
	"icamo/theory/table"
	"icamo/theory/wording"
)

func (c *catalogue) evidenceEntry(e *theory.Evidence) *entry {
	p := c.piece(e)
	p.Anchor = "" // the entry itself
	of := &entry{Sort: c.words.Say("evidence"), Title: upperFirst(p.Type)}
	if names := p.Cases; len(names) == 1 {
		of.Title += ", " + names[0].Text
	}
	told := []string{"type", "text", "source", "cases", "locator"}
	if p.Effect != "" {
		told = append(told, "measure", "estimate", "interval", "p", "finding", "compared_with")
	}
	if e.Finding != "" && p.Effect != "" {
		told = append(told, "lower_is_better")
	}
	of.Facts = c.others(e, told...)
	of.evidence("", "", []piece{p})
	of.list(c.words.Say("What it is cited for"), c.citing[e.ID])
	return of
}

func (c *catalogue) caseEntry(k *theory.Case) *entry {
	e := &entry{Sort: c.words.Say("case"), Title: k.Label}
	if k.Kind != "" && k.Kind != "case" {
		e.Sort = c.words.Say("case") + ": " + c.words.Word(k.Kind)
	}
	e.text(k.Description)
	for _, a := range k.Attributes {
		e.word(upperFirst(wording.Key(a.Name)), c.words.Value(a))
	}
	e.Facts = append(e.Facts, c.others(k, "kind", "attributes")...)
	named := func(refs []theory.Ref) bool { return cites(refs, k.ID) }
	var active, partly, not []ref
	for _, g := range c.t.Configurations {
		if named(g.ActiveIn) {
			active = append(active, c.configuration(g))
		}
		if named(g.PartlyActiveIn) {
			partly = append(partly, c.configuration(g))
		}
		if named(g.NotActiveIn) {
			not = append(not, c.configuration(g))
		}
	}
	e.list(c.words.Say("Configurations active here"), active)
	e.list(c.words.Say("Configurations partly active here"), partly)
	e.list(c.words.Say("Configurations not active here"), not)
	var pieces []piece
	for _, one := range c.t.Evidence {
		if named(one.Cases) {
			pieces = append(pieces, c.piece(one))
		}
	}
	e.evidence(c.words.Say("Evidence from here"), "", pieces)
	return e
}

func (c *catalogue) formalTheoryEntry(f *theory.FormalTheory) *entry {
	e := &entry{Sort: c.words.Say("formal theory"), Title: f.Label}
	e.text(f.Description)
	e.Facts = c.others(f)
	var in []ref
	for _, g := range c.t.Configurations {
		if cites(g.FormalTheory, f.ID) {
			in = append(in, c.configuration(g))
		}
	}
	e.list(c.words.Say("Configurations that it explains"), in)
	return e
}

func (c *catalogue) sourceEntry(s *theory.Source) *entry {
	e := &entry{Sort: c.words.Say("source"), Title: wording.Cited(s)}
	e.text(s.Citation, s.Description)
	told := []string{"citation"}
	if address := table.Address(s); address != "" {
		e.fact(c.words.Say("Where"), ref{Text: address, URL: address})
		told = append(told, "doi")
		if s.DOI == "" {
			told = append(told, "url")
		}
	}
	e.Facts = append(e.Facts, c.others(s, told...)...)
	return e
}

func (c *catalogue) source(s *theory.Source) ref {
	return ref{Text: wording.Cited(s), Anchor: c.anchors.of[&s.Element]}
}

func cites(refs []theory.Ref, id string) bool {
	for _, r := range refs {
		if r.ID == id {
			return true
		}
	}
	return false
}
