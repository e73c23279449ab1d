package check

import (
	"fmt"

	"icamo/theory"
)

// These rules hold a link's declared status against the evidence it cites. They propose no status: they say where the
// two disagree.

// UnsupportedLink reports claims that nothing stands behind.
var UnsupportedLink = Rule{Code: "PT201", Name: "unsupported-link", Severity: Error,
	Doc:    "A link that claims to be supported, or mixed, and cites nothing that supports it.",
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
		if l.Status.ClaimsSupport() && len(l.SupportedBy) == 0 {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s but cites nothing for it; cite evidence in supported_by, or declare it hypothesised", l.ID, l.Status))
		}
	}),
}

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
		if l.Status == theory.Hypothesised && len(l.SupportedBy) > 0 {
			p.Report(&l.Element, l.Key("supported_by"), fmt.Sprintf("%q is hypothesised, yet evidence is cited for it (%s); declare the status it warrants", l.ID, listed(l.SupportedBy)))
		}
	}),
}

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
		if l.Status == theory.Refuted && len(l.ContradictedBy) == 0 {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared refuted but cites nothing against it; cite evidence in contradicted_by, or declare it not-tested or not-activated", l.ID))
		}
	}),
}

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
		if (l.Status == theory.NotTested || l.Status == theory.NotActivated) && len(l.SupportedBy) > 0 {
			p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is declared %s, yet evidence is cited for it (%s); declare the status it warrants", l.ID, l.Status, listed(l.SupportedBy)))
		}
	}),
}
