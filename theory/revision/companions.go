package revision

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// Companions are the links that readers are told of with a node, by their number: those that went or came back with it, and
// those that are within it since their ends were merged.
type Companions struct {
	with   map[*Change]int
	within map[*theory.Node]int
	told   map[*Change]bool
}

// Companions finds the links of each node that are told of with it.
func (r *Revision) Companions() Companions {
	c := Companions{make(map[*Change]int), make(map[*theory.Node]int), make(map[*Change]bool)}
	type went struct {
		node string
		verb Verb
	}
	nodes := make(map[went]*Change)
	for _, m := range r.Nodes {
		if m.Change != nil {
			for _, o := range m.Old {
				nodes[went{o.ID, m.Change.Verb}] = m.Change
			}
			nodes[went{m.Change.ID, m.Change.Verb}] = m.Change
		}
	}
	for _, m := range r.Links {
		switch {
		case m.Change != nil && m.Change.With != "":
			if node := nodes[went{m.Change.With, m.Change.Verb}]; node != nil {
				c.with[node]++
				c.told[m.Change] = true
			}
		case m.Kind() == WasMerged && m.New == nil:
			c.within[r.around(m.Old[0])]++
		}
	}
	return c
}

// around is the node that both ends of an old link were merged into.
func (r *Revision) around(l *theory.Link) *theory.Node {
	into := r.Lineage.Nodes.Heirs(l.Target)
	for _, n := range r.Lineage.Nodes.Heirs(l.Source) {
		if slices.Contains(into, n) {
			return n
		}
	}
	return nil
}

// Has says whether a change of a link is told with a node.
func (c Companions) Has(link *Change) bool { return c.told[link] }

// Words say how many links are told of with a node that changed, a line for each sort; none where there are none.
func (c Companions) Words(l *wording.Language, m Match[theory.Node]) []string {
	var lines []string
	if with := c.with[m.Change]; with > 0 {
		lines = append(lines, l.Say("and {1} with it", l.Counted(with, "link")))
	}
	if within := c.within[m.New]; within > 0 && m.New != nil {
		lines = append(lines, l.Say("and {1} within it, whose ends are one now", l.Counted(within, "link")))
	}
	return lines
}
