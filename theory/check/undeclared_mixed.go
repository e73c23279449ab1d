package check

import (
	"fmt"

	"icamo/theory"
)

// UndeclaredMixed reports links on which the evidence is divided.
var UndeclaredMixed = Rule{Code: "PT203", Name: "undeclared-mixed", Severity: Warning,
	Doc:    "A link with evidence for it and against it whose status is not mixed.",
	Why:    "Accounts that contradict a claim are where a realist evaluation learns for whom and in what circumstances it holds. A status that speaks for one side hides them.",
	Source: "Colvin et al. (2018), GRADE-CERQual on coherence",
	Remedy: "Declare the link mixed, and say in `because` what tells the two sides apart; or accept the finding with the reason why one side outweighs the other.",
	Bad: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "supported"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast,
	Good: `[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status != theory.Mixed && p.backs(l.SupportedBy) && p.backs(l.ContradictedBy) {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is %s, yet there is evidence for it (%s) and against it (%s); declare it mixed", l.ID, l.Status, listed(l.SupportedBy), listed(l.ContradictedBy)))
		}
	}),
}
