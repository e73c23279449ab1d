package check

import (
	"fmt"

	"icamo/theory"
)

// SameEvidenceBothWays reports evidence that is cited for and against one thing.
var SameEvidenceBothWays = Rule{Code: "PT208", Name: "same-evidence-both-ways", Severity: Error,
	Doc:    "One piece of evidence cited both for and against the same link or node.",
	Why:    "A quotation may say two things, but then it is two pieces of evidence: counted once on each side it supports nothing and contradicts nothing.",
	Remedy: "Decide which way it speaks, or split it into two pieces with the words that speak each way.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p5-ladder"]
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Run: func(p *Pass) {
		for _, n := range p.Graph.Nodes {
			p.bothWays(&n.Element, n.SupportedBy, n.ContradictedBy)
		}
		for _, l := range p.Graph.Claims() {
			p.bothWays(&l.Element, l.SupportedBy, l.ContradictedBy)
		}
	},
}

func (p *Pass) bothWays(e *theory.Element, supporting, contradicting []theory.Ref) {
	if len(supporting) == 0 || len(contradicting) == 0 {
		return
	}
	cited := make(map[string]theory.Span, len(supporting))
	for _, ref := range supporting {
		cited[ref.ID] = ref.At
	}
	for _, ref := range contradicting {
		if at, both := cited[ref.ID]; both {
			delete(cited, ref.ID)
			p.Report(e, ref.At, fmt.Sprintf("%q is cited both for and against %q; decide which way it speaks, or split it", ref.ID, e.ID),
				theory.Related{Message: "cited for it here", At: at})
		}
	}
}
