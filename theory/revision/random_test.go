package revision_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// random makes theories and edits them as evaluators do, and as they should not.
type random struct{ *rand.Rand }

func (r random) one(list ...string) string { return list[r.IntN(len(list))] }

func (r random) chance(percent int) bool { return r.IntN(100) < percent }

func (r random) id(all elements) string {
	ids := slices.Sorted(maps.Keys(all))
	if len(ids) == 0 {
		return ""
	}
	return ids[r.IntN(len(ids))]
}

func (r random) some(all elements) []string {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if r.chance(35) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (r random) words() string {
	return r.one("safe", "shared", "a \"quoted\" word", "two\nlines", "æøå", "more | less") + " " + r.one("one", "two", "three")
}

func (m *model) id(prefix string) string {
	m.fresh++
	return fmt.Sprintf("%s%d", prefix, m.fresh)
}

func (r random) model() *model {
	m := newModel()
	for range 3 + r.IntN(4) {
		m.pieces[m.id("e")] = fields{"type": "quote", "text": r.words()}
	}
	m.pieces["case.p1"] = fields{"label": "P", "kind": "site"}
	m.pieces["case.p2"] = fields{"label": "Q"}
	m.pieces["source.s"] = fields{"citation": "S"}
	m.pieces["formal_theory.f"] = fields{"label": "F", "source": "s"}
	for range 4 + r.IntN(4) {
		r.addNode(m)
	}
	for range 3 + r.IntN(8) {
		r.addLink(m)
	}
	for range 1 + r.IntN(3) {
		r.addConfiguration(m)
	}
	return m
}

func (r random) addNode(m *model) {
	kind := r.one("intervention", "context", "actor", "mechanism", "outcome")
	id := m.id("n")
	m.nodes[id] = fields{"kind": kind, "label": r.words()}
	if kind == "outcome" {
		m.nodes[id]["valence"] = r.one("wanted", "unwanted")
	}
	r.changeNode(m, id)
}

func (r random) addLink(m *model) {
	f := fields{"from": r.id(m.nodes), "to": r.id(m.nodes), "effect": r.one("promotes", "inhibits"), "status": "hypothesised"}
	if r.chance(5) {
		f["to"] = "nowhere"
	}
	r.changeLink(m, f)
	m.links[linkID(f["from"].(string), f["to"].(string), f["effect"])] = f
}

func (r random) addConfiguration(m *model) {
	id := m.id("c")
	m.configurations[id] = fields{"title": r.words()}
	for range 4 {
		r.changeConfiguration(m, id)
	}
}

func (r random) changeNode(m *model, id string) {
	f := m.nodes[id]
	switch r.IntN(6) {
	case 0:
		f["label"] = r.words()
	case 1:
		f["description"] = r.words()
	case 2:
		put(f, r.one("supported_by", "contradicted_by"), r.some(m.pieces.plain()))
	case 3:
		f["because"] = r.words()
	case 4:
		if f["kind"] == "outcome" {
			put(f, "beneficiary", r.some(m.nodes))
			f["unintended"] = true
		}
	case 5:
		delete(f, "because")
	}
}

// plain are the pieces of evidence alone.
func (e elements) plain() elements {
	plain := maps.Clone(e)
	maps.DeleteFunc(plain, func(id string, _ fields) bool { return strings.Contains(id, ".") })
	return plain
}

func (r random) changeLink(m *model, f fields) {
	switch r.IntN(4) {
	case 0:
		f["status"] = r.one("supported", "mixed", "refuted")
	case 1:
		put(f, r.one("supported_by", "contradicted_by"), r.some(m.pieces.plain()))
	case 2:
		f["because"] = r.words()
	case 3:
		delete(f, "because")
	}
}

func (r random) changeConfiguration(m *model, id string) {
	f := m.configurations[id]
	switch r.IntN(6) {
	case 0:
		f["number"] = float64(r.IntN(5))
	case 1, 2, 3:
		put(f, r.one("intervention", "context", "actor", "mechanism", "outcome"), r.some(m.nodes))
	case 4:
		put(f, r.one("requires", "influences"), r.some(m.configurations))
	case 5:
		put(f, "active_in", [][]string{{"p1"}, {"p2"}, {"p1", "p2"}, nil}[r.IntN(4)])
	}
}

// replace puts new ids for an old one everywhere; none leaves it out, or dangling.
func (m *model) replace(old string, news ...string) {
	for _, all := range []elements{m.nodes, m.configurations} {
		for _, f := range all {
			for _, key := range setKeys {
				list, _ := f[key].([]string)
				if i := slices.Index(list, old); i >= 0 {
					put(f, key, append(slices.Delete(slices.Clone(list), i, i+1), news...))
				}
			}
		}
	}
	links := elements{}
	for _, id := range slices.Sorted(maps.Keys(m.links)) {
		f := m.links[id]
		froms, tos := []string{f["from"].(string)}, []string{f["to"].(string)}
		if froms[0] == old {
			froms = news
		}
		if tos[0] == old {
			tos = news
		}
		for _, from := range froms {
			for _, to := range tos {
				if from == to && f["from"] != f["to"] {
					continue
				}
				g := maps.Clone(f)
				g["from"], g["to"] = from, to
				heir := linkID(from, to, f["effect"])
				if there := links[heir]; there != nil {
					for _, key := range []string{"supported_by", "contradicted_by"} {
						a, _ := there[key].([]string)
						b, _ := g[key].([]string)
						put(g, key, slices.Concat(a, b))
					}
				}
				links[heir] = g
			}
		}
	}
	m.links = links
}

func (m *model) ancestors(id string) []string {
	if o := m.origins[id]; len(o) > 0 {
		return o
	}
	return []string{id}
}

func (m *model) made(all elements, id string, f fields, from ...string) {
	all[id] = f
	var origins []string
	for _, o := range from {
		origins = append(origins, m.ancestors(o)...)
	}
	slices.Sort(origins)
	m.origins[id] = slices.Compact(origins)
}

// edit changes the model in one of the ways in which theories are revised.
func (r random) edit(m *model) {
	nodes, configurations := m.nodes, m.configurations
	a, b := r.id(nodes), r.id(nodes)
	c := r.id(configurations)
	l := r.id(m.links)
	switch r.IntN(18) {
	case 0: // rename
		id := m.id("n")
		m.made(nodes, id, maps.Clone(nodes[a]), a)
		delete(nodes, a)
		m.replace(a, id)
	case 1: // merge
		if a == b {
			return
		}
		id := r.one(a, m.id("n"))
		f := maps.Clone(nodes[a])
		m.made(nodes, id, f, a, b)
		for _, gone := range []string{a, b} {
			if gone != id {
				delete(nodes, gone)
				m.replace(gone, id)
			}
		}
	case 2: // split
		parts := []string{r.one(a, m.id("n")), m.id("n")}
		f := nodes[a]
		for _, part := range parts {
			m.made(nodes, part, maps.Clone(f), a)
		}
		if parts[0] != a {
			delete(nodes, a)
		}
		m.replace(a, parts...)
	case 3: // ids swapped
		if a != b {
			nodes[a], nodes[b] = nodes[b], nodes[a]
			m.origins[a], m.origins[b] = m.ancestors(b), m.ancestors(a)
		}
	case 4: // drop with a reason, and now and then the links
		nodes[a]["dropped"] = r.words()
		if r.chance(50) {
			maps.DeleteFunc(m.links, func(_ string, f fields) bool { return (f["from"] == a || f["to"] == a) && r.chance(50) })
		}
	case 5: // restore
		delete(nodes[a], "dropped")
	case 6: // recast under a new id, the old one kept with its reason
		id := m.id("n")
		f := maps.Clone(nodes[a])
		m.made(nodes, id, f, a)
		nodes[a] = maps.Clone(f)
		nodes[a]["dropped"] = "recast"
		if r.chance(50) {
			m.replace(a, id)
		}
	case 7: // remove, with or without what refers to it
		if len(nodes) > 2 {
			delete(nodes, a)
			if r.chance(80) {
				m.replace(a)
			}
		}
	case 8:
		r.addNode(m)
	case 9:
		r.changeNode(m, a)
	case 10:
		r.addLink(m)
	case 11:
		if l != "" {
			r.changeLink(m, m.links[l])
		}
	case 12:
		delete(m.links, l)
	case 13: // drop, restore or turn round a link
		if l == "" {
			return
		}
		f := m.links[l]
		if _, dropped := f["dropped"]; dropped {
			delete(f, "dropped")
		} else if r.chance(50) {
			f["dropped"] = r.words()
		} else {
			delete(m.links, l)
			f["effect"] = map[any]string{"promotes": "inhibits", "inhibits": "promotes"}[f["effect"]]
			m.links[linkID(f["from"].(string), f["to"].(string), f["effect"])] = f
		}
	case 14:
		r.addConfiguration(m)
	case 15:
		r.changeConfiguration(m, c)
	case 16: // rename or split a configuration, drop or remove it
		switch r.IntN(4) {
		case 0, 1:
			parts := []string{m.id("c"), m.id("c")}[:1+r.IntN(2)]
			for _, part := range parts {
				m.made(configurations, part, maps.Clone(configurations[c]), c)
			}
			delete(configurations, c)
			m.replace(c, parts...)
		case 2:
			configurations[c]["dropped"] = r.words()
		case 3:
			if len(configurations) > 1 {
				delete(configurations, c)
			}
		}
	case 17: // evidence
		switch e := r.id(m.pieces.plain()); {
		case e != "" && r.chance(30):
			delete(m.pieces, e)
		case e != "" && r.chance(50):
			m.pieces[e]["locator"] = r.words()
		default:
			m.pieces[m.id("e")] = fields{"type": "effect", "estimate": 0.5, "interval": []float64{0.1, 1.5}, "cases": []string{"p1"}}
			m.pieces["case.p2"]["attributes.age"] = r.words()
		}
	}
}
