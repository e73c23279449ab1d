package check

import (
	"slices"

	"icamo/theory"
)

// A value that cannot be read is a finding by itself. What would follow from taking it as not there is none: one cause,
// one finding.

// unreadKeys are the keys whose values could not be read, here and in the earlier version.
type unreadKeys struct {
	of  map[elementKey]bool
	any map[string]bool
}

type elementKey struct {
	of  *theory.Element
	key string
}

func newUnreadKeys(t *theory.Theory) unreadKeys {
	unread := unreadKeys{make(map[elementKey]bool), make(map[string]bool)}
	for _, version := range []*theory.Theory{t, t.Earlier} {
		if version == nil {
			continue
		}
		for _, f := range version.Faults {
			if f.Key != "" {
				unread.of[elementKey{f.Of, f.Key}] = true
				unread.any[f.Key] = true
			}
		}
	}
	return unread
}

// unread says whether the value of one of the keys of an element could not be read.
func (p *Pass) unread(e *theory.Element, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return p.unreadKeys().of[elementKey{e, key}] })
}

// unreadAnywhere says whether the value of one of the keys could not be read in any element.
func (p *Pass) unreadAnywhere(keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return p.unreadKeys().any[key] })
}
