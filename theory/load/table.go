package load

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"icamo/theory"
	"icamo/theory/toml"
)

// element reads a table into a new element of the theory.
func (r *reader) element(format *theory.Table, id string, table *toml.Item) {
	record := r.t.Add(format)
	r.of = record.Base()
	r.of.ID, r.of.At, r.of.Given = id, r.doc.span(table.Key), r.given(table)
	says := r.says(format, id, table)
	for i := range format.Keys {
		key := &format.Keys[i]
		switch field := key.Field(record); {
		case says[i] != nil:
			r.set(field, says[i])
		case key.Default != "":
			*field.(*string) = key.Default
		}
	}
	if l, isLink := record.(*theory.Link); isLink {
		l.ID = theory.LinkID(l.From.ID, l.To.ID, l.Effect)
		r.necessity(l, says[format.Index("necessary")])
	}
	r.of = nil
}

// given lists where the values of a table's keys stand.
func (r *reader) given(table *toml.Item) []theory.KeySpan {
	const many = 4096
	n := int(table.Count)
	if cap(r.spans)-len(r.spans) < n {
		r.spans = make([]theory.KeySpan, 0, max(many, n))
	}
	first := len(r.spans)
	for item := range table.Items() {
		r.spans = append(r.spans, theory.KeySpan{Name: item.Name, Start: item.Value.Start, End: item.Value.End})
	}
	return r.spans[first:len(r.spans):len(r.spans)]
}

// mostUnknownKeys are reported of one table: no table of the format has as many keys.
const mostUnknownKeys = 50

// says gives the values of a table, each in the place of its key in the format, until the next table is read. A value of the
// wrong type is reported and then taken as not there.
func (r *reader) says(format *theory.Table, id string, table *toml.Item) []*toml.Item {
	if id != "" && !theory.IsID(id) {
		r.idFault(id, table.Key)
	}
	r.wrong = r.wrong[:0]
	r.said = append(r.said[:0], make([]*toml.Item, len(format.Keys))...)
	unknown := 0
	for entry := range table.Items() {
		i := format.Index(entry.Name)
		if i < 0 {
			switch unknown++; {
			case unknown <= mostUnknownKeys:
				r.unknownKey(format, table, entry)
			case unknown == mostUnknownKeys+1:
				r.fault(theory.UnknownKeyFault, entry.Key, "and more unknown keys in this %q, which are not listed", format.Name)
			}
			continue
		}
		key := &format.Keys[i]
		text, isText := entry.Says.(string)
		if problem := wrongValue(key, entry); problem != "" {
			if key.Type == theory.Word && isText {
				problem += r.closer.Among(text, key.Words)
			}
			r.fault(theory.InvalidValueFault, entry.Value, "%s", problem)
			r.untaken(key.Name)
			r.wrong = append(r.wrong, key.Name)
			continue
		}
		r.said[i] = entry
		r.controls(entry)
		if isText && strings.TrimSpace(text) == "" && key.Name == "dropped" {
			r.fault(theory.MissingKeyFault, entry.Value, "\"dropped\" is empty; give the reason why it was dropped")
		}
	}
	for i := range format.Keys {
		if key := &format.Keys[i]; key.Required && !r.unread(key.Name) {
			r.require(format, id, table, key, r.said[i])
		}
	}
	return r.said
}

// unknownKey reports a key that the format does not have. Where it is a slip of one that it has, that one is taken as there,
// with a value that cannot be read.
func (r *reader) unknownKey(format *theory.Table, table, entry *toml.Item) {
	names := make([]string, len(format.Keys))
	for i, k := range format.Keys {
		names[i] = k.Name
	}
	near := r.closer.Nearest(entry.Name, names)
	hint := "; the keys here are " + strings.Join(names, ", ")
	if near != "" {
		hint = theory.DidYouMean(near)
	} else if in := theory.TablesWith(r.format, entry.Name); in != "" {
		hint = "; that key belongs to " + in
	}
	r.fault(theory.UnknownKeyFault, entry.Key, "unknown key %q in %q%s", entry.Name, format.Name, hint)
	if near != "" && table.Entry(near) == nil {
		r.untaken(near)
		r.wrong = append(r.wrong, near)
	}
}

func (r *reader) require(format *theory.Table, id string, table *toml.Item, key *theory.Key, value *toml.Item) {
	name := "this " + format.Name
	if id != "" {
		name = fmt.Sprintf("%s %q", strings.ReplaceAll(format.Name, "_", " "), id)
	}
	if value == nil {
		r.fault(theory.MissingKeyFault, table.Key, "%s has no %q; add it", name, key.Name)
	} else if text, ok := value.Says.(string); ok && strings.TrimSpace(text) == "" {
		r.fault(theory.MissingKeyFault, value.Value, "%q of %s is empty; fill it in", key.Name, name)
	}
}

// unread says whether the table that was read last has a key whose value is taken as not there.
func (r *reader) unread(key string) bool { return slices.Contains(r.wrong, key) }

// controls reports characters that are no text: they hide, reorder or break what a reader sees.
func (r *reader) controls(value *toml.Item) {
	text, _ := value.Says.(string)
	for _, c := range text {
		if isControl(c) {
			r.fault(theory.SyntaxFault, value.Value, "the text holds the control character U+%04X; take it out", c)
			return
		}
	}
	for item := range value.Items() {
		r.controls(item)
	}
}

// isControl covers control characters and the overrides that reorder text (Unicode's Trojan Source characters).
func isControl(c rune) bool {
	switch {
	case c >= ' ' && c <= '~', c == '\n', c == '\t', c == '\r':
		return false
	case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069:
		return true
	}
	return unicode.IsControl(c)
}
