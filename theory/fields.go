package theory

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// entry is the value of a key; nil where it is not there or of a wrong type.
func (f *fields) entry(key string) *outline {
	if f.unread(key) {
		return nil
	}
	return f.element.table.entry(key)
}

// says is the single value of a key; nil where there is none.
func (f *fields) says(key string) any {
	if entry := f.entry(key); entry != nil {
		return entry.says
	}
	return nil
}

// text is a text without white space at its ends; "" where it is not there.
func (f *fields) text(key string) string {
	s, _ := f.says(key).(string)
	return strings.TrimSpace(s)
}

func (f *fields) flag(key string) bool {
	b, _ := f.says(key).(bool)
	return b
}

func (f *fields) whole(key string) int {
	n, _ := f.says(key).(int64)
	return int(n)
}

func (f *fields) number(key string) *float64 {
	if entry := f.entry(key); entry != nil {
		if n, ok := number(entry); ok {
			return &n
		}
	}
	return nil
}

func (f *fields) interval(key string) *[2]float64 {
	if entry := f.entry(key); entry != nil {
		if ends, ok := interval(entry); ok {
			return &ends
		}
	}
	return nil
}

// place is where the value of a key stands.
func (f *fields) place(key string) Span {
	return Span{f.element.At.File, f.element.table.entry(key).value}
}

// ref is a single id; zero where it is not there.
func (f *fields) ref(key string) Ref {
	if id, ok := f.says(key).(string); ok && id != "" {
		return Ref{id, f.place(key)}
	}
	return Ref{}
}

// refs is a list of ids, each with its place.
func (f *fields) refs(key string) []Ref {
	list := f.entry(key)
	if list == nil || list.count == 0 {
		return nil
	}
	refs := make([]Ref, 0, list.count)
	for item := range list.items() {
		refs = append(refs, Ref{item.says.(string), Span{f.element.At.File, item.value}})
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
	table := f.entry(key)
	if table == nil {
		return nil
	}
	var attributes []Attribute
	for item := range table.items() {
		attributes = append(attributes, Attribute{item.name, plain(item.says)})
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
func (f *fields) acceptances(table *outline) {
	for item := range table.items() {
		reason := item.says.(string)
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
	f.r.refs = slices.Grow(f.r.refs, len(refs))
	for i := range refs {
		f.cite(target, of, &refs[i])
	}
}
