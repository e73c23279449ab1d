package load

import (
	"cmp"
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// necessity reports a link that inhibits and is called necessary, and takes the latter as not there.
func (r *reader) necessity(l *theory.Link, value *toml.Item) {
	if l.Necessary && l.Effect == theory.Inhibits {
		r.fault(theory.InvalidValueFault, value.Value, "only a link that promotes can be necessary, and this one inhibits; take \"necessary\" out")
		r.untaken("necessary")
		l.Necessary = false
	}
}

// step reports a link that names a link as its end where it cannot be one.
func (r *reader) step(l *theory.Link, complete bool) {
	id := l.To.ID
	if l.Onto != nil || r.full(theory.UnknownReferenceFault) {
		return
	}
	fault := func(kind theory.FaultKind, what string) {
		r.add(theory.Fault{Kind: kind, Message: fmt.Sprintf("%q %s", shortened(id), what), At: l.To.At, Of: &l.Element})
	}
	named := r.t.LinksNamed(id)
	switch {
	case len(named) > 1:
		fault(theory.UnknownReferenceFault, fmt.Sprintf("is two links; write %q or %q", id+" (promotes)", id+" (inhibits)"))
	case len(named) == 1 || strings.ContainsAny(strings.TrimSuffix(strings.TrimSuffix(id, " (inhibits)"), " (promotes)"), "()"):
		fault(theory.InvalidValueFault, "acts on a link itself, and a link can only act on one between two nodes; name that one, or a node")
	case complete:
		fault(theory.UnknownReferenceFault, "is no link of the theory"+r.linkMeant(id))
	}
}

// linkMeant is what to do about an end that names a link that is not there.
func (r *reader) linkMeant(id string) string {
	hint := ""
	if !r.closer.Spent() {
		var ids []string
		for _, l := range r.t.Links {
			if l.Target != nil {
				ids = append(ids, l.ID)
			}
		}
		hint = r.closer.AmongLinks(id, ids)
	}
	return cmp.Or(hint, "; write that link, or name one that is there as from -> to")
}
