package rows

import (
	"cmp"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/sheet"
)

// update gives an element that is in the theory already what its row says now. Where the sheet is known as it was exported, only
// cells that were changed since count, and one that was changed in the theory, too, is a conflict.
func (im *importer) update(t taken) {
	format := theory.TableNamed(t.e.Table)
	before, known := t.g.before(t.row)
	for _, c := range t.g.columns {
		cell, there := t.row.Cell(c.number)
		text := cell.Text
		at := t.g.place(t.row.Number, c.number)
		if c.key == forKey || c.key == contraKey {
			im.reclaim(t, c, split(text), split(before[c.key]), known, at)
			continue
		}
		key := format.Key(c.key)
		if t.e.Table == "link" && (c.key == "from" || c.key == "to") {
			continue // which link it is
		}
		if key == nil || !there && !t.g.exported || there && cell.Across {
			if key == nil && there && text != before[c.key] && c.key != idKey && c.key != kindKey && c.key != "" {
				im.d.Leave(at, "%q is of the kind %s, which has no %s", name(t.e), t.e.Table, c.key)
			}
			continue
		}
		if key.Name == "case" {
			key = format.Key("cases")
		}
		says, err := im.says(t, *key, text, at)
		if err != nil {
			im.d.Leave(at, "%v", err)
			continue
		}
		now, was := draft.ValueText(t.e.Get(key.Name)), draft.ValueText(says)
		switch {
		case same(now, was), known && same(before[c.key], text):
		case known && !same(before[c.key], now):
			im.d.Leave(at, "conflict: it was %q, is %q in the sheet and %q in the theory; the theory was left as it is", shortened(before[c.key]), shortened(text), shortened(now))
		case text == "" && key.Required:
			im.d.Leave(at, "it is empty, and %q must have its %s", name(t.e), key.Name)
		default:
			t.e.Set(key.Name, says)
		}
	}
}

// says is what a cell says, references by their ids; nil where it is empty.
func (im *importer) says(t taken, key theory.Key, text string, at draft.Place) (any, error) {
	if text == "" {
		return nil, nil
	}
	switch {
	case key.Target == "node" && t.g.form.table == "configuration":
		var ids []string
		for _, label := range split(text) {
			ids = append(ids, im.node(theory.Kind(key.Name), label, at).ID)
		}
		return ids, nil
	case key.Type == theory.References:
		return im.ids(key.Target, split(text), at), nil
	case key.Type == theory.Reference:
		return im.id(key.Target, text, at), nil
	}
	return value(key, text)
}

// same says whether two cells show the same, but for line breaks and white space at their ends.
func same(a, b string) bool { return sheet.Tidy(a) == sheet.Tidy(b) }

// reclaim adds and takes away what a piece of evidence speaks for or against.
func (im *importer) reclaim(t taken, c column, claims, before []string, known bool, at draft.Place) {
	if !known {
		before = split(im.claimed(t.e, c.key))
	}
	var more []string
	for _, claim := range claims {
		if !slices.Contains(before, claim) {
			more = append(more, claim)
		}
	}
	im.claims(t.e, c.key, more, at)
	for _, claim := range before {
		if e := im.claim(claim); e != nil && t.g.exported && !slices.Contains(claims, claim) {
			list := slices.Clone(e.List(citing[c.key]))
			e.Set(citing[c.key], slices.DeleteFunc(list, func(id string) bool { return id == t.e.ID }))
		}
	}
}

// citing is the key under which a claim cites evidence for or against it.
var citing = map[string]string{forKey: "supported_by", contraKey: "contradicted_by"}

// claimed are the claims that cite a piece of evidence.
func (im *importer) claimed(evidence *draft.Element, stance string) string {
	var claims []string
	for _, e := range im.d.Elements {
		if slices.Contains(e.List(citing[stance]), evidence.ID) {
			claims = append(claims, name(e))
		}
	}
	return strings.Join(claims, "; ")
}

// name is an element's id, a link's as theory.LinkID makes it.
func name(e *draft.Element) string {
	if e.Table == "link" {
		return theory.LinkID(e.Text("from"), e.Text("to"), theory.Effect(cmp.Or(e.Text("effect"), "promotes")))
	}
	return e.ID
}

// before is what a row said when it was exported, by key, and whether that is known.
func (g *grid) before(row sheet.Row) (map[string]string, bool) {
	if g.History == nil {
		return nil, false
	}
	if g.history == nil {
		g.history = make(map[string]map[string]string)
		for i, r := range g.History.Rows {
			if i == 0 {
				continue
			}
			said := make(map[string]string)
			for _, head := range g.History.Rows[0].Cells {
				if cell, there := r.Cell(head.Column); there {
					said[head.Text] = cell.Text
				}
			}
			g.history[identity(g.form.table, func(key string) string { return said[key] })] = said
		}
	}
	said, known := g.history[identity(g.form.table, func(key string) string { return g.text(row, key) })]
	return said, known
}

// identity is what a row is known by: its id, or what a link joins.
func identity(table string, says func(key string) string) string {
	if table == "link" {
		return theory.LinkID(says("from"), says("to"), theory.Effect(strings.ToLower(cmp.Or(says("effect"), "promotes"))))
	}
	return says(idKey)
}

// missing proposes to drop what was exported and has no row any more. Nothing is taken out.
func (im *importer) missing(grids []*grid) {
	for _, g := range grids {
		if !g.exported {
			continue
		}
		g.before(sheet.Row{}) // for what was exported
		for _, e := range im.d.Elements {
			_, there := im.sheeted[e]
			if there || !e.Old || sort(e.Table) != g.form.table || e.Text("dropped") != "" {
				continue
			}
			if _, exported := g.history[name(e)]; g.History != nil && !exported {
				continue
			}
			remedy := "take it out of the theory by hand, if that is meant"
			if theory.TableNamed(e.Table).Key("dropped") != nil {
				remedy = "to drop it, write why under dropped in the theory"
			}
			im.d.Leave(draft.Place{File: g.file, Sheet: g.Name}, "the %s %q has no row any more; %s", e.Table, name(e), remedy)
		}
	}
}

// sort is the table that a sheet of elements of a table is of.
func sort(table string) string {
	if draft.IsNode(table) {
		return "node"
	}
	return table
}
