package check

import (
	"fmt"
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// OutsideConfigurations reports nodes that no configuration accounts for, and links that are claimed in one to which they do not belong.
var OutsideConfigurations = Rule{Code: "PT403", Name: "outside-configurations", Severity: Warning,
	Doc:    "A node that is a member of no configuration, in a theory that has configurations; a link that names in `configuration` one that it is no part of, as what it joins is not among the members. What inhibits a member, or is necessary for it, may start from elsewhere.",
	Why:    "A list of contexts, mechanisms and outcomes is a catalogue. What explains is which of them work together: a configuration. A claim that is made only where it has no part is made nowhere.",
	Source: "Pawson & Manzano-Santaella (2012), A realist diagnostic workshop, Evaluation 18:176",
	Remedy: "Make it a member of the configuration in which it plays a part, add the configuration that is missing, or drop it with the reason. Name in a link's `configuration` one of which both its ends are members.",
	Bad:    hopeful + wholeConfiguration + social,
	Good: hopeful + wholeConfiguration + `
[configuration.inspiration]
title         = "Inspiration"
intervention  = ["group-rules"]
context       = ["differences"]
actor         = ["participants"]
mechanism     = ["feeling-safe"]
outcome       = ["hope"]
formal_theory = ["social-learning"]
` + social,
	Reads: []string{"id", "configuration"},
	Run: func(p *Pass) {
		member := make(map[*theory.Node]bool)
		any, unread := false, p.unreadAnywhere(roleKeys...)
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				any = true
				for _, m := range c.Members {
					member[m.Node] = true
				}
			}
		}
		for _, m := range p.Theory.Overarching {
			member[m.Node] = true
		}
		for _, n := range p.Graph.Nodes {
			if any && !member[n] && !unread {
				p.Report(&n.Element, n.At, fmt.Sprintf("the %s %q is a member of no configuration; name it in the one in which it plays a part, or drop it with the reason", n.Kind, n.ID))
			}
		}
		if !unread {
			p.claimedOutside()
		}
	},
}

// claimedOutside reports links that are claimed in a configuration alone of which they are no part.
func (p *Pass) claimedOutside() {
	members := make(map[*theory.Configuration][]*theory.Node)
	for _, l := range p.Graph.Claims() {
		for _, ref := range l.Configurations {
			c := p.Theory.Configuration(ref.ID)
			if c == nil || !c.Live() {
				continue
			}
			in, known := members[c]
			if !known {
				in = c.Nodes()
				members[c] = in
			}
			if out := outside(l, in); len(out) > 0 {
				are, them := "is no member of it", "it"
				if len(out) > 1 {
					are, them = "are no members of it", "them"
				}
				p.Report(&l.Element, ref.At, fmt.Sprintf("%q is claimed in %q, and %s %s; name %s among its members, or name in configuration one that has all that the link joins", l.ID, c.ID, wording.English.List(wording.Quoted(out)), are, them))
			}
		}
	}
}

// outside gives the ids of what a link joins and is not among some members. What inhibits a member, or is necessary for it, need be
// none itself.
func outside(l *theory.Link, members []*theory.Node) []string {
	joined := []*theory.Node{l.Source, l.Target}
	if l.Onto != nil {
		joined = []*theory.Node{l.Source, l.Onto.Source, l.Onto.Target}
	}
	if l.Necessary || l.Effect == theory.Inhibits {
		joined = joined[1:]
	}
	var out []string
	for _, n := range joined {
		if !slices.Contains(members, n) && !slices.Contains(out, n.ID) {
			out = append(out, n.ID)
		}
	}
	return out
}
