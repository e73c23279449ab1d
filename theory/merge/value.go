package merge

import (
	"strings"

	"icamo/theory/toml"
)

// same says whether two keys say the same, comments included; layout does not count.
func (e *entry) same(other *entry) bool {
	if e == nil || other == nil {
		return e == other
	}
	if strings.Contains(e.text+other.text, "#") { // perhaps a comment
		return squeezed(e.text) == squeezed(other.text)
	}
	return toml.Same(e.value, other.value)
}

// squeezed is a text with a single space in place of each run of white space.
func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

// entry joins a key that some of the sides have.
func (m *merger) entry(element string, base, ours, theirs *entry) string {
	switch {
	case ours == nil && theirs == nil:
		return ""
	case ours.same(theirs):
		text := ours.text
		if base != nil && ours.text == base.text {
			text = theirs.text
		}
		return m.lead(element, base, ours, theirs) + text
	case base != nil && base.same(ours) && theirs == nil, base != nil && base.same(theirs) && ours == nil:
		return ""
	case base.same(ours):
		return m.lead(element, base, ours, theirs) + theirs.text
	case base.same(theirs):
		return m.lead(element, base, ours, theirs) + ours.text
	case ours == nil:
		m.conflict(element, theirs.key, "taken out by "+m.ours+", changed by "+m.theirs)
		return theirs.lead + m.marked("", theirs.text)
	case theirs == nil:
		m.conflict(element, ours.key, "changed by "+m.ours+", taken out by "+m.theirs)
		return ours.lead + m.marked(ours.text, "")
	}
	lead := m.lead(element, base, ours, theirs)
	if joined, ok := joined(base, ours, theirs); ok {
		return lead + ours.text[:ours.at] + joined + ours.text[ours.end:]
	}
	reason := "changed by both"
	if base == nil {
		reason = "added by both"
	}
	m.conflict(element, ours.key, reason)
	return lead + m.marked(ours.text, theirs.text)
}

// lead joins the comments above a key.
func (m *merger) lead(element string, base, ours, theirs *entry) string {
	switch {
	case ours == nil:
		return theirs.lead
	case theirs == nil:
		return ours.lead
	}
	before := ""
	if base != nil {
		before = base.lead
	}
	lead, ok := text3(before, ours.lead, theirs.lead)
	if !ok {
		m.conflict(element, "comment above "+ours.key, "changed by both")
		return m.marked(ours.lead, theirs.lead)
	}
	return lead
}

// joined joins lists as sets, and inline tables by their keys: what a side added is in, what it took out is not. Values of
// other kinds, and those with comments between, cannot be joined.
func joined(base, ours, theirs *entry) (string, bool) {
	if ours.value.Form != theirs.value.Form || ours.value.Form == toml.Single || strings.Contains(ours.text+theirs.text, "#") {
		return "", false
	}
	none := &toml.Item{Form: ours.value.Form}
	before := none
	if base != nil && base.value.Form == ours.value.Form {
		before = base.value
	}
	isList := ours.value.Form == toml.List
	if isList && !(ids3(before) && ids3(ours.value) && ids3(theirs.value)) {
		return "", false
	}
	var parts []string
	for _, side := range [2]struct {
		entry *entry
		other *toml.Item
	}{{ours, theirs.value}, {theirs, ours.value}} {
		for item := range side.entry.value.Items() {
			was, there := like(before, item), like(side.other, item)
			switch {
			case there == nil && was != nil && (isList || toml.Same(was, item)):
				continue // the other side took it out
			case there == nil && was != nil:
				return "", false
			case there != nil && side.entry == theirs:
				continue // in already, from ours
			case there != nil && !isList && !toml.Same(item, there):
				if was == nil || !toml.Same(was, item) && !toml.Same(was, there) {
					return "", false
				}
				if toml.Same(was, item) {
					parts = append(parts, named(there, theirs))
					continue
				}
			}
			parts = append(parts, named(item, side.entry))
		}
	}
	if isList {
		return "[" + strings.Join(parts, ", ") + "]", true
	}
	return "{ " + strings.Join(parts, ", ") + " }", true
}

// ids3 says whether a list is of single texts, as lists of ids are.
func ids3(list *toml.Item) bool {
	return list.Every(func(item *toml.Item) bool { _, isText := item.Says.(string); return isText })
}

// like finds the element of a list that says the same, or the entry of a table that has the same name.
func like(in, item *toml.Item) *toml.Item {
	if item.Name != "" {
		return in.Entry(item.Name)
	}
	for other := range in.Items() {
		if toml.Same(other, item) {
			return other
		}
	}
	return nil
}

// named is a part of a value as it is written.
func named(item *toml.Item, in *entry) string {
	if item.Name != "" {
		return item.Name + " = " + in.raw(item)
	}
	return in.raw(item)
}
