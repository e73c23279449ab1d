package load

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// consistent reports what elements say that does not go together with what others say.
func (r *reader) consistent() {
	fault := func(of *theory.Element, at theory.Span, format string, args ...any) {
		if !r.full(theory.InvalidValueFault) {
			r.add(theory.Fault{Kind: theory.InvalidValueFault, Message: fmt.Sprintf(format, args...), At: at, Of: of})
		}
	}
	for _, n := range r.t.Nodes {
		switch other := r.t.Node(n.Opposite.ID); {
		case n.Opposite.ID == "":
		case n.Opposite.ID == n.ID:
			fault(&n.Element, n.Opposite.At, "%q is named as its own opposite; name the other node, or take \"opposite\" out", n.ID)
		case other != nil && other.Kind != n.Kind:
			fault(&n.Element, n.Opposite.At, "%q is %s and its opposite %q %s: opposites are of one kind; name one, or take \"opposite\" out",
				n.ID, withArticle(string(n.Kind)), other.ID, withArticle(string(other.Kind)))
		}
	}
	for _, c := range r.t.Configurations {
		for _, m := range c.Members {
			if slices.ContainsFunc(r.t.Overarching, func(o theory.Member) bool { return o.ID == m.ID }) {
				fault(&c.Element, m.At, "%q belongs to every configuration already, as [theory] says; take it out here, or there", m.ID)
			}
		}
		for _, role := range c.None {
			if members := c.In(theory.Kind(role)); len(members) > 0 {
				fault(&c.Element, c.Key("none"), "%q says that no %s is needed, and %q is one; take one of them out", "none", role, members[0].ID)
			}
		}
		for _, ref := range c.Rival {
			if ref.ID == c.ID {
				fault(&c.Element, ref.At, "%q is named as its own rival; name the other configuration, or take it out", c.ID)
			}
		}
	}
}
