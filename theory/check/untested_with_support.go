package check

import (
	"fmt"

	"icamo/theory"
)

// UntestedWithSupport reports links that were tested after all.
var UntestedWithSupport = Rule{Code: "PT209", Name: "untested-with-support", Severity: Warning,
	Doc:    "A link declared not-tested or not-activated although evidence is cited for it.",
	Why:    "If someone was seen to whom it happened, it was activated; if evidence speaks for it, it was looked at.",
	Source: "Moore et al. (2015), MRC guidance on process evaluation, on reach and dose",
	Remedy: "Declare the status that the evidence warrants, or take the evidence out where it speaks of something else.",
	Bad: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "not-activated"
supported_by = ["p1-pain"]
`,
	Good: `[[link]]
from   = "feeling-safe"
to     = "sharing"
status = "not-activated"
`,
	Reads: []string{"status"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if (l.Status == theory.NotTested || l.Status == theory.NotActivated) && p.backs(l.SupportedBy) {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s, yet evidence is cited for it (%s); declare the status it warrants", l.ID, l.Status, listed(l.SupportedBy)))
		}
	}),
}
