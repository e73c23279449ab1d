package theory

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// reader turns documents into the elements of one theory, collecting faults as it goes.
type reader struct {
	t      *Theory
	refs   []citation        // every reference read, to be resolved once all ids are known
	astray map[string]bool   // ids that stand where they define nothing, as a fault says
	faults map[FaultKind]int // how many are kept
	last   *Fault            // the last fault found, kept or not
	doc    *document
	format []Table // of the file being read
	closer suggester
}

func newReader(t *Theory, d *document, format []Table) *reader {
	return &reader{t: t, doc: d, format: format, astray: make(map[string]bool), faults: make(map[FaultKind]int)}
}

// citation is a reference with the table whose ids it must name.
type citation struct {
	target string
	ref    *Ref
	of     *Element
}

func (r *reader) fault(kind FaultKind, at extent, format string, args ...any) {
	r.add(Fault{Kind: kind, Message: fmt.Sprintf(format, args...), At: Span{r.doc.file, at}})
}

// add keeps a fault, unless there are too many of its kind.
func (r *reader) add(f Fault) {
	if r.full(f.Kind) {
		r.last = &f
		return
	}
	r.faults[f.Kind]++
	r.t.Faults = append(r.t.Faults, f)
	r.last = &r.t.Faults[len(r.t.Faults)-1]
}

func (r *reader) full(kind FaultKind) bool { return r.faults[kind] >= MaxFaults }

// document reads all tables of one document but [theory], which only a theory's own file may have.
func (r *reader) document(d *document) {
	r.doc = d
	for top := range d.outline.items() {
		format := tableFormat(top.name)
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
func (r *reader) unknownTable(top *outline) {
	names := make([]string, len(r.format))
	for i, t := range r.format {
		names[i] = t.Name
	}
	hint := r.closer.among(top.name, names)
	if in := foreignTo(r.format, top.name); in != "" && hint == "" {
		hint = "; that key belongs to " + in
	}
	r.fault(UnknownKeyFault, top.key, "unknown table %q%s", top.name, cmp.Or(hint, "; the tables are "+strings.Join(names, ", ")))
	for item := range top.items() {
		if item.form == tableForm {
			r.stray(item.name)
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
func (r *reader) links(format *Table, top *outline) {
	if top.form != listForm || !top.every(isTable) {
		r.fault(InvalidValueFault, top.key, "%s", format.howRepeated())
		return
	}
	r.t.Links = slices.Grow(r.t.Links, int(top.count))
	r.refs = slices.Grow(r.refs, 3*int(top.count)) // its ends and, mostly, a piece of evidence
	for item := range top.items() {
		f := r.fields(format, "", item)
		r.link(&f)
	}
}

func (r *reader) keyed(format *Table, top *outline) {
	if top.form != tableForm {
		r.fault(InvalidValueFault, top.key, "%q must be tables with an id: [%s.some-id]", top.name, top.name)
		return
	}
	for entry := range top.items() {
		if entry.form != tableForm {
			switch {
			case entry.form == listForm && entry.every(isTable):
				r.fault(InvalidValueFault, entry.key, "[[%s.%s]] is for lists; write [%s.%s], with single brackets", top.name, entry.name, top.name, entry.name)
				r.stray(entry.name)
			case format.Key(entry.name) != nil:
				r.fault(InvalidValueFault, entry.key, "[%s] has no id; write [%s.some-id]", top.name, top.name)
			default:
				r.fault(InvalidValueFault, entry.key, "%q must be a table: [%s.%s]", entry.name, top.name, entry.name)
			}
			continue
		}
		f := r.fields(format, entry.name, entry)
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
			r.node(Kind(format.Name), &f)
		}
	}
}

// IDPattern is the regular expression that every id matches: small letters and digits, with single hyphens between them.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// MaxWhole is the largest whole number that a theory file may hold.
const MaxWhole = 9999

// isID says whether an id matches IDPattern.
func isID(id string) bool {
	for word := range strings.SplitSeq(id, "-") {
		if word == "" || strings.ContainsFunc(word, notInID) {
			return false
		}
	}
	return true
}

func notInID(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }

// idFault reports an id that is not kebab-case, and proposes it in small letters, digits and single hyphens, where that
// leaves anything of it.
func (r *reader) idFault(id string, at extent) {
	better := strings.Join(strings.FieldsFunc(strings.ToLower(id), notInID), "-")
	remedy := ""
	if better != "" {
		remedy = fmt.Sprintf("; write %q", better)
	}
	r.fault(InvalidValueFault, at, "the id %q must be small letters and digits, with single hyphens between them%s", id, remedy)
	r.stray(better)
}

// mostUnknownKeys are reported of one table: no table of the format has as many keys.
const mostUnknownKeys = 50

// fields are the values of one table, checked against its format: a value of the wrong type is reported and then taken
// as not there.
type fields struct {
	r       *reader
	element Element
	wrong   []string // keys whose values are taken as not there
	faults  int      // how many faults the theory had before this table
}

func (r *reader) fields(format *Table, id string, at *outline) fields {
	f := fields{r: r, element: Element{ID: id, At: Span{r.doc.file, at.key}, table: at}, faults: len(r.t.Faults)}
	if id != "" && !isID(id) {
		r.idFault(id, at.key)
	}
	unknown := 0
	for entry := range at.items() {
		key := format.Key(entry.name)
		if key == nil {
			switch unknown++; {
			case unknown <= mostUnknownKeys:
				f.unknownKey(format, entry)
			case unknown == mostUnknownKeys+1:
				r.fault(UnknownKeyFault, entry.key, "and more unknown keys in this %q, which are not listed", format.Name)
			}
			continue
		}
		text, isText := entry.says.(string)
		if problem := key.check(entry); problem != "" {
			if key.Type == Word && isText {
				problem += r.closer.among(text, key.Words)
			}
			r.fault(InvalidValueFault, entry.value, "%s", problem)
			r.untaken(key.Name)
			f.wrong = append(f.wrong, key.Name)
			continue
		}
		r.controls(entry)
		if key.Type == Acceptances {
			f.acceptances(entry)
		}
		if isText && strings.TrimSpace(text) == "" && key.Name == "dropped" {
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

// unknownKey reports a key that the format does not have. Where it is a slip of one that it has, that one is taken as there,
// with a value that cannot be read.
func (f *fields) unknownKey(format *Table, entry *outline) {
	names := make([]string, len(format.Keys))
	for i, k := range format.Keys {
		names[i] = k.Name
	}
	near := f.r.closer.nearest(entry.name, names)
	hint := "; the keys here are " + strings.Join(names, ", ")
	if near != "" {
		hint = didYouMean(near)
	} else if in := foreignTo(f.r.format, entry.name); in != "" {
		hint = "; that key belongs to " + in
	}
	f.r.fault(UnknownKeyFault, entry.key, "unknown key %q in %q%s", entry.name, format.Name, hint)
	if near != "" && f.element.table.entry(near) == nil {
		f.r.untaken(near)
		f.wrong = append(f.wrong, near)
	}
}

func (f *fields) require(format *Table, key *Key) {
	if f.unread(key.Name) {
		return // said already
	}
	entry := f.element.table.entry(key.Name)
	if entry == nil {
		f.r.fault(MissingKeyFault, f.element.At.extent, "%s has no %q; add it", f.name(format), key.Name)
	} else if text, ok := entry.says.(string); ok && strings.TrimSpace(text) == "" {
		f.r.fault(MissingKeyFault, entry.value, "%q of %s is empty; fill it in", key.Name, f.name(format))
	}
}

// unread says whether a key is there whose value is taken as not there.
func (f *fields) unread(key string) bool {
	return slices.Contains(f.wrong, key)
}

func (f *fields) name(format *Table) string {
	if f.element.ID == "" {
		return "this " + format.Name
	}
	return fmt.Sprintf("%s %q", strings.ReplaceAll(format.Name, "_", " "), f.element.ID)
}

// check says what is wrong with a value, in words; "" where nothing is.
func (k *Key) check(value *outline) string {
	switch k.Type {
	case Text, Reference, Word:
		text, ok := value.says.(string)
		if !ok {
			return k.wrongType(value)
		}
		if k.Type == Word && !slices.Contains(k.Words, text) {
			return fmt.Sprintf("%q cannot be %q: it is one of %s", k.Name, shortened(text), strings.Join(k.Words, ", "))
		}
	case Texts, References:
		if value.form != listForm || !value.every(isText) {
			return k.wrongType(value)
		}
	case Whole:
		if n, ok := value.says.(int64); !ok || n < 0 || n > MaxWhole {
			return k.wrongType(value)
		}
	case Number:
		if _, ok := number(value); !ok {
			return k.wrongType(value)
		}
	case Flag:
		if _, ok := value.says.(bool); !ok {
			return k.wrongType(value)
		}
	case Interval:
		ends, ok := interval(value)
		if !ok {
			return k.wrongType(value)
		}
		if ends[0] > ends[1] {
			return fmt.Sprintf("the ends of %q are reversed: write the lower one first", k.Name)
		}
	case Attributes:
		if value.form != tableForm || !value.every(isAttribute) {
			return k.wrongType(value)
		}
	case Acceptances, Levels:
		if value.form != tableForm || !value.every(isText) {
			return k.wrongType(value)
		}
	}
	return ""
}

// wrongType says of what type a value must be, and how it is written where that can be told.
func (k *Key) wrongType(value *outline) string {
	return fmt.Sprintf("%q must be %s%s", k.Name, k.Type, k.remedy(value))
}

func (k *Key) remedy(value *outline) string {
	text, quoted := value.says.(string)
	switch k.Type {
	case Texts, References:
		if quoted {
			return fmt.Sprintf("; write [%q]", shortened(text))
		}
	case Text, Reference, Word:
		if value.form == listForm && value.count == 1 && isText(value.first) {
			return fmt.Sprintf("; write %q", shortened(value.first.says.(string)))
		}
		if _, ok := number(value); ok {
			return "; put it in quotation marks"
		}
		if k.Name == "dropped" {
			return "; give the reason why it was dropped"
		}
	case Whole, Number, Flag:
		if quoted {
			return "; write it without quotation marks"
		}
	case Interval:
		return "; write it as [0.5, 6.8]"
	case Attributes:
		return `; write it as { age = "45-50" }`
	case Acceptances:
		return `; write it as { PT206 = "the reason why" }`
	}
	return ""
}

func isText(value *outline) bool {
	_, ok := value.says.(string)
	return ok
}

func isTable(value *outline) bool { return value.form == tableForm }

func isAttribute(value *outline) bool {
	switch value.says.(type) {
	case string, int64, float64, bool:
		return true
	}
	return false
}

func number(value *outline) (float64, bool) {
	switch n := value.says.(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, n == n && n-n == 0 // neither NaN nor infinite
	}
	return 0, false
}

func interval(value *outline) (ends [2]float64, ok bool) {
	if value.form != listForm || value.count != 2 {
		return ends, false
	}
	low, lowOK := number(value.first)
	high, highOK := number(value.last)
	return [2]float64{low, high}, lowOK && highOK
}

// controls reports characters that are no text: they hide, reorder or break what a reader sees.
func (r *reader) controls(value *outline) {
	text, _ := value.says.(string)
	for _, c := range text {
		if isControl(c) {
			r.fault(SyntaxFault, value.value, "the text holds the control character U+%04X; take it out", c)
			return
		}
	}
	for item := range value.items() {
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
