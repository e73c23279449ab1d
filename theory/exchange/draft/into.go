package draft

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// FromTheory is a draft of a theory that is there, to which an import adds. Its elements are old.
func FromTheory(t *theory.Theory) *Draft {
	d := New(t.ID, t.Title)
	for r := range t.Records() {
		e := Of(r)
		e.Old, e.of, e.was = true, r, slices.Clone(e.keys)
		if e.Table == "theory" {
			d.Theory = e
			continue
		}
		d.Elements = append(d.Elements, e)
		if e.Table == "link" {
			d.links[r.Base().ID] = e
			continue
		}
		d.byID[family(e.Table)+"."+e.ID] = e
		for _, key := range []string{"label", "title", "citation", "text"} {
			if name := e.Text(key); name != "" {
				d.Name(e, name)
			}
		}
	}
	return d
}

// Was is what the file says under a key of an old element; nil where it says nothing.
func (e *Element) Was(key string) any {
	for _, k := range e.was {
		if k.key == key {
			return k.value
		}
	}
	return nil
}

// Edited is the text of a file with what changed in it.
type Edited struct {
	File    *theory.File
	Text    string
	Changed int // keys
	Added   int // elements
}

// edit puts a text in the place of some bytes of a file.
type edit struct {
	start, end int
	text       string
}

// Edit gives the texts of the files of a theory that the draft changes, the theory's own first. Only the values that changed do:
// comments, order and layout stay. New elements stand at the end of the theory's own file.
func (d *Draft) Edit(t *theory.Theory) ([]Edited, error) {
	edits := make(map[*theory.File][]edit)
	changed := make(map[*theory.File]int)
	var added bytes.Buffer
	count := 0
	w := bufio.NewWriter(&added)
	for _, e := range append([]*Element{d.Theory}, d.Elements...) {
		if !e.Old {
			w.WriteByte('\n')
			e.write(w)
			count++
			continue
		}
		file := e.of.Base().At.File
		for _, key := range e.of.Table().Keys {
			if !reflect.DeepEqual(e.Get(key.Name), e.Was(key.Name)) {
				made, err := e.edit(file, key.Name)
				if err != nil {
					return nil, err
				}
				edits[file] = append(edits[file], made...)
				changed[file]++
			}
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var all []Edited
	for i, file := range t.Files {
		text := apply(file.Text, edits[file])
		of := Edited{File: file, Changed: changed[file]}
		if i == 0 && count > 0 {
			text = strings.TrimRight(text, "\r\n") + "\n" + added.String()
			of.Added = count
		}
		if text == file.Text {
			continue
		}
		if strings.Contains(file.Text, "\r\n") {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}
		if fault := toml.Read([]byte(text)).Fault; fault != nil {
			return nil, fmt.Errorf("%s cannot be changed in place: %s; please report this file", file.Name, fault.Message)
		}
		of.Text = text
		all = append(all, of)
	}
	return all, nil
}

// apply makes edits, of which those that stand at one place are made in their order.
func apply(text string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.start] + e.text)
		at = e.end
	}
	return b.String() + text[at:]
}

// edit gives a key of an old element its new value in the text: in the place of its old one, or on a line of its own below the
// key that comes before it in the format. The cases of a piece of evidence are its case where there is one.
func (e *Element) edit(file *theory.File, key string) ([]edit, error) {
	value := e.Get(key)
	if ids := e.List(key); key == "cases" && e.of.Base().Has("case") {
		if len(ids) == 1 && !e.of.Base().Has("cases") {
			return e.edited(file, "case", ids[0])
		}
		gone, err := e.edited(file, "case", nil)
		if err != nil {
			return nil, err
		}
		more, err := e.edited(file, "cases", value)
		return append(gone, more...), err
	}
	return e.edited(file, key, value)
}

func (e *Element) edited(file *theory.File, key string, value any) ([]edit, error) {
	base := e.of.Base()
	text := file.Text
	if at := slices.IndexFunc(base.Given, func(k theory.KeySpan) bool { return k.Key != nil && k.Key.Name == key }); at >= 0 {
		span := base.Given[at]
		start, end := int(span.Start), int(span.End)
		if value != nil {
			return []edit{{start, end, valueText(value, start-lineStart(text, start))}}, nil
		}
		return e.removal(file, key, start, end)
	}
	if value == nil {
		return nil, nil
	}
	after, ok := e.headerEnd(text)
	if !ok {
		return nil, e.byHand(file, key)
	}
	order := e.of.Table().Keys
	place := func(name string) int {
		return slices.IndexFunc(order, func(k theory.Key) bool { return k.Name == name })
	}
	column := len(key)
	for _, given := range base.Given { // the one before it in the format that stands last
		start := lineStart(text, int(given.Start))
		if equals := strings.IndexByte(text[start:given.Start], '='); equals >= 0 {
			column = max(column, equals-1)
		}
		if end := lineEnd(text, int(given.End)); given.Key != nil && place(given.Key.Name) < place(key) && end > after {
			after = end
		}
	}
	var line bytes.Buffer
	w := bufio.NewWriter(&line)
	writeKey(w, key, value, column)
	if err := w.Flush(); err != nil {
		return nil, err
	}
	return []edit{{after, after, "\n" + strings.TrimSuffix(line.String(), "\n")}}, nil
}

// removal takes out the lines of a key. A comment behind it keeps a line.
func (e *Element) removal(file *theory.File, key string, start, end int) ([]edit, error) {
	text := file.Text
	from, to := lineStart(text, start), lineEnd(text, end)
	behind := strings.TrimSpace(text[end:to])
	before := strings.TrimSpace(strings.SplitN(text[from:start], "=", 2)[0])
	if behind != "" && !strings.HasPrefix(behind, "#") || before != key {
		return nil, e.byHand(file, key)
	}
	if behind != "" {
		return []edit{{from, to, behind}}, nil
	}
	return []edit{{max(from-1, 0), to, ""}}, nil // with the line feed before it: what is inserted behind it stays
}

func (e *Element) byHand(file *theory.File, key string) error {
	return fmt.Errorf("%s:%d: %s shares its line with more; write it under a header of its own, or change its %s by hand", file.Name, e.of.Base().At.Range().Line,
		cmp.Or(e.ID, e.Table), key)
}

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// lineEnd is where the line of a place ends, before its line feed.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// headerEnd is where the line of the element's header ends. It is false where it has no header of its own.
func (e *Element) headerEnd(text string) (int, bool) {
	at := 0
	if given := e.of.Base().Given; len(given) > 0 {
		for at = lineStart(text, int(given[0].Start)); at > 0; at = lineStart(text, at-1) { // comments may stand between
			if line := strings.TrimSpace(text[at:lineEnd(text, at)]); strings.HasPrefix(line, "[") {
				break
			}
		}
	} else {
		for range e.of.Base().At.Range().Line - 1 {
			at = lineEnd(text, at) + 1
		}
	}
	header := strings.TrimSpace(text[at:lineEnd(text, at)])
	return lineEnd(text, at), strings.HasPrefix(header, "[") && !strings.Contains(header, "=")
}
