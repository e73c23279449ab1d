package check

import (
	"fmt"

	"icamo/theory"
)

// UnsupportedLink reports claims that nothing stands behind.
var UnsupportedLink = Rule{Code: "PT201", Name: "unsupported-link", Severity: Error,
	Doc:    "A link that claims to be supported, or mixed, and cites nothing that supports it. Evidence that says nothing is none.",
	Why:    "A revised theory is what the evidence left of the initial one. A link drawn as supported that no interview, document or trial stands behind is a hypothesis in disguise.",
	Source: "Brown (2016), figures 3 and 4: evidenced and hypothesised links are drawn apart",
	Remedy: "Cite the evidence in `supported_by`, or declare the link hypothesised.",
	Bad: `[[link]]
from   = "feeling-safe"
to     = "sharing"
status = "supported"
`,
	Good: `[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: []string{"status", "supported_by"},
	Run: eachLink(func(p *Pass, l *theory.Link) {
		if l.Status.ClaimsSupport() && p.backsNothing(l.SupportedBy) {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s but cites nothing for it; cite evidence in supported_by, or declare it hypothesised", l.ID, l.Status))
		}
	}),
}
