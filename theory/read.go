package theory

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// reader turns documents into the elements of one theory, collecting faults as it goes.
type reader struct {
	t      *Theory
	refs   []citation // every reference read, to be resolved once all ids are known
	doc    *document
	format []Table // of the file being read
	closer suggester
}

// citation is a reference with the table whose ids it must name.
type citation struct {
	target string
	ref    *Ref
	of     *Element
}

func (r *reader) fault(kind FaultKind, at extent, format string, args ...any) {
	r.t.Faults = append(r.t.Faults, Fault{Kind: kind, Message: fmt.Sprintf(format, args...), At: Span{r.doc.file, at}})
}

// document reads all tables of one document but [theory], which only a theory's own file may have.
func (r *reader) document(d *document) {
	r.doc = d
	for _, top := range d.outline.items {
		format := tableFormat(top.name)
		value := d.values[top.name]
		switch {
		case format == nil:
			r.unknownTable(top)
		case format.Single:
			// read by the caller
		case format.Repeated:
			r.links(format, top, value)
		default:
			r.keyed(format, top, value)
		}
	}
}

// unknownTable reports what stands at the top of a file and is none of its tables.
func (r *reader) unknownTable(top *outline) {
	names := make([]string, len(r.format))
	for i, t := range r.format {
		names[i] = t.Name
	}
	hint := r.closer.among(top.name, names)
	if in := foreignTo(r.format, top.name); in != "" && hint == "" {
		hint = "; that key belongs to " + in
	}
	r.fault(UnknownKeyFault, top.key, "unknown table %q%s", top.name, hint)
}

func (r *reader) links(format *Table, top *outline, value any) {
	items, ok := listOfTables(value)
	if !ok || !top.list {
		r.fault(InvalidValueFault, top.key, "links are written [[%s]], with two brackets, one table for each", format.Name)
		return
	}
	for i, item := range items {
		if i < len(top.items) {
			r.link(r.fields(format, "", top.items[i], item))
		}
	}
}

// listOfTables reads both [[link]] and link = [{…}, {…}].
func listOfTables(value any) ([]map[string]any, bool) {
	switch value := value.(type) {
	case []map[string]any:
		return value, true
	case []any:
		items := make([]map[string]any, 0, len(value))
		for _, v := range value {
			item, ok := v.(map[string]any)
			if !ok {
				return nil, false
			}
			items = append(items, item)
		}
		return items, true
	}
	return nil, false
}

func (r *reader) keyed(format *Table, top *outline, value any) {
	tables, ok := value.(map[string]any)
	if !ok {
		r.fault(InvalidValueFault, top.key, "%q must be tables with an id: [%s.some-id]", top.name, top.name)
		return
	}
	for _, entry := range top.items {
		table, ok := tables[entry.name].(map[string]any)
		if !ok {
			if format.Key(entry.name) != nil {
				r.fault(InvalidValueFault, entry.key, "[%s] has no id; write [%s.some-id]", top.name, top.name)
			} else {
				r.fault(InvalidValueFault, entry.key, "%q must be a table: [%s.%s]", entry.name, top.name, entry.name)
			}
			continue
		}
		f := r.fields(format, entry.name, entry, table)
		switch format.Name {
		case "configuration":
			r.configuration(f)
		case "source":
			r.source(f)
		case "case":
			r.caseTable(f)
		case "evidence":
			r.evidence(f)
		case "formal_theory":
			r.formalTheory(f)
		default:
			r.node(Kind(format.Name), f)
		}
	}
}

// IDPattern is the regular expression that every id matches: small letters and digits, with single hyphens between them.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// MaxWhole is the largest whole number that a theory file may hold.
const MaxWhole = 9999

var (
	kebab    = regexp.MustCompile(IDPattern)
	notKebab = regexp.MustCompile(`[^a-z0-9]+`)
)

// kebabRemedy proposes the id in small letters, digits and single hyphens, where that leaves anything of it.
func kebabRemedy(id string) string {
	better := strings.Trim(notKebab.ReplaceAllString(strings.ToLower(id), "-"), "-")
	if better == "" {
		return ""
	}
	return fmt.Sprintf("; write %q", better)
}

// mostUnknownKeys are reported of one table: no table of the format has as many keys.
const mostUnknownKeys = 50

// fields are the values of one table, checked against its format: a value of the wrong type is reported and then taken
// as not there.
type fields struct {
	r       *reader
	element Element
	values  map[string]any
	faults  int // how many faults the theory had before this table
}

func (r *reader) fields(format *Table, id string, at *outline, values map[string]any) *fields {
	f := &fields{r: r, values: values, element: Element{ID: id, At: Span{r.doc.file, at.key}, table: at}, faults: len(r.t.Faults)}
	if id != "" && !kebab.MatchString(id) {
		r.fault(InvalidValueFault, at.key, "the id %q must be small letters and digits, with single hyphens between them%s", id, kebabRemedy(id))
	}
	unknown := 0
	for _, entry := range at.items {
		key := format.Key(entry.name)
		if key == nil {
			switch unknown++; {
			case unknown <= mostUnknownKeys:
				r.unknownKey(format, entry)
			case unknown == mostUnknownKeys+1:
				r.fault(UnknownKeyFault, entry.key, "and more unknown keys in this %q, which are not listed", format.Name)
			}
			continue
		}
		if problem := key.check(values[entry.name]); problem != "" {
			if key.Type == Word {
				if word, ok := values[entry.name].(string); ok {
					problem += r.closer.among(word, key.Words)
				}
			}
			r.t.Faults = append(r.t.Faults, Fault{Kind: InvalidValueFault, Message: problem, At: Span{r.doc.file, entry.value}, Key: key.Name})
			values = maps.Clone(values) // another version may read the file again
			delete(values, entry.name)
			f.values = values
			continue
		}
		r.controls(entry, values[entry.name])
		if key.Type == Acceptances {
			f.acceptances(entry)
		}
		if text, ok := values[entry.name].(string); ok && strings.TrimSpace(text) == "" && key.Name == "dropped" {
			r.fault(MissingKeyFault, entry.value, "\"dropped\" is empty; give the reason why it was dropped")
		}
	}
	for i := range format.Keys {
		if key := &format.Keys[i]; key.Required {
			f.require(format, key)
		}
	}
	return f
}

// own ties the faults found in a table to the element made from it.
func (f *fields) own(e *Element) *Element {
	for i := f.faults; i < len(f.r.t.Faults); i++ {
		f.r.t.Faults[i].Of = e
	}
	return e
}

func (r *reader) unknownKey(format *Table, entry *outline) {
	name := entry.name
	names := make([]string, len(format.Keys))
	for i, k := range format.Keys {
		names[i] = k.Name
	}
	hint := r.closer.among(name, names)
	if in := foreignTo(r.format, name); in != "" && hint == "" {
		hint = "; that key belongs to " + in
	}
	r.fault(UnknownKeyFault, entry.key, "unknown key %q in %q%s", name, format.Name, hint)
}

func (f *fields) require(format *Table, key *Key) {
	value, there := f.values[key.Name]
	switch {
	case f.unread(key.Name): // said already
	case !there:
		f.r.fault(MissingKeyFault, f.element.At.extent, "%s has no %q; add it", f.name(format), key.Name)
	default:
		if text, ok := value.(string); ok && strings.TrimSpace(text) == "" {
			f.r.fault(MissingKeyFault, f.place(key.Name).extent, "%q of %s is empty; fill it in", key.Name, f.name(format))
		}
	}
}

// unread says whether a key is there whose value is taken as not there.
func (f *fields) unread(key string) bool {
	_, there := f.values[key]
	return !there && f.element.table.entry(key) != nil
}

func (f *fields) name(format *Table) string {
	if f.element.ID == "" {
		return "this " + format.Name
	}
	return fmt.Sprintf("%s %q", strings.ReplaceAll(format.Name, "_", " "), f.element.ID)
}

// check says what is wrong with a value, in words; "" where nothing is.
func (k *Key) check(value any) string {
	switch k.Type {
	case Text, Reference, Word:
		text, ok := value.(string)
		if !ok {
			return k.wrongType()
		}
		if k.Type == Word && !slices.Contains(k.Words, text) {
			return fmt.Sprintf("%q cannot be %q: it is one of %s", k.Name, shortened(text), strings.Join(k.Words, ", "))
		}
	case Texts, References:
		list, ok := value.([]any)
		if !ok {
			return k.wrongType()
		}
		for _, v := range list {
			if _, ok := v.(string); !ok {
				return k.wrongType()
			}
		}
	case Whole:
		if n, ok := value.(int64); !ok || n < 0 || n > MaxWhole {
			return fmt.Sprintf("%s from 0 to %d", k.wrongType(), MaxWhole)
		}
	case Number:
		if _, ok := number(value); !ok {
			return k.wrongType()
		}
	case Flag:
		if _, ok := value.(bool); !ok {
			return k.wrongType()
		}
	case Interval:
		ends, ok := interval(value)
		if !ok {
			return k.wrongType()
		}
		if ends[0] > ends[1] {
			return fmt.Sprintf("the ends of %q are reversed: write the lower one first", k.Name)
		}
	case Attributes:
		table, ok := value.(map[string]any)
		if !ok {
			return k.wrongType()
		}
		for _, v := range table {
			switch v.(type) {
			case string, int64, float64, bool:
			default:
				return k.wrongType()
			}
		}
	case Acceptances, Levels:
		table, ok := value.(map[string]any)
		if !ok {
			return k.wrongType()
		}
		for _, v := range table {
			if _, ok := v.(string); !ok {
				return k.wrongType()
			}
		}
	}
	return ""
}

func (k *Key) wrongType() string { return fmt.Sprintf("%q must be %s", k.Name, k.Type) }

func number(value any) (float64, bool) {
	switch n := value.(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, n == n && n-n == 0 // neither NaN nor infinite
	}
	return 0, false
}

func interval(value any) (ends [2]float64, ok bool) {
	list, isList := value.([]any)
	if !isList || len(list) != 2 {
		return ends, false
	}
	for i, v := range list {
		if ends[i], ok = number(v); !ok {
			return ends, false
		}
	}
	return ends, true
}

// controls reports characters that are no text: they hide, reorder or break what a reader sees.
func (r *reader) controls(at *outline, value any) {
	switch value := value.(type) {
	case string:
		for _, c := range value {
			if isControl(c) {
				r.fault(SyntaxFault, at.value, "the text holds the control character U+%04X; take it out", c)
				return
			}
		}
	case []any:
		for i, v := range value {
			if i < len(at.items) {
				r.controls(at.items[i], v)
			}
		}
	case map[string]any:
		for _, item := range at.items {
			r.controls(item, value[item.name])
		}
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
