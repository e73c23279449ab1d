package check

import (
	"fmt"

	"icamo/theory"
)

// DeadEndMechanism reports mechanisms that lead to nothing.
var DeadEndMechanism = Rule{Code: "PT302", Name: "dead-end-mechanism", Severity: Warning,
	Doc:    "A mechanism from which no chain of links leads to an outcome.",
	Why:    "A mechanism is known by what it brings about: without an outcome it explains nothing.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation",
	Remedy: "Link it to the outcome that it brings about, or to the mechanism that it sets off.",
	Bad: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "group-rules"
to   = "being-heard"
`,
	Good: `[mechanism.being-heard]
label = "Being heard"

[[link]]
from = "group-rules"
to   = "being-heard"

[[link]]
from = "being-heard"
to   = "connectedness"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if n.Kind == theory.Mechanism && !p.isolated(n) && !p.reachOutcomes()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no outcome can be reached from the mechanism %q; link it to what it brings about", n.ID))
		}
	}),
}
