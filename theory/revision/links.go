package revision

import (
	"slices"

	"icamo/theory"
)

func (c *comparison) links() {
	l := &linkFollower{comparison: c, flipped: make(map[*theory.Link]*theory.Link)}
	e := elements[theory.Link]{
		sort:    theory.LinkSort,
		old:     firsts(c.r.Old.Links, linkID),
		new:     firsts(c.r.New.Links, linkID),
		origins: l.origins,
		heirs:   l.heirs,
		element: (*theory.Link).Base,
		live:    isLive,
		reasons: []string{"reading"},
		dropped: func(l *theory.Link) string {
			if end, reason := droppedEnd(l); end != "" && l.Dropped == "" {
				return reason
			}
			return l.Dropped
		},
		oldSays: l.oldSays,
		newSays: func(n *theory.Link) record { return c.record(n, nil) },
		renamed: Changed,
		gone:    l.gone,
	}
	l.flip(e.old, e.new)
	l.followEnds(e.new)
	e.follows = func(n *theory.Link) bool { return l.silent[n] }
	c.r.Links = compare(c, e)
	for i := range c.r.Links {
		if m := &c.r.Links[i]; m.Change != nil && m.New != nil && m.Change.With == "" {
			m.Change.With = l.with(m)
		}
	}
}

// linkFollower follows links through their ends.
type linkFollower struct {
	*comparison
	flipped map[*theory.Link]*theory.Link // links that changed their effect, both ways
	silent  map[*theory.Link]bool         // new links that follow their ends and did not change otherwise
}

// droppedEnd is a dropped end of a link, by its id, with the reason; "" where there is none.
func droppedEnd(l *theory.Link) (id, reason string) {
	for _, end := range []*theory.Node{l.Source, l.Target} {
		if end != nil && !end.Live() {
			return end.ID, end.Dropped
		}
	}
	if l.Onto != nil && l.Onto.Dropped != "" {
		return l.Onto.ID, l.Onto.Dropped
	}
	if l.Onto != nil {
		return droppedEnd(l.Onto)
	}
	return "", ""
}

// isLive says whether neither the link nor one of its ends is dropped.
func isLive(l *theory.Link) bool { return !l.Gone() }

func (l *linkFollower) origins(n *theory.Link) []*theory.Link {
	if o := l.flipped[n]; o != nil {
		return []*theory.Link{o}
	}
	return l.r.Lineage.Links.Origins(n)
}

func (l *linkFollower) heirs(o *theory.Link) []*theory.Link {
	if n := l.flipped[o]; n != nil {
		return []*theory.Link{n}
	}
	return l.r.Lineage.Links.Heirs(o)
}

// flip ties links that lost their old effect and have the other one instead, where each end became one node.
func (l *linkFollower) flip(old, new []*theory.Link) {
	unmatched := make(map[string]*theory.Link)
	for _, n := range new {
		if len(l.r.Lineage.Links.Origins(n)) == 0 {
			unmatched[n.ID] = n
		}
	}
	for _, o := range old {
		from, to := l.alone(o.From.ID), l.alone(o.To.ID)
		if len(l.r.Lineage.Links.Heirs(o)) > 0 || from == "" || to == "" {
			continue
		}
		other := theory.Inhibits
		if o.Effect == theory.Inhibits {
			other = theory.Promotes
		}
		if n := unmatched[theory.LinkID(from, to, other)]; n != nil {
			l.flipped[n], l.flipped[o] = o, n
		}
	}
}

// alone is the id of what came of an old node, where it is one and came of that node alone, or where neither version ties
// the id to anything; else "".
func (l *linkFollower) alone(id string) string {
	nodes := l.r.Lineage.Nodes
	heirs := nodes.Heirs(l.r.Old.Node(id))
	switch {
	case len(heirs) == 1 && len(nodes.Origins(heirs[0])) == 1:
		return heirs[0].ID
	case len(heirs) == 0 && len(nodes.Origins(l.r.New.Node(id))) == 0:
		return id
	}
	return ""
}

// oldSays is what the old links say of the new one. Ends that became the new one's are no difference.
func (l *linkFollower) oldSays(olds []*theory.Link, n *theory.Link) record {
	records := make([]record, len(olds))
	for i, o := range olds {
		records[i] = l.record(o, nil)
	}
	says := union(records)
	if n != nil {
		says.fixed = slices.Clone(says.fixed)
		for i, v := range says.fixed {
			switch v.name {
			case "from":
				says.fixed[i] = single(v.key, v.name, l.end(olds[0].From.ID, n.From.ID))
			case "to":
				says.fixed[i] = single(v.key, v.name, l.target(olds[0], n))
			}
		}
	}
	return says
}

// end is the new id of an old end where it became that node alone, else the old id.
func (l *linkFollower) end(id, newID string) string {
	if heirs := l.nodesBecame.of(id).heirs; len(heirs) == 1 && heirs[0].ID == newID {
		return newID
	}
	return id
}

// target is end for what links lead to: a step is followed through its ends.
func (l *linkFollower) target(o, n *theory.Link) string {
	if o.Onto == nil || n.Onto == nil {
		return l.end(o.To.ID, n.To.ID)
	}
	if heirs := l.heirs(o.Onto); len(heirs) == 1 && heirs[0] == n.Onto {
		return n.To.ID
	}
	return o.To.ID
}

// followEnds finds the new links that are what their ends' lineage makes of the old ones, and nothing else. Links tied to
// one another, as the parts of a split are, follow all or none.
func (l *linkFollower) followEnds(new []*theory.Link) {
	l.silent = make(map[*theory.Link]bool, len(new))
	seen := make(map[*theory.Link]bool, len(new))
	for _, n := range new {
		if seen[n] || len(l.origins(n)) == 0 {
			continue
		}
		tied := []*theory.Link{n}
		seen[n] = true
		all := true
		seenOld := make(map[*theory.Link]bool)
		for i := 0; i < len(tied); i++ {
			all = all && l.follows(tied[i])
			for _, o := range l.origins(tied[i]) {
				if seenOld[o] {
					continue
				}
				seenOld[o] = true
				all = all && l.complete(o)
				for _, h := range l.heirs(o) {
					if !seen[h] {
						seen[h] = true
						tied = append(tied, h)
					}
				}
			}
		}
		for _, t := range tied {
			l.silent[t] = all
		}
	}
}

// follows says whether a new link says what its origins say together.
func (l *linkFollower) follows(n *theory.Link) bool {
	olds := baseFirst(l.origins(n), linkID, n.ID)
	if slices.ContainsFunc(olds, isLive) != isLive(n) {
		return false
	}
	return !slices.ContainsFunc(differences(l.oldSays(olds, n), l.record(n, nil)),
		func(f Field) bool { return f.Name != "from" && f.Name != "to" })
}

func linkID(l *theory.Link) string { return l.ID }

// complete says whether an old link is still there between all that its ends became.
func (l *linkFollower) complete(o *theory.Link) bool {
	heirs := l.heirs(o)
	from, to := l.nodesBecame.of(o.From.ID).heirs, l.nodesBecame.of(o.To.ID).heirs
	if len(from) == 0 || len(to) == 0 {
		return len(heirs) == 1
	}
	if len(heirs)+min(len(from), len(to)) < len(from)*len(to) {
		return false
	}
	expected := len(from) * len(to)
	if o.Source != o.Target {
		for _, n := range from {
			if slices.Contains(to, n) {
				expected-- // both ends in one node: the link is folded into it
			}
		}
	}
	return len(heirs) == expected && !slices.ContainsFunc(heirs, func(h *theory.Link) bool {
		return !slices.Contains(from, h.Source) || !slices.Contains(to, h.Target) || h.Source == h.Target && o.Source != o.Target
	})
}

// gone tells of a link without heirs: folded into a merged node, dropped or removed with an end, or removed by itself.
func (l *linkFollower) gone(o *theory.Link) *Change {
	change := &Change{Verb: Removed}
	if o.Source == nil || o.Target == nil {
		return change
	}
	for _, end := range []*theory.Node{o.Source, o.Target} {
		heirs := l.nodesBecame.of(end.ID).heirs
		switch {
		case len(heirs) == 0:
			change.With = end.ID
		case !heirs[0].Live() && isLive(o):
			return &Change{Verb: Dropped, With: end.ID, Reason: heirs[0].Dropped}
		}
	}
	if change.With == "" && l.complete(o) {
		return nil
	}
	return change
}

// with is the end that a link was dropped or restored with; "" where it was by itself.
func (l *linkFollower) with(m *Match[theory.Link]) string {
	switch m.Change.Verb {
	case Dropped:
		if end, _ := droppedEnd(m.New); m.New.Dropped == "" {
			return end
		}
	case Restored:
		if end, _ := droppedEnd(m.Old[0]); m.Old[0].Dropped == "" {
			return end
		}
	}
	return ""
}
