package page

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

func (c *catalogue) nodeEntry(n *theory.Node) *entry {
	e := &entry{ID: n.ID, Sort: string(n.Kind), Kind: n.Kind, Title: n.Label}
	e.notice("Dropped", n.Dropped)
	e.text(n.Description)
	e.word("Resource offered", n.Resource)
	e.word("Reasoning", n.Reasoning)
	e.word("Because", n.Because)
	e.fact("For whom", c.all("node", n.Beneficiary)...)
	e.word("Horizon", string(n.Horizon))
	e.word("Wanted", wanted(n))
	e.Facts = append(e.Facts, c.others(n, "resource", "reasoning", "because", "beneficiary", "horizon", "valence", "unintended",
		"supported_by", "contradicted_by")...)
	e.evidence("Evidence that it was observed", "for", c.pieces(n.SupportedBy))
	e.evidence("Evidence that it was not observed", "against", c.pieces(n.ContradictedBy))

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
	e.list("What leads to it", into)
	e.list("What it leads to", from)
	for g := range c.members.Of(n.ID) {
		e.In = append(e.In, g.ID)
		r := c.configuration(g)
		for _, m := range g.Members {
			if m.Node == n {
				r.Note = "as " + string(m.Role)
			}
		}
		marks = append(marks, r)
	}
	if c.members.Everywhere(n.ID) {
		marks = append(marks, ref{Text: "all of them"})
	}
	e.list("Configurations it is in", marks)
	return e
}

// wanted words whether a node is wanted, where that is not to be taken for granted.
func wanted(n *theory.Node) string {
	switch {
	case n.Kind != theory.Outcome && n.Valence == theory.Wanted:
		return "yes"
	case n.Unintended && n.Valence == theory.Unwanted:
		return "no, and nobody meant it"
	case n.Valence == theory.Unwanted:
		return "no"
	case n.Unintended:
		return "yes, though nobody meant it"
	}
	return ""
}

// neighbour refers to a link by the node at its far end.
func (c *catalogue) neighbour(l *theory.Link, far *theory.Node, named theory.Ref) ref {
	r := unknown(named)
	switch {
	case far != nil:
		r = ref{Text: far.Label}
	case l.Onto != nil:
		r = ref{Text: "the step " + wording.Link(l.Onto)}
	}
	s := statusOf(c.t, l)
	r.Anchor, r.Class = c.anchors.of[&l.Element], s.Class
	notes := []string{s.Words}
	if l.Effect == theory.Inhibits {
		notes = []string{wording.English.Verb(l.Effect), s.Words}
	}
	if l.Necessary {
		notes = append([]string{"necessary"}, notes...)
	}
	if n := len(l.SupportedBy); n > 0 {
		notes = append(notes, wording.English.Counted(n, "piece of evidence")+" for")
	}
	if n := len(l.ContradictedBy); n > 0 {
		notes = append(notes, wording.English.Counted(n, "piece of evidence")+" against")
	}
	r.Note = strings.Join(notes, ", ")
	return r
}

func (c *catalogue) linkEntry(l *theory.Link) *entry {
	e := &entry{ID: l.ID, Sort: "link", Title: wording.English.Sentence(l), Status: statusOf(c.t, l)}
	e.Marks = []string{e.Status.Class}
	e.notice("Dropped", l.Dropped)
	e.word("Because", l.Because)
	e.text(l.Description)
	e.fact("From", c.named("node", l.From))
	verb := upperFirst(wording.English.Verb(l.Effect))
	if l.Onto != nil {
		e.fact(verb+" the step", c.link(l.Onto))
	} else {
		e.fact(verb, c.named("node", l.To))
	}
	e.Facts = append(e.Facts, c.others(l, "from", "to", "effect", "status", "because", "supported_by", "contradicted_by")...)
	e.evidence("Evidence for", "for", c.pieces(l.SupportedBy))
	e.evidence("Evidence against", "against", c.pieces(l.ContradictedBy))
	var in []ref
	for g := range c.members.OfLink(l) {
		e.In = append(e.In, g.ID)
		in = append(in, c.configuration(g))
	}
	e.list("Configurations it is in", in)
	var acting []ref
	for _, other := range c.t.Graph().Onto(l) {
		acting = append(acting, c.link(other))
	}
	e.list("What acts on it", acting)
	return e
}

// dropped is the status of what is no longer part of the theory.
const dropped = "dropped"

func statusOf(t *theory.Theory, l *theory.Link) *status {
	if l.Gone() {
		return &status{Class: dropped, Words: "dropped"}
	}
	s := &status{Class: string(l.Status), Words: wording.English.Word(string(l.Status))}
	if n := t.Backing(l.SupportedBy); n > 0 {
		s.Backing = "evidence from " + wording.English.Counted(n, "case")
	}
	return s
}

func (c *catalogue) configurationEntry(g *theory.Configuration) *entry {
	e := &entry{Sort: "configuration", Title: heading(g)}
	e.notice("Dropped", g.Dropped)
	e.text(append(c.spans.Statement(g), g.Description)...)
	told := []string{"number", "because", "confidence"}
	for _, role := range theory.Kinds {
		e.fact(upperFirst(string(role)), each(g.In(role), func(m theory.Member) ref { return c.named("node", m.Ref) })...)
		told = append(told, string(role))
	}
	e.word("Confidence", wording.English.Word(string(g.Confidence)))
	e.Facts = append(e.Facts, c.others(g, told...)...)
	var links []ref
	for _, l := range c.t.Part(g).Links {
		links = append(links, c.link(l))
	}
	e.list("Its links", links)
	return e
}
