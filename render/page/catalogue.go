package page

import (
	"cmp"
	"iter"
	"strconv"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/table"
	"icamo/theory/wording"
)

// catalogue makes the entries of one version of a theory.
type catalogue struct {
	t       *theory.Theory
	words   *wording.Language
	spans   *table.Spans
	anchors *anchors
	earlier bool
	names   map[*theory.Element]string
	members *theory.Membership
	citing  map[string][]ref // what cites each piece of evidence
	found   map[*theory.Element][]finding
	lineage lineage // of the elements of both versions; nil where there is one
}

func newCatalogue(t *theory.Theory, prefix string) *catalogue {
	c := &catalogue{
		t: t, words: wording.Of(t), spans: table.NewSpans(t), anchors: newAnchors(t, prefix), earlier: prefix != "",
		names: names(t), members: theory.NewMembership(t.Configurations), citing: make(map[string][]ref), found: make(map[*theory.Element][]finding),
	}
	cite := func(claim ref, stance string, refs []theory.Ref) {
		claim.Note = stance
		for _, r := range refs {
			c.citing[r.ID] = append(c.citing[r.ID], claim)
		}
	}
	for _, l := range t.Links {
		cite(c.link(l), c.words.Say("for"), l.SupportedBy)
		cite(c.link(l), c.words.Say("against"), l.ContradictedBy)
	}
	for _, n := range t.Nodes {
		cite(c.node(n), c.words.Say("for it"), n.SupportedBy)
		cite(c.node(n), c.words.Say("against it"), n.ContradictedBy)
	}
	return c
}

// entries makes those of all elements one at a time, those of nodes and links first.
func (c *catalogue) entries() iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		t := c.t
		_ = entriesOf(c, yield, t.Nodes, c.nodeEntry) &&
			entriesOf(c, yield, t.Links, c.linkEntry) &&
			entriesOf(c, yield, t.Configurations, c.configurationEntry) &&
			entriesOf(c, yield, t.Evidence, c.evidenceEntry) &&
			entriesOf(c, yield, t.Cases, c.caseEntry) &&
			entriesOf(c, yield, t.FormalTheories, c.formalTheoryEntry) &&
			entriesOf(c, yield, t.Sources, c.sourceEntry)
	}
}

// entriesOf makes the entries of elements of one sort, until one is enough.
func entriesOf[R theory.Record](c *catalogue, yield func(*entry) bool, all []R, entryOf func(R) *entry) bool {
	for _, one := range all {
		e, of := entryOf(one), one.Base()
		e.Anchor, e.Earlier = c.anchors.of[of], c.earlier
		if became, ok := c.lineage[of]; ok {
			e.list(became.Heading, became.Items)
		}
		e.Findings, e.Place = c.found[of], check.Place(c.t, of.At)
		if !yield(e) {
			return false
		}
	}
	return true
}

// names are what elements are called in a list of elements of all sorts, where that is not their id.
func names(t *theory.Theory) map[*theory.Element]string {
	names := make(map[*theory.Element]string)
	for _, n := range t.Nodes {
		names[&n.Element] = n.Label
	}
	for _, l := range t.Links {
		names[&l.Element] = wording.Of(t).Sentence(l)
	}
	for _, g := range t.Configurations {
		names[&g.Element] = heading(t, g)
	}
	return names
}

// name is what an element is called in a list of elements of all sorts.
func (c *catalogue) name(of *theory.Element) string { return cmp.Or(c.names[of], of.ID) }

// node refers to a node.
func (c *catalogue) node(n *theory.Node) ref {
	r := ref{Text: n.Label, Anchor: c.anchors.of[&n.Element], Class: string(n.Kind)}
	if !n.Live() {
		r.Note = c.words.Say("dropped")
	}
	return r
}

// link refers to a link.
func (c *catalogue) link(l *theory.Link) ref {
	s := statusOf(c.t, l)
	return ref{Text: c.words.Sentence(l), Anchor: c.anchors.of[&l.Element], Class: s.Class, Note: s.Words}
}

func (c *catalogue) configuration(g *theory.Configuration) ref {
	r := ref{Text: heading(c.t, g), Anchor: c.anchors.of[&g.Element]}
	if !g.Live() {
		r.Note = c.words.Say("dropped")
	}
	return r
}

// all refers to what ids name.
func (c *catalogue) all(target string, refs []theory.Ref) []ref {
	return each(refs, func(r theory.Ref) ref { return c.named(target, r) })
}

func (c *catalogue) unknown(r theory.Ref) ref {
	return ref{Text: r.ID, Note: c.words.Say("unknown")}
}

func each[T any](all []T, of func(T) ref) []ref {
	refs := make([]ref, len(all))
	for i, x := range all {
		refs[i] = of(x)
	}
	return refs
}

// heading names a configuration.
func heading(t *theory.Theory, g *theory.Configuration) string {
	return strconv.Itoa(t.NumberOf(g)) + ". " + g.Title
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
