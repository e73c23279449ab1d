package rename

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// Text is the text of a theory file, or of one that theories include.
type Text struct {
	Name string // slash-separated, below the folder that all files of a project are in
	Mark string // the byte order mark before the text, where there is one
	*toml.Document
}

// Renaming is one element that gets another id.
type Renaming struct {
	Target Target // "" where the id says it
	Before string
	After  string
	Was    bool // only in the version that nothing revises, with the lineage written
}

// Change is what a renaming does to a file.
type Change struct {
	File  *Text
	Edits []toml.Edit
}

// In lists the changes that a renaming makes in the files of one project: in all that define the element, and in those that
// include or revise one of these. The error says in words why it cannot be done.
func (r Renaming) In(files []*Text) ([]Change, error) {
	if err := r.allowed(); err != nil {
		return nil, err
	}
	r, defining, err := r.find(files)
	if err != nil {
		return nil, err
	}
	p := newProject(files)
	within := p.related(defining[0])
	for _, f := range defining[1:] {
		if !slices.Contains(within, f) {
			return nil, fmt.Errorf("%q is defined in %s and in %s, which are of different theories; name the files of one", r.Before, defining[0].Name, f.Name)
		}
	}
	if r.Was {
		if within, err = r.newest(p, within); err != nil {
			return nil, err
		}
	}
	for _, f := range within {
		if len(Definitions(f.Document, r.Target, r.After)) > 0 {
			return nil, fmt.Errorf("%q is taken: %s has it already; choose another id", r.After, f.Name)
		}
	}
	var changes []Change
	for _, f := range within {
		edits := File(f.Document, r.Target, r.Before, r.After)
		switch {
		case r.Was:
			edits = append(edits, lineage(f.Document, r)...)
		default:
			edits = append(edits, Lineage(f.Document, r.Target, r.Before, r.After)...)
		}
		if len(edits) > 0 {
			slices.SortFunc(edits, func(a, b toml.Edit) int { return cmp.Compare(a.At.Start, b.At.Start) })
			changes = append(changes, Change{f, edits})
		}
	}
	return changes, nil
}

// allowed looks at the ids alone.
func (r Renaming) allowed() error {
	switch better := theory.IDFrom(r.After); {
	case r.Before == r.After:
		return fmt.Errorf("%q is its id already", r.Before)
	case !theory.IsID(r.After) && better != "":
		return fmt.Errorf("the id %q must be small letters and digits, with single hyphens between them; write %q", r.After, better)
	case !theory.IsID(r.After):
		return fmt.Errorf("the id %q must be small letters and digits, with single hyphens between them", r.After)
	}
	return nil
}

// find says of what element the renaming is, and which files define it. An id may be written with the name of its table
// before it, as in evidence.p1: it must be where several kinds of element have the id.
func (r Renaming) find(files []*Text) (Renaming, []*Text, error) {
	if table, id, has := strings.Cut(r.Before, "."); has {
		if r.Target = TargetOf(theory.TableNamed(table)); r.Target == "" {
			return r, nil, fmt.Errorf("no table %q has ids; write an id, or one such as evidence.%s", table, id)
		}
		r.Before = id
	}
	defining := make(map[Target][]*Text)
	var found []Target
	var ids []string
	for _, f := range files {
		for _, target := range Targets() {
			if r.Target != "" && target != r.Target {
				continue
			}
			if len(Definitions(f.Document, target, r.Before)) > 0 {
				if defining[target] == nil {
					found = append(found, target)
				}
				defining[target] = append(defining[target], f)
			}
		}
		for _, target := range Targets() {
			for id := range Defined(f.Document)[target] {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	switch len(found) {
	case 0:
		return r, nil, fmt.Errorf("no file here defines %q%s", r.Before, theory.Suggest(r.Before, ids))
	case 1:
		r.Target = found[0]
		return r, defining[r.Target], nil
	}
	return r, nil, fmt.Errorf("%q is the id of a %s and of a %s; write %s.%s or %s.%s", r.Before, found[0], found[1], tableOf(found[0]), r.Before, tableOf(found[1]), r.Before)
}

// tableOf is a table whose ids are of a target.
func tableOf(t Target) string {
	if t == Node {
		return string(theory.Mechanism)
	}
	return string(t)
}

// newest are, of related files, those of the version that no other revises: its own, and those that it alone includes.
func (r Renaming) newest(p *project, within []*Text) ([]*Text, error) {
	if r.Target != Node && r.Target != "configuration" {
		return nil, fmt.Errorf("only nodes and configurations have a lineage; rename the %s %q without --was", strings.ReplaceAll(string(r.Target), "_", " "), r.Before)
	}
	var newest, others []*Text
	for _, f := range within {
		if f.Root.Entry("theory") == nil {
			continue
		}
		if slices.ContainsFunc(within, func(g *Text) bool { return p.revises[g] == f }) {
			others = append(others, f)
		} else {
			newest = append(newest, f)
		}
	}
	if len(newest) != 1 {
		return nil, errors.New("there are several versions that none revises; name the files of one and of those before it")
	}
	earlier := p.revises[newest[0]]
	if earlier == nil || !p.defines(earlier, r.Target, r.Before) {
		return nil, fmt.Errorf("no earlier version defines %q, so it has no lineage to write; rename it without --was", r.Before)
	}
	own := append([]*Text{newest[0]}, p.includes[newest[0]]...)
	for _, f := range own {
		if len(Definitions(f.Document, r.Target, r.Before)) > 0 && slices.ContainsFunc(others, func(o *Text) bool { return slices.Contains(p.includes[o], f) }) {
			return nil, fmt.Errorf("%s defines %q for the earlier version too; rename it without --was", f.Name, r.Before)
		}
	}
	return own, nil
}

// lineage writes what an element was, behind the last key of its table.
func lineage(d *toml.Document, r Renaming) []toml.Edit {
	for top := range d.Root.Items() {
		if TargetOf(theory.TableNamed(top.Name)) != r.Target {
			continue
		}
		item := top.Entry(r.Before)
		if item == nil || item.Form != toml.Table || item.Last == nil || item.Entry("was") != nil {
			continue
		}
		last := item.First
		for entry := range item.Items() { // a subtable stands below the keys
			if entry.Form == toml.Table && entry.Value == entry.Key {
				break
			}
			last = entry
		}
		line := strings.LastIndexByte(d.Text[:last.Key.Start], '\n') + 1
		indent := d.Text[line:last.Key.Start]
		width := strings.IndexByte(d.Text[last.Key.Start:last.Value.Start], '=')
		end := int32(len(d.Text))
		if n := strings.IndexByte(d.Text[last.Value.End:], '\n'); n >= 0 {
			end = last.Value.End + int32(n)
		}
		newline := "\n"
		if end > 0 && d.Text[end-1] == '\r' {
			end, newline = end-1, "\r\n"
		}
		text := fmt.Sprintf("%s%s%-*s= [%q]", newline, indent, width, "was", r.Before)
		return []toml.Edit{{At: toml.Extent{Start: end, End: end}, Text: text}}
	}
	return nil
}

// Related are a file and all that hang together with it by including and revising, in the order of the files.
func Related(files []*Text, to *Text) []*Text { return newProject(files).related(to) }

// project is which files include or revise which.
type project struct {
	files    []*Text
	includes map[*Text][]*Text
	revises  map[*Text]*Text
}

func newProject(files []*Text) *project {
	p := &project{files: files, includes: make(map[*Text][]*Text), revises: make(map[*Text]*Text)}
	byName := make(map[string]*Text, len(files))
	for _, f := range files {
		byName[f.Name] = f
	}
	for _, f := range files {
		top := f.Root.Entry("theory")
		if top == nil || top.Form != toml.Table {
			continue
		}
		named := func(item *toml.Item) *Text {
			name, _ := item.Says.(string)
			return byName[path.Join(path.Dir(f.Name), name)]
		}
		if include := top.Entry("include"); include != nil {
			for item := range include.Items() {
				if g := named(item); g != nil {
					p.includes[f] = append(p.includes[f], g)
				}
			}
		}
		if revises := top.Entry("revises"); revises != nil {
			if g := named(revises); g != nil && g != f {
				p.revises[f] = g
			}
		}
	}
	return p
}

// defines says whether a version has an element, in its own file or in one that it includes.
func (p *project) defines(f *Text, target Target, id string) bool {
	return slices.ContainsFunc(append([]*Text{f}, p.includes[f]...), func(g *Text) bool { return len(Definitions(g.Document, target, id)) > 0 })
}

// related are a file and all that hang together with it by including and revising, in the order of the project.
func (p *project) related(f *Text) []*Text {
	seen := map[*Text]bool{f: true}
	for queue := []*Text{f}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for _, g := range p.files {
			joined := slices.Contains(p.includes[at], g) || slices.Contains(p.includes[g], at) || p.revises[at] == g || p.revises[g] == at
			if joined && !seen[g] {
				seen[g] = true
				queue = append(queue, g)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(p.files), func(g *Text) bool { return !seen[g] })
}
