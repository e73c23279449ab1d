package load

import (
	"cmp"
	"fmt"
	"strconv"
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
			Message: fmt.Sprintf("the id %q is already taken by another %s; give one of them another id", d.Second.Base().ID, strings.ReplaceAll(string(d.Second.Sort()), "_", " ")),
			At:      d.Second.Base().At,
			Related: []theory.Related{{Message: "first defined here", At: d.First.Base().At}},
			Of:      d.Second.Base(),
		})
	}
	r.consistent()
	for record := range t.Records() {
		table := record.Table()
		for i := range table.Keys {
			key := &table.Keys[i]
			if key.Target == "" || key.Within != "" {
				continue
			}
			switch field := key.Field(record).(type) {
			case *theory.Ref:
				if key.OrLink && theory.NamesLink(field.ID) {
					r.step(record.(*theory.Link), complete)
					continue
				}
				r.resolved(record, key.Target, *field, complete)
			case *[]theory.Ref:
				for _, ref := range *field {
					r.resolved(record, key.Target, ref, complete)
				}
			case theory.MembersIn:
				for _, ref := range field.Refs() {
					r.resolved(record, key.Target, ref, complete)
				}
			}
		}
	}
}

// resolved reports a reference to what nothing defines.
func (r *reader) resolved(from theory.Record, target string, ref theory.Ref, complete bool) {
	if ref.ID == "" || r.t.Find(target, ref.ID) != nil || r.astray[ref.ID] || r.full(theory.UnknownReferenceFault) {
		return
	}
	if complete || target == "actor" && r.t.Node(ref.ID) != nil {
		r.add(theory.Fault{Kind: theory.UnknownReferenceFault, Message: r.unknown(target, ref.ID), At: ref.At, Of: from.Base()})
	}
}

// unknown words an unknown reference, with the id that may have been meant.
func (r *reader) unknown(target, id string) string {
	what := strings.ReplaceAll(target, "_", " ")
	if n := r.t.Node(id); n != nil {
		return fmt.Sprintf("unknown %s %q: %q is the id of %s", what, id, id, withArticle(string(n.Kind)))
	}
	hint := remedy(what)
	if link := theory.AsLink(id); theory.NamesLink(link) {
		hint = "; only to may name a link, written with ->"
		if len(r.t.LinksNamed(link)) == 1 {
			hint += ", as in " + strconv.Quote(link)
		}
	} else if !r.closer.Spent() {
		hint = cmp.Or(r.closer.Among(id, r.ids(target)), r.labelled(target, id), hint)
	}
	return fmt.Sprintf("unknown %s %q%s", what, shortened(id), hint)
}

// labelled words the suggestion of a node's id where a reference gives its label.
func (r *reader) labelled(target, id string) string {
	for _, n := range r.t.Nodes {
		if (target == "node" || target == string(n.Kind)) && strings.EqualFold(n.Label, id) {
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
	for record := range r.t.Records() {
		if record.Sort() == theory.Sort(target) || record.Table().Name == target {
			ids = append(ids, record.Base().ID)
		}
	}
	return ids
}
