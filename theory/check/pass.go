package check

import (
	"slices"

	"icamo/theory"
)

// Pass is one rule looking at one theory: what the rule may look at, and one verb, Report.
type Pass struct {
	Theory   *theory.Theory
	Settings Settings
	Graph    *theory.Graph // the live part of the theory

	*facts
	rule      *Rule
	findings  []Finding
	abstained bool
	accepted  *acceptances // of the findings of all other rules; for rules that run last
}

// Report makes a finding of the rule; none of an element that is unreviewed, unless the rule asks what can be read. of is the element it speaks of, which may accept it; nil where it speaks of none.
// The last that there is room for says that there are more.
func (p *Pass) Report(of *theory.Element, at theory.Span, message string, related ...theory.Related) {
	const most = theory.MaxFaults
	if of != nil && of.Unreviewed != "" && !p.rule.reading && !p.rule.reviews {
		return
	}
	if len(p.findings) == most || p.unread(of, p.rule.Reads...) {
		return
	}
	if len(p.findings) == most-1 {
		message, related = "there are more findings of this rule from here on, which are not listed; mend those that are", nil
		p.Abstain()
	}
	p.findings = append(p.findings, Finding{
		Rule:     p.rule,
		Severity: p.Settings.severity(p.rule),
		Message:  message,
		At:       at,
		Related:  related,
		Of:       of,
	})
}

// Abstain says that the rule could not be asked here, so that an acceptance of it is not one that accepts nothing.
func (p *Pass) Abstain() { p.abstained = true }

// Lineage ties the theory to the version it revises; nil where there is none.
func (p *Pass) Lineage() *theory.Lineage { return p.lineage() }

// Own says whether a place is in the theory's own file, not in one that versions share by including it.
func (p *Pass) Own(at theory.Span) bool { return at.File == p.Theory.Files[0] }

// isolated says whether a node has no links at all: PT301 says so, and the rules on what it reaches need not.
func (p *Pass) isolated(n *theory.Node) bool {
	return !p.Graph.Linked(n)
}

// configurationsOf lists the live configurations that have all that a link joins among their members, no more than most.
func (p *Pass) configurationsOf(l *theory.Link, most int) []string {
	var both []string
	for c := range p.membership().OfLink(l) {
		if len(both) == most {
			break
		}
		both = append(both, c.ID)
	}
	return both
}

// backs says whether any evidence that counts is among references.
func (p *Pass) backs(refs []theory.Ref) bool { return p.Theory.Counts(refs) }

// backsNothing says whether no evidence among references counts, though all of it is known and can be read.
func (p *Pass) backsNothing(refs []theory.Ref) bool {
	return !p.backs(refs) && !slices.ContainsFunc(refs, func(ref theory.Ref) bool {
		e := p.Theory.Piece(ref.ID)
		return e == nil || p.unread(&e.Element, sayingKeys...)
	})
}

// eachLink asks of every live link, also of those that act on a step.
func eachLink(ask func(*Pass, *theory.Link)) func(*Pass) {
	return func(p *Pass) {
		for _, l := range p.Graph.Claims() {
			ask(p, l)
		}
	}
}

// eachStep asks of every live link from a node to a node.
func eachStep(ask func(*Pass, *theory.Link)) func(*Pass) {
	return func(p *Pass) {
		for _, l := range p.Graph.Links {
			ask(p, l)
		}
	}
}

// eachNode asks of every live node.
func eachNode(ask func(*Pass, *theory.Node)) func(*Pass) {
	return func(p *Pass) {
		for _, n := range p.Graph.Nodes {
			ask(p, n)
		}
	}
}

// eachConfiguration asks of every live configuration.
func eachConfiguration(ask func(*Pass, *theory.Configuration)) func(*Pass) {
	return func(p *Pass) {
		for _, c := range p.Theory.Configurations {
			if c.Live() {
				ask(p, c)
			}
		}
	}
}

// roleKeys are the keys that name a configuration's members.
var roleKeys = []string{"intervention", "context", "actor", "mechanism", "outcome"}

// eachRequired visits the live configurations that a live one requires, each once.
func (p *Pass) eachRequired(c *theory.Configuration, visit func(*theory.Configuration, theory.Ref)) {
	if !c.Live() {
		return
	}
	seen := make(map[string]bool)
	for _, ref := range c.Requires {
		if r := p.Theory.Configuration(ref.ID); r != nil && r.Live() && !seen[ref.ID] {
			seen[ref.ID] = true
			visit(r, ref)
		}
	}
}

// eachElement visits everything that may accept a finding.
func (p *Pass) eachElement(visit func(*theory.Element)) {
	for record := range p.Theory.Records() {
		visit(record.Base())
	}
}

// linkAt is where findings on a link as such point: its first end says more than its header.
func linkAt(l *theory.Link) theory.Span { return l.Key("from") }

// placesOf says where each id stands.
func placesOf(refs []theory.Ref) map[string]theory.Span {
	places := make(map[string]theory.Span, len(refs))
	for _, ref := range refs {
		places[ref.ID] = ref.At
	}
	return places
}
