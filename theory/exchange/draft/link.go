package draft

import (
	"fmt"
	"slices"

	"icamo/theory"
)

// Join finds the link between two nodes with an effect, or makes it.
func (d *Draft) Join(from, to string, effect theory.Effect, at Place) (link *Element, made bool) {
	id := theory.LinkID(from, to, effect)
	if link = d.FindLink(id); link != nil {
		return link, false
	}
	link = d.Add("link", "", at)
	link.Set("from", from)
	link.Set("to", to)
	if effect == theory.Inhibits {
		link.Set("effect", string(effect))
	}
	d.links[id] = link
	return link, true
}

// FindLink is the link of an id; nil where there is none.
func (d *Draft) FindLink(id string) *Element { return d.links[id] }

// How many links configurations may imply: those of a real one are a dozen.
const (
	mostImplied      = 1_000
	mostImpliedInAll = 100_000
)

// Imply makes the links that a configuration implies by itself: from all that is there before to each mechanism, and from each
// mechanism to each outcome. The nodes named inhibit. The links are hypotheses, and say where they were read from.
func (d *Draft) Imply(configuration *Element, inhibit []string, at Place) {
	join := func(from, to string) {
		effect := theory.Promotes
		if slices.Contains(inhibit, from) {
			effect = theory.Inhibits
		}
		if from == to {
			return
		}
		if link, made := d.Join(from, to, effect, at); made {
			link.Set("reading", fmt.Sprintf("Read from %q alone, which has both.", configuration.Text("title")))
		}
	}
	mechanisms := configuration.List(string(theory.Mechanism))
	if len(mechanisms) == 0 {
		d.Leave(at, "%q has no mechanism, so it implies no links", configuration.Text("title"))
	}
	others := 0
	for _, kind := range theory.Kinds {
		if kind != theory.Mechanism {
			others += len(configuration.List(string(kind)))
		}
	}
	if count := others * len(mechanisms); count > mostImplied || d.implied+count > mostImpliedInAll {
		d.Leave(at, "%q implies %d links, which are too many to make", configuration.Text("title"), count)
		return
	}
	d.implied += others * len(mechanisms)
	for _, m := range mechanisms {
		for _, kind := range []theory.Kind{theory.Intervention, theory.Context, theory.Actor} {
			for _, from := range configuration.List(string(kind)) {
				join(from, m)
			}
		}
		for _, outcome := range configuration.List(string(theory.Outcome)) {
			join(m, outcome)
		}
	}
}
