package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// ClaimedAnew reports new claims that nothing stands behind.
var ClaimedAnew = Rule{Code: "PT503", Name: "claimed-anew", Severity: Warning,
	Doc:    "A link that the earlier version did not have and that is claimed as supported or mixed without evidence; or a new configuration with a `confidence`, none of whose links cites evidence and which names no case in which it was active. Of such a link PT201 speaks too: it is unsupported whether new or not.",
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
		for _, l := range p.Graph.Claims() {
			if l.Status.ClaimsSupport() && p.backsNothing(l.SupportedBy) && len(lineage.Links.Origins(l)) == 0 {
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
	return slices.ContainsFunc(nodes, func(n *theory.Node) bool { return p.backs(n.SupportedBy) }) || p.supported().Joins(nodes)
}
