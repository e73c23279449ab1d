package editor

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/load"
	"icamo/theory/rename"
	"icamo/theory/toml"
)

// Completion is something that can be written at a place.
type Completion struct {
	Label  string
	Of     Sort
	Detail string // in a few words
	Doc    string
	Edit   toml.Edit
}

// Sort is what can be written: the id of an element, a key, a word of the format and so on.
type Sort int

// The sorts.
const (
	ID Sort = iota
	Key
	Table
	Word
	Rule
	File
)

// mostCompletions are given at once; of more, those that have in them what is written already.
const mostCompletions = 300

// Complete lists what can be written at a place, in the order of the theory or the format. It says whether there is more.
func (w *Workspace) Complete(file string, offset int) (all []Completion, more bool) {
	q := w.at(file, offset)
	if q == nil {
		return nil, false
	}
	c := completer{query: q}
	c.replace()
	switch q.part {
	case inHeader:
		if q.nth == 0 {
			c.tables()
		}
	case inKey:
		c.keys()
	case inEntry:
		if q.key != nil && (q.key.Type == theory.Acceptances || q.key.Type == theory.Levels) {
			c.rules()
		}
	case inValue:
		if q.key != nil {
			c.values()
		}
	}
	if len(c.all) <= mostCompletions {
		return c.all, false
	}
	written := strings.ToLower(c.written)
	c.all = slices.DeleteFunc(c.all, func(item Completion) bool {
		return !strings.Contains(strings.ToLower(item.Label+" "+item.Detail), written)
	})
	return c.all[:min(len(c.all), mostCompletions)], true
}

type completer struct {
	*query
	written string      // before the cursor
	at      toml.Extent // what is replaced
	all     []Completion
}

// replace finds what a completion replaces: what is written before the cursor, and behind it as far as an id goes.
func (c *completer) replace() {
	c.at = toml.Extent{Start: c.place.at.Start, End: int32(c.offset)}
	c.written = c.text[c.at.Start:c.at.End]
	for int(c.at.End) < len(c.text) && c.at.End < c.place.at.End && isWord(c.text[c.at.End]) {
		c.at.End++
	}
}

func (c *completer) add(label string, of Sort, detail, doc, text string) {
	c.all = append(c.all, Completion{label, of, detail, doc, toml.Edit{At: c.at, Text: text}})
}

// tables are those of the format, as far as the brackets fit.
func (c *completer) tables() {
	two := strings.HasPrefix(c.text[c.of.from:], "[[")
	for _, t := range c.format() {
		switch {
		case t.Repeated == two && (t.Single || t.Repeated || len(c.of.names) > 1):
			c.add(t.Name, Table, "", t.Doc, t.Name)
		case t.Repeated == two:
			c.add(t.Name, Table, "", t.Doc, t.Name+".")
		}
	}
}

func (c *completer) format() []theory.Table {
	if path.Base(c.name) == load.SettingsFile {
		return load.SettingsFormat()
	}
	return theory.Format
}

// keys are those that the table has not yet, then, on an empty line, the headers of tables.
func (c *completer) keys() {
	if c.table != nil {
		used := make(map[string]bool)
		for _, s := range statementsOf(c.text) {
			if s.in != nil && s.in.from == c.in.from && len(s.names) > 0 && (c.of == nil || s.from != c.of.from) {
				used[s.names[0].Text] = true
			}
		}
		equals := " = "
		if c.of != nil && c.of.value > 0 {
			equals = ""
		}
		for i := range c.table.Keys {
			if key := &c.table.Keys[i]; !used[key.Name] {
				c.add(key.Name, Key, key.Takes(), key.Doc, key.Name+equals)
			}
		}
	}
	if c.of != nil && c.of.value > 0 {
		return
	}
	for _, t := range c.format() {
		switch {
		case t.Repeated:
			c.add("[["+t.Name+"]]", Table, "", t.Doc, "[["+t.Name+"]]")
		case t.Single:
			c.add("["+t.Name+"]", Table, "", t.Doc, "["+t.Name+"]")
		default:
			c.add("["+t.Name+".id]", Table, "", t.Doc, "["+t.Name+".")
		}
	}
}

func (c *completer) rules() {
	for i := range check.Rules {
		if r := &check.Rules[i]; r.Acceptable() {
			c.add(r.Code, Rule, r.Name, r.Doc, r.Code)
		}
	}
}

func (c *completer) values() {
	switch key := c.key; {
	case c.entry != "" && key.Type == theory.Levels, c.entry == "" && (key.Type == theory.Word || key.Type == theory.Words):
		for _, word := range key.Words {
			c.value(word, Word, "", key.Doc)
		}
	case c.entry != "":
	case key.Type == theory.Flag:
		for _, flag := range []string{"true", "false"} {
			c.add(flag, Word, "", key.Doc, flag)
		}
	case key.Name == "include" || key.Name == "revises":
		c.files(key.Name == "revises")
	case key.Name == "was":
		if t := c.theory(); t != nil && t.Earlier != nil {
			c.ids(t.Earlier, string(rename.TargetOf(c.table)), false)
		}
	case key.Target != "":
		c.ids(c.theory(), key.Target, key.OrLink)
	}
}

// ids are those that a reference to a target may name. Where there is no theory they are those of the file alone.
func (c *completer) ids(t *theory.Theory, target string, orLink bool) {
	if t == nil {
		if f := c.project.files[c.name]; f != nil && f.readable != nil {
			var ids []string
			for id := range rename.Defined(f.readable)[targetOf(c.key)] {
				ids = append(ids, id)
			}
			slices.Sort(ids)
			for _, id := range ids {
				c.value(id, ID, "", "")
			}
		}
		return
	}
	for r := range t.Records() {
		if table := r.Table(); table != nil && (r.Sort() == theory.Sort(target) || table.Name == target) {
			c.value(r.Base().ID, ID, kindOf(r)+": "+theory.Name(r), "")
		}
	}
	if !orLink {
		return
	}
	for _, l := range t.Links {
		if l.Target != nil {
			c.value(t.LinkName(l), ID, "link: "+l.Step(), "")
		}
	}
}

// kindOf says what an element is: "mechanism", "formal theory".
func kindOf(r theory.Record) string { return strings.ReplaceAll(r.Table().Name, "_", " ") }

// files are those that can be included, or revised, by their paths relative to this one.
func (c *completer) files(theories bool) {
	c.project.refresh()
	var names []string
	for name, f := range c.project.files {
		if name == c.name || f.readable == nil || path.Base(name) == load.SettingsFile || !load.IsTheoryFile([]byte(f.readable.Text)) {
			continue
		}
		if (f.readable.Root.Entry("theory") != nil) == theories {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		rel, err := filepath.Rel(filepath.FromSlash(path.Dir(c.name)), filepath.FromSlash(name))
		if err == nil {
			c.value(filepath.ToSlash(rel), File, "", "")
		}
	}
}

// value adds a text, in quotation marks unless it stands in some already, and in the brackets of a list that is not there yet.
func (c *completer) value(text string, of Sort, detail, doc string) {
	written := text
	if c.mark == "" {
		written = fmt.Sprintf("%q", text)
		list := c.key.Type == theory.References || c.key.Type == theory.Texts || c.key.Type == theory.Words
		if list && int(c.at.Start) == c.place.of.value {
			written = "[" + written + "]"
		}
	}
	if c.mark != "" && !c.closed {
		written += c.mark
	}
	c.add(text, of, detail, doc, written)
}
