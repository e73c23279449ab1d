package editor

import (
	"path"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/rename"
	"icamo/theory/toml"
)

// Location is a place in a file, with the text that it is a place of.
type Location struct {
	Path string
	Text string
	At   toml.Extent
}

// query is a place in an open file that an editor asks about.
type query struct {
	*place
	project *project
	name    string // of the file
	text    string
	offset  int
}

// at is nil where nothing can be asked of a file: it is not open, too large, or neither a theory's nor a project's settings.
func (w *Workspace) at(file string, offset int) *query {
	o, isOpen := w.open[file]
	if !isOpen || len(o.project.unsaved[o.name]) > load.MaxFileSize {
		return nil
	}
	text := o.project.unsaved[o.name]
	settings := path.Base(o.name) == load.SettingsFile
	if f := o.project.files[o.name]; !settings && !f.ofTheory() && !f.started() {
		return nil
	}
	offset = max(0, min(offset, len(text)))
	return &query{placeAt(text, offset, settings), o.project, o.name, text, offset}
}

// theory is the theory that the file is read in; nil where there is none.
func (q *query) theory() *theory.Theory { return q.project.theoryOf(q.name) }

// locate is where a span of a theory is in the text as it stands: a theory may be of an earlier text of a file that cannot be
// read just now.
func (p *project) locate(at theory.Span) Location {
	start, end := at.Offsets()
	l := Location{Path: at.File.Name, Text: at.File.Text, At: toml.Extent{Start: int32(start), End: int32(end)}}
	for name, f := range p.files {
		if p.path(name) == l.Path && f.document.Text != l.Text {
			return l.moved(f.document.Text)
		}
	}
	return l
}

// moved is where a place is in a later text of its file: what was written anew is taken for one run.
func (l Location) moved(text string) Location {
	same, least := 0, min(len(l.Text), len(text))
	for same < least && l.Text[same] == text[same] {
		same++
	}
	tail := 0
	for tail < least-same && l.Text[len(l.Text)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	move := func(at int32) int32 {
		switch {
		case int(at) <= same:
			return at
		case int(at) >= len(l.Text)-tail:
			return at + int32(len(text)-len(l.Text))
		}
		return int32(min(int(at), len(text)-tail))
	}
	return Location{l.Path, text, toml.Extent{Start: move(l.At.Start), End: move(l.At.End)}}
}

// cited is the id that a place names, and the target that it is of: "" where it names none. The end of a link that is a link
// names the ids of its ends.
func (q *query) cited() (target rename.Target, id string, at toml.Extent) {
	switch {
	case q.part == inHeader && q.nth == 1:
		return rename.TargetOf(q.table), q.word, q.at
	case q.part != inValue || q.key == nil || q.word == "":
		return "", "", q.at
	case q.key.Name == "was":
		return rename.TargetOf(q.table), q.word, q.at
	case q.key.Target == "":
		return "", "", q.at
	case theory.NamesLink(q.word):
		from, to := q.offset, q.offset
		for from > int(q.at.Start) && isWord(q.text[from-1]) {
			from--
		}
		for to < int(q.at.End) && isWord(q.text[to]) {
			to++
		}
		id := q.text[from:to]
		if !theory.IsID(id) {
			return "", "", q.at
		}
		return rename.Node, id, toml.Extent{Start: int32(from), End: int32(to)}
	}
	return targetOf(q.key), q.word, q.at
}

// targetOf is the target that a key's ids are of.
func targetOf(key *theory.Key) rename.Target {
	if key.Target == string(rename.Node) {
		return rename.Node
	}
	return rename.TargetOf(theory.TableNamed(key.Target))
}

// element is what a place names; nil where that is nothing.
func (q *query) element() theory.Record {
	t := q.theory()
	if t == nil {
		return nil
	}
	if q.part == inHeader && q.table != nil && q.table.Repeated || q.part == inValue && q.key != nil && q.key.OrLink && theory.NamesLink(q.word) {
		return q.link(t)
	}
	target, id, _ := q.cited()
	if target == "" {
		return nil
	}
	if q.key != nil && q.key.Name == "was" {
		if t.Earlier == nil {
			return nil
		}
		t = t.Earlier
	}
	return t.Find(string(target), id)
}

// link is the link that a place names, or in whose header it is.
func (q *query) link(t *theory.Theory) theory.Record {
	if q.part == inValue {
		if named := t.LinksNamed(q.word); len(named) == 1 {
			return named[0]
		}
		return nil
	}
	for _, l := range t.Links {
		if at := q.project.locate(l.At); at.Path == q.project.path(q.name) && q.of.from <= int(at.At.Start) && int(at.At.Start) <= q.of.to {
			return l
		}
	}
	return nil
}

// Definition is where what a place names is defined.
func (w *Workspace) Definition(file string, offset int) (Location, bool) {
	q := w.at(file, offset)
	if q == nil {
		return Location{}, false
	}
	if q.part == inValue && q.key != nil && (q.key.Name == "include" || q.key.Name == "revises") {
		name := path.Join(path.Dir(q.name), q.word)
		q.project.refresh()
		if f := q.project.files[name]; f != nil {
			return Location{Path: q.project.path(name), Text: f.document.Text}, true
		}
		return Location{}, false
	}
	record := q.element()
	if record == nil {
		return Location{}, false
	}
	return q.project.locate(record.Base().At), true
}

// References are all places that name what a place names, in the files that hang together with its own; definitions among
// them where they are asked for.
func (w *Workspace) References(file string, offset int, definitions bool) []Location {
	q := w.at(file, offset)
	if q == nil {
		return nil
	}
	target, id, _ := q.cited()
	if target == "" {
		return nil
	}
	var found []Location
	for _, f := range q.related() {
		// what a rename would change
		edits := slices.Concat(rename.References(f.Document, target, id, id+"-"), rename.Lineage(f.Document, target, id, id+"-"))
		if definitions {
			for _, at := range rename.Definitions(f.Document, target, id) {
				edits = append(edits, toml.Edit{At: at})
			}
		}
		slices.SortFunc(edits, func(a, b toml.Edit) int { return int(a.At.Start - b.At.Start) })
		for _, e := range edits {
			l := Location{q.project.path(f.Name), f.Text, e.At}
			if now := q.project.files[f.Name].document.Text; now != f.Text {
				l = l.moved(now)
			}
			found = append(found, l)
		}
	}
	return found
}

// related are the texts, as they could last be read, of the file and those that hang together with it by including and
// revising.
func (q *query) related() []*rename.Text {
	q.project.refresh()
	var texts []*rename.Text
	var own *rename.Text
	for name, f := range q.project.files {
		if f.readable == nil || path.Base(name) == load.SettingsFile {
			continue
		}
		text := &rename.Text{Name: name, Document: f.readable}
		texts = append(texts, text)
		if name == q.name {
			own = text
		}
	}
	if own == nil {
		return nil
	}
	slices.SortFunc(texts, func(a, b *rename.Text) int { return strings.Compare(a.Name, b.Name) })
	return rename.Related(texts, own)
}
