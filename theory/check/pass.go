package check

import (
	"slices"

	"icamo/theory"
)

// Pass is one run of the rules over one theory: what a rule may look at, and one verb, Report.
type Pass struct {
	Theory   *theory.Theory
	Settings Settings
	Graph    *theory.Graph // the live part of the theory

	rule      *Rule
	rules     map[string]bool // the codes there are
	findings  []Finding
	judged    int                          // how many findings acceptances were held against
	abstained map[string]bool              // codes of the rules that could not be asked
	used      map[*theory.Acceptance]bool  // acceptances that accept a finding
	lineage   *theory.Lineage              // found when first asked for
	mechanism struct{ from, into reached } // what follows from mechanisms, what leads to one
	outcome   struct{ into reached }       // what leads to an outcome
	memberOf  map[*theory.Node][]string    // the live configurations that a node is a member of
}

// reached is a set of nodes, found when first asked for.
type reached map[*theory.Node]bool

func newPass(t *theory.Theory, s Settings) *Pass {
	rules := make(map[string]bool, len(Rules))
	for _, r := range Rules {
		rules[r.Code] = true
	}
	return &Pass{
		Theory:    t,
		Settings:  s.withDefaults(),
		Graph:     t.Graph(),
		rules:     rules,
		abstained: make(map[string]bool),
		used:      make(map[*theory.Acceptance]bool),
	}
}

// Report makes a finding of the rule that runs. of is the element it speaks of, which may accept it; nil where it speaks
// of none.
func (p *Pass) Report(of *theory.Element, at theory.Span, message string, related ...theory.Related) {
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
func (p *Pass) Abstain() { p.abstained[p.rule.Code] = true }

// accept marks the findings since the last call that their elements accept.
func (p *Pass) accept() {
	for i := p.judged; i < len(p.findings); i++ {
		f := &p.findings[i]
		if f.Of == nil || f.Rule.last {
			continue
		}
		for j := range f.Of.Accept {
			if a := &f.Of.Accept[j]; a.Code == f.Rule.Code {
				f.Accepted = a.Reason
				p.used[a] = true
			}
		}
	}
	p.judged = len(p.findings)
}

// Lineage ties the theory to the version it revises; nil where there is none.
func (p *Pass) Lineage() *theory.Lineage {
	if p.lineage == nil && p.Theory.Earlier != nil {
		p.lineage = theory.NewLineage(p.Theory.Earlier, p.Theory)
	}
	return p.lineage
}

// Own says whether a place is in the theory's own file, not in one that versions share by including it.
func (p *Pass) Own(at theory.Span) bool { return at.File == p.Theory.Files[0] }

// of lists the live nodes of a kind.
func (p *Pass) of(kind theory.Kind) []*theory.Node {
	var nodes []*theory.Node
	for _, n := range p.Graph.Nodes {
		if n.Kind == kind {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// followsMechanism says whether a path leads from a mechanism to the node.
func (p *Pass) followsMechanism(n *theory.Node) bool {
	if p.mechanism.from == nil {
		p.mechanism.from = p.Graph.From(p.of(theory.Mechanism)...)
	}
	return p.mechanism.from[n]
}

// reachesMechanism says whether a path leads from the node to a mechanism.
func (p *Pass) reachesMechanism(n *theory.Node) bool {
	if p.mechanism.into == nil {
		p.mechanism.into = p.Graph.Into(p.of(theory.Mechanism)...)
	}
	return p.mechanism.into[n]
}

// reachesOutcome says whether a path leads from the node to an outcome.
func (p *Pass) reachesOutcome(n *theory.Node) bool {
	if p.outcome.into == nil {
		p.outcome.into = p.Graph.Into(p.of(theory.Outcome)...)
	}
	return p.outcome.into[n]
}

// isolated says whether a node has no links at all: PT301 says so, and the rules on what it reaches need not.
func (p *Pass) isolated(n *theory.Node) bool {
	return len(p.Graph.In(n)) == 0 && len(p.Graph.Out(n)) == 0
}

// configurationsOf lists the live configurations that have both ends of a link among their members.
func (p *Pass) configurationsOf(l *theory.Link) []string {
	if p.memberOf == nil {
		p.memberOf = make(map[*theory.Node][]string)
		for _, c := range p.Theory.Configurations {
			if !c.Live() {
				continue
			}
			for _, m := range c.Members {
				if in := p.memberOf[m.Node]; len(in) == 0 || in[len(in)-1] != c.ID {
					p.memberOf[m.Node] = append(in, c.ID)
				}
			}
		}
	}
	var both []string
	for _, id := range p.memberOf[l.Source] {
		if slices.Contains(p.memberOf[l.Target], id) {
			both = append(both, id)
		}
	}
	return both
}
