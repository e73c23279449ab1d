package revision_test

import (
	"maps"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
)

// apply makes the new version of a model from the old one and the changes. It is what the changes mean:
//
//   - an element that no change names, by its id or as what another came from, stays as it was;
//   - one that a change is of starts from what it came from: the values of the one with its id, else of the first, with
//     the sets of all together; then the fields that differ are set; one without a place in the new version is gone;
//   - ids in sets are followed to what they live on as: to themselves where they are still there, else to the parts that
//     are not dropped, else to whatever came from them;
//   - a link that no change names is followed to the links between everything its ends live on as; where an end is gone,
//     or was never defined, it stays as it was.
func apply(old *model, changes []revision.Change) *model {
	m := newModel()
	m.theory = maps.Clone(old.theory)
	for _, c := range changes {
		if c.Sort == theory.TheorySort {
			set(m.theory, c)
		}
	}
	var nodeHeirs, configurationHeirs map[string][]string
	m.nodes, nodeHeirs = applied(old.nodes, changes, theory.NodeSort)
	m.configurations, configurationHeirs = applied(old.configurations, changes, theory.ConfigurationSort)
	m.pieces, _ = applied(old.pieces, changes, basis...)
	follow(m.nodes, changes, theory.NodeSort, nodeHeirs, "beneficiary")
	follow(m.configurations, changes, theory.ConfigurationSort, nodeHeirs, "intervention", "context", "actor", "mechanism", "outcome")
	follow(m.configurations, changes, theory.ConfigurationSort, configurationHeirs, "requires", "influences")
	m.links, _ = applied(old.links, changes, theory.LinkSort)

	named := map[string]bool{}
	for _, c := range changes {
		if c.Sort == theory.LinkSort {
			for _, id := range origins(c) {
				named[id] = true
			}
		}
	}
	followed := map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(old.links)) {
		if named[id] {
			continue
		}
		f := old.links[id]
		delete(m.links, id)
		froms, tos := nodeHeirs[f["from"].(string)], nodeHeirs[f["to"].(string)]
		if len(froms) == 0 || len(tos) == 0 {
			followed[id] = append(followed[id], id)
			continue
		}
		for _, from := range froms {
			for _, to := range tos {
				if from != to || f["from"] == f["to"] {
					heir := linkID(from, to, f["effect"])
					followed[heir] = append(followed[heir], id)
				}
			}
		}
	}
	for _, c := range changes { // what a change put in the place of a followed link's old id
		if c.Sort == theory.LinkSort && c.New.Known() {
			m.links[c.ID] = changed(old.links, c)
		}
	}
	for heir, olds := range followed {
		f := union(old.links, olds, heir)
		f["from"], f["to"] = ends(heir)
		m.links[heir] = f
	}
	return m
}

// origins are the ids of the elements that a change takes the place of.
func origins(c revision.Change) []string {
	switch {
	case len(c.From) > 0:
		return c.From
	case c.Verb == revision.Added:
		return nil
	}
	return []string{c.ID}
}

// basis are the sorts of what claims rest on, which the model keeps as pieces.
var basis = []theory.Sort{theory.EvidenceSort, theory.SourceSort, theory.CaseSort, theory.FormalTheorySort}

// modelID is how the model names an element: what evidence rests on with its table, as in "case.p1".
func modelID(c revision.Change) string {
	if c.Sort != theory.EvidenceSort && slices.Contains(basis, c.Sort) {
		return string(c.Sort) + "." + c.ID
	}
	return c.ID
}

func applied(old elements, changes []revision.Change, sorts ...theory.Sort) (elements, map[string][]string) {
	m := elements{}
	heirs := map[string][]string{}
	taken := map[string]bool{}
	for _, c := range changes {
		if !slices.Contains(sorts, c.Sort) {
			continue
		}
		c.ID = modelID(c)
		for _, id := range origins(c) {
			taken[id] = true
		}
		if c.New.Known() {
			m[c.ID] = changed(old, c)
			for _, id := range origins(c) {
				heirs[id] = append(heirs[id], c.ID)
			}
		}
	}
	for id, f := range old {
		if !taken[id] {
			m[id] = maps.Clone(f)
			heirs[id] = []string{id}
		}
	}
	for id, all := range heirs {
		live := slices.DeleteFunc(slices.Clone(all), func(h string) bool { return m[h]["dropped"] != nil })
		switch {
		case slices.Contains(live, id):
			heirs[id] = []string{id}
		case len(live) > 0:
			heirs[id] = live
		case slices.Contains(all, id):
			heirs[id] = []string{id}
		}
	}
	return m, heirs
}

func heirsOf(heirs map[string][]string, id string) []string {
	if became := heirs[id]; len(became) > 0 {
		return became
	}
	return []string{id}
}

func changed(old elements, c revision.Change) fields {
	f := union(old, origins(c), c.ID)
	if c.Sort == theory.LinkSort {
		f["from"], f["to"] = ends(c.ID)
	}
	set(f, c)
	return f
}

func union(old elements, ids []string, id string) fields {
	if len(ids) == 0 {
		return fields{}
	}
	base := ids[0]
	if slices.Contains(ids, id) {
		base = id
	}
	f := maps.Clone(old[base])
	for _, key := range setKeys {
		var all []string
		for _, id := range ids {
			list, _ := old[id][key].([]string)
			all = append(all, list...)
		}
		put(f, key, all)
	}
	return f
}

func put(f fields, key string, ids []string) {
	if len(ids) == 0 {
		if _, isSet := f[key].([]string); isSet {
			delete(f, key)
		}
		return
	}
	slices.Sort(ids)
	f[key] = slices.Compact(ids)
}

func set(f fields, c revision.Change) {
	for _, field := range c.Fields {
		switch {
		case field.Name == "was":
		case field.New == nil:
			delete(f, field.Name)
		default:
			f[field.Name] = field.New
		}
	}
}

// follow replaces ids in sets that no change has set.
func follow(m elements, changes []revision.Change, sort theory.Sort, heirs map[string][]string, keys ...string) {
	for id, f := range m {
		i := slices.IndexFunc(changes, func(c revision.Change) bool { return c.Sort == sort && c.ID == id && c.New.Known() })
		for _, key := range keys {
			if i >= 0 && changes[i].Field(key) != nil {
				continue
			}
			var all []string
			list, _ := f[key].([]string)
			for _, id := range list {
				all = append(all, heirsOf(heirs, id)...)
			}
			put(f, key, all)
		}
	}
}

func linkID(from, to string, effect any) string {
	e, _ := effect.(string)
	return theory.LinkID(from, to, theory.Effect(e))
}

func ends(id string) (from, to string) {
	from, to, _ = strings.Cut(strings.TrimSuffix(id, " (inhibits)"), " -> ")
	return from, to
}
