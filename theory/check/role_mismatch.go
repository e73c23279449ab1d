package check

import (
	"fmt"

	"icamo/theory"
)

// RoleMismatch reports members in a role that does not fit them.
var RoleMismatch = Rule{Code: "PT408", Name: "role-mismatch", Severity: Warning,
	Doc:    "A member of a configuration, or of all under `[theory]`, in a role that its kind does not allow. An outcome or a mechanism may be the context of another configuration, and under CMO an intervention or an actor may be one, too; anything else must be what its role says.",
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
	Run: func(p *Pass) {
		if p.unread(&p.Theory.Element, "heuristic") {
			return
		}
		misplaced := func(of *theory.Element, members []theory.Member, whose string) {
			for _, m := range members {
				if m.Node == nil || !m.Node.Live() || fits(p.Theory.Heuristic, m.Role, m.Node.Kind) {
					continue
				}
				p.Report(of, m.At, fmt.Sprintf("%q is named as %s of %s but is defined as %s; move it, or define it as what it is", m.ID, m.Role, whose, m.Node.Kind),
					theory.Related{Message: "defined here", At: m.Node.At})
			}
		}
		misplaced(&p.Theory.Element, p.Theory.Overarching, "every configuration")
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				misplaced(&c.Element, c.Members, fmt.Sprintf("%q", c.ID))
			}
		}
	},
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
