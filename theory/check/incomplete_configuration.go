package check

import (
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// IncompleteConfiguration reports configurations with an empty role, and theories in which all are.
var IncompleteConfiguration = Rule{Code: "PT401", Name: "incomplete-configuration", Severity: Warning,
	Doc:    "A configuration in which a role that the heuristic asks for is empty: intervention, context, actor, mechanism and outcome under ICAMO; context, mechanism and outcome under CMO. A dropped member fills no role. A theory without nodes, or of which every node is dropped.",
	Why:    "A configuration is one claim, if this, in this context, for these, then that, because of this. With a part left open it cannot be tested. Published ones often are incomplete, so this warns and does not forbid.",
	Source: "Wong et al. (2016), RAMESES II reporting standards; Mukumbang et al. (2018) for ICAMO",
	Remedy: "Fill the role; where the study is silent, accept the finding and say so.",
	Bad: wholeConfiguration + `
[configuration.belonging]
title         = "Belonging"
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]
` + social,
	Good: wholeConfiguration + `
[configuration.belonging]
title         = "Belonging"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]
` + social,
	Reads: roleKeys,
	Run: func(p *Pass) {
		p.withoutNodes()
		eachConfiguration(emptyRoles)(p)
	},
}

func emptyRoles(p *Pass, c *theory.Configuration) {
	if p.unread(&p.Theory.Element, "heuristic") {
		return
	}
	filled := filledRoles(c)
	var empty []string
	for _, role := range p.Theory.Heuristic.Roles() {
		if !filled[role] {
			empty = append(empty, string(role))
		}
	}
	if len(empty) > 0 {
		p.Report(&c.Element, c.At, fmt.Sprintf("the configuration %q has no %s, which %s asks for; name the nodes under %s, or, where the study is silent, write accept = { PT401 = \"the study is silent\" }", c.ID, wording.English.FirstOf(empty, maxNamed), p.Theory.Heuristic, wording.English.List(empty)))
	}
}

// withoutNodes reports a theory in which nothing is claimed. Where something could not be read, nodes may stand there.
func (p *Pass) withoutNodes() {
	switch t := p.Theory; {
	case len(t.Faults) > 0:
	case len(t.Nodes) == 0:
		p.Report(&t.Element, t.At, "the theory has no nodes, so that it claims nothing and no figure can show it; add an [intervention.…], [mechanism.…] or [outcome.…]")
	case !slices.ContainsFunc(t.Nodes, (*theory.Node).Live):
		p.Report(&t.Element, t.At, "every node of the theory is dropped, so that it claims nothing; add what took their place, or take dropped out of those that still hold")
	}
}

// filledRoles are the roles in which a configuration has a member, or is said to need none. An unknown member fills its role:
// that it is unknown is said elsewhere.
func filledRoles(c *theory.Configuration) map[theory.Kind]bool {
	filled := make(map[theory.Kind]bool)
	for _, members := range [][]theory.Member{c.Members, c.Overarching} {
		for _, m := range members {
			if m.Node == nil || m.Node.Live() {
				filled[m.Role] = true
			}
		}
	}
	for _, role := range c.None { // said to need none
		filled[theory.Kind(role)] = true
	}
	return filled
}
