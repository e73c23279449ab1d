package check

import (
	"fmt"

	"icamo/theory"
)

// Unused reports sources, cases, evidence and formal theories that nothing cites.
var Unused = Rule{Code: "PT110", Name: "unused", Severity: Info,
	Doc:    "Evidence, a source, a case or a formal theory to which nothing refers. What stands in an included file is shared by versions: it is looked at only from a version that revises another, and one use in any of them is enough.",
	Why:    "Evidence that was collected and speaks to no claim is either a claim not yet made or a voice not heard; an audit trail shows it.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on data analysis",
	Remedy: "Cite it where it speaks for or against a claim, or take it out.",
	Bad: `[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"
`,
	Good: `[case.p7]
label = "Participant 7"

[evidence.p7-miscast]
type    = "quote"
source  = "egmose-2024"
case    = "p7"
text    = "I did not experience it as safe."
locator = "Results, connectedness"

[[link]]
from            = "group-rules"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast"]
`,
	Reads: []string{"id"},
	Run:   unused,
}

func unused(p *Pass) {
	t := p.Theory
	uses := usesOf(t)
	for earlier := t.Earlier; earlier != nil; earlier = earlier.Earlier {
		usesOf(earlier).addTo(uses)
	}
	ask := func(what string, e *theory.Element, used map[string]bool, remedy string, keys ...string) {
		if !used[e.ID] && !p.unreadAnywhere(keys...) && (p.Own(e.At) || t.Earlier != nil) {
			p.Report(e, e.At, fmt.Sprintf("nothing refers to %s %q; %s or take it out", what, e.ID, remedy))
		}
	}
	for _, e := range t.Evidence {
		ask("evidence", &e.Element, uses.evidence, "cite it for or against a claim,", "supported_by", "contradicted_by")
	}
	for _, c := range t.Cases {
		ask("case", &c.Element, uses.cases, "name it where it speaks,", "case", "cases", "active_in", "not_active_in")
	}
	for _, s := range t.Sources {
		ask("source", &s.Element, uses.sources, "name it where it is drawn on,", "source")
	}
	for _, f := range t.FormalTheories {
		ask("formal theory", &f.Element, uses.formalTheories, "name it in a configuration", "formal_theory")
	}
}

// uses are the ids that anything in a theory refers to.
type uses struct{ evidence, cases, sources, formalTheories map[string]bool }

func usesOf(t *theory.Theory) uses {
	u := uses{make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool)}
	add := func(to map[string]bool, refs ...theory.Ref) {
		for _, ref := range refs {
			to[ref.ID] = true
		}
	}
	for _, n := range t.Nodes {
		add(u.evidence, n.SupportedBy...)
		add(u.evidence, n.ContradictedBy...)
	}
	for _, l := range t.Links {
		add(u.evidence, l.SupportedBy...)
		add(u.evidence, l.ContradictedBy...)
	}
	for _, c := range t.Configurations {
		add(u.cases, c.ActiveIn...)
		add(u.cases, c.NotActiveIn...)
		add(u.formalTheories, c.FormalTheory...)
	}
	for _, e := range t.Evidence {
		add(u.cases, e.Cases...)
		add(u.sources, e.Source)
	}
	for _, f := range t.FormalTheories {
		add(u.sources, f.Source)
	}
	return u
}

func (u uses) addTo(all uses) {
	for _, pair := range [][2]map[string]bool{
		{u.evidence, all.evidence}, {u.cases, all.cases}, {u.sources, all.sources}, {u.formalTheories, all.formalTheories},
	} {
		for id := range pair[0] {
			pair[1][id] = true
		}
	}
}
