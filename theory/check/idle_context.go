package check

import (
	"fmt"

	"icamo/theory"
)

// IdleContext reports contexts and actors that no mechanism depends on.
var IdleContext = Rule{Code: "PT306", Name: "idle-context", Severity: Warning,
	Doc:    "A context or an actor from which no chain of links leads to a mechanism.",
	Why:    "Context is not the setting as such but what in it lets a mechanism work or blocks it. One that touches no mechanism is background.",
	Source: "RAMESES II project (2017), guide on context",
	Remedy: "Link it to the mechanism that it enables or, with `inhibits`, blocks.",
	Bad: `[context.church-hall]
label = "A church hall"

[[link]]
from = "sharing"
to   = "church-hall"
`,
	Good: `[context.church-hall]
label = "A church hall"

[[link]]
from   = "church-hall"
to     = "feeling-safe"
effect = "inhibits"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if (n.Kind == theory.Context || n.Kind == theory.Actor) && !p.isolated(n) && !p.reachMechanisms()[n] {
			p.Report(&n.Element, n.At, fmt.Sprintf("no mechanism can be reached from the %s %q; link it to the mechanism that depends on it", n.Kind, n.ID))
		}
	}),
}
