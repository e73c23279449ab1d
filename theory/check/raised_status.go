package check

import (
	"fmt"

	"icamo/theory"
)

// RaisedStatus reports claims that grew without a reason.
var RaisedStatus = Rule{Code: "PT504", Name: "raised-status", Severity: Warning,
	Doc:    "A link whose status is higher than in the earlier version, while it cites no evidence that the link did not cite there, for or against. Evidence is new where its words, source and case are, whatever its id. From low to high: refuted; hypothesised, not-tested and not-activated; mixed; supported.",
	Why:    "Confidence grows with evidence. A link that is supported now and was not before, on the same evidence, has been promoted, not tested.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on refinement; Gilmore et al. (2019)",
	Remedy: "Cite the evidence that is new, or leave the status as it was.",
	Bad: `-- initial.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
supported_by = ["p1-pain", "p5-ladder"]
-- revised.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Good: `-- initial.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
supported_by = ["p5-ladder"]
-- revised.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: []string{"status", "supported_by"},
	Run: func(p *Pass) {
		lineage := p.Lineage()
		if lineage == nil {
			p.Abstain()
			return
		}
		for _, l := range p.Graph.Claims() {
			raisedStatus(p, l, lineage.Links.Origins(l))
		}
	},
}

// raisedStatus holds a link against those it comes from: the highest of their statuses, and all their evidence.
func raisedStatus(p *Pass, l *theory.Link, origins []*theory.Link) {
	var before *theory.Link
	had := newCited()
	for _, o := range origins {
		if !o.Live() || p.unread(&o.Element, "status", "supported_by", "contradicted_by") {
			continue
		}
		if before == nil || o.Status.ClaimRank() > before.Status.ClaimRank() {
			before = o
		}
		had.add(p.Theory.Earlier, o.SupportedBy...)
		had.add(p.Theory.Earlier, o.ContradictedBy...)
	}
	if before == nil || l.Status.ClaimRank() <= before.Status.ClaimRank() || had.lacksAny(p.Theory, l.SupportedBy) {
		return
	}
	p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q was %s in the earlier version and is %s now, with no new evidence for it; cite what is new, or leave the status as it was", l.ID, before.Status, l.Status),
		theory.Related{Message: fmt.Sprintf("it was %s here", before.Status), At: before.Key("status")})
}
