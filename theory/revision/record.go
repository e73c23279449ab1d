package revision

import (
	"slices"

	"icamo/theory"
)

// The records below hold every key of the format but those that say where things stand and not what they say: a
// table's id, a theory's include, and the "was" that speaks of the other version, which lineage tells.

func (c *comparison) nodeRecord(n *theory.Node, was []string) record {
	r := []value{
		text("kind", n.Kind),
		text("label", n.Label),
		text("description", n.Description),
		text("resource", n.Resource),
		text("reasoning", n.Reasoning),
		set("beneficiary", n.Beneficiary, c.nodesBecame.ids),
		text("horizon", n.Horizon),
		text("valence", n.Valence),
		flag("unintended", n.Unintended),
		set("supported_by", n.SupportedBy, nil),
		set("contradicted_by", n.ContradictedBy, nil),
		text("because", n.Because),
		{name: "was", set: true, ids: was},
		text("dropped", n.Dropped),
	}
	return record{r, byName(acceptances(n.Element))}
}

func linkRecord(l *theory.Link) record {
	r := []value{
		text("from", l.From.ID),
		text("to", l.To.ID),
		text("effect", l.Effect),
		text("status", l.Status),
		set("supported_by", l.SupportedBy, nil),
		set("contradicted_by", l.ContradictedBy, nil),
		text("because", l.Because),
		text("description", l.Description),
		text("dropped", l.Dropped),
	}
	return record{r, byName(acceptances(l.Element))}
}

func (c *comparison) configurationRecord(cf *theory.Configuration, was []string) record {
	r := []value{text("title", cf.Title), {name: "number"}}
	if cf.Number != 0 || cf.Has("number") {
		r[1].one = float64(cf.Number)
	}
	for _, role := range theory.Kinds {
		v := value{name: string(role), set: true, follow: c.nodesBecame.ids}
		for _, m := range cf.In(role) {
			v.ids = append(v.ids, m.ID)
		}
		slices.Sort(v.ids)
		v.ids = slices.Compact(v.ids)
		r = append(r, v)
	}
	r = append(r,
		set("formal_theory", cf.FormalTheory, nil),
		set("requires", cf.Requires, c.configurationsBecame.ids),
		set("influences", cf.Influences, c.configurationsBecame.ids),
		set("active_in", cf.ActiveIn, nil),
		set("not_active_in", cf.NotActiveIn, nil),
		text("confidence", cf.Confidence),
		text("because", cf.Because),
		text("description", cf.Description),
		value{name: "was", set: true, ids: was},
		text("dropped", cf.Dropped),
	)
	return record{r, byName(acceptances(cf.Element))}
}

func evidenceRecord(e *theory.Evidence) record {
	r := []value{
		text("type", e.Type),
		text("source", e.Source.ID),
		set("cases", e.Cases, nil),
		text("text", e.Text),
		text("locator", e.Locator),
		text("description", e.Description),
		text("measure", e.Measure),
		number("estimate", e.Estimate),
		{name: "interval"},
		text("p", e.P),
		text("finding", e.Finding),
		flag("lower_is_better", e.LowerIsBetter),
	}
	if e.Interval != nil {
		r[8].one = e.Interval[:]
	}
	return record{r, byName(acceptances(e.Element))}
}

func sourceRecord(s *theory.Source) record {
	return record{[]value{text("citation", s.Citation), text("doi", s.DOI), text("url", s.URL), text("description", s.Description)},
		byName(acceptances(s.Element))}
}

func caseRecord(c *theory.Case) record {
	r := []value{text("label", c.Label), text("kind", c.Kind), text("description", c.Description)}
	var attributes []value
	for _, a := range c.Attributes {
		attributes = append(attributes, value{name: "attributes." + a.Name, one: a.Value})
	}
	return record{r, byName(attributes, acceptances(c.Element))}
}

func formalTheoryRecord(f *theory.FormalTheory) record {
	return record{[]value{text("label", f.Label), text("source", f.Source.ID), text("description", f.Description)},
		byName(acceptances(f.Element))}
}

func theoryRecord(t *theory.Theory) record {
	authors := value{name: "authors"}
	if len(t.Authors) > 0 {
		authors.one = t.Authors
	}
	r := []value{
		text("id", t.ID),
		text("title", t.Title),
		text("version", t.Version),
		text("heuristic", t.Heuristic),
		text("revises", t.Revises.ID),
		text("citation", t.Citation),
		text("doi", t.DOI),
		authors,
		text("description", t.Description),
		text("language", t.Language),
	}
	return record{r, byName(acceptances(t.Element))}
}

func set(name string, refs []theory.Ref, follow heirs) value {
	return value{name: name, set: true, ids: ids(refs), follow: follow}
}

// ids are the ids that references name, sorted and each once.
func ids(refs []theory.Ref) []string {
	if len(refs) == 0 {
		return nil
	}
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func acceptances(e theory.Element) []value {
	var accepted []value
	for _, a := range e.Accept {
		accepted = append(accepted, value{name: "accept." + a.Code, one: a.Reason})
	}
	return accepted
}
