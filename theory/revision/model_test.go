package revision_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// model is a theory as plain values: its elements by id, each with its values by key. Sets of ids are sorted.
type model struct {
	theory                               fields
	nodes, links, configurations, pieces elements
	// origins are the ids in the first version that nodes and configurations were made from, where that is not their own.
	origins map[string][]string
	fresh   int
}

type (
	fields   map[string]any
	elements map[string]fields
)

// setKeys are the keys whose values are sets of ids.
var setKeys = []string{"beneficiary", "supported_by", "contradicted_by", "intervention", "context", "actor", "mechanism", "outcome",
	"formal_theory", "requires", "influences", "active_in", "not_active_in", "cases"}

func newModel() *model {
	return &model{theory: fields{"id": "t", "title": "T"}, nodes: elements{}, links: elements{}, configurations: elements{}, pieces: elements{},
		origins: map[string][]string{}}
}

func (m *model) clone() *model {
	c := *m
	c.theory, c.origins = maps.Clone(m.theory), maps.Clone(m.origins)
	for _, all := range []*elements{&c.nodes, &c.links, &c.configurations, &c.pieces} {
		copied := elements{}
		for id, f := range *all {
			copied[id] = maps.Clone(f)
		}
		*all = copied
	}
	return &c
}

// toml writes the model as a theory file, its elements in any order.
func (m *model) toml(r *rand.Rand) string {
	var tables []string
	table := func(header string, f fields, also ...string) {
		var b strings.Builder
		fmt.Fprintf(&b, "%s\n", header)
		for _, key := range shuffled(r, f) {
			if key != "kind" || strings.HasPrefix(header, "[case") {
				fmt.Fprintf(&b, "%s = %s\n", key, tomlValue(r, f[key]))
			}
		}
		for _, line := range also {
			fmt.Fprintln(&b, line)
		}
		tables = append(tables, b.String())
	}
	was := func(id string) []string {
		if origins := m.origins[id]; len(origins) > 0 {
			return []string{"was = " + tomlValue(r, origins)}
		}
		return nil
	}
	for _, id := range shuffled(r, m.nodes) {
		table(fmt.Sprintf("[%s.%s]", m.nodes[id]["kind"], id), m.nodes[id], was(id)...)
	}
	for _, id := range shuffled(r, m.links) {
		table("[[link]]", m.links[id])
	}
	for _, id := range shuffled(r, m.configurations) {
		table("[configuration."+id+"]", m.configurations[id], was(id)...)
	}
	for _, id := range shuffled(r, m.pieces) {
		if strings.Contains(id, ".") {
			table("["+id+"]", m.pieces[id])
		} else {
			table("[evidence."+id+"]", m.pieces[id])
		}
	}
	r.Shuffle(len(tables), func(i, j int) { tables[i], tables[j] = tables[j], tables[i] })
	var b strings.Builder
	b.WriteString("[theory]\n")
	for _, key := range shuffled(r, m.theory) {
		fmt.Fprintf(&b, "%s = %s\n", key, tomlValue(r, m.theory[key]))
	}
	return b.String() + strings.Join(tables, "\n")
}

func shuffled[V any](r *rand.Rand, m map[string]V) []string {
	keys := slices.Sorted(maps.Keys(m))
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys
}

func tomlValue(r *rand.Rand, v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf("%q", v)
	case []string:
		list := slices.Clone(v)
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for i := range list {
			list[i] = fmt.Sprintf("%q", list[i])
		}
		return "[" + strings.Join(list, ", ") + "]"
	case []float64:
		return fmt.Sprintf("[%v, %v]", v[0], v[1])
	default:
		return fmt.Sprint(v)
	}
}
