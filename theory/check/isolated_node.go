package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// IsolatedNode reports nodes without links.
var IsolatedNode = Rule{Code: "PT301", Name: "isolated-node", Severity: Warning,
	Doc:    "A node that no link starts from or leads to. Links that are dropped, or that touch a dropped node, do not count. A member of every configuration, named under `[theory]`, needs none.",
	Why:    "A theory says how things bring one another about. A box without an arrow is an item of a list.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on programme theory",
	Remedy: "Link it, or take it out or drop it with the reason; an actor who belongs to every configuration is named under `[theory]`, as `actor = [\"participants\"]`.",
	Bad: `[context.anonymity]
label = "Anonymity"
`,
	Good: `[context.anonymity]
label = "Anonymity"

[[link]]
from = "anonymity"
to   = "feeling-safe"
`,
	Reads: []string{"id"},
	Run: func(p *Pass) {
		everywhere := make(map[*theory.Node]bool)
		for _, m := range p.Theory.Overarching {
			everywhere[m.Node] = true
		}
		had := make(map[*theory.Node]bool) // the ends of links that are gone
		for _, l := range p.Theory.Links {
			had[l.Source], had[l.Target] = true, true
		}
		for _, n := range p.Graph.Nodes {
			switch {
			case !p.isolated(n) || p.isLoose(n) || everywhere[n]:
			case had[n]:
				p.Report(&n.Element, n.At, fmt.Sprintf("every link of the %s %q is dropped, or one of its ends is; link it anew, or drop it too with the reason", n.Kind, n.ID))
			default:
				p.Report(&n.Element, n.At, fmt.Sprintf("no link starts from or leads to the %s %q; link it, %sor drop it with the reason", n.Kind, n.ID, p.everywhereToo(n)))
			}
		}
	},
}

// everywhereToo is the way out for an actor who is named in configurations or as a beneficiary, and so is not to be dropped.
func (p *Pass) everywhereToo(n *theory.Node) string {
	if n.Kind != theory.Actor {
		return ""
	}
	names := func(refs []theory.Ref) bool {
		return slices.ContainsFunc(refs, func(r theory.Ref) bool { return r.ID == n.ID })
	}
	member := slices.ContainsFunc(p.Theory.Configurations, func(c *theory.Configuration) bool {
		return slices.ContainsFunc(c.Members, func(m theory.Member) bool { return m.Node == n })
	})
	if !member && !slices.ContainsFunc(p.Theory.Nodes, func(o *theory.Node) bool { return names(o.Beneficiary) }) {
		return ""
	}
	return fmt.Sprintf("name it under [theory] as actor = [%q] where it belongs to every configuration, ", n.ID)
}
