package refi

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"icamo/theory/exchange/untrusted"
)

// The limits of a project.
const (
	maxProject = 128 << 20 // bytes of its .qde
	maxSource  = 64 << 20  // bytes of a text
	maxNesting = 100       // levels of codes
)

// reader is a project while it is read.
type reader struct {
	*Project
	archive *untrusted.Archive // nil for a code book
	codes   map[string]*Code   // by GUID
	sources map[string]*Source // by GUID, also those that were joined with another
	texts   map[string]*Source // by the name of the file with their text
	notes   map[string]*note
	cases   map[string]*Case   // by GUID: NVivo gives a case's code the same
	of      map[string][]*Case // the cases of a source, by its GUID
	casesOf map[string][]*Case // the cases of a selection, by its GUID
	vars    map[string]string  // names of variables, by GUID
}

// note is a memo, or an annotation of a source.
type note struct {
	name, text string
	selections []*untrusted.Element
	used       bool
}

// Read reads a project, or a code book where the bytes are no archive.
func Read(data []byte) (*Project, error) {
	r := &reader{Project: &Project{}, codes: map[string]*Code{}, sources: map[string]*Source{}, texts: map[string]*Source{},
		notes: map[string]*note{}, cases: map[string]*Case{}, of: map[string][]*Case{}, casesOf: map[string][]*Case{}, vars: map[string]string{}}
	if !bytes.HasPrefix(data, []byte("PK")) {
		root, err := untrusted.Tree(data)
		if err != nil {
			return nil, fmt.Errorf("is no REFI-QDA project or code book: it %w", err)
		}
		return r.Project, r.book(root)
	}
	archive, err := untrusted.OpenArchive(data)
	if err != nil {
		return nil, err
	}
	name, err := projectFile(archive)
	if err != nil {
		return nil, err
	}
	content, err := archive.Read(name, maxProject)
	if err != nil {
		return nil, err
	}
	root, err := untrusted.Tree(content)
	if err != nil {
		return nil, fmt.Errorf("%s in it %w", name, err)
	}
	r.archive = archive
	if root.Name != "Project" {
		return nil, fmt.Errorf("%s in it is no REFI-QDA project: its first element is %s", name, root.Name)
	}
	return r.Project, r.project(root)
}

// projectFile is the one .qde file that is in no folder.
func projectFile(a *untrusted.Archive) (string, error) {
	found := ""
	for _, name := range a.Names() {
		if strings.Contains(name, "/") || !strings.EqualFold(path.Ext(name), ".qde") {
			continue
		}
		if found != "" {
			return "", fmt.Errorf("holds two projects, %s and %s", found, name)
		}
		found = name
	}
	if found == "" {
		return "", errors.New("holds no .qde file, so it is no REFI-QDA project")
	}
	return found, nil
}

// book reads a code book.
func (r *reader) book(root *untrusted.Element) error {
	if root.Name != "CodeBook" {
		return fmt.Errorf("is no REFI-QDA code book: its first element is %s", root.Name)
	}
	r.Origin = root.Get("origin")
	if err := r.addCodes(root.First("Codes"), nil, 1); err != nil {
		return err
	}
	r.addSets(root.First("Sets"))
	return nil
}

// project reads what a project holds, in an order in which all is known before it is referred to.
func (r *reader) project(root *untrusted.Element) error {
	r.Name = root.Get("name")
	r.Origin = root.Get("origin")
	r.Description = description(root)
	for _, n := range root.First("Notes").All("Note") {
		text, _, err := r.text(n)
		if err != nil {
			return err
		}
		r.notes[guid(n.Get("guid"))] = &note{name: n.Get("name"), text: strings.TrimSpace(unified(text)), selections: n.All("PlainTextSelection")}
	}
	if err := r.addCodes(root.First("CodeBook").First("Codes"), nil, 1); err != nil {
		return err
	}
	for _, v := range root.First("Variables").All("Variable") {
		_, name, grouped := strings.Cut(v.Get("name"), ":") // NVivo: "Cases:Age group"
		if !grouped {
			name = v.Get("name")
		}
		r.vars[guid(v.Get("guid"))] = name
	}
	for _, c := range root.First("Cases").All("Case") {
		r.addCase(c)
	}
	for _, e := range root.First("Sources").Children {
		if err := r.addSource(e); err != nil {
			return err
		}
	}
	for _, c := range r.codes {
		c.Case = r.cases[c.GUID]
	}
	r.nameCases()
	r.addSets(root.First("CodeBook").First("Sets"))
	r.addSets(root.First("Sets"))
	r.addLinks(root.First("Links"))
	r.locate()
	r.count(root)
	return nil
}

func (r *reader) addCodes(from *untrusted.Element, parent *Code, level int) error {
	if level > maxNesting {
		return fmt.Errorf("has codes in more than %d levels", maxNesting)
	}
	for _, e := range from.All("Code") {
		c := &Code{GUID: guid(e.Get("guid")), Name: clean(e.Get("name")), Description: description(e), Colour: e.Get("color"),
			Folder: e.Get("isCodable") == "false", Parent: parent}
		for _, ref := range e.All("NoteRef") {
			c.Memos = append(c.Memos, r.memo(ref)...)
		}
		if parent == nil {
			r.Codes = append(r.Codes, c)
		} else {
			parent.Children = append(parent.Children, c)
		}
		r.codes[c.GUID] = c
		if err := r.addCodes(e, c, level+1); err != nil {
			return err
		}
	}
	return nil
}

// memo is the text of a note that something refers to; empty where there is none.
func (r *reader) memo(ref *untrusted.Element) []string {
	n := r.notes[guid(ref.Get("targetGUID"))]
	if n == nil || n.text == "" {
		return nil
	}
	n.used = true
	return []string{n.text}
}

func (r *reader) addCase(e *untrusted.Element) {
	c := &Case{GUID: guid(e.Get("guid")), Name: clean(e.Get("name")), Description: description(e), Attributes: r.attributes(e)}
	r.Cases = append(r.Cases, c)
	r.cases[c.GUID] = c
	for _, ref := range e.All("SourceRef") {
		target := guid(ref.Get("targetGUID"))
		r.of[target] = append(r.of[target], c)
	}
	for _, ref := range e.All("SelectionRef") {
		target := guid(ref.Get("targetGUID"))
		r.casesOf[target] = append(r.casesOf[target], c)
	}
	for _, ref := range e.All("CodeRef") {
		r.cases[guid(ref.Get("targetGUID"))] = c
	}
}

// nameCases names a case without a name after its only source, as MAXQDA and Quirkos leave it to the reader.
func (r *reader) nameCases() {
	for _, s := range r.Sources {
		if of := r.of[s.GUID]; len(of) == 1 {
			s.Case = of[0]
			if s.Case.Name == "" {
				s.Case.Name = s.Name
			}
			s.Case.Attributes = append(s.Case.Attributes, s.Attributes...)
		}
	}
}

// attributes are what variables say of a case or source. A value that is empty says nothing.
func (r *reader) attributes(e *untrusted.Element) []Attribute {
	var all []Attribute
	for _, v := range e.All("VariableValue") {
		name := r.vars[guid(v.First("VariableRef").Get("targetGUID"))]
		value := ""
		for _, c := range v.Children {
			if c.Name != "VariableRef" {
				value = clean(c.Text)
			}
		}
		if name != "" && value != "" {
			all = append(all, Attribute{name, value})
		}
	}
	return all
}

func (r *reader) addSets(sets *untrusted.Element) {
	for _, e := range sets.All("Set") {
		s := &Set{Name: clean(e.Get("name"))}
		for _, m := range e.Children {
			target := guid(m.Get("targetGUID"))
			if target == "" {
				target = guid(m.Get("guid")) // in a code book
			}
			switch {
			case m.Name == "MemberCode" && r.codes[target] != nil:
				s.Codes = append(s.Codes, r.codes[target])
			case m.Name == "MemberSource" && r.sources[target] != nil:
				s.Sources = append(s.Sources, r.sources[target])
			}
		}
		r.Sets = append(r.Sets, s)
	}
}

func (r *reader) addLinks(links *untrusted.Element) {
	for _, e := range links.All("Link") {
		origin, target := guid(e.Get("originGUID")), guid(e.Get("targetGUID"))
		from, to := r.codes[origin], r.codes[target]
		n := r.notes[origin]
		if from == nil {
			n = r.notes[target]
		}
		switch of := cmp.Or(from, to); {
		case from != nil && to != nil:
			r.Links = append(r.Links, &Link{Name: clean(e.Get("name")), Directed: !strings.EqualFold(e.Get("direction"), "Associative") && !strings.EqualFold(e.Get("direction"), "Bidirectional"), From: from, To: to})
		case of != nil && n != nil && n.text != "": // a memo linked with a code
			n.used = true
			of.Memos = append(of.Memos, n.text)
		default:
			r.left("links between other things than codes", 1)
		}
	}
}

// count counts what is in the file and not carried over.
func (r *reader) count(root *untrusted.Element) {
	r.left("colours of codes", len(slices.DeleteFunc(All(r.Codes), func(c *Code) bool { return c.Colour == "" })))
	r.left("coders", len(root.First("Users").All("User")))
	dates, media := 0, 0
	root.Walk(func(e *untrusted.Element) {
		if e.Get("creationDateTime") != "" {
			dates++
		}
		if e.Get("richTextPath") != "" || e.Get("path") != "" {
			media++
		}
	})
	r.left("dates", dates)
	r.left("rich texts, pictures and recordings", media)
	r.left("networks and maps", len(root.First("Graphs").All("Graph")))
	unused := 0
	for _, n := range r.notes {
		if !n.used {
			unused++
		}
	}
	r.left("memos that belong to no code", unused)
}

func description(e *untrusted.Element) string { return clean(e.First("Description").Text) }

// clean is a text without white space around it, its line breaks line feeds.
func clean(text string) string { return strings.TrimSpace(unified(text)) }

func unified(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// guid is an id as it is compared: programs write it with and without braces, in capitals and small letters.
func guid(id string) string { return strings.ToLower(strings.Trim(strings.TrimSpace(id), "{}")) }
