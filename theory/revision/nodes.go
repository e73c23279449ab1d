package revision

import (
	"slices"

	"icamo/theory"
)

func (c *comparison) nodes() {
	id := func(n *theory.Node) string { return n.ID }
	nodes := c.r.Lineage.Nodes
	e := elements[theory.Node]{
		sort:    theory.NodeSort,
		old:     firsts(c.r.Old.Nodes, id),
		new:     firsts(c.r.New.Nodes, id),
		origins: nodes.Origins,
		heirs:   nodes.Heirs,
		element: (*theory.Node).Base,
		live:    (*theory.Node).Live,
		dropped: func(n *theory.Node) string { return n.Dropped },
		reasons: []string{"because", "reading"},
		newSays: func(n *theory.Node) record {
			return c.record(n, untold(c, n.Was, nodes.Origins(n), id))
		},
		renamed: Renamed,
	}
	e.oldSays = func(olds []*theory.Node, _ *theory.Node) record {
		var records []record
		for _, o := range olds {
			records = append(records, c.record(o, untold(c, o.Was, nodes.Heirs(o), id)))
		}
		return union(records)
	}
	c.r.Nodes = compare(c, e)
}

func (c *comparison) configurations() {
	id := func(cf *theory.Configuration) string { return cf.ID }
	configurations := c.r.Lineage.Configurations
	e := elements[theory.Configuration]{
		sort:    theory.ConfigurationSort,
		old:     firsts(c.r.Old.Configurations, id),
		new:     firsts(c.r.New.Configurations, id),
		origins: configurations.Origins,
		heirs:   configurations.Heirs,
		element: (*theory.Configuration).Base,
		live:    (*theory.Configuration).Live,
		dropped: func(cf *theory.Configuration) string { return cf.Dropped },
		reasons: []string{"reading"},
		newSays: func(cf *theory.Configuration) record {
			return c.record(cf, untold(c, cf.Was, configurations.Origins(cf), id))
		},
		renamed: Renamed,
	}
	e.oldSays = func(olds []*theory.Configuration, _ *theory.Configuration) record {
		var records []record
		for _, o := range olds {
			records = append(records, c.record(o, untold(c, o.Was, configurations.Heirs(o), id)))
		}
		return union(records)
	}
	c.r.Configurations = compare(c, e)
}

// untold are the ids in a "was" that lineage does not tell already; none where it speaks of another version.
func untold[T any](c *comparison, was []theory.Ref, tied []*T, id func(*T) string) []string {
	if c.sameLine {
		return nil
	}
	return slices.DeleteFunc(ids(was), func(was string) bool {
		return slices.ContainsFunc(tied, func(t *T) bool { return id(t) == was })
	})
}
