package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// reader turns documents into the elements of one theory, collecting faults as it goes.
type reader struct {
	t      *theory.Theory
	lacks  bool                     // an included file names others, which are not read: ids may be missing
	astray map[string]bool          // ids that stand where they define nothing, as a fault says
	faults map[theory.FaultKind]int // how many are kept
	last   *theory.Fault            // the last fault found, kept or not
	doc    *document
	of     *theory.Element  // that is being read; nil between two
	wrong  []string         // its keys whose values are taken as not there
	said   []*toml.Item     // room for what it says
	given  []theory.KeySpan // where its values stand
	format []theory.Table   // of the file being read
	closer theory.Suggester
	spans  []theory.KeySpan // room for those of tables to come
}

func newReader(t *theory.Theory, d *document, format []theory.Table) *reader {
	return &reader{t: t, doc: d, format: format, astray: make(map[string]bool), faults: make(map[theory.FaultKind]int)}
}

func (r *reader) fault(kind theory.FaultKind, at toml.Extent, format string, args ...any) {
	r.add(theory.Fault{Kind: kind, Message: fmt.Sprintf(format, args...), At: r.doc.span(at)})
}

// add keeps a fault, unless there are too many of its kind.
func (r *reader) add(f theory.Fault) {
	if f.Of == nil {
		f.Of = r.of
	}
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
		case top.Name == "include":
			r.strayInclude(top)
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

// strayInclude reports an include at the top of a file: only that in [theory] is read, of a theory's own file.
func (r *reader) strayInclude(top *toml.Item) {
	switch own := r.t.At.File; {
	case r.doc.isTheory || own == nil || own == r.doc.file:
		r.fault(theory.UnknownKeyFault, top.Key, "\"include\" is a key of [theory], and stands outside of it; move it below that heading")
	default:
		r.lacks = true
		r.fault(theory.UnknownKeyFault, top.Key, "an included file includes no others; name them in \"include\" under [theory] in %q, and take this out", own.Name)
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
	for item := range top.Items() {
		r.element(format, "", item)
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
		r.element(format, entry.Name, entry)
	}
}

// idFault reports an id that is not kebab-case, and proposes it in small letters, digits and single hyphens, where that
// leaves anything of it.
func (r *reader) idFault(id string, at toml.Extent) {
	better := theory.IDFrom(id)
	remedy := "; give it one of these"
	if better != "" {
		remedy = fmt.Sprintf("; write %q", better)
	}
	r.fault(theory.InvalidValueFault, at, "the id %q must be of the small letters a to z and digits, with single hyphens between them%s", id, remedy)
	r.stray(better)
}
