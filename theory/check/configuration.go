package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// IncompleteConfiguration reports configurations with an empty role.
var IncompleteConfiguration = Rule{Code: "PT401", Name: "incomplete-configuration", Severity: Warning,
	Doc:    "A configuration in which a role that the heuristic asks for is empty: intervention, context, actor, mechanism and outcome under ICAMO; context, mechanism and outcome under CMO. A dropped member fills no role.",
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
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
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
			p.Report(&c.Element, c.At, fmt.Sprintf("the configuration %q has no %s, which %s asks for; fill it in, or accept this where the study is silent", c.ID, enumerated(empty), p.Theory.Heuristic))
		}
	}),
}

// roleKeys are the keys that name a configuration's members.
var roleKeys = []string{"intervention", "context", "actor", "mechanism", "outcome"}

// filledRoles are the roles in which a configuration has a member. An unknown member fills its role: that it is unknown is
// said elsewhere.
func filledRoles(c *theory.Configuration) map[theory.Kind]bool {
	filled := make(map[theory.Kind]bool)
	for _, m := range c.Members {
		if m.Node == nil || m.Node.Live() {
			filled[m.Role] = true
		}
	}
	return filled
}

// BrokenConfiguration reports configurations whose claim their links do not bear out.
var BrokenConfiguration = Rule{Code: "PT402", Name: "broken-configuration", Severity: Warning,
	Doc:    "A configuration with an outcome that no path of links among its members reaches by way of one of its mechanisms, starting from its interventions, contexts or actors where it has any. A configuration without a mechanism or an outcome is PT401 alone.",
	Why:    "The configuration says that its mechanism brings the outcome about; the links are where the theory says how. When they do not join up, figure and table make different claims.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation, on configurations as one proposition",
	Remedy: "Add the link that is missing, or the member through which the path goes.",
	Bad: `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[mechanism.role-models]
label = "Seeing others who recovered"

[[link]]
from = "role-models"
to   = "hope"

[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness", "hope"]
formal_theory = ["social-learning"]

[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "role-models"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]
` + social,
	Good: `[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]

[mechanism.role-models]
label = "Seeing others who recovered"

[[link]]
from = "sharing"
to   = "role-models"

[[link]]
from = "role-models"
to   = "hope"

[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing", "role-models"]
outcome       = ["connectedness", "hope"]
formal_theory = ["social-learning"]
` + social,
	Reads: roleKeys,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		if slices.ContainsFunc(c.Members, func(m theory.Member) bool { return m.Node == nil || p.isLoose(m.Node) }) {
			return // the path may go by way of what is unknown
		}
		if broken := unreachedOutcomes(p.Theory, c); len(broken) > 0 {
			p.Report(&c.Element, c.Key("outcome"), fmt.Sprintf("no path among the members of %q reaches %s by way of one of its mechanisms; add the link that is missing, or the member between", c.ID, quoted(broken)))
		}
	}),
}

// unreachedOutcomes are the ids of outcomes that no path among the members reaches from a start by way of a mechanism.
func unreachedOutcomes(t *theory.Theory, c *theory.Configuration) []string {
	var starts, mechanisms []*theory.Node
	for _, m := range c.Members {
		switch {
		case m.Node == nil || !m.Node.Live():
		case m.Role == theory.Mechanism:
			mechanisms = append(mechanisms, m.Node)
		case m.Role != theory.Outcome:
			starts = append(starts, m.Node)
		}
	}
	if len(mechanisms) == 0 {
		return nil
	}
	if len(starts) > 0 {
		started := t.FromWithin(c, starts...)
		var triggered []*theory.Node
		for _, m := range mechanisms {
			if started[m] {
				triggered = append(triggered, m)
			}
		}
		mechanisms = triggered
	}
	reached := t.FromWithin(c, mechanisms...)
	var broken []string
	for _, m := range c.In(theory.Outcome) {
		if m.Node != nil && m.Node.Live() && !reached[m.Node] {
			broken = append(broken, m.ID)
		}
	}
	return broken
}

// RoleMismatch reports members in a role that does not fit them.
var RoleMismatch = Rule{Code: "PT408", Name: "role-mismatch", Severity: Warning,
	Doc:    "A member of a configuration in a role that its kind does not allow. An outcome or a mechanism may be the context of another configuration, and under CMO an intervention or an actor may be one, too; anything else must be what its role says.",
	Why:    "The role belongs to the membership, so an outcome can be the context of what follows. An actor as a mechanism or a context as an outcome is a slip, or a node of the wrong kind.",
	Source: "Jagosh et al. (2015), BMC Public Health 15:725, on outcomes that become contexts",
	Remedy: "Move the member to the role that it has, or define it as what it is.",
	Bad: `[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing", "participants"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]
` + social,
	Good: wholeConfiguration + social,
	Run: eachConfiguration(func(p *Pass, c *theory.Configuration) {
		for _, m := range c.Members {
			if m.Node == nil || !m.Node.Live() || p.unread(&p.Theory.Element, "heuristic") || fits(p.Theory.Heuristic, m.Role, m.Node.Kind) {
				continue
			}
			p.Report(&c.Element, m.At, fmt.Sprintf("%q is named as %s of %q but is defined as %s; move it, or define it as what it is", m.ID, m.Role, c.ID, m.Node.Kind),
				theory.Related{Message: "defined here", At: m.Node.At})
		}
	}),
}

// fits says whether a role allows a kind. Contexts may be what other configurations brought about; under CMO, which knows no
// interventions and actors, they are contexts too.
func fits(h theory.Heuristic, role, kind theory.Kind) bool {
	switch {
	case role == kind:
		return true
	case role != theory.Context:
		return false
	case kind == theory.Outcome || kind == theory.Mechanism:
		return true
	}
	return h == theory.CMO
}

// wholeConfiguration is a configuration of the example theory in which nothing is found.
const wholeConfiguration = `[configuration.safe-relationships]
title         = "Safe relationships"
formal_theory = ["social-learning"]
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness"]
`

const social = `
[formal_theory.social-learning]
label = "Social learning theory"
`
