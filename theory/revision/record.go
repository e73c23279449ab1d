package revision

import (
	"cmp"
	"slices"

	"icamo/theory"
)

// value is what an element says under one key.
type value struct {
	key    *theory.Key // nil for the kind of a node
	name   string      // the key's, or one of its parts: "accept.PT206"
	one    any         // a string, float64, bool, []string or []float64; nil where not given
	ids    []string    // of a set: sorted, each once
	set    bool
	follow heirs // what the ids of an old set became; nil where they keep their ids
}

// heirs gives the ids of what the element of an old id became; none where it is gone or was never there.
type heirs func(id string) []string

// record is what an element says: the same keys in the same order for all elements of a sort, and dotted keys sorted by
// name. The zero record is that of an element that is not there.
type record struct{ fixed, dotted []value }

// record holds every key of an element but those that say where things stand and not what they say: a theory's include,
// and the "was" that speaks of the other version, which lineage tells. was is what is left of it.
func (c *comparison) record(of theory.Record, was []string) record {
	keys := c.keys(of.Sort())
	r := record{fixed: make([]value, 0, len(keys)+1)}
	if n, isNode := of.(*theory.Node); isNode {
		r.fixed = append(r.fixed, single(nil, "kind", n.Kind))
	}
	for _, key := range keys {
		switch field := key.Field(of).(type) {
		case *[]theory.Attribute:
			for _, a := range *field {
				r.dotted = append(r.dotted, value{key: key, name: key.Name + "." + a.Name, one: a.Value})
			}
		case *[]theory.Acceptance:
			for _, a := range *field {
				r.dotted = append(r.dotted, value{key: key, name: key.Name + "." + a.Code, one: a.Reason})
			}
		default:
			r.fixed = append(r.fixed, c.value(key, of, field, was))
		}
	}
	slices.SortStableFunc(r.dotted, func(a, b value) int { return cmp.Compare(a.name, b.name) })
	r.dotted = slices.CompactFunc(r.dotted, func(a, b value) bool { return a.name == b.name })
	return r
}

// value is what an element says under a key, given the field that holds it.
func (c *comparison) value(key *theory.Key, of theory.Record, field any, was []string) value {
	v := value{key: key, name: key.Name}
	switch field := field.(type) {
	case *string:
		return single(key, key.Name, *field)
	case *theory.Ref:
		return single(key, key.Name, field.ID)
	case *[]theory.Ref:
		v.set, v.ids, v.follow = true, ids(*field), c.follows(key.Target)
		if key.Name == "was" {
			v.ids = was
		}
	case theory.MembersIn:
		v.set, v.ids, v.follow = true, ids(field.Refs()), c.follows(key.Target)
	default:
		switch said := key.Says(of).(type) {
		case int:
			v.one = float64(said)
		case [2]float64:
			v.one = said[:]
		default:
			v.one = said
		}
	}
	return v
}

// single is a text, nil where it is empty.
func single[S ~string](key *theory.Key, name string, s S) value {
	if s == "" {
		return value{key: key, name: name}
	}
	return value{key: key, name: name, one: string(s)}
}

// keys are those of a sort of element that are compared.
func (c *comparison) keys(sort theory.Sort) []*theory.Key {
	keys, known := c.keysOf[sort]
	if !known {
		keys = slices.DeleteFunc(sort.Keys(), func(k *theory.Key) bool {
			return k.Within != "" || sort == theory.TheorySort && k.Name == "include"
		})
		c.keysOf[sort] = keys
	}
	return keys
}

// follows says what ids of a target became.
func (c *comparison) follows(target string) heirs {
	switch target {
	case "node", "actor":
		return c.nodesBecame.ids
	case "configuration":
		return c.configurationsBecame.ids
	}
	return nil
}

// ids are the ids that references name, sorted and each once.
func ids(refs []theory.Ref) []string {
	if len(refs) == 0 {
		return nil
	}
	ids := make([]string, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
