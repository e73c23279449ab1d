package check

import (
	"fmt"

	"icamo/theory"
)

// UnexplainedOutcome reports outcomes that no mechanism leads to.
var UnexplainedOutcome = Rule{Code: "PT303", Name: "unexplained-outcome", Severity: Warning,
	Doc:    "An outcome to which no chain of links leads from a mechanism.",
	Why:    "That an outcome came about is where a realist explanation starts, not where it ends: the question is through what.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Link the mechanism that brings it about.",
	Bad: `[outcome.attendance]
label       = "Attendance"
beneficiary = ["participants"]

[[link]]
from = "attendance"
to   = "sharing"
`,
	Good: `[outcome.attendance]
label       = "Attendance"
beneficiary = ["participants"]

[[link]]
from = "attendance"
to   = "sharing"

[[link]]
from = "feeling-safe"
to   = "attendance"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Outcome && !p.isolated(n) && !p.followMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism leads to the outcome %q; link what brings it about", n.ID))
		}
	}),
}
