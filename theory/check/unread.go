package check

import (
	"slices"

	"icamo/theory"
)

// A value that cannot be read is a finding by itself. What would follow from taking it as not there is none: one cause,
// one finding.

// unreadKeys are the keys whose values could not be read, here and in the version revised.
type unreadKeys struct {
	of  map[*theory.Element][]string
	any map[string]bool
}

func newUnreadKeys(t *theory.Theory) unreadKeys {
	unread := unreadKeys{make(map[*theory.Element][]string), make(map[string]bool)}
	for _, version := range []*theory.Theory{t, t.Earlier} {
		if version == nil {
			continue
		}
		for _, f := range version.Faults {
			if f.Key != "" {
				unread.of[f.Of] = append(unread.of[f.Of], f.Key)
				unread.any[f.Key] = true
			}
		}
	}
	return unread
}

// unread says whether the value of one of the keys of an element could not be read.
func (p *Pass) unread(e *theory.Element, keys ...string) bool {
	return slices.ContainsFunc(p.unreadKeys().of[e], func(key string) bool { return slices.Contains(keys, key) })
}

// unreadAnywhere says whether the value of one of the keys could not be read in any element.
func (p *Pass) unreadAnywhere(keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return p.unreadKeys().any[key] })
}
