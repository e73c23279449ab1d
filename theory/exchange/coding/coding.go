package coding

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/refi"
	"icamo/theory/wording"
)

// importer puts a project into a draft.
type importer struct {
	*reader
	d        *draft.Draft
	file     draft.Place
	of       map[*refi.Code]*draft.Element
	against  map[*refi.Code]*draft.Element
	sources  map[*refi.Source]*draft.Element
	cases    map[*refi.Case]*draft.Element
	bySource map[*refi.Source][]string // the cases that a source or its sets are
	nodes    map[string]*draft.Element // by kind and label
	member   map[*draft.Element]bool   // of a configuration
	numbered map[*draft.Element]int    // the evidence of a source
}

// Import adds to a draft what a project holds, with the links that configurations imply where these are asked for. The result is
// the texts of the sources that are cited, by their ids.
func Import(d *draft.Draft, file string, p *refi.Project, m *Mapping, implied bool) map[string]string {
	im := &importer{reader: newReader(p, m), d: d, file: draft.Place{File: file}, of: make(map[*refi.Code]*draft.Element), against: make(map[*refi.Code]*draft.Element),
		sources: make(map[*refi.Source]*draft.Element), cases: make(map[*refi.Case]*draft.Element), bySource: make(map[*refi.Source][]string), nodes: make(map[string]*draft.Element),
		numbered: make(map[*draft.Element]int), member: make(map[*draft.Element]bool)}
	if p.Description != "" && !d.Theory.Old {
		d.Theory.Set("description", p.Description)
	}
	im.codes()
	im.links()
	if implied {
		for _, c := range refi.All(p.Codes) {
			if e := im.of[c]; e != nil && e.Table == aConfiguration {
				d.Imply(e, nil, im.file)
			}
		}
	}
	im.addCases()
	im.quotes()
	for _, l := range p.Left {
		if inherent(l.What) {
			d.Aside = append(d.Aside, fmt.Sprintf("%s: %d", l.What, l.Count))
		} else {
			d.Leave(im.file, "%s: %d", l.What, l.Count)
		}
	}
	texts := make(map[string]string)
	for _, s := range p.Sources {
		if e := im.sources[s]; e != nil && s.Text != "" {
			texts[e.ID] = s.Text
		}
	}
	return texts
}

// inherent says whether no theory could hold a sort of thing.
func inherent(what string) bool {
	return slices.Contains([]string{"coders", "dates", "colours of codes", "networks and maps", "rich texts, pictures and recordings"}, what)
}

// codes makes nodes and configurations of codes.
func (im *importer) codes() {
	for _, c := range refi.All(im.p.Codes) {
		if c.Case != nil {
			continue
		}
		switch is := im.meaning(c); {
		case is == aConfiguration:
			im.configuration(c)
		case draft.IsNode(is):
			im.node(c, theory.Kind(is))
		case is == grouping && c.Passages > 0:
			im.d.Leave(im.file, "%q only groups other codes; %s coded with it", c.Path(), passages(c))
		case is == "":
			im.d.Leave(im.file, "the code %q (%s) has no kind; say it in a mapping, which --list writes", c.Path(), wording.English.Counted(c.Passages, "passage"))
		}
	}
	for _, c := range refi.All(im.p.Codes) { // what speaks against a code is known once all are
		is := im.meaning(c)
		if !strings.HasPrefix(strings.ToLower(is), against) {
			continue
		}
		name := strings.TrimSpace(is[len(against):])
		if e := im.d.Find("node", name); e != nil {
			im.against[c] = e
			continue
		}
		im.d.Leave(im.file, "the code %q is mapped as against %q, which is no node", c.Path(), name)
	}
}

// node makes a node of a code, and a member of the configuration that the code is below.
func (im *importer) node(c *refi.Code, kind theory.Kind) {
	own, label := prefixed(c.Name)
	if own == "" {
		label = c.Name
	}
	key := string(kind) + " " + strings.ToLower(label)
	parent := im.above(c)
	e := im.nodes[key]
	if e != nil && parent == nil && im.of[c] == nil && !im.member[e] {
		e = nil // two codes of one name in two places are two
	}
	if e == nil {
		if e = im.d.Find(string(kind), label); e != nil && !e.Old {
			e = nil
		}
	}
	if e == nil {
		name := label
		if im.d.Find("node", label) != nil && c.Parent != nil {
			name = c.Parent.Name + " " + label
		}
		e = im.d.Add(string(kind), name, im.file)
		e.Set("label", label)
		im.d.Name(e, label)
	}
	im.nodes[key], im.of[c] = e, e
	im.describe(e, c)
	if parent != nil {
		parent.Include(string(kind), e.ID)
		im.member[e] = true
	}
}

// above is the configuration that a code is below; nil where there is none.
func (im *importer) above(c *refi.Code) *draft.Element {
	for up := c.Parent; up != nil; up = up.Parent {
		if e := im.of[up]; e != nil && e.Table == aConfiguration {
			return e
		}
	}
	return nil
}

// describe gives an element a code's description and memos.
func (im *importer) describe(e *draft.Element, c *refi.Code) {
	description := c.Description
	for _, memo := range c.Memos {
		switch {
		case im.m.of(memosAre, "") == leave:
			im.d.Leave(im.file, "the memo of the code %q", c.Path())
		case e.Table == aConfiguration && isStatement(memo):
			im.say(e, "statement", memo)
		case im.m.of(memosAre, "") == "because":
			im.say(e, "because", memo)
		default:
			description = strings.TrimSpace(description + "\n" + memo)
		}
	}
	im.say(e, "description", description)
}

func isStatement(memo string) bool { return strings.HasPrefix(strings.ToLower(memo), "if ") }

// say gives an element a text, after what it has already. What a theory said before the import stays as the evaluator wrote it.
func (im *importer) say(e *draft.Element, key, text string) {
	was := e.Text(key)
	switch {
	case text == "" || strings.Contains(was, text):
	case was == "":
		e.Set(key, text)
	case e.Old && e.Was(key) != nil:
		im.d.Leave(im.file, "the %s of %q is another one in the project; the theory's was kept", key, e.ID)
	default:
		e.Set(key, was+"\n"+text)
	}
}

func (im *importer) configuration(c *refi.Code) {
	number, title, ok := configuration(c.Name)
	if !ok {
		title = c.Name
	}
	e := im.d.Find(aConfiguration, title)
	if e == nil {
		e = im.d.Add(aConfiguration, title, im.file)
		e.Set("title", title)
		if number > 0 {
			e.Set("number", number)
		}
	}
	im.of[c] = e
	im.describe(e, c)
	if c.Passages > 0 {
		im.d.Leave(im.file, "%q is a configuration, which cites no evidence itself; %s coded with it", c.Path(), passages(c))
	}
}

// links makes links of relations between codes.
func (im *importer) links() {
	left := make(map[string]int)
	for _, l := range im.p.Links {
		effect := im.effect(l.Name)
		from, to := im.of[l.From], im.of[l.To]
		switch {
		case effect == leave:
		case effect == "":
			left[fmt.Sprintf("relations %q, which are neither promotes nor inhibits by the mapping", l.Name)]++
		case !l.Directed:
			left[fmt.Sprintf("relations %q without a direction", l.Name)]++
		case from == nil || to == nil || !draft.IsNode(from.Table) || !draft.IsNode(to.Table):
			left[fmt.Sprintf("relations %q of codes that are no nodes", l.Name)]++
		default:
			im.d.Join(from.ID, to.ID, effect, im.file)
		}
	}
	names, _ := relations(im.p)
	for _, name := range names {
		for _, why := range []string{", which are neither promotes nor inhibits by the mapping", " without a direction", " of codes that are no nodes"} {
			if what := fmt.Sprintf("relations %q%s", name, why); left[what] > 0 {
				im.d.Leave(im.file, "%s: %d", what, left[what])
			}
		}
	}
}

// addCases makes cases of cases, or of what the mapping says instead.
func (im *importer) addCases() {
	add := func(name, description string, attributes []refi.Attribute) string {
		e := im.d.Find("case", name)
		if e == nil {
			e = im.d.Add("case", name, im.file)
			e.Set("label", name)
		}
		im.say(e, "description", description)
		var pairs []draft.Pair
		for _, a := range attributes {
			if !slices.ContainsFunc(pairs, func(p draft.Pair) bool { return p.Name == a.Name }) {
				pairs = append(pairs, draft.Pair{Name: a.Name, Value: a.Value})
			}
		}
		if len(pairs) > 0 {
			e.Set("attributes", pairs)
		}
		return e.ID
	}
	switch im.m.of(casesAre, "") {
	case leave:
	case "sources":
		for _, s := range im.p.Sources {
			im.bySource[s] = append(im.bySource[s], add(plainName(s.Name), s.Description, s.Attributes))
		}
	case "sets":
		for _, set := range im.p.Sets {
			for _, s := range set.Sources {
				im.bySource[s] = append(im.bySource[s], add(set.Name, "", nil))
			}
		}
	default:
		for _, c := range im.p.Cases {
			if c.Name != "" {
				im.cases[c] = im.d.Find("case", add(c.Name, c.Description, c.Attributes))
			}
		}
		sets := 0
		for _, s := range im.p.Sets {
			if len(s.Sources) > 0 {
				sets++
			}
		}
		if sets > 0 {
			im.d.Aside = append(im.d.Aside, fmt.Sprintf("sets of sources, unless a mapping takes them for cases: %d", sets))
		}
	}
}

// plainName is the name of a source without the ending of its file.
func plainName(name string) string {
	if ending := filepath.Ext(name); len(ending) > 1 && len(ending) <= 5 && !strings.Contains(ending, " ") {
		return strings.TrimSuffix(name, ending)
	}
	return name
}

func passages(c *refi.Code) string {
	if c.Passages == 1 {
		return "1 passage is"
	}
	return fmt.Sprintf("%d passages are", c.Passages)
}
