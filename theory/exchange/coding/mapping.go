package coding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/refi"
	"icamo/theory/exchange/sheet"
)

// Mapping says what codes, relations and the like are in a theory, as the evaluator fills it in.
type Mapping struct {
	byID map[string]string // of codes, by their GUIDs
	is   map[string]string // by what they are and their names: "code Contexts/Rules"
}

// The things that a mapping is of.
const (
	aCode     = "code"
	aRelation = "relation"
	casesAre  = "cases"
	memosAre  = "memos"
)

// Meanings of codes besides the kinds of node.
const (
	aConfiguration = "configuration"
	leave          = "leave"
	against        = "against "
)

// ReadMapping reads a mapping from the first sheet of a file: the columns what, name, id and is.
func ReadMapping(sheets []*sheet.Sheet) (*Mapping, error) {
	m := &Mapping{byID: make(map[string]string), is: make(map[string]string)}
	if len(sheets) == 0 || len(sheets[0].Rows) == 0 {
		return nil, fmt.Errorf("holds no mapping: its columns are what, name, id and is")
	}
	columns := make(map[string]int)
	for _, c := range sheets[0].Rows[0].Cells {
		columns[strings.ToLower(c.Text)] = c.Column
	}
	for _, name := range []string{"what", "name", "is"} {
		if _, ok := columns[name]; !ok {
			return nil, fmt.Errorf("has no column %q; icamo import --list writes a mapping to fill in", name)
		}
	}
	for _, row := range sheets[0].Rows[1:] {
		cell := func(name string) string {
			if column, ok := columns[name]; ok {
				c, _ := row.Cell(column)
				return c.Text
			}
			return ""
		}
		what, name, is := strings.ToLower(cell("what")), cell("name"), strings.TrimSpace(cell("is"))
		if is == "" {
			continue
		}
		if err := meaning(what, is); err != nil {
			return nil, fmt.Errorf("row %d %w", row.Number, err)
		}
		if id := cell("id"); id != "" && what == aCode {
			m.byID[id] = is
		}
		m.is[what+" "+name] = is
	}
	return m, nil
}

// meaning says what is wrong with a row of a mapping.
func meaning(what, is string) error {
	var words []string
	switch what {
	case aCode:
		if strings.HasPrefix(strings.ToLower(is), against) {
			return nil
		}
		for _, k := range theory.Kinds {
			words = append(words, string(k))
		}
		words = append(words, aConfiguration, leave)
	case aRelation:
		words = []string{string(theory.Promotes), string(theory.Inhibits), leave}
	case casesAre:
		words = []string{"cases", "sources", "sets", leave}
	case memosAre:
		words = []string{"description", "because", leave}
	default:
		return fmt.Errorf("is of %q, which is none of %s", what, strings.Join([]string{aCode, aRelation, casesAre, memosAre}, ", "))
	}
	if !slices.Contains(words, strings.ToLower(is)) {
		return fmt.Errorf("says %q, which is none of %s", is, strings.Join(words, ", "))
	}
	return nil
}

// of is what a thing is by the mapping; "" where it says nothing.
func (m *Mapping) of(what, name string) string {
	if m == nil {
		return ""
	}
	return strings.ToLower(m.is[what+" "+name])
}

// code is what a code is by the mapping, by its GUID, else by its path.
func (m *Mapping) code(c *refi.Code) string {
	if m == nil {
		return ""
	}
	if is := m.byID[c.GUID]; is != "" {
		return is
	}
	return m.is[aCode+" "+c.Path()]
}

// Row is a row of a mapping to fill in.
type Row struct {
	What, Name, ID string
	Count          int // passages of a code, links of a relation
	Is             string
}

// Listed is all that a project has and a mapping can be of, with what it is taken for.
func Listed(p *refi.Project, m *Mapping) []Row {
	r := newReader(p, m)
	var all []Row
	for _, c := range refi.All(p.Codes) {
		if c.Case != nil {
			continue
		}
		is := r.meaning(c)
		if is == grouping {
			is = leave
		}
		all = append(all, Row{aCode, c.Path(), c.GUID, c.Passages, is})
	}
	names, count := relations(p)
	for _, name := range names {
		all = append(all, Row{aRelation, name, "", count[name], string(r.effect(name))})
	}
	all = append(all, Row{casesAre, "", "", len(p.Cases), cmp.Or(m.of(casesAre, ""), "cases")})
	memos := 0
	for _, c := range refi.All(p.Codes) {
		memos += len(c.Memos)
	}
	return append(all, Row{memosAre, "", "", memos, cmp.Or(m.of(memosAre, ""), "description")})
}

// relations are the names of the links between codes, each once, with how many there are.
func relations(p *refi.Project) (names []string, count map[string]int) {
	count = make(map[string]int)
	for _, l := range p.Links {
		if count[l.Name]++; count[l.Name] == 1 {
			names = append(names, l.Name)
		}
	}
	return names, count
}
