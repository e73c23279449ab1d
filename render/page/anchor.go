package page

import (
	"fmt"
	"strings"

	"icamo/theory"
)

// anchors are the page ids of a theory's elements, which are what deep links name: a node's is its header in the theory
// file (mechanism.feeling-safe), a link's its ends (link.feeling-safe.sharing). All have a dot, so that none is the id of
// a part of the page.
type anchors struct {
	prefix string
	of     map[*theory.Element]string
	taken  map[string]bool
}

// newAnchors gives each element of the theory an anchor that starts with the prefix.
func newAnchors(t *theory.Theory, prefix string) *anchors {
	a := &anchors{prefix: prefix, of: make(map[*theory.Element]string), taken: make(map[string]bool)}
	for _, n := range t.Nodes {
		a.add(&n.Element, string(n.Kind), n.ID)
	}
	for _, l := range t.Links {
		parts := []string{"link", l.From.ID, l.To.ID}
		if l.Effect == theory.Inhibits {
			parts = append(parts, "inhibits")
		}
		a.add(&l.Element, parts...)
	}
	for _, c := range t.Configurations {
		a.add(&c.Element, "configuration", c.ID)
	}
	for _, e := range t.Evidence {
		a.add(&e.Element, "evidence", e.ID)
	}
	for _, c := range t.Cases {
		a.add(&c.Element, "case", c.ID)
	}
	for _, s := range t.Sources {
		a.add(&s.Element, "source", s.ID)
	}
	for _, f := range t.FormalTheories {
		a.add(&f.Element, "formal-theory", f.ID)
	}
	return a
}

func (a *anchors) add(e *theory.Element, parts ...string) {
	for i, part := range parts {
		parts[i] = plainID(part)
	}
	name := a.prefix + strings.Join(parts, ".")
	for n := 2; a.taken[name]; n++ { // an id used twice is a finding, and both are shown
		name = fmt.Sprintf("%s%s.%d", a.prefix, strings.Join(parts, "."), n)
	}
	a.taken[name] = true
	a.of[e] = name
}

// plainID keeps letters, digits and hyphens of an id; any other byte, which the format does not allow, is written as its
// number. Different ids stay different.
func plainID(id string) string {
	var b strings.Builder
	for i := range len(id) {
		switch c := id[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "_%02x", c)
		}
	}
	return b.String()
}
