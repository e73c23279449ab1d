package load

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/toml"
)

// element reads a table into a new element of the theory.
func (r *reader) element(format *theory.Table, id string, table *toml.Item) {
	record := r.t.Add(format)
	r.of = record.Base()
	r.of.ID, r.of.At = id, r.doc.span(table.Key)
	says := r.says(format, id, table)
	r.of.Given = r.given
	for i := range format.Keys {
		switch key := &format.Keys[i]; {
		case says[i] != nil:
			r.set(key.Field(record), says[i])
		case key.Default != "":
			*key.Field(record).(*string) = key.Default
		}
	}
	if l, isLink := record.(*theory.Link); isLink {
		l.ID = theory.LinkID(l.From.ID, l.To.ID, l.Effect)
		r.necessity(l, says[format.Index("necessary")])
	}
	r.of = nil
}

// mostUnknownKeys are reported of one table: no table of the format has as many keys.
const mostUnknownKeys = 50

// says gives the values of a table, each in the place of its key in the format, until the next table is read. A value of the
// wrong type is reported and then taken as not there.
func (r *reader) says(format *theory.Table, id string, table *toml.Item) []*toml.Item {
	if keyed := !format.Single && !format.Repeated; (keyed || id != "") && !theory.IsID(id) {
		r.idFault(id, table.Key)
	}
	r.wrong = r.wrong[:0]
	r.said = append(r.said[:0], make([]*toml.Item, len(format.Keys))...)
	r.given = r.room(int(table.Count))
	unknown := 0
	for entry := range table.Items() {
		i := format.Index(entry.Name)
		span := theory.KeySpan{Start: entry.Value.Start, End: entry.Value.End}
		if i >= 0 {
			span.Key = &format.Keys[i]
		}
		r.given = append(r.given, span)
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

// room is an empty list for the places of so many keys. Lists are cut from large pieces, as there are many.
func (r *reader) room(count int) []theory.KeySpan {
	const many = 4096
	if len(r.spans) < count {
		r.spans = make([]theory.KeySpan, max(many, count))
	}
	list := r.spans[:0:count]
	r.spans = r.spans[count:]
	return list
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
	if value == nil {
		r.fault(theory.MissingKeyFault, table.Key, "%s has no %q; add it", called(format, id), key.Name)
	} else if text, ok := value.Says.(string); ok && theory.Visible(text) == "" {
		r.fault(theory.MissingKeyFault, value.Value, "%q of %s is empty; fill it in", key.Name, called(format, id))
	}
}

// called is what a table is called in messages.
func called(format *theory.Table, id string) string {
	if id == "" {
		return "this " + format.Name
	}
	return fmt.Sprintf("%s %q", strings.ReplaceAll(format.Name, "_", " "), id)
}

// unread says whether the table that was read last has a key whose value is taken as not there.
func (r *reader) unread(key string) bool { return slices.Contains(r.wrong, key) }

// controls reports characters that are no text: they hide, reorder or break what a reader sees.
func (r *reader) controls(value *toml.Item) {
	if text, _ := value.Says.(string); !isPlain(text) {
		if at := strings.IndexFunc(text, isControl); at >= 0 {
			c, _ := utf8.DecodeRuneInString(text[at:])
			r.fault(theory.SyntaxFault, value.Value, "the text holds the control character U+%04X; take it out", c)
			return
		}
	}
	for item := range value.Items() {
		r.controls(item)
	}
}

// isPlain says whether a text is of printable ASCII and line ends alone, as most are.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' || c > '~' {
			return false
		}
	}
	return true
}

// isControl covers control characters, the overrides that reorder text (Unicode's Trojan Source characters) and the tags that
// hide text in text.
func isControl(c rune) bool {
	switch {
	case c >= ' ' && c <= '~', c == '\n', c == '\t', c == '\r':
		return false
	case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069, c >= 0xE0000 && c <= 0xE007F:
		return true
	}
	return unicode.IsControl(c)
}
