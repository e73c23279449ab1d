package page

import (
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/table"
)

// catalogue makes the entries of one version of a theory.
type catalogue struct {
	t       *theory.Theory
	wording *table.Wording
	anchors *anchors
	earlier bool
	claims  map[string][]ref // what cites each piece of evidence
	found   map[*theory.Element][]finding
	lineage lineage // of the elements of both versions; nil where there is one
}

func newCatalogue(t *theory.Theory, prefix string) *catalogue {
	c := &catalogue{
		t: t, wording: table.NewWording(t), anchors: newAnchors(t, prefix), earlier: prefix != "",
		claims: make(map[string][]ref), found: make(map[*theory.Element][]finding),
	}
	cite := func(claim ref, stance string, refs []theory.Ref) {
		claim.Note = stance
		for _, r := range refs {
			c.claims[r.ID] = append(c.claims[r.ID], claim)
		}
	}
	for _, l := range t.Links {
		cite(c.link(l), "for", l.SupportedBy)
		cite(c.link(l), "against", l.ContradictedBy)
	}
	for _, n := range t.Nodes {
		cite(c.node(n), "that it was observed", n.SupportedBy)
		cite(c.node(n), "that it was not observed", n.ContradictedBy)
	}
	return c
}

// entries are those of all elements: what figures show first.
func (c *catalogue) entries() []*entry {
	var all []*entry
	add := func(e *entry, of *theory.Element) {
		e.Anchor, e.Earlier = c.anchors.of[of], c.earlier
		if became, ok := c.lineage[of]; ok {
			e.list(became.Heading, became.Items)
		}
		e.Findings, e.Place = c.found[of], c.place(of.At)
		all = append(all, e)
	}
	for _, n := range c.t.Nodes {
		add(c.nodeEntry(n), &n.Element)
	}
	for _, l := range c.t.Links {
		add(c.linkEntry(l), &l.Element)
	}
	for _, g := range c.t.Configurations {
		add(c.configurationEntry(g), &g.Element)
	}
	for _, e := range c.t.Evidence {
		add(c.evidenceEntry(e), &e.Element)
	}
	for _, k := range c.t.Cases {
		add(c.caseEntry(k), &k.Element)
	}
	for _, f := range c.t.FormalTheories {
		add(c.formalTheoryEntry(f), &f.Element)
	}
	for _, s := range c.t.Sources {
		add(c.sourceEntry(s), &s.Element)
	}
	return all
}

// name is what an element is called in a list of elements of all sorts.
func (c *catalogue) name(of *theory.Element) string {
	for _, n := range c.t.Nodes {
		if &n.Element == of {
			return n.Label
		}
	}
	for _, l := range c.t.Links {
		if &l.Element == of {
			return claim(l)
		}
	}
	for _, g := range c.t.Configurations {
		if &g.Element == of {
			return heading(g)
		}
	}
	return of.ID
}

// node refers to a node.
func (c *catalogue) node(n *theory.Node) ref {
	r := ref{Text: n.Label, Anchor: c.anchors.of[&n.Element], Class: string(n.Kind)}
	if !n.Live() {
		r.Note = "dropped"
	}
	return r
}

// link refers to a link.
func (c *catalogue) link(l *theory.Link) ref {
	s := statusOf(c.t, l)
	return ref{Text: claim(l), Anchor: c.anchors.of[&l.Element], Class: s.Class, Note: s.Words}
}

// nodes refers to nodes by id; an unknown one is named all the same.
func (c *catalogue) nodes(refs []theory.Ref) []ref {
	return each(refs, func(r theory.Ref) ref {
		if n := c.t.Node(r.ID); n != nil {
			return c.node(n)
		}
		return unknown(r)
	})
}

func (c *catalogue) configuration(g *theory.Configuration) ref {
	r := ref{Text: heading(g), Anchor: c.anchors.of[&g.Element]}
	if !g.Live() {
		r.Note = "dropped"
	}
	return r
}

func (c *catalogue) configurations(refs []theory.Ref) []ref {
	return each(refs, func(r theory.Ref) ref {
		if g := c.t.Configuration(r.ID); g != nil {
			return c.configuration(g)
		}
		return unknown(r)
	})
}

func (c *catalogue) cases(refs []theory.Ref) []ref {
	return each(refs, func(r theory.Ref) ref {
		if k := c.t.Case(r.ID); k != nil {
			return ref{Text: k.Label, Anchor: c.anchors.of[&k.Element]}
		}
		return unknown(r)
	})
}

func (c *catalogue) formalTheories(refs []theory.Ref) []ref {
	return each(refs, func(r theory.Ref) ref {
		if f := c.t.FormalTheory(r.ID); f != nil {
			return ref{Text: f.Label, Anchor: c.anchors.of[&f.Element]}
		}
		return unknown(r)
	})
}

func unknown(r theory.Ref) ref { return ref{Text: r.ID, Note: "unknown"} }

func each[T any](all []T, of func(T) ref) []ref {
	refs := make([]ref, len(all))
	for i, x := range all {
		refs[i] = of(x)
	}
	return refs
}

// number is the configuration's, as figures badge it.
func number(t *theory.Theory, g *theory.Configuration) string {
	if g.Number > 0 {
		return strconv.Itoa(g.Number)
	}
	return strconv.Itoa(slices.Index(t.Configurations, g) + 1)
}

// heading names a configuration.
func heading(g *theory.Configuration) string {
	if g.Number > 0 {
		return strconv.Itoa(g.Number) + ". " + g.Title
	}
	return g.Title
}

// holding are the configurations that have all the nodes as members.
func holding(t *theory.Theory, ids ...string) []*theory.Configuration {
	var in []*theory.Configuration
	for _, g := range t.Configurations {
		all := true
		for _, id := range ids {
			all = all && slices.ContainsFunc(g.Members, func(m theory.Member) bool { return m.ID == id })
		}
		if all {
			in = append(in, g)
		}
	}
	return in
}

func plainWords(word string) string { return strings.ReplaceAll(word, "-", " ") }

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
