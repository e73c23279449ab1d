package rows

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/wording"
)

// members gives a configuration what its row of the matrix says of each role.
func (im *importer) members(t taken) {
	in := make(map[theory.Kind][]*draft.Element)
	var blocks []string
	var resources, reasonings []string
	t.g.cells(t.row, func(c column, text string) {
		at := t.g.place(t.row.Number, c.number)
		role, more, _ := strings.Cut(c.key, " ")
		if c.key == blocking {
			role, more = string(theory.Context), ""
		}
		switch {
		case draft.IsNode(role):
			for _, label := range split(text) {
				label, aside := cutAside(role, label)
				e := im.node(theory.Kind(role), label, at)
				im.sayAside(e, aside, at)
				in[theory.Kind(role)] = append(in[theory.Kind(role)], e)
				t.e.Include(role, e.ID)
				im.say(e, more, at)
				if c.key == blocking {
					blocks = append(blocks, e.ID)
				}
			}
		case c.key == "resource":
			resources = split(text)
		case c.key == "reasoning":
			reasonings = split(text)
		}
	})
	at := t.g.place(t.row.Number, -1)
	if len(in[theory.Mechanism]) == 0 { // mechanisms are said by their parts alone
		labels := reasonings
		if len(labels) == 0 {
			labels = resources
		}
		for _, label := range labels {
			e := im.node(theory.Mechanism, label, at)
			in[theory.Mechanism] = append(in[theory.Mechanism], e)
			t.e.Include("mechanism", e.ID)
		}
	}
	im.parts(in[theory.Mechanism], "resource", resources, at)
	im.parts(in[theory.Mechanism], "reasoning", reasonings, at)
	if who := t.g.text(t.row, "beneficiary"); who != "" {
		for _, o := range in[theory.Outcome] {
			o.Include("beneficiary", im.ids("actor", split(who), at)...)
		}
	}
	if im.o.Links {
		im.d.Imply(t.e, blocks, at)
	}
}

// say sets what the heading of an outcome's column says of it, or what stands behind it.
func (im *importer) say(e *draft.Element, more string, at draft.Place) {
	if e.Table != string(theory.Outcome) || more == "" {
		return
	}
	if more == "unintended" {
		e.Set("unintended", true)
		return
	}
	key := "horizon"
	if slices.Contains(words("valence"), more) {
		key = "valence"
	}
	if was := e.Text(key); was != "" && was != more {
		im.d.Leave(at, "%q is %s here and %s elsewhere", e.Text("label"), more, was)
		return
	}
	e.Set(key, more)
}

// cutAside takes off what stands in parentheses behind an outcome, as icamo table writes it: "Hope (immediate; for peers)".
func cutAside(role, label string) (plain string, aside []string) {
	open := strings.LastIndex(label, " (")
	if role != string(theory.Outcome) || open < 0 || !strings.HasSuffix(label, ")") {
		return label, nil
	}
	aside = split(label[open+2 : len(label)-1])
	for _, part := range aside {
		if _, isFor := strings.CutPrefix(part, "for "); !isFor && part != "unintended" && !slices.Contains(words("valence"), part) && !slices.Contains(words("horizon"), part) {
			return label, nil
		}
	}
	return label[:open], aside
}

// words are those of a key of outcomes.
func words(key string) []string { return theory.TableNamed(string(theory.Outcome)).Key(key).Words }

// sayAside gives an outcome what stood in parentheses behind it.
func (im *importer) sayAside(e *draft.Element, aside []string, at draft.Place) {
	for _, part := range aside {
		who, isFor := strings.CutPrefix(part, "for ")
		if !isFor {
			im.say(e, part, at)
			continue
		}
		if of := im.d.Find(string(theory.Actor), who); of != nil && e.Table == string(theory.Outcome) {
			e.Include("beneficiary", of.ID)
		} else {
			im.d.Leave(at, "there is no actor %q for whom it is an outcome", shortened(who))
		}
	}
}

// parts gives mechanisms their resource or reasoning: one each, in order, or one that all share, or all to a single one.
func (im *importer) parts(mechanisms []*draft.Element, key string, says []string, at draft.Place) {
	switch {
	case len(says) == 0:
	case len(mechanisms) == 1:
		im.part(mechanisms[0], key, strings.Join(says, "; "), at)
	case len(mechanisms) == len(says) || len(says) == 1:
		for i, m := range mechanisms {
			im.part(m, key, says[min(i, len(says)-1)], at)
		}
	default:
		im.d.Leave(at, "it names %d mechanisms and %s, so which is whose is not known", len(mechanisms), wording.English.Counted(len(says), key))
	}
}

func (im *importer) part(m *draft.Element, key, says string, at draft.Place) {
	switch was := m.Text(key); {
	case m.Table != string(theory.Mechanism), was == says, says == m.Text("label"):
	case was != "":
		im.d.Leave(at, "the %s of %q is %q here and %q elsewhere", key, m.Text("label"), shortened(says), shortened(was))
	default:
		m.Set(key, says)
	}
}
