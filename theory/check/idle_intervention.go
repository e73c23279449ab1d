package check

import (
	"fmt"

	"icamo/theory"
)

// IdleIntervention reports interventions that set nothing off.
var IdleIntervention = Rule{Code: "PT305", Name: "idle-intervention", Severity: Warning,
	Doc:    "An intervention from which no chain of links leads to a mechanism.",
	Why:    "Programmes work by what people make of the resources they offer. A part of the programme that nobody responds to in the theory is described, not explained.",
	Source: "Dalkin et al. (2015), Implementation Science 10:49",
	Remedy: "Link it to the mechanism that it sets off.",
	Bad: `[intervention.snacks]
label = "Snacks in the break"

[[link]]
from = "participants"
to   = "snacks"
`,
	Good: `[intervention.snacks]
label = "Snacks in the break"

[[link]]
from = "snacks"
to   = "sharing"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Intervention && !p.isolated(n) && !p.reachMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism can be reached from the intervention %q; link it to what it sets off", n.ID))
		}
	}),
}
