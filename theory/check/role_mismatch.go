package check

import (
	"fmt"

	"icamo/theory"
)

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
