package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// These rules ask what became of the version revised. Versions are compared through "was". A link counts by itself where
// both its ends live on; where one does not, the node's finding says it; where the two became one node, it is no drop.

// SilentDrop reports what a revision left out without a word.
var SilentDrop = Rule{Code: "PT501", Name: "silent-drop", Severity: Warning,
	Doc:    "A node, link or configuration of the version revised that is not here, was not dropped with a reason, and is named by no `was`.",
	Why:    "What a study gave up is a finding as much as what it kept. Readers who lay the initial theory beside the revised one will ask.",
	Source: "Wong et al. (2016), RAMESES II reporting standards, on refinement; Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Keep it with `dropped = \"the reason\"`, or name it in the `was` of what it became.",
	Bad:    "-- initial.toml --\n" + hopeful + "-- revised.toml --\n",
	Good: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]
dropped     = "Nobody spoke of it at ten weeks."
`,
	Run: func(p *Pass) {
		p.eachLost(func(l lost) {
			if l.heirs == 0 {
				p.Report(&p.Theory.Element, p.Theory.Revises.At,
					fmt.Sprintf("the %s %q of the version revised is not here; keep it with a reason in dropped, or name it in the was of what it became", l.what, l.of.ID),
					theory.Related{Message: "it stood here", At: l.at})
			}
		})
	},
}

// DroppedDespiteEvidence reports what was given up although something speaks for it.
var DroppedDespiteEvidence = Rule{Code: "PT502", Name: "dropped-despite-evidence", Severity: Warning,
	Doc:    "A node or link that is dropped, or silently absent, although evidence supports it, cited here or in the version revised. Of a node, evidence for its links in the version revised counts too.",
	Why:    "A theory may be revised on the interviews alone, but not against a trial that found the outcome without saying so. Where two kinds of evidence disagree, the disagreement is the finding.",
	Source: "Poulsen et al. (2025) against Egmose et al. (2024), for a case in print: quality of life and functioning",
	Remedy: "Take it back into the theory, or accept the finding and say why the evidence is outweighed.",
	Bad: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label        = "Hope"
beneficiary  = ["participants"]
supported_by = ["p1-pain"]
dropped      = "Nobody spoke of it at ten weeks."
`,
	Good: "-- initial.toml --\n" + hopeful + `-- revised.toml --
[outcome.hope]
label       = "Hope"
beneficiary = ["participants"]
dropped     = "Nobody spoke of it at ten weeks."
`,
	Run: func(p *Pass) {
		p.eachLost(func(l lost) {
			if len(l.support) == 0 {
				return
			}
			of, at, gone := &p.Theory.Element, p.Theory.Revises.At, "not here any more"
			var related []theory.Related
			if l.dropped != nil {
				of, at, gone = l.dropped, l.dropped.Key("dropped"), "dropped"
			} else {
				related = append(related, theory.Related{Message: "it stood here", At: l.at})
			}
			s := l.support[0]
			p.Report(of, at, fmt.Sprintf("the %s %q is %s, although evidence supports %s (%s); take it back, or accept this and say what outweighs the evidence", l.what, l.of.ID, gone, s.what, s.evidence),
				append(related, theory.Related{Message: "cited here", At: s.at})...)
		})
	},
}

// lost is what one of two versions had and the later one does not hold any more.
type lost struct {
	what    string          // a kind of node, "link" or "configuration"
	of      *theory.Element // as it was; as it is where it is here only as something dropped
	at      theory.Span     // where that stands
	heirs   int             // how many it lives on as, all of them dropped
	dropped *theory.Element // the first of them; nil where it is silently absent
	support []support
}

// support is evidence for something lost.
type support struct {
	what     string // what it supports: the thing itself or one of its links
	evidence string
	at       theory.Span
}

func (l *lost) add(what string, e *theory.Element, refs []theory.Ref) {
	if len(refs) > 0 {
		l.support = append(l.support, support{what, listed(refs), e.Key("supported_by")})
	}
}

// eachLost visits what the version revised had and this one gave up, dropped or silently absent, and what is dropped here
// without having been part of it. What may live on as something that cannot be read is not lost.
func (p *Pass) eachLost(visit func(lost)) {
	lineage := p.Lineage()
	if lineage == nil {
		p.Abstain()
		return
	}
	p.lostNodes(lineage, visit)
	p.lostLinks(lineage, visit)
	for _, o := range lineage.Old.Configurations {
		heirs := lineage.Configurations.Heirs(o)
		if o.Live() && !anyLive(heirs) && (len(heirs) > 0 || !p.unreadAnywhere("was", "id")) {
			visit(lost{what: "configuration", of: &o.Element, at: o.At, heirs: len(heirs)})
		}
	}
}

func (p *Pass) lostNodes(lineage *theory.Lineage, visit func(lost)) {
	before := lineage.Old.Graph()
	for _, o := range before.Nodes {
		heirs := lineage.Nodes.Heirs(o)
		if anyLive(heirs) || len(heirs) == 0 && p.unreadAnywhere("was", "id") {
			continue
		}
		l := lost{what: string(o.Kind), of: &o.Element, at: o.At, heirs: len(heirs)}
		for _, h := range heirs {
			l.add("it", &h.Element, h.SupportedBy)
		}
		l.add("it", &o.Element, o.SupportedBy)
		for _, links := range [][]*theory.Link{before.In(o), before.Out(o)} {
			for _, k := range links {
				l.add(fmt.Sprintf("its link %q", k.ID), &k.Element, k.SupportedBy)
			}
		}
		if len(heirs) > 0 {
			l.dropped = &heirs[0].Element
		}
		visit(l)
	}
	for _, n := range p.Theory.Nodes {
		if n.Live() || anyLive(lineage.Nodes.Origins(n)) {
			continue
		}
		l := lost{what: string(n.Kind), of: &n.Element, at: n.At, heirs: 1, dropped: &n.Element}
		l.add("it", &n.Element, n.SupportedBy)
		visit(l)
	}
}

func (p *Pass) lostLinks(lineage *theory.Lineage, visit func(lost)) {
	for _, o := range lineage.Old.Graph().Links {
		heirs := lineage.Links.Heirs(o)
		from, to := lineage.Nodes.Heirs(o.Source), lineage.Nodes.Heirs(o.Target)
		if anyLive(heirs) || lineage.Folded(o) || !anyLive(from) || !anyLive(to) {
			continue
		}
		if len(heirs) == 0 && (p.unreadAnywhere("was", "effect") || slices.ContainsFunc(slices.Concat(from, to), p.isLoose)) {
			continue
		}
		l := lost{what: "link", of: &o.Element, at: linkAt(o), heirs: len(heirs)}
		for _, h := range heirs {
			l.add("it", &h.Element, h.SupportedBy)
		}
		l.add("it", &o.Element, o.SupportedBy)
		if len(heirs) > 0 {
			l.dropped = &heirs[0].Element
		}
		visit(l)
	}
	for _, k := range p.Theory.Links {
		if k.Dropped == "" || k.Source == nil || k.Target == nil || !k.Source.Live() || !k.Target.Live() || anyLive(lineage.Links.Origins(k)) {
			continue
		}
		l := lost{what: "link", of: &k.Element, at: linkAt(k), heirs: 1, dropped: &k.Element}
		l.add("it", &k.Element, k.SupportedBy)
		visit(l)
	}
}

func anyLive[T interface{ Live() bool }](elements []T) bool {
	for _, e := range elements {
		if e.Live() {
			return true
		}
	}
	return false
}
