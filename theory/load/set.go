package load

import (
	"fmt"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// set keeps in a field of the model what a value says (theory.Key.Field). The value is of the type that the field's key asks
// for. Lists are added to.
func (r *reader) set(field any, value *toml.Item) {
	switch field := field.(type) {
	case *string:
		*field = text(value)
	case *bool:
		*field = value.Says.(bool)
	case *int:
		*field = int(value.Says.(int64))
	case **float64:
		n, _ := number(value)
		*field = &n
	case **[2]float64:
		ends, _ := interval(value)
		*field = &ends
	case *[]string:
		for item := range value.Items() {
			*field = append(*field, item.Says.(string))
		}
	case *theory.Ref:
		*field = r.ref(value)
	case *[]theory.Ref:
		*field = append(*field, r.refs(value)...)
	case theory.MembersIn:
		field.Add(r.refs(value)...)
	case *[]theory.Attribute:
		for item := range value.Items() {
			*field = append(*field, theory.Attribute{Name: item.Name, Value: plain(item.Says)})
		}
	case *[]theory.Acceptance:
		r.acceptances(field, value)
	}
}

// text is a text without white space at its ends.
func text(value *toml.Item) string { return strings.TrimSpace(value.Says.(string)) }

// ref is an id with its place; zero where it is empty.
func (r *reader) ref(value *toml.Item) theory.Ref {
	if value.Says == "" {
		return theory.Ref{}
	}
	return theory.Ref{ID: value.Says.(string), At: r.doc.span(value.Value)}
}

// refs are the ids of a list, or a single one, each with its place.
func (r *reader) refs(value *toml.Item) []theory.Ref {
	if value.Form == toml.Single {
		if one := r.ref(value); one.ID != "" {
			return []theory.Ref{one}
		}
		return nil
	}
	refs := make([]theory.Ref, 0, value.Count)
	for item := range value.Items() {
		refs = append(refs, theory.Ref{ID: item.Says.(string), At: r.doc.span(item.Value)})
	}
	r.repeated(value.Name, refs)
	return refs
}

// repeated notes the ids that a list names more than once, each where it stands again first.
func (r *reader) repeated(key string, refs []theory.Ref) {
	if len(refs) < 2 || key == "include" { // files are no ids: load says which is there twice
		return
	}
	first := make(map[string]int, len(refs))
	for i, ref := range refs {
		at, again := first[ref.ID]
		switch {
		case !again:
			first[ref.ID] = i
		case at >= 0 && len(r.t.Repeated) < theory.MaxFaults:
			r.t.Repeated = append(r.t.Repeated, theory.Repeated{Of: r.of, Key: key, Ref: ref, First: refs[at].At})
			first[ref.ID] = -1
		}
	}
}

func plain(value any) string {
	if n, ok := value.(float64); ok {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return fmt.Sprint(value)
}

// acceptances reads accept = { PT206 = "reason" }. An acceptance without a reason is a fault, as it explains nothing.
func (r *reader) acceptances(to *[]theory.Acceptance, table *toml.Item) {
	for item := range table.Items() {
		reason := item.Says.(string)
		if strings.TrimSpace(reason) == "" {
			r.fault(theory.MissingKeyFault, item.Value, "the acceptance of %s gives no reason; write why it is accepted", item.Name)
			continue
		}
		at := r.doc.span(toml.Extent{Start: item.Key.Start, End: item.Value.End})
		*to = append(*to, theory.Acceptance{Code: item.Name, Reason: reason, At: at})
	}
}
