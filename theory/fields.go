package theory

import (
	"fmt"
	"strconv"
	"strings"
)

// text is a text without white space at its ends; "" where it is not there.
func (f *fields) text(key string) string {
	s, _ := f.values[key].(string)
	return strings.TrimSpace(s)
}

func (f *fields) flag(key string) bool {
	b, _ := f.values[key].(bool)
	return b
}

func (f *fields) whole(key string) int {
	n, _ := f.values[key].(int64)
	return int(n)
}

func (f *fields) number(key string) *float64 {
	if n, ok := number(f.values[key]); ok {
		return &n
	}
	return nil
}

func (f *fields) interval(key string) *[2]float64 {
	if ends, ok := interval(f.values[key]); ok {
		return &ends
	}
	return nil
}

// place is where the value of a key stands.
func (f *fields) place(key string) Span {
	return Span{f.element.At.File, f.element.table.entry(key).value}
}

// ref is a single id; zero where it is not there.
func (f *fields) ref(key string) Ref {
	if id, ok := f.values[key].(string); ok && id != "" {
		return Ref{id, f.place(key)}
	}
	return Ref{}
}

// refs is a list of ids, each with its place.
func (f *fields) refs(key string) []Ref {
	list, _ := f.values[key].([]any)
	if len(list) == 0 {
		return nil
	}
	at := f.element.table.entry(key)
	refs := make([]Ref, 0, len(list))
	for i, v := range list {
		span := at.value
		if i < len(at.items) {
			span = at.items[i].value
		}
		refs = append(refs, Ref{v.(string), Span{f.element.At.File, span}})
	}
	return refs
}

func (f *fields) texts(key string) []string {
	var texts []string
	for _, ref := range f.refs(key) {
		texts = append(texts, ref.ID)
	}
	return texts
}

func (f *fields) attributes(key string) []Attribute {
	table, _ := f.values[key].(map[string]any)
	var attributes []Attribute
	if entry := f.element.table.entry(key); entry != nil && table != nil {
		for _, item := range entry.items {
			attributes = append(attributes, Attribute{item.name, plain(table[item.name])})
		}
	}
	return attributes
}

func plain(value any) string {
	if n, ok := value.(float64); ok {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return fmt.Sprint(value)
}

// acceptances reads accept = { PT206 = "reason" }. An acceptance without a reason is a fault, as it explains nothing.
func (f *fields) acceptances(at *outline) {
	table, _ := f.values["accept"].(map[string]any)
	for _, item := range at.items {
		reason, _ := table[item.name].(string)
		if strings.TrimSpace(reason) == "" {
			f.r.fault(MissingKeyFault, item.value, "the acceptance of %s gives no reason; write why it is accepted", item.name)
			continue
		}
		f.element.Accept = append(f.element.Accept,
			Acceptance{Code: item.name, Reason: reason, At: Span{f.element.At.File, extent{item.key.start, item.value.end}}})
	}
}

// cite records references to be resolved once all ids are known.
func (f *fields) cite(target string, of *Element, refs ...*Ref) {
	for _, ref := range refs {
		if ref.ID != "" {
			f.r.refs = append(f.r.refs, citation{target: target, ref: ref, of: of})
		}
	}
}

func (f *fields) citeAll(target string, of *Element, refs []Ref) {
	for i := range refs {
		f.cite(target, of, &refs[i])
	}
}
