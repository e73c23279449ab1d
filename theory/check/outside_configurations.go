package check

import (
	"fmt"

	"icamo/theory"
)

// OutsideConfigurations reports nodes that no configuration accounts for.
var OutsideConfigurations = Rule{Code: "PT403", Name: "outside-configurations", Severity: Warning,
	Doc:    "A node that is a member of no configuration, in a theory that has configurations.",
	Why:    "A list of contexts, mechanisms and outcomes is a catalogue. What explains is which of them work together: a configuration.",
	Source: "Pawson & Manzano-Santaella (2012), A realist diagnostic workshop, Evaluation 18:176",
	Remedy: "Make it a member of the configuration in which it plays a part, add the configuration that is missing, or drop it with the reason.",
	Bad:    hopeful + wholeConfiguration + social,
	Good: hopeful + wholeConfiguration + `
[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
` + social,
	Reads: []string{"id"},
	Run: func(p *Pass) {
		member := make(map[*theory.Node]bool)
		any, unread := false, p.unreadAnywhere(roleKeys...)
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				any = true
				for _, m := range c.Members {
					member[m.Node] = true
				}
			}
		}
		for _, m := range p.Theory.Overarching {
			member[m.Node] = true
		}
		for _, n := range p.Graph.Nodes {
			if any && !member[n] && !unread {
				p.Report(&n.Element, n.At, fmt.Sprintf("the %s %q is a member of no configuration; name it in the one in which it plays a part, or drop it with the reason", n.Kind, n.ID))
			}
		}
	},
}
