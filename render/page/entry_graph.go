package page

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

func (c *catalogue) nodeEntry(n *theory.Node) *entry {
	e := &entry{ID: n.ID, Sort: c.words.Word(string(n.Kind)), Kind: n.Kind, Title: n.Label}
	e.notice(c.words.Say("Dropped"), n.Dropped)
	e.text(n.Description)
	e.word(c.words.Say("Resource offered"), n.Resource)
	e.word(c.words.Say("Reasoning"), n.Reasoning)
	e.word(c.words.Say("Because"), n.Because)
	e.fact(c.words.Say("For whom"), c.all("node", n.Beneficiary)...)
	e.word(c.words.Say("Horizon"), c.words.Word(string(n.Horizon)))
	e.word(c.words.Say("Wanted"), c.wanted(n))
	e.Facts = append(e.Facts, c.others(n, "resource", "reasoning", "because", "beneficiary", "horizon", "valence", "unintended",
		"supported_by", "contradicted_by")...)
	e.evidence(c.words.Say("Evidence for it"), "for", c.pieces(n.SupportedBy))
	e.evidence(c.words.Say("Evidence against it"), "against", c.pieces(n.ContradictedBy))

	var into, from, marks []ref
	for _, l := range c.t.Links {
		switch {
		case l.Source == n:
			from = append(from, c.neighbour(l, l.Target, l.To))
		case l.Target == n:
			into = append(into, c.neighbour(l, l.Source, l.From))
		default:
			continue
		}
		if s := statusOf(c.t, l).Class; !slices.Contains(e.Marks, s) {
			e.Marks = append(e.Marks, s)
		}
	}
	if !n.Live() {
		e.Marks = []string{dropped}
	}
	e.list(c.words.Say("What leads to it"), into)
	e.list(c.words.Say("What it leads to"), from)
	for g := range c.members.Of(n.ID) {
		e.In = append(e.In, g.ID)
		r := c.configuration(g)
		for _, m := range g.Members {
			if m.Node == n {
				r.Note = c.words.Say("as {1}", c.words.Word(string(m.Role)))
			}
		}
		marks = append(marks, r)
	}
	if c.members.Everywhere(n.ID) {
		marks = append(marks, ref{Text: c.words.Say("all of them")})
	}
	e.list(c.words.Say("Configurations it is in"), marks)
	return e
}

// wanted words whether a node is wanted, where that is not to be taken for granted.
func (c *catalogue) wanted(n *theory.Node) string {
	switch {
	case n.Kind != theory.Outcome && n.Valence == theory.Wanted:
		return c.words.Say("yes")
	case n.Unintended && n.Valence == theory.Unwanted:
		return c.words.Say("no, and nobody meant it")
	case n.Valence == theory.Unwanted:
		return c.words.Say("no")
	case n.Unintended:
		return c.words.Say("yes, though nobody meant it")
	}
	return ""
}

// neighbour refers to a link by the node at its far end.
func (c *catalogue) neighbour(l *theory.Link, far *theory.Node, named theory.Ref) ref {
	r := c.unknown(named)
	switch {
	case far != nil:
		r = ref{Text: far.Label}
	case l.Onto != nil:
		r = ref{Text: c.words.Target(l)}
	}
	s := statusOf(c.t, l)
	r.Anchor, r.Class = c.anchors.of[&l.Element], s.Class
	notes := []string{s.Words}
	if l.Effect == theory.Inhibits || l.Onto != nil {
		notes = []string{c.words.Verb(l), s.Words}
	}
	if l.Necessary {
		notes = append([]string{c.words.Word("necessary")}, notes...)
	}
	if n := len(l.SupportedBy); n > 0 {
		notes = append(notes, c.words.Say("{1} for", c.words.Counted(n, "piece of evidence")))
	}
	if n := len(l.ContradictedBy); n > 0 {
		notes = append(notes, c.words.Say("{1} against", c.words.Counted(n, "piece of evidence")))
	}
	r.Note = strings.Join(notes, ", ")
	return r
}

func (c *catalogue) linkEntry(l *theory.Link) *entry {
	e := &entry{ID: l.ID, Sort: c.words.Say("link"), Title: c.words.Sentence(l), Status: statusOf(c.t, l)}
	e.Marks = []string{e.Status.Class}
	e.notice(c.words.Say("Dropped"), l.Dropped)
	e.word(c.words.Say("Because"), l.Because)
	e.text(l.Description)
	e.fact(c.words.Say("From"), c.named("node", l.From))
	verb := upperFirst(c.words.Verb(l))
	if l.Onto != nil {
		e.fact(c.words.Say("{1} the step", verb), c.link(l.Onto))
	} else {
		e.fact(verb, c.named("node", l.To))
	}
	e.Facts = append(e.Facts, c.others(l, "from", "to", "effect", "status", "because", "supported_by", "contradicted_by")...)
	e.evidence(c.words.Say("Evidence for"), "for", c.pieces(l.SupportedBy))
	e.evidence(c.words.Say("Evidence against"), "against", c.pieces(l.ContradictedBy))
	var in []ref
	for g := range c.members.OfLink(l) {
		e.In = append(e.In, g.ID)
		in = append(in, c.configuration(g))
	}
	e.list(c.words.Say("Configurations it is in"), in)
	var acting []ref
	for _, other := range c.t.Graph().Onto(l) {
		acting = append(acting, c.link(other))
	}
	e.list(c.words.Say("What acts on it"), acting)
	return e
}

// dropped is the status of what is no longer part of the theory.
const dropped = "dropped"

func statusOf(t *theory.Theory, l *theory.Link) *status {
	if l.Gone() {
		return &status{Class: dropped, Words: wording.Of(t).Say("dropped")}
	}
	s := &status{Class: string(l.Status), Words: wording.Of(t).Word(string(l.Status))}
	if l.Unreviewed != "" {
		s.Words = wording.Of(t).NotReviewed()
	}
	switch pro, contra := t.Backing(l.SupportedBy), t.Backing(l.ContradictedBy); {
	case contra > 0 || pro > 0 && l.Status == theory.Mixed:
		s.Backing = wording.Of(t).ForAndAgainst(pro, contra)
	case pro > 0:
		s.Backing = wording.Of(t).Say("evidence from {1}", wording.Of(t).Counted(pro, "case"))
	}
	return s
}

func (c *catalogue) configurationEntry(g *theory.Configuration) *entry {
	e := &entry{Sort: c.words.Say("configuration"), Title: heading(c.t, g), Configuration: g.ID, In: []string{g.ID}}
	e.notice(c.words.Say("Dropped"), g.Dropped)
	e.text(append(c.spans.Statement(g), g.Description)...)
	told := []string{"number", "because", "confidence", "rival"}
	for _, role := range theory.Kinds {
		e.fact(upperFirst(c.words.Word(string(role))), each(g.In(role), func(m theory.Member) ref { return c.named("node", m.Ref) })...)
		told = append(told, string(role))
	}
	e.word(c.words.Say("Confidence"), c.words.Word(string(g.Confidence)))
	e.Facts = append(e.Facts, c.others(g, told...)...)
	e.fact(upperFirst(c.words.Key("rival")), c.all("configuration", c.t.Rivals(g))...)
	var links []ref
	for _, l := range c.t.Part(g).Claims() {
		links = append(links, c.link(l))
		if mark := statusOf(c.t, l).Class; !slices.Contains(e.Marks, mark) {
			e.Marks = append(e.Marks, mark)
		}
	}
	if !g.Live() {
		e.Marks = append(e.Marks, dropped)
	}
	e.list(c.words.Say("Its links"), links)
	return e
}
