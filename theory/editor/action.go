package editor

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/rename"
	"icamo/theory/toml"
)

// Action is what an editor can do about a finding.
type Action struct {
	Title   string
	Finding check.Finding
	Sure    bool // the message of the finding proposes just this
	Change  Change
}

// Actions are what can be done about the findings that a run of a file touches: write what the message proposes, make what
// is missing, say what an element was, accept the finding. What only the evaluator can say is left empty for them, which is
// a finding until it is said.
func (w *Workspace) Actions(file string, from, to int) []Action {
	q := w.at(file, from)
	if q == nil {
		return nil
	}
	var actions []Action
	for _, f := range w.Findings()[file] {
		start, end := f.At.Offsets()
		if start > to || end < from || f.Accepted != "" {
			continue
		}
		add := func(title string, sure bool, change Change, possible bool) {
			if possible {
				actions = append(actions, Action{title, f, sure, change})
			}
		}
		if p, proposes := f.Proposal(); proposes {
			add(strings.ToUpper(p.Does[:1])+p.Does[1:], true, Change{file, q.text, []toml.Edit{{At: extent(p.At.Offsets()), Text: p.Text}}}, true)
		}
		if id, proposes := f.Origin(); proposes && !f.Of.Has("was") {
			change, possible := q.project.addKey(f.Of, "was", fmt.Sprintf("[%q]", id))
			add(fmt.Sprintf("Say that it was %q", id), false, change, possible)
		}
		if f.Rule.Code == check.UnknownReference.Code {
			for _, table := range q.missing(start) {
				change, id, possible := q.define(table, start)
				add(fmt.Sprintf("Make the %s %q", strings.ReplaceAll(table, "_", " "), id), false, change, possible)
			}
		}
		if f.Rule.Acceptable() && f.Of != nil {
			change, possible := q.project.accept(f.Of, f.Rule.Code)
			add(fmt.Sprintf("Accept %s with a reason, to be written", f.Rule.Code), false, change, possible)
		}
	}
	return actions
}

// missing are the tables that could define what a reference names that nothing defines.
func (q *query) missing(at int) []string {
	p := placeAt(q.text, at+1, false)
	switch {
	case p.part != inValue || p.key == nil || !theory.IsID(p.word) || p.key.Name == "was":
		return nil
	case targetOf(p.key) == rename.Node && q.isNode(p.word): // of a kind that is not meant
		return nil
	case p.key.Target != string(rename.Node):
		return []string{p.key.Target}
	case theory.Kind(p.key.Name).Rank() >= 0: // the role in a configuration says which kind
		return []string{p.key.Name}
	}
	var kinds []string
	for _, kind := range theory.Kinds {
		kinds = append(kinds, string(kind))
	}
	return kinds
}

func (q *query) isNode(id string) bool {
	t := q.theory()
	return t != nil && t.Node(id) != nil
}

// define writes what a reference names into a table of its own, below the last of its kind in the theory, else at the end of the
// file. The keys that it must have are there, and empty.
func (q *query) define(table string, at int) (Change, string, bool) {
	id := placeAt(q.text, at+1, false).word
	format := theory.TableNamed(table)
	if format == nil {
		return Change{}, id, false
	}
	name := q.name
	if t := q.theory(); t != nil {
		for r := range t.Records() {
			if r.Table() == format {
				name = q.project.nameOf(r.Base().At.File.Name, name)
			}
		}
	}
	f := q.project.files[name]
	if f == nil {
		return Change{}, id, false
	}
	text := f.document.Text
	end := len(text)
	for i, all := 0, statementsOf(text); i < len(all); i++ {
		if all[i].table() == table {
			end = endOfLine(text, all[i].to)
		}
	}
	newline := newlineOf(text)
	lines := []string{fmt.Sprintf("[%s.%s]", table, id)}
	width := 0
	for _, key := range format.Keys {
		if key.Required {
			width = max(width, len(key.Name))
		}
	}
	for _, key := range format.Keys {
		if key.Required {
			lines = append(lines, fmt.Sprintf("%-*s = \"\"", width, key.Name))
		}
	}
	before := strings.Repeat(newline, 2)
	if end == 0 || end == len(text) && strings.HasSuffix(text, "\n") {
		before = newline
	}
	made := before + strings.Join(lines, newline)
	if end == len(text) {
		made += newline
	}
	return Change{q.project.path(name), text, []toml.Edit{{At: extent(end, end), Text: made}}}, id, true
}

// nameOf is the name of the file that has a path, else another.
func (p *project) nameOf(path, other string) string {
	for name := range p.files {
		if p.path(name) == path {
			return name
		}
	}
	return other
}

func newlineOf(text string) string {
	if strings.Contains(text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// tableOf is the header of an element's table, and what stands below it, in the text of its file as it is now.
func (p *project) tableOf(of *theory.Element) (file *file, header *statement, keys []*statement) {
	if !of.At.Known() {
		return nil, nil, nil
	}
	f := p.files[p.nameOf(of.At.File.Name, "")]
	if f == nil || f.document.Text != of.At.File.Text {
		return nil, nil, nil
	}
	at, _ := of.At.Offsets()
	for _, s := range statementsOf(f.document.Text) {
		switch {
		case s.header && header != nil:
			if !(len(s.names) > len(header.names) && s.table() == header.table() && s.id() == header.id()) {
				return f, header, keys
			}
			keys = append(keys, s)
		case s.header && s.from <= at && at <= s.to:
			header = s
		case header != nil:
			keys = append(keys, s)
		}
	}
	return f, header, keys
}

// addKey writes a key below the others of an element's table, its equals sign below theirs.
func (p *project) addKey(of *theory.Element, key, value string) (Change, bool) {
	f, header, keys := p.tableOf(of)
	if header == nil {
		return Change{}, false
	}
	text := f.document.Text
	last, width := header, len(key)+1
	for _, s := range keys {
		if s.header || s.in != header {
			break
		}
		last = s
		if s.value > 0 {
			width = max(len(key)+1, strings.IndexByte(text[s.from:], '='))
		}
	}
	end := lineEnd(text, last.to)
	line := fmt.Sprintf("%s%-*s= %s", newlineOf(text), width, key, value)
	return Change{of.At.File.Name, text, []toml.Edit{{At: extent(end, end), Text: line}}}, true
}

// accept writes the acceptance of a rule into an element's table, its reason empty.
func (p *project) accept(of *theory.Element, code string) (Change, bool) {
	f, header, keys := p.tableOf(of)
	if header == nil {
		return Change{}, false
	}
	text := f.document.Text
	line := fmt.Sprintf("%s = \"\"", code)
	put := func(at int, what string) (Change, bool) {
		return Change{of.At.File.Name, text, []toml.Edit{{At: extent(at, at), Text: what}}}, true
	}
	for _, s := range keys {
		inTable := s.in != header && s.in != nil && s.in.names[len(s.in.names)-1].Text == "accept"
		if !s.header && s.key() == code && (inTable || s.names[0].Text == "accept") {
			return Change{}, false // it is there, and says nothing
		}
	}
	for _, s := range keys {
		switch {
		case s.header && s.names[len(s.names)-1].Text == "accept": // [mechanism.trust.accept]
			return put(lineEnd(text, s.to), newlineOf(text)+line)
		case !s.header && s.in == header && s.names[0].Text == "accept" && len(s.names) > 1: // accept.PT206 = "…"
			return put(lineEnd(text, s.to), newlineOf(text)+"accept."+line)
		case !s.header && s.in == header && s.key() == "accept":
			inside := strings.TrimRight(strings.TrimSuffix(text[s.value:s.to], "}"), " \t\r\n")
			switch {
			case !strings.HasPrefix(inside, "{"), strings.Contains(inside, code):
				return Change{}, false
			case strings.HasSuffix(inside, "{") || strings.HasSuffix(inside, ","):
				return put(s.value+len(inside), " "+line)
			}
			return put(s.value+len(inside), ", "+line)
		}
	}
	return p.addKey(of, "accept", "{ "+line+" }")
}
