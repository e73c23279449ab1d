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
		if !l.Status.ClaimsSupport() || !p.backsNothing(l.SupportedBy) {
			return
		}
		if e := unreviewedAmong(p.Theory.Cited(l.SupportedBy)); e != nil {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s, but what it cites is not reviewed yet; review %q and take out its \"unreviewed\", or declare the link hypothesised", l.ID, l.Status, e.ID))
		} else {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s but cites nothing for it; cite evidence in supported_by, or declare it hypothesised", l.ID, l.Status))
		}
	}),
}

// unreviewedAmong is the first piece that says something and is not reviewed yet; nil for none.
func unreviewedAmong(pieces []*theory.Evidence) *theory.Evidence {
	for _, e := range pieces {
		if e.Unreviewed != "" && !e.Empty() {
			return e
		}
	}
	return nil
}
