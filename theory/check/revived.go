package check

import (
	"fmt"

	"icamo/theory"
)

// Revived reports what came back.
var Revived = Rule{Code: "PT509", Name: "revived", Severity: Info,
	Doc:    "A node, link or configuration that the earlier version had dropped and that is live here, with no evidence on it, or on its links, that was not there.",
	Why:    "It was dropped for a reason. What comes back without anything new may be right, and its reader will ask what became of the reason.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Cite what brought it back, or accept the finding and say what became of the reason for dropping it.",
	Bad: `-- initial.toml --
[[link]]
from    = "feeling-safe"
to      = "sharing"
dropped = "Nobody spoke of it."
-- revised.toml --
[[link]]
from = "feeling-safe"
to   = "sharing"
`,
	Good: `-- initial.toml --
[[link]]
from    = "feeling-safe"
to      = "sharing"
dropped = "Nobody spoke of it."
-- revised.toml --
[[link]]
from         = "feeling-safe"
to           = "sharing"
status       = "supported"
supported_by = ["p1-pain", "p5-ladder"]
`,
	Reads: []string{"dropped"},
	Run:   revived,
}

func revived(p *Pass) {
	lineage := p.Lineage()
	if lineage == nil {
		p.Abstain()
		return
	}
	report := func(now claim, old claim) {
		p.Report(now.of, now.of.At, fmt.Sprintf("the %s %q was dropped in the earlier version and is back, with no evidence that was not there; cite what brought it back, or accept this and say what became of the reason", now.what, now.of.ID),
			theory.Related{Message: "dropped here", At: old.declared})
	}
	touching := make(map[*theory.Node][]*theory.Link)
	for _, l := range lineage.Old.Links {
		touching[l.Source] = append(touching[l.Source], l)
		touching[l.Target] = append(touching[l.Target], l)
	}
	for _, n := range p.Graph.Nodes {
		origins := lineage.Nodes.Origins(n)
		if len(origins) == 0 || anyLive(origins) {
			continue
		}
		had := newCited()
		for _, o := range origins {
			had.add(lineage.Old, o.SupportedBy...)
			had.add(lineage.Old, o.ContradictedBy...)
			for _, l := range touching[o] {
				had.add(lineage.Old, l.SupportedBy...)
				had.add(lineage.Old, l.ContradictedBy...)
			}
		}
		fresh := had.lacksAny(p.Theory, n.SupportedBy)
		for _, links := range [][]*theory.Link{p.Graph.In(n), p.Graph.Out(n)} {
			for _, l := range links {
				fresh = fresh || had.lacksAny(p.Theory, l.SupportedBy)
			}
		}
		if !fresh {
			report(nodeClaim(n), nodeClaim(origins[0]))
		}
	}
	for _, l := range p.Graph.Claims() {
		origins := lineage.Links.Origins(l)
		had := newCited()
		back := len(origins) > 0
		for _, o := range origins {
			back = back && o.Dropped != ""
			had.add(lineage.Old, o.SupportedBy...)
			had.add(lineage.Old, o.ContradictedBy...)
		}
		if back && !had.lacksAny(p.Theory, l.SupportedBy) {
			now := linkClaim(l)
			p.Report(now.of, linkAt(l), fmt.Sprintf("the link %q was dropped in the earlier version and is back, with no evidence that was not there; cite what brought it back, or accept this and say what became of the reason", l.ID),
				theory.Related{Message: "dropped here", At: origins[0].Key("dropped")})
		}
	}
}
