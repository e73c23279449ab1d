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
	for r := range t.Records() {
		switch r := r.(type) {
		case *theory.Theory: // the page itself
		case *theory.Link:
			parts := []string{"link", r.From.ID, r.To.ID}
			if r.Onto != nil {
				parts = []string{"link", r.From.ID, "onto", r.Onto.From.ID, r.Onto.To.ID}
				if r.Onto.Effect == theory.Inhibits {
					parts = append(parts, "inhibiting")
				}
			}
			if r.Effect == theory.Inhibits {
				parts = append(parts, "inhibits")
			}
			a.add(&r.Element, parts...)
		default:
			a.add(r.Base(), strings.ReplaceAll(r.Table().Name, "_", "-"), r.Base().ID)
		}
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
