package scene

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// ripple is an outcome of one configuration that is a context, or has another role, in another.
type ripple struct {
	from, to int // among the configurations
	node     *theory.Node
}

// ripplesAmong finds the ripples among configurations, each given as what is shown of it.
func ripplesAmong(configurations []part) []ripple {
	takenUp := make(map[*theory.Node][]int) // by the configurations that a node is no outcome of
	for i, p := range configurations {
		for _, n := range p.nodes {
			if p.roles[n] != theory.Outcome {
				takenUp[n] = append(takenUp[n], i)
			}
		}
	}
	var found []ripple
	for i, p := range configurations {
		for _, n := range p.nodes {
			if p.roles[n] != theory.Outcome {
				continue
			}
			for _, j := range takenUp[n] {
				found = append(found, ripple{i, j, n})
			}
		}
	}
	return found
}

// rippling is an outcome that ripples from one configuration to another, and what becomes of it there.
type rippling struct {
	*theory.Node
	refuted  bool // all that brings it about in the one is, or all that it does in the other
	inhibits bool // all that it does in the other, but for what was refuted
	reduced  bool // all that leads to it in the one inhibits it, but for what was refuted
}

// newRippling looks at the links of a node into it in one configuration, and from it in another, each given as what is shown of it.
func newRippling(n *theory.Node, from, to part) rippling {
	into := slices.DeleteFunc(slices.Clone(from.links), func(l *theory.Link) bool { return l.Target != n || !l.Live() })
	out := slices.DeleteFunc(slices.Concat(to.links, to.onSteps), func(l *theory.Link) bool { return l.Source != n || !l.Live() })
	refuted := func(c *theory.Configuration, links []*theory.Link) bool {
		claimed := func(l *theory.Link) bool { return from.theory.StatusIn(c, l) != theory.Refuted }
		return len(links) > 0 && !slices.ContainsFunc(links, claimed)
	}
	r := rippling{Node: n, refuted: refuted(from.configuration, into) || refuted(to.configuration, out)}
	if !refuted(to.configuration, out) { // else what all of them were held to do
		out = slices.DeleteFunc(out, func(l *theory.Link) bool { return to.theory.StatusIn(to.configuration, l) == theory.Refuted })
	}
	into = slices.DeleteFunc(into, func(l *theory.Link) bool { return from.theory.StatusIn(from.configuration, l) == theory.Refuted })
	r.inhibits, r.reduced = inhibit(out), inhibit(into)
	return r
}

// inhibit says whether there are links, and all of them do.
func inhibit(links []*theory.Link) bool {
	return len(links) > 0 && !slices.ContainsFunc(links, func(l *theory.Link) bool { return l.Effect != theory.Inhibits })
}

// marked says after a name that what ripples inhibits, or is refuted.
func (r rippling) marked(words *wording.Language, name string) string {
	return marked(words, name, r.inhibits, r.refuted)
}

func marked(words *wording.Language, name string, inhibits, refuted bool) string {
	switch {
	case inhibits && refuted:
		return name + " (" + words.Word(string(theory.Inhibits)) + ", " + words.Word(string(theory.Refuted)) + ")"
	case inhibits:
		return name + " (" + words.Word(string(theory.Inhibits)) + ")"
	case refuted:
		return name + " (" + words.Word(string(theory.Refuted)) + ")"
	}
	return name
}

// refuted says whether all that ripples along the relation is refuted, and no more is said of the two.
func (r *relation) refuted() bool {
	return len(r.along) > 0 && !r.influences && !r.required && !slices.ContainsFunc(r.along, func(n rippling) bool { return !n.refuted })
}

// inhibits says it of all that ripples along the relation, but for what is refuted among others.
func (r *relation) inhibits() bool {
	counts := func(n rippling) bool { return !n.refuted || r.refuted() }
	return slices.ContainsFunc(r.along, counts) && !slices.ContainsFunc(r.along, func(n rippling) bool { return counts(n) && !n.inhibits })
}

// marked says after the number of a configuration what becomes there of all that ripples to it.
func (r *relation) marked(words *wording.Language, number string) string {
	return marked(words, number, r.inhibits(), r.refuted())
}
