package revision

import (
	"slices"

	"icamo/theory"
)

// ancestry gives, by id, what old elements became where they are cited: what kept the id, else the parts that are
// not dropped, else whatever came of them.
type ancestry[T any] struct {
	heirs func(id string) []*T
	id    func(*T) string
	live  func(*T) bool
	known map[string]living[T]
	given int
}

type living[T any] struct {
	heirs []*T
	ids   []string
}

// maxGiven bounds the ids that are followed in all lists together, beyond one for each: elements split by the ten
// thousand and listed as often would else take hours. Past it ids in lists are taken as they stand.
const maxGiven = 1_000_000

func newAncestry[T any](heirs func(id string) []*T, id func(*T) string, live func(*T) bool) *ancestry[T] {
	return &ancestry[T]{heirs: heirs, id: id, live: live, known: make(map[string]living[T])}
}

func (a *ancestry[T]) of(id string) living[T] {
	found, known := a.known[id]
	if !known {
		found.heirs = a.heirs(id)
		if len(found.heirs) > 1 && slices.ContainsFunc(found.heirs, a.live) {
			found.heirs = slices.DeleteFunc(slices.Clone(found.heirs), func(h *T) bool { return !a.live(h) })
		}
		if i := slices.IndexFunc(found.heirs, func(h *T) bool { return a.id(h) == id }); i >= 0 {
			found.heirs = found.heirs[i : i+1]
		}
		for _, h := range found.heirs {
			found.ids = append(found.ids, a.id(h))
		}
		a.known[id] = found
	}
	return found
}

// ids are the ids of what the element of an old id became; none where it is gone or was never there.
func (a *ancestry[T]) ids(id string) []string {
	ids := a.of(id).ids
	if a.given += max(0, len(ids)-1); a.given > maxGiven {
		return nil
	}
	return ids
}

// follow prepares the following of nodes and configurations.
func (c *comparison) follow() {
	old, lineage := c.r.Old, c.r.Lineage
	c.nodesBecame = newAncestry(
		func(id string) []*theory.Node { return lineage.Nodes.Heirs(old.Node(id)) },
		func(n *theory.Node) string { return n.ID }, (*theory.Node).Live)
	c.configurationsBecame = newAncestry(
		func(id string) []*theory.Configuration { return lineage.Configurations.Heirs(old.Configuration(id)) },
		func(cf *theory.Configuration) string { return cf.ID }, (*theory.Configuration).Live)
}
