package load

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// entry is the value of a key; nil where it is not there or of a wrong type.
func (f *fields) entry(key string) *toml.Item {
	if f.unread(key) {
		return nil
	}
	return f.table.Entry(key)
}

// says is the single value of a key; nil where there is none.
func (f *fields) says(key string) any {
	if entry := f.entry(key); entry != nil {
		return entry.Says
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
func (f *fields) place(key string) theory.Span {
	return f.doc.span(f.table.Entry(key).Value)
}

// ref is a single id; zero where it is not there.
func (f *fields) ref(key string) theory.Ref {
	if id, ok := f.says(key).(string); ok && id != "" {
		return theory.Ref{ID: id, At: f.place(key)}
	}
	return theory.Ref{}
}

// refs is a list of ids, each with its place.
func (f *fields) refs(key string) []theory.Ref {
	list := f.entry(key)
	if list == nil || list.Count == 0 {
		return nil
	}
	refs := make([]theory.Ref, 0, list.Count)
	for item := range list.Items() {
		refs = append(refs, theory.Ref{ID: item.Says.(string), At: f.doc.span(item.Value)})
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

func (f *fields) attributes(key string) []theory.Attribute {
	table := f.entry(key)
	if table == nil {
		return nil
	}
	var attributes []theory.Attribute
	for item := range table.Items() {
		attributes = append(attributes, theory.Attribute{Name: item.Name, Value: plain(item.Says)})
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
func (f *fields) acceptances(table *toml.Item) {
	for item := range table.Items() {
		reason := item.Says.(string)
		if strings.TrimSpace(reason) == "" {
			f.r.fault(theory.MissingKeyFault, item.Value, "the acceptance of %s gives no reason; write why it is accepted", item.Name)
			continue
		}
		f.element.Accept = append(f.element.Accept,
			theory.Acceptance{Code: item.Name, Reason: reason, At: f.doc.span(toml.Extent{Start: item.Key.Start, End: item.Value.End})})
	}
}

// cite records references to be resolved once all ids are known.
func (f *fields) cite(target string, of *theory.Element, refs ...*theory.Ref) {
	for _, ref := range refs {
		if ref.ID != "" {
			f.r.refs = append(f.r.refs, citation{target: target, ref: ref, of: of})
		}
	}
}

func (f *fields) citeAll(target string, of *theory.Element, refs []theory.Ref) {
	f.r.refs = slices.Grow(f.r.refs, len(refs))
	for i := range refs {
		f.cite(target, of, &refs[i])
	}
}
