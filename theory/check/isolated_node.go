package check

import (
	"fmt"

	"icamo/theory"
)

// IsolatedNode reports nodes without links.
var IsolatedNode = Rule{Code: "PT301", Name: "isolated-node", Severity: Warning,
	Doc:    "A node that no link starts from or leads to. Links that are dropped, or that touch a dropped node, do not count.",
	Why:    "A theory says how things bring one another about. A box without an arrow is an item of a list.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on programme theory",
	Remedy: "Link it, or take it out or drop it with the reason.",
	Bad: `[context.anonymity]
label = "Anonymity"
`,
	Good: `[context.anonymity]
label = "Anonymity"

[[link]]
from = "anonymity"
to   = "feeling-safe"
`,
	Reads: []string{"id"},
	Run: eachNode(func(p *Pass, n *theory.Node) {
		if p.isolated(n) && !p.isLoose(n) {
			p.Report(&n.Element, n.At, fmt.Sprintf("no link starts from or leads to the %s %q; link it, or drop it with the reason", n.Kind, n.ID))
		}
	}),
}
