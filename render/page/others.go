package page

import (
	"slices"
	"strconv"

	"icamo/theory"
)

// toldByEvery are the keys that every entry tells in a way of its own: as its title, as text, as a notice, under what
// became of it, or with the findings.
var toldByEvery = []string{"id", "label", "title", "description", "dropped", "was", "accept"}

// others are what an element says under the keys of its table that its entry does not tell in a way of its own.
func (c *catalogue) others(of theory.Record, told ...string) []fact {
	var facts []fact
	table := of.Table()
	for i := range table.Keys {
		key := &table.Keys[i]
		if key.Within != "" || slices.Contains(toldByEvery, key.Name) || slices.Contains(told, key.Name) {
			continue
		}
		if values := c.values(key, of); len(values) > 0 {
			facts = append(facts, fact{upperFirst(c.words.Key(key.Name)), values})
		}
	}
	return facts
}

// values are what an element says under a key, ids as references to what they name.
func (c *catalogue) values(key *theory.Key, of theory.Record) []ref {
	words := func(text string) []ref { return []ref{{Text: text}} }
	switch said := key.Says(of).(type) {
	case string:
		if key.Type == theory.Word {
			return words(c.words.Word(said))
		}
		return words(said)
	case bool:
		return words(c.words.Say("yes"))
	case int:
		return words(strconv.Itoa(said))
	case float64:
		return words(c.words.Decimal(said))
	case [2]float64:
		return words(c.words.Say("{1} to {2}", c.words.Decimal(said[0]), c.words.Decimal(said[1])))
	case []string:
		if key.Type == theory.Words {
			said = c.words.Each(said)
		}
		return each(said, func(text string) ref { return ref{Text: text} })
	case theory.Ref:
		return []ref{c.named(key.Target, said)}
	case []theory.Ref:
		return c.all(key.Target, said)
	case []theory.Attribute:
		return each(said, func(a theory.Attribute) ref { return ref{Text: c.words.Attribute(a)} })
	}
	return nil
}

// named refers to what an id names; an unknown one is named all the same.
func (c *catalogue) named(target string, r theory.Ref) ref {
	named := c.t.Find(target, r.ID)
	switch named := named.(type) {
	case nil:
		return c.unknown(r)
	case *theory.Node:
		return c.node(named)
	case *theory.Configuration:
		return c.configuration(named)
	case *theory.Source:
		return c.source(named)
	}
	return ref{Text: theory.Name(named), Anchor: c.anchors.of[named.Base()]}
}
