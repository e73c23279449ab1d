package check

import (
	"fmt"

	"icamo/theory"
)

// ContradictedLink reports links that only speak against the evidence.
var ContradictedLink = Rule{Code: "PT204", Name: "contradicted-link", Severity: Error,
	Doc:    "A link that is supported or hypothesised although all the evidence it cites is against it.",
	Why:    "Evidence against a hypothesis is the reason for revising it. A theory that cites it and leaves the status as it was has not drawn the conclusion.",
	Source: "Pawson & Tilley (1997), Realistic Evaluation, on testing and refining theory",
	Remedy: "Declare the link refuted, or mixed where there is also evidence for it, or drop it with the reason.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "hypothesised"
contradicted_by = ["p7-miscast"]
` + miscast,
	Good: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "refuted"
contradicted_by = ["p7-miscast"]
` + miscast,
	Reads: []string{"status", "supported_by"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if (l.Status == theory.Supported || l.Status == theory.Hypothesised) && p.backsNothing(l.SupportedBy) && p.backs(l.ContradictedBy) {
			p.Report(&l.Element, l.Key("contradicted_by"), fmt.Sprintf("%q is %s, yet all the evidence it cites is against it (%s); declare it refuted, or cite what speaks for it", l.ID, l.Status, listed(l.ContradictedBy)))
		}
	}),
}
