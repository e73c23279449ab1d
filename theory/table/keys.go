package table

import (
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// keyHeading is a key of the format, or a part of one, as the head of what it says.
func keyHeading(name string) string {
	return capital(strings.NewReplacer("_", " ", ".", " ").Replace(name))
}

// said puts into words what an element says under a key, ids by what they name; "" where it says nothing.
func said(t *theory.Theory, k *theory.Key, r theory.Record) string {
	switch said := k.Says(r).(type) {
	case string:
		if k.Type == theory.Word {
			return wording.Of(t).Word(said)
		}
		return said
	case bool:
		return wording.Of(t).Say("yes")
	case int:
		return strconv.Itoa(said)
	case float64:
		return wording.Of(t).Decimal(said)
	case [2]float64:
		return wording.Of(t).Say("{1} to {2}", wording.Of(t).Decimal(said[0]), wording.Of(t).Decimal(said[1]))
	case []string:
		if k.Type == theory.Words {
			said = wording.Of(t).Each(said)
		}
		return strings.Join(said, "; ")
	case theory.Ref:
		return nameOf(t, k.Target, said.ID)
	case []theory.Ref:
		names := make([]string, len(said))
		for i, ref := range said {
			names[i] = nameOf(t, k.Target, ref.ID)
		}
		return strings.Join(names, "; ")
	case []theory.Attribute:
		all := make([]string, len(said))
		for i, a := range said {
			all[i] = wording.Of(t).Attribute(a)
		}
		return strings.Join(all, "; ")
	case []theory.Acceptance:
		all := make([]string, len(said))
		for i, a := range said {
			all[i] = a.Code + ": " + a.Reason
		}
		return strings.Join(all, "; ")
	}
	return ""
}

// nameOf is what an id names; the id where nothing defines it.
func nameOf(t *theory.Theory, target, id string) string {
	if r := t.Find(target, id); r != nil {
		return theory.Name(r)
	}
	return id
}
