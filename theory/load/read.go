package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"icamo/theory"
	"icamo/theory/toml"
)

// reader turns documents into the elements of one theory, collecting faults as it goes.
type reader struct {
	t      *theory.Theory
	refs   []citation               // every reference read, to be resolved once all ids are known
	astray map[string]bool          // ids that stand where they define nothing, as a fault says
	faults map[theory.FaultKind]int // how many are kept
	last   *theory.Fault            // the last fault found, kept or not
	doc    *document
	format []theory.Table // of the file being read
	closer theory.Suggester
	spans  []theory.KeySpan // room for those of tables to come
}

func newReader(t *theory.Theory, d *document, format []theory.Table) *reader {
	return &reader{t: t, doc: d, format: format, astray: make(map[string]bool), faults: make(map[theory.FaultKind]int)}
}

// citation is a reference with the table whose ids it must name.
type citation struct {
	target string
	ref    *theory.Ref
	of     *theory.Element
}

func (r *reader) fault(kind theory.FaultKind, at toml.Extent, format string, args ...any) {
	r.add(theory.Fault{Kind: kind, Message: fmt.Sprintf(format, args...), At: r.doc.span(at)})
}

// add keeps a fault, unless there are too many of its kind.
func (r *reader) add(f theory.Fault) {
	if r.full(f.Kind) {
		r.last = &f
		return
	}
	r.faults[f.Kind]++
	r.t.Faults = append(r.t.Faults, f)
	r.last = &r.t.Faults[len(r.t.Faults)-1]
}

func (r *reader) full(kind theory.FaultKind) bool { return r.faults[kind] >= theory.MaxFaults }

// document reads all tables of one document but [theory], which only a theory's own file may have.
func (r *reader) document(d *document) {
	r.doc = d
	for top := range d.root.Items() {
		format := theory.TableNamed(top.Name)
		switch {
		case format == nil:
			r.unknownTable(top)
		case format.Single:
			// read by the caller
		case format.Repeated:
			r.links(format, top)
		default:
			r.keyed(format, top)
		}
	}
}

// unknownTable reports what stands at the top of a file and is none of its tables.
func (r *reader) unknownTable(top *toml.Item) {
	names := make([]string, len(r.format))
	for i, t := range r.format {
		names[i] = t.Name
	}
	hint := r.closer.Among(top.Name, names)
	if in := theory.TablesWith(r.format, top.Name); in != "" && hint == "" {
		hint = "; that key belongs to " + in
	}
	r.fault(theory.UnknownKeyFault, top.Key, "unknown table %q%s", top.Name, cmp.Or(hint, "; the tables are "+strings.Join(names, ", ")))
	for item := range top.Items() {
		if item.Form == toml.Table {
			r.stray(item.Name)
		}
	}
}

// stray says that the last fault speaks of an id, so that no reference to it is a fault as well.
func (r *reader) stray(id string) {
	r.astray[id] = true
	r.untaken("id")
}

// untaken says of which key the last fault is, whose value is taken as not there.
func (r *reader) untaken(key string) { r.last.Key = key }

// links reads both [[link]] and link = [{…}, {…}].
func (r *reader) links(format *theory.Table, top *toml.Item) {
	if top.Form != toml.List || !top.Every(isTable) {
		r.fault(theory.InvalidValueFault, top.Key, "%s", format.HowRepeated())
		return
	}
	r.t.Links = slices.Grow(r.t.Links, int(top.Count))
	r.refs = slices.Grow(r.refs, 3*int(top.Count)) // its ends and, mostly, a piece of evidence
	for item := range top.Items() {
		f := r.fields(format, "", item)
		r.link(&f)
	}
}

func (r *reader) keyed(format *theory.Table, top *toml.Item) {
	if top.Form != toml.Table {
		r.fault(theory.InvalidValueFault, top.Key, "%q must be tables with an id: [%s.some-id]", top.Name, top.Name)
		return
	}
	for entry := range top.Items() {
		if entry.Form != toml.Table {
			switch {
			case entry.Form == toml.List && entry.Every(isTable):
				r.fault(theory.InvalidValueFault, entry.Key, "[[%s.%s]] is for lists; write [%s.%s], with single brackets", top.Name, entry.Name, top.Name, entry.Name)
				r.stray(entry.Name)
			case format.Key(entry.Name) != nil:
				r.fault(theory.InvalidValueFault, entry.Key, "[%s] has no id; write [%s.some-id]", top.Name, top.Name)
			default:
				r.fault(theory.InvalidValueFault, entry.Key, "%q must be a table: [%s.%s]", entry.Name, top.Name, entry.Name)
			}
			continue
		}
		f := r.fields(format, entry.Name, entry)
		switch format.Name {
		case "configuration":
			r.configuration(&f)
		case "source":
			r.source(&f)
		case "case":
			r.caseTable(&f)
		case "evidence":
			r.evidence(&f)
		case "formal_theory":
			r.formalTheory(&f)
		default:
			r.node(theory.Kind(format.Name), &f)
		}
	}
}

// idFault reports an id that is not kebab-case, and proposes it in small letters, digits and single hyphens, where that
// leaves anything of it.
func (r *reader) idFault(id string, at toml.Extent) {
	better := theory.IDFrom(id)
	remedy := ""
	if better != "" {
		remedy = fmt.Sprintf("; write %q", better)
	}
	r.fault(theory.InvalidValueFault, at, "the id %q must be small letters and digits, with single hyphens between them%s", id, remedy)
	r.stray(better)
}

// mostUnknownKeys are reported of one table: no table of the format has as many keys.
const mostUnknownKeys = 50

// fields are the values of one table, checked against its format: a value of the wrong type is reported and then taken
// as not there.
type fields struct {
	r       *reader
	doc     *document
	table   *toml.Item
	element theory.Element
	wrong   []string // keys whose values are taken as not there
	faults  int      // how many faults the theory had before this table
}

func (r *reader) fields(format *theory.Table, id string, at *toml.Item) fields {
	f := fields{r: r, doc: r.doc, table: at, element: theory.Element{ID: id, At: r.doc.span(at.Key), Given: r.given(at)}, faults: len(r.t.Faults)}
	if id != "" && !theory.IsID(id) {
		r.idFault(id, at.Key)
	}
	unknown := 0
	for entry := range at.Items() {
		key := format.Key(entry.Name)
		if key == nil {
			switch unknown++; {
			case unknown <= mostUnknownKeys:
				f.unknownKey(format, entry)
			case unknown == mostUnknownKeys+1:
				r.fault(theory.UnknownKeyFault, entry.Key, "and more unknown keys in this %q, which are not listed", format.Name)
			}
			continue
		}
		text, isText := entry.Says.(string)
		if problem := wrongValue(key, entry); problem != "" {
			if key.Type == theory.Word && isText {
				problem += r.closer.Among(text, key.Words)
			}
			r.fault(theory.InvalidValueFault, entry.Value, "%s", problem)
			r.untaken(key.Name)
			f.wrong = append(f.wrong, key.Name)
			continue
		}
		r.controls(entry)
		if key.Type == theory.Acceptances {
			f.acceptances(entry)
		}
		if isText && strings.TrimSpace(text) == "" && key.Name == "dropped" {
			r.fault(theory.MissingKeyFault, entry.Value, "\"dropped\" is empty; give the reason why it was dropped")
		}
	}
	for i := range format.Keys {
		if key := &format.Keys[i]; key.Required {
			f.require(format, key)
		}
	}
	return f
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

// own ties the faults found in a table to the element made from it.
func (f *fields) own(e *theory.Element) *theory.Element {
	for i := f.faults; i < len(f.r.t.Faults); i++ {
		f.r.t.Faults[i].Of = e
	}
	return e
}

// unknownKey reports a key that the format does not have. Where it is a slip of one that it has, that one is taken as there,
// with a value that cannot be read.
func (f *fields) unknownKey(format *theory.Table, entry *toml.Item) {
	names := make([]string, len(format.Keys))
	for i, k := range format.Keys {
		names[i] = k.Name
	}
	near := f.r.closer.Nearest(entry.Name, names)
	hint := "; the keys here are " + strings.Join(names, ", ")
	if near != "" {
		hint = theory.DidYouMean(near)
	} else if in := theory.TablesWith(f.r.format, entry.Name); in != "" {
		hint = "; that key belongs to " + in
	}
	f.r.fault(theory.UnknownKeyFault, entry.Key, "unknown key %q in %q%s", entry.Name, format.Name, hint)
	if near != "" && f.table.Entry(near) == nil {
		f.r.untaken(near)
		f.wrong = append(f.wrong, near)
	}
}

func (f *fields) require(format *theory.Table, key *theory.Key) {
	if f.unread(key.Name) {
		return // said already
	}
	entry := f.table.Entry(key.Name)
	if entry == nil {
		f.r.fault(theory.MissingKeyFault, f.table.Key, "%s has no %q; add it", f.name(format), key.Name)
	} else if text, ok := entry.Says.(string); ok && strings.TrimSpace(text) == "" {
		f.r.fault(theory.MissingKeyFault, entry.Value, "%q of %s is empty; fill it in", key.Name, f.name(format))
	}
}

// unread says whether a key is there whose value is taken as not there.
func (f *fields) unread(key string) bool {
	return slices.Contains(f.wrong, key)
}

func (f *fields) name(format *theory.Table) string {
	if f.element.ID == "" {
		return "this " + format.Name
	}
	return fmt.Sprintf("%s %q", strings.ReplaceAll(format.Name, "_", " "), f.element.ID)
}

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
