package rows

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/sheet"
	"icamo/theory/wording"
)

// Options say how sheets are read.
type Options struct {
	Columns map[string]string // the keys of columns, by letters or headings in small letters
	Links   bool              // make the links that a row of a matrix implies
}

// importer takes elements from sheets.
type importer struct {
	d       *draft.Draft
	o       Options
	taken   []taken
	sheeted map[*draft.Element]draft.Place
}

// taken is a row of which an element was made.
type taken struct {
	g   *grid
	row sheet.Row
	e   *draft.Element
}

// order is the order in which tables are read: what is referred to first.
var order = []string{"source", "case", "formal_theory", "node", "configuration", "link", "evidence"}

// File is a file of sheets, by the name that messages give it.
type File struct {
	Name   string
	Sheets []*sheet.Sheet
}

// Import adds to a draft what the sheets of files say.
func Import(d *draft.Draft, files []File, o Options) {
	im := &importer{d: d, o: o, sheeted: make(map[*draft.Element]draft.Place)}
	var grids []*grid
	for _, f := range files {
		for _, s := range f.Sheets {
			if forReading(s) {
				im.unread(f.Name, s)
				continue
			}
			if g := im.recognise(f.Name, s); g != nil {
				grids = append(grids, g)
			}
		}
	}
	for _, table := range order {
		for _, g := range grids {
			if g.form.table == table {
				im.rows(g)
			}
		}
	}
	im.heuristic(grids)
	for _, t := range im.taken {
		if t.e.Old && !t.g.adds() {
			im.update(t)
		} else {
			im.refer(t)
		}
	}
	im.missing(grids)
}

// heuristic says that a new theory's configurations have contexts, mechanisms and outcomes alone, where its matrix has no
// columns for more.
func (im *importer) heuristic(grids []*grid) {
	matrix := false
	for _, g := range grids {
		if g.form.table == "configuration" {
			matrix = true
			if has(g.columns, "intervention") || has(g.columns, "actor") {
				return
			}
		}
	}
	if matrix && !im.d.Theory.Old {
		im.d.Theory.Set("heuristic", string(theory.CMO))
	}
}

// recognise says what a sheet is of; nil where it cannot be read. What no column is known for is listed.
func (im *importer) recognise(file string, s *sheet.Sheet) *grid {
	at := draft.Place{File: file, Sheet: s.Name}
	for _, u := range s.Unread {
		im.d.Leave(draft.Place{File: file, Sheet: s.Name, Row: u.Row, Cell: sheet.ColumnName(u.Column)}, "%s", u.Says)
	}
	if len(s.Rows) == 0 {
		return nil
	}
	g := recognise(file, s, im.o.Columns)
	if g == nil {
		im.d.Leave(at, "its %d rows were not read: no row has the headings of links (from, to), quotes (text), nodes (label, kind) or a matrix (context, mechanism, outcome); name the columns with --columns", len(s.Rows))
		return nil
	}
	headings := g.first - 1
	for _, row := range s.Rows[:headings] {
		for _, c := range row.Cells {
			if !c.Across && !slices.ContainsFunc(g.columns, func(col column) bool { return col.number == c.Column && strings.HasPrefix(col.heading, c.Text) }) {
				im.d.Leave(g.place(row.Number, c.Column), "%q stands above the headings", shortened(c.Text))
			}
		}
	}
	for _, c := range g.columns {
		if c.key != "" {
			continue
		}
		count := 0
		for _, row := range s.Rows[g.first:] {
			if _, there := row.Cell(c.number); there {
				count++
			}
		}
		if count > 0 {
			im.d.Leave(g.place(s.Rows[headings].Number, c.number), "the heading %q is not known, so what stands below it (%s) was not read; name it with --columns KEY=%s",
				shortened(c.heading), wording.English.Counted(count, "cell"), sheet.ColumnName(c.number))
		}
	}
	return g
}

// rows makes an element of each row.
func (im *importer) rows(g *grid) {
	known := make(map[int]bool)
	for _, c := range g.columns {
		known[c.number] = true
	}
	var later []sheet.Row
	take := func(row sheet.Row) {
		if e := im.element(g, row); e != nil {
			im.taken = append(im.taken, taken{g, row, e})
		}
	}
	for _, row := range g.Rows[g.first:] {
		for _, c := range row.Cells {
			if !known[c.Column] && !c.Across {
				im.d.Leave(g.place(row.Number, c.Column), "%q stands under no heading", shortened(c.Text))
			}
		}
		if actsOnLink(g, row) {
			later = append(later, row) // when all links to nodes are known
			continue
		}
		take(row)
	}
	for _, row := range later {
		take(row)
	}
}

// ordinal is which row below the headings a row is, from 1.
func (g *grid) ordinal(row sheet.Row) int {
	at, _ := slices.BinarySearchFunc(g.Rows[g.first:], row.Number, func(r sheet.Row, number int) int { return r.Number - number })
	return at + 1
}

// cells goes through what a row says, column by column.
func (g *grid) cells(row sheet.Row, visit func(c column, text string)) {
	for _, c := range g.columns {
		if cell, there := row.Cell(c.number); there && !cell.Across && c.key != "" {
			visit(c, cell.Text)
		}
	}
}

// text is what a row says of a key.
func (g *grid) text(row sheet.Row, key string) string {
	text := ""
	g.cells(row, func(c column, says string) {
		if c.key == key && text == "" {
			text = says
		}
	})
	return text
}

// named are the keys that name an element, which are also its label in figures.
var named = map[string]string{"node": "label", "configuration": "title", "source": "citation", "case": "label", "formal_theory": "label", "evidence": "text"}

// element finds or makes the element that a row is of, with all that refers to nothing else.
func (im *importer) element(g *grid, row sheet.Row) *draft.Element {
	var e *draft.Element
	switch g.form.table {
	case "link":
		return im.link(g, row)
	case "node":
		kind := Kind(g.text(row, kindKey))
		if kind == "" {
			im.d.Leave(g.place(row.Number, -1), "%q has no kind: intervention, context, actor, mechanism or outcome", shortened(g.text(row, "label")))
			return nil
		}
		e = im.named(g, row, string(kind))
	default:
		e = im.named(g, row, g.form.table)
	}
	if e != nil && (!e.Old || g.adds()) {
		im.values(g, row, e)
	}
	return e
}

// adds says whether a sheet adds to what a theory says and changes nothing of it: a matrix shows members of a configuration by
// their labels, in columns that the theory file has not.
func (g *grid) adds() bool { return g.form.table == "configuration" && !g.exported }

// named finds the element that a row names, or makes it.
func (im *importer) named(g *grid, row sheet.Row, table string) *draft.Element {
	id, name := g.text(row, idKey), g.text(row, named[g.form.table])
	if table == "configuration" && name == "" {
		name = "Configuration " + cmp.Or(g.text(row, "number"), strconv.Itoa(g.ordinal(row)))
	}
	if id == "" && name == "" {
		im.d.Leave(g.place(row.Number, -1), "it has neither an id nor a %s", named[g.form.table])
		return nil
	}
	at := g.place(row.Number, -1)
	e := im.known(table, id, name, g.text(row, "source"))
	if first, twice := im.sheeted[e]; e != nil && twice && table != "evidence" {
		im.d.Leave(at, "%q is in row %d already; both are read as one", shortened(name), first.Row)
	}
	if e == nil && table != g.form.table && id != "" && im.d.Find("node", id) != nil {
		e = im.d.Find("node", id)
		im.sheeted[e] = at
		im.d.Leave(at, "%q is of the kind %s here and %s in the theory; change that by hand, as links and roles depend on it", id, table, e.Table)
		return nil
	}
	if e == nil {
		title := name
		if table == "evidence" {
			title = strings.Join(firstWords(name, 5), " ")
		}
		e = im.d.Add(table, cmp.Or(id, title), at)
		im.d.Name(e, name)
		if table == "configuration" {
			e.Set("title", name)
		}
		if table == "evidence" && theory.TableNamed(table).Key("type") != nil {
			e.Set("type", string(theory.Quote))
		}
	}
	im.sheeted[e] = at
	return e
}

// known is the element of an id, or where the row gives none of a name. A quote is the same where its source is.
func (im *importer) known(table, id, name, source string) *draft.Element {
	if id != "" {
		return im.d.Find(table, id)
	}
	e := im.d.Find(table, name)
	if e != nil && table == "evidence" && source != "" && e.Text("source") != "" {
		if of := im.d.Find("source", source); of == nil || of.ID != e.Text("source") {
			return nil
		}
	}
	return e
}

func firstWords(text string, most int) []string {
	words := strings.Fields(text)
	return words[:min(len(words), most)]
}

// values sets the keys of an element that refer to nothing else.
func (im *importer) values(g *grid, row sheet.Row, e *draft.Element) {
	format := theory.TableNamed(e.Table)
	g.cells(row, func(c column, text string) {
		key := format.Key(c.key)
		if key == nil || key.Type == theory.Reference || key.Type == theory.References {
			return
		}
		says, err := value(*key, c.located(text))
		if err != nil {
			im.d.Leave(g.place(row.Number, c.number), "%v", err)
			return
		}
		im.set(g, row, c, e, says)
	})
}

// located is a bare number with what the heading says that it is the number of: "page 2".
func (c column) located(text string) string {
	if plain := plainHeading(c.heading); c.key == "locator" && strings.Trim(text, "0123456789-–, ") == "" {
		for _, of := range []string{"page", "line", "paragraph"} {
			if strings.HasPrefix(plain, of) {
				return of + " " + text
			}
		}
	}
	return text
}

// set gives an element what a row says of it. Of two rows that say different things the first counts.
func (im *importer) set(g *grid, row sheet.Row, c column, e *draft.Element, says any) {
	if was := e.Get(c.key); was != nil && draft.ValueText(was) != draft.ValueText(says) && c.key != "type" {
		im.d.Leave(g.place(row.Number, c.number), "it says %q where %q was said before", shortened(draft.ValueText(says)), shortened(draft.ValueText(was)))
		return
	}
	e.Set(c.key, says)
}
