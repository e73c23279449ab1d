package check

import (
	"fmt"

	"icamo/theory"
)

// RefutedWithoutEvidence reports refutations that cite nothing.
var RefutedWithoutEvidence = Rule{Code: "PT205", Name: "refuted-without-evidence", Severity: Warning,
	Doc:    "A link declared refuted that cites nothing against it.",
	Why:    "To refute a link is a finding, and needs evidence as much as support does. What was hardly delivered, or never looked at, is not refuted: it was not activated, or not tested.",
	Source: "Moore et al. (2015), MRC guidance on process evaluation, on reach and dose",
	Remedy: "Cite the evidence in `contradicted_by`, or declare the link not-tested or not-activated.",
	Bad: `[[link]]
from   = "feeling-safe"
to     = "sharing"
status = "refuted"
`,
	Good: `[[link]]
from   = "feeling-safe"
to     = "sharing"
status = "not-tested"
`,
	Reads: []string{"status", "contradicted_by"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status == theory.Refuted && p.backsNothing(l.ContradictedBy) {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared refuted but cites nothing against it; cite evidence in contradicted_by, or declare it not-tested or not-activated", l.ID))
		}
	}),
}
