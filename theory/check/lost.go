package check

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// The rules on what was dropped ask what became of the earlier version. Versions are compared through "was". A link counts
// by itself where both its ends live on; where one does not, the node's finding says it; where the two became one node, it is
// no drop.

// lost is what one of two versions had and the later one does not hold any more.
type lost struct {
	what     string          // a kind of node, "link" or "configuration"
	of       *theory.Element // as it was; as it is where it is here only as something dropped
	at       theory.Span     // where that stands
	from, to string          // of a link: the ends that it would have here
	heirs    int             // how many it lives on as, all of them dropped
	dropped  *theory.Element // the first of them; nil where it is silently absent
	support  []support
}

// support is evidence for something lost.
type support struct {
	what     string // what it supports: the thing itself or one of its links
	evidence string
	at       theory.Span
}

// add notes the evidence for something, which a version cites.
func (l *lost) add(version *theory.Theory, what string, e *theory.Element, refs []theory.Ref) {
	if version.Counts(refs) {
		l.support = append(l.support, support{what, listed(refs), e.Key("supported_by")})
	}
}

// eachLost visits what the earlier version had and this one gave up, dropped or silently absent, and what is dropped here
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
		if _, renamed := p.renamed()[&o.Element]; o.Live() && !renamed && !anyLive(heirs) && (len(heirs) > 0 || !p.unreadAnywhere("was", "id")) {
			visit(lost{what: "configuration", of: &o.Element, at: o.At, heirs: len(heirs)})
		}
	}
}

func (p *Pass) lostNodes(lineage *theory.Lineage, visit func(lost)) {
	before := lineage.Old.Graph()
	for _, o := range before.Nodes {
		heirs := lineage.Nodes.Heirs(o)
		_, renamed := p.renamed()[&o.Element]
		if renamed || anyLive(heirs) || len(heirs) == 0 && p.unreadAnywhere("was", "id") {
			continue
		}
		l := lost{what: string(o.Kind), of: &o.Element, at: o.At, heirs: len(heirs)}
		for _, h := range heirs {
			l.add(lineage.New, "it", &h.Element, h.SupportedBy)
		}
		l.add(lineage.Old, "it", &o.Element, o.SupportedBy)
		for _, links := range [][]*theory.Link{before.In(o), before.Out(o)} {
			for _, k := range links {
				l.add(lineage.Old, fmt.Sprintf("its link %q", k.ID), &k.Element, k.SupportedBy)
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
		l.add(lineage.New, "it", &n.Element, n.SupportedBy)
		visit(l)
	}
}

func (p *Pass) lostLinks(lineage *theory.Lineage, visit func(lost)) {
	for _, o := range lineage.Old.Graph().Claims() {
		heirs := lineage.Links.Heirs(o)
		from, to := lineage.Nodes.Heirs(o.Source), lineage.Nodes.Heirs(o.Target)
		var steps []*theory.Link
		if o.Onto != nil {
			if steps = lineage.Links.Heirs(o.Onto); !anyLive(steps) {
				continue
			}
			to = lineage.Nodes.Heirs(o.Onto.Target)
		}
		if anyLive(heirs) || lineage.Folded(o) || !anyLive(from) || !anyLive(to) {
			continue
		}
		if len(heirs) == 0 && (p.unreadAnywhere("was", "effect") || slices.ContainsFunc(slices.Concat(from, to), p.isLoose)) {
			continue
		}
		l := lost{what: "link", of: &o.Element, at: linkAt(o), heirs: len(heirs), from: firstLive(from).ID, to: firstLive(to).ID}
		if o.Onto != nil {
			l.to = p.Theory.LinkName(firstLive(steps))
		}
		for _, h := range heirs {
			l.add(lineage.New, "it", &h.Element, h.SupportedBy)
		}
		l.add(lineage.Old, "it", &o.Element, o.SupportedBy)
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
		l.add(lineage.New, "it", &k.Element, k.SupportedBy)
		visit(l)
	}
}

// firstLive is the first of some nodes that is live.
func firstLive[T interface{ Live() bool }](elements []T) T {
	return elements[slices.IndexFunc(elements, T.Live)]
}

func anyLive[T interface{ Live() bool }](elements []T) bool {
	for _, e := range elements {
		if e.Live() {
			return true
		}
	}
	return false
}
