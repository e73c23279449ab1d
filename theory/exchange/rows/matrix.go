package rows

import (
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
				e := im.node(theory.Kind(role), label, at)
				in[theory.Kind(role)] = append(in[theory.Kind(role)], e)
				t.e.Include(role, e.ID)
				im.say(e, more)
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

// say sets what the heading of an outcome's column says of it.
func (im *importer) say(e *draft.Element, more string) {
	switch {
	case e.Table != string(theory.Outcome):
	case more == "unintended":
		e.Set("unintended", true)
	case more != "" && e.Text("horizon") == "":
		e.Set("horizon", more)
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
