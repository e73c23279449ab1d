package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// ClaimedAnew reports new claims that nothing stands behind.
var ClaimedAnew = Rule{Code: "PT503", Name: "claimed-anew", Severity: Warning,
	Doc:    "A link that the version revised did not have and that is claimed as supported or mixed without evidence; or a new configuration with a `confidence`, none of whose links cites evidence and which names no case in which it was active. Of such a link PT201 speaks too: it is unsupported whether new or not.",
	Why:    "What is new in a revised theory comes from the data. A claim that appears between two versions with nothing behind it is an idea, and a good one may be, but not a result.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on refinement",
	Remedy: "Cite the evidence that led to it, or declare it hypothesised and leave out the `confidence`.",
	Bad: "-- initial.toml --\n-- revised.toml --\n" + newConfiguration + `confidence    = "high"
` + social,
	Good:  "-- initial.toml --\n-- revised.toml --\n" + newConfiguration + social,
	Reads: []string{"status", "supported_by", "active_in"},
	Run: func(p *Pass) {
		lineage := p.Lineage()
		if lineage == nil {
			p.Abstain()
			return
		}
		for _, l := range p.Graph.Links {
			if l.Status.ClaimsSupport() && len(l.SupportedBy) == 0 && len(lineage.Links.Origins(l)) == 0 {
				p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q is new in this version and declared %s, yet cites nothing for it; cite what led to it, or declare it hypothesised", l.ID, l.Status))
			}
		}
		for _, c := range p.Theory.Configurations {
			if c.Live() && c.Confidence != "" && len(c.ActiveIn) == 0 && len(lineage.Configurations.Origins(c)) == 0 && !p.anySupported(c) {
				p.Report(&c.Element, c.Key("confidence"), fmt.Sprintf("the configuration %q is new in this version and held with %s confidence, yet none of its links cites evidence; cite what led to it", c.ID, c.Confidence))
			}
		}
	},
}

// newConfiguration is a configuration of the example theory that cites no evidence.
const newConfiguration = hopeful + `[configuration.safe-relationships]
title         = "Safe relationships"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe", "sharing"]
outcome       = ["connectedness"]
formal_theory = ["social-learning"]

[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
`

// anySupported says whether evidence is cited for anything inside a configuration.
func (p *Pass) anySupported(c *theory.Configuration) bool {
	nodes := c.Nodes()
	return slices.ContainsFunc(nodes, func(n *theory.Node) bool { return len(n.SupportedBy) > 0 }) || p.supported().Joins(nodes)
}

// RaisedStatus reports claims that grew without a reason.
var RaisedStatus = Rule{Code: "PT504", Name: "raised-status", Severity: Warning,
	Doc:    "A link whose status is higher than in the version revised, while it cites no evidence that the link did not cite there. From low to high: refuted; hypothesised, not-tested and not-activated; mixed; supported.",
	Why:    "Confidence grows with evidence. A link that is supported now and was not before, on the same evidence, has been promoted, not tested.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on refinement; Gilmore et al. (2019)",
	Remedy: "Cite the evidence that is new, or leave the status as it was.",
	Bad: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p1-pain", "p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast + `-- revised.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Good: `-- initial.toml --
[[link]]
from            = "feeling-safe"
to              = "sharing"
status          = "mixed"
supported_by    = ["p5-ladder"]
contradicted_by = ["p7-miscast"]
` + miscast + `-- revised.toml --
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
		for _, l := range p.Graph.Links {
			raisedStatus(p, l, lineage.Links.Origins(l))
		}
	},
}

// raisedStatus holds a link against those it comes from: the highest of their statuses, and all their evidence.
func raisedStatus(p *Pass, l *theory.Link, origins []*theory.Link) {
	var before *theory.Link
	had := make(map[string]bool)
	for _, o := range origins {
		if !o.Live() || p.unread(&o.Element, "status", "supported_by") {
			continue
		}
		if before == nil || o.Status.Strength() > before.Status.Strength() {
			before = o
		}
		for _, ref := range o.SupportedBy {
			had[ref.ID] = true
		}
	}
	if before == nil || l.Status.Strength() <= before.Status.Strength() {
		return
	}
	for _, ref := range l.SupportedBy {
		if !had[ref.ID] {
			return
		}
	}
	p.Report(&l.Element, l.Key("status"), fmt.Sprintf("%q was %s in the version revised and is %s now, with no new evidence for it; cite what is new, or leave the status as it was", l.ID, before.Status, l.Status),
		theory.Related{Message: fmt.Sprintf("it was %s here", before.Status), At: before.Key("status")})
}
