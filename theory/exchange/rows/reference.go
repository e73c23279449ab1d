package rows

import (
	"cmp"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/sheet"
)

// link finds or makes the link that a row is of. It leads to a node, or to a link that it acts on.
func (im *importer) link(g *grid, row sheet.Row) *draft.Element {
	from := im.end(g, row, "from", fromKind)
	to := ""
	if onto := im.claim(g.text(row, "to")); onto != nil {
		to = name(onto)
	} else if node := im.end(g, row, "to", toKind); node != nil {
		to = node.ID
	}
	if from == nil || to == "" {
		return nil
	}
	effect := theory.Promotes
	if says, err := value(*theory.TableNamed("link").Key("effect"), cmp.Or(g.text(row, "effect"), "promotes")); err == nil {
		effect = theory.Effect(says.(string))
	}
	e, _ := im.d.Join(from.ID, to, effect, g.place(row.Number, -1))
	if !e.Old {
		im.values(g, row, e)
	}
	im.sheeted[e] = g.place(row.Number, -1)
	return e
}

// actsOnLink says whether a row is of a link that acts on another one.
func actsOnLink(g *grid, row sheet.Row) bool {
	_, _, ok := cutArrow(g.text(row, "to"))
	return ok && g.form.table == "link"
}

// end is the node at an end of a link: one that is known, or one whose kind the row says.
func (im *importer) end(g *grid, row sheet.Row, key, kindColumn string) *draft.Element {
	name := g.text(row, key)
	at := draft.Place{}
	for _, c := range g.columns {
		if c.key == key {
			at = g.place(row.Number, c.number)
		}
	}
	if name == "" {
		im.d.Leave(at, "it names no node that the link leads %s", key)
		return nil
	}
	if e := im.d.Find("node", name); e != nil {
		return e
	}
	kind, label := Kind(g.text(row, kindColumn)), name
	if prefix, rest, ok := strings.Cut(name, ":"); ok && kind == "" {
		if kind, label = Kind(prefix), strings.TrimSpace(rest); kind != "" {
			if e := im.d.Find("node", label); e != nil {
				return e
			}
		}
	}
	if kind == "" {
		im.d.Leave(at, "%q is no node; give it a row with its kind in a sheet of nodes, or write its kind before it, as in \"mechanism: %s\"", shortened(name), shortened(name))
		return nil
	}
	return im.node(kind, label, at)
}

// node finds or makes a node of a kind. What is a context in one place and an outcome or mechanism in another is one node, an
// outcome or mechanism that has the role of a context there; other kinds do not mix.
func (im *importer) node(kind theory.Kind, label string, at draft.Place) *draft.Element {
	e := im.d.Find("node", label)
	mixes := func(k theory.Kind) bool { return k != theory.Intervention && k != theory.Actor }
	switch {
	case e != nil && theory.Kind(e.Table) == kind:
		return e
	case e != nil && mixes(kind) && mixes(theory.Kind(e.Table)):
		if _, declared := im.sheeted[e]; !declared && !e.Old && theory.Kind(e.Table) == theory.Context {
			e.Table = string(kind)
		}
		return e
	case e != nil:
		if other := im.d.Find(string(kind), label+" ("+string(kind)+")"); other != nil {
			return other
		}
		im.d.Leave(at, "%q is the label of an %s, too; two nodes were made", shortened(label), e.Table)
		other := im.d.Add(string(kind), label, at)
		im.d.Name(other, label+" ("+string(kind)+")")
		other.Set("label", label)
		return other
	}
	e = im.d.Add(string(kind), label, at)
	e.Set("label", label)
	return e
}

// refer sets the keys of a row's element that refer to other elements.
func (im *importer) refer(t taken) {
	if t.g.form.table == "configuration" {
		im.members(t)
	}
	format := theory.TableNamed(t.e.Table)
	t.g.cells(t.row, func(c column, text string) {
		at := t.g.place(t.row.Number, c.number)
		switch key := format.Key(c.key); {
		case c.key == forKey || c.key == contraKey:
			im.claims(t.e, c.key, split(text), at)
		case key == nil, t.g.form.table == "configuration" && key.Target == "node":
		case key.Type == theory.Reference && (c.key == "from" || c.key == "to"):
		case key.Type == theory.Reference:
			names := split(text)
			if c.key == "case" && len(names) > 1 {
				t.e.Set("cases", im.ids("case", names, at))
			} else if id := im.id(key.Target, text, at); id != "" {
				im.set(t.g, t.row, c, t.e, id)
			}
		case key.Type == theory.References:
			t.e.Include(c.key, im.ids(key.Target, split(text), at)...)
		}
	})
}

func (im *importer) ids(table string, names []string, at draft.Place) []string {
	var ids []string
	known := make(map[string]bool)
	for _, name := range names {
		if id := im.id(table, name, at); id != "" && !known[id] {
			known[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// id is the id of what a cell names. A source, case, actor or formal theory that is not known is made.
func (im *importer) id(table, name string, at draft.Place) string {
	e := im.d.Find(table, name)
	if e != nil {
		return e.ID
	}
	switch table {
	case "source", "case", "formal_theory":
		e = im.d.Add(table, name, at)
		e.Set(named[table], name)
	case "actor":
		e = im.node(theory.Actor, name, at)
	default:
		im.d.Leave(at, "there is no %s %q", strings.ReplaceAll(table, "_", " "), shortened(name))
		return ""
	}
	return e.ID
}

// claims cites a piece of evidence for or against links and nodes.
func (im *importer) claims(evidence *draft.Element, stance string, claims []string, at draft.Place) {
	for _, claim := range claims {
		if e := im.claim(claim); e != nil {
			e.Include(citing[stance], evidence.ID)
			continue
		}
		im.d.Leave(at, "%q is no link or node that the quote could be %s; write the id or label of a node, or a link as FROM -> TO", shortened(claim), stance)
	}
}

// claim is the node or link that a cell names; nil where there is none.
func (im *importer) claim(says string) *draft.Element {
	if e := im.d.Find("node", says); e != nil {
		return e
	}
	if e := im.d.FindLink(says); e != nil {
		return e
	}
	from, to, ok := cutArrow(says)
	if !ok {
		return nil
	}
	effect := theory.Promotes
	if rest, inhibits := strings.CutSuffix(to, "(inhibits)"); inhibits {
		effect, to = theory.Inhibits, strings.TrimSpace(rest)
	}
	a, b := im.d.Find("node", from), im.d.Find("node", to)
	if a == nil || b == nil {
		return nil
	}
	return im.d.FindLink(theory.LinkID(a.ID, b.ID, effect))
}

func cutArrow(claim string) (from, to string, ok bool) {
	for _, arrow := range []string{"->", "→", "=>"} {
		if from, to, ok = strings.Cut(claim, arrow); ok {
			return strings.TrimSpace(from), strings.TrimSpace(to), true
		}
	}
	return "", "", false
}
