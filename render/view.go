package render

import (
	"strconv"

	"icamo/theory"
)

// whole is the figure of the whole theory: every live node in the lane of its kind, what was dropped as a ghost, and
// every link between them.
func whole(t *theory.Theory) *figure {
	f := &figure{}
	boxes := make(map[*theory.Node]*box, len(t.Nodes))
	badges := badgesByNode(t)
	for _, n := range t.Nodes {
		b := &box{
			id: n.ID, name: "n" + strconv.Itoa(len(f.boxes)), label: n.Label, kind: n.Kind, lane: n.Kind,
			badges: badges[n], ghost: !n.Live(),
		}
		boxes[n] = b
		f.boxes = append(f.boxes, b)
	}
	for _, l := range t.Links {
		from, to := boxes[l.Source], boxes[l.Target]
		if from == nil || to == nil || l.Dropped != "" && !from.ghost && !to.ghost {
			continue // a link dropped between nodes that live on is told by the revision view
		}
		f.lines = append(f.lines, &line{
			id: l.ID, name: "e" + strconv.Itoa(len(f.lines)), from: from, to: to, effect: l.Effect, status: l.Status,
			backing: len(t.Backing(l.SupportedBy)), ghost: !l.Live(),
		})
	}
	return f
}

// badgesByNode numbers each node with the live configurations that it is a member of.
func badgesByNode(t *theory.Theory) map[*theory.Node][]string {
	badges := make(map[*theory.Node][]string)
	for i, c := range t.Configurations {
		if !c.Live() {
			continue
		}
		number := strconv.Itoa(i + 1)
		if c.Number > 0 {
			number = strconv.Itoa(c.Number)
		}
		seen := make(map[*theory.Node]bool)
		for _, m := range c.Members {
			if m.Node != nil && !seen[m.Node] {
				seen[m.Node] = true
				badges[m.Node] = append(badges[m.Node], number)
			}
		}
	}
	return badges
}
