package check

import (
	"fmt"

	"icamo/theory"
)

// UnclaimedSupport reports evidence that its link makes nothing of.
var UnclaimedSupport = Rule{Code: "PT202", Name: "unclaimed-support", Severity: Info,
	Doc:    "A link that is hypothesised, declared or by default, although evidence is cited for it.",
	Why:    "Readers take a dashed arrow for a claim that was not tested. Where evidence speaks for it the theory says less than the study found.",
	Source: "Brown (2016), figures 3 and 4",
	Remedy: "Declare the status that the evidence warrants; where it does not warrant one yet, accept the finding and say why.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status == theory.Hypothesised && p.backs(l.SupportedBy) {
			p.Report(&l.Element, l.Key("supported_by"), fmt.Sprintf("%q is hypothesised, yet evidence is cited for it (%s); declare the status it warrants", l.ID, listed(l.SupportedBy)))
		}
	}),
}
