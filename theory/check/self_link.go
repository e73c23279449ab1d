package check

import (
	"fmt"

	"icamo/theory"
)

// SelfLink reports links from a node to itself.
var SelfLink = Rule{Code: "PT308", Name: "self-link", Severity: Error,
	Doc:    "A link from a node to itself.",
	Why:    "Nothing brings itself about. What is meant is mostly a circle through something else that the theory leaves out, or a slip in an id.",
	Remedy: "Name the node between, or correct the id.",
	Bad: `[[link]]
from = "sharing"
to   = "sharing"
`,
	Good: `[mechanism.being-answered]
label = "Being answered"

[[link]]
from = "sharing"
to   = "being-answered"

[[link]]
from = "being-answered"
to   = "connectedness"
`,
	Run: eachStep(func(p *Pass, l *theory.Link) {
		if l.Source == l.Target {
			p.Report(&l.Element, linkAt(l), fmt.Sprintf("%q leads to itself; name what lies between, or correct one of its ends", l.From.ID))
		}
	}),
}
