package load

import (
	"cmp"
	"fmt"
	"strings"

	"icamo/theory"
)

// resolve ties references to what they name. Where a file that should have been read was not, unknown ids are no
// fault: they may stand there.
func (r *reader) resolve(complete bool) {
	t := r.t
	for _, d := range t.Connect() {
		r.add(theory.Fault{
			Kind:    theory.DuplicateIDFault,
			Message: fmt.Sprintf("the id %q is already taken by another %s; give one of them another id", d.Second.ID, strings.ReplaceAll(d.Sort, "_", " ")),
			At:      d.Second.At,
			Related: []theory.Related{{Message: "first defined here", At: d.First.At}},
			Of:      d.Second,
		})
	}
	for _, c := range r.refs {
		if r.full(theory.UnknownReferenceFault) {
			break
		}
		if !t.Defines(c.target, c.ref.ID) && !r.astray[c.ref.ID] && (complete || c.target == "actor" && t.Node(c.ref.ID) != nil) {
			r.add(theory.Fault{Kind: theory.UnknownReferenceFault, Message: r.unknown(c), At: c.ref.At, Of: c.of})
		}
	}
}

// unknown words an unknown reference, with the id that may have been meant.
func (r *reader) unknown(c citation) string {
	id := c.ref.ID
	what := strings.ReplaceAll(c.target, "_", " ")
	if n := r.t.Node(id); n != nil {
		return fmt.Sprintf("unknown %s %q: %q is the id of %s", what, id, id, withArticle(string(n.Kind)))
	}
	hint := remedy(what)
	if !r.closer.Spent() {
		hint = cmp.Or(r.closer.Among(id, r.ids(c.target)), r.labelled(c), hint)
	}
	return fmt.Sprintf("unknown %s %q%s", what, shortened(id), hint)
}

// labelled words the suggestion of a node's id where a reference gives its label.
func (r *reader) labelled(c citation) string {
	for _, n := range r.t.Nodes {
		if (c.target == "node" || c.target == string(n.Kind)) && strings.EqualFold(n.Label, c.ref.ID) {
			return theory.DidYouMean(n.ID)
		}
	}
	return ""
}

func remedy(what string) string { return "; define it, or take the reference out" }

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// ids lists the ids that a reference to a target may name, in document order.
func (r *reader) ids(target string) []string {
	var ids []string
	each := func(e theory.Element) { ids = append(ids, e.ID) }
	switch target {
	case "node", "actor":
		for _, n := range r.t.Nodes {
			if target == "node" || n.Kind == theory.Actor {
				each(n.Element)
			}
		}
	case "configuration":
		for _, c := range r.t.Configurations {
			each(c.Element)
		}
	case "source":
		for _, s := range r.t.Sources {
			each(s.Element)
		}
	case "case":
		for _, c := range r.t.Cases {
			each(c.Element)
		}
	case "evidence":
		for _, e := range r.t.Evidence {
			each(e.Element)
		}
	default:
		for _, f := range r.t.FormalTheories {
			each(f.Element)
		}
	}
	return ids
}
