package scene

import (
	"maps"
	"slices"

	"icamo/theory"
)

// part is what is shown of one version of a theory.
type part struct {
	theory        *theory.Theory
	nodes         []*theory.Node
	links         []*theory.Link               // from node to node
	onSteps       []*theory.Link               // onto those
	roles         map[*theory.Node]theory.Kind // lanes of nodes that do not stand in that of their kind
	configuration *theory.Configuration        // the one that is shown
	focus         *theory.Node                 // the node that the part was chosen for
	numbers       map[*theory.Node]int         // of configurations, where these stand as nodes
	outside       map[*theory.Node]bool        // no members of the configuration, and shown for what they inhibit in it
}

// whole is every node and every link, dropped ones among them.
func whole(t *theory.Theory) part {
	p := part{theory: t, nodes: t.Nodes}
	for _, l := range t.Links {
		switch {
		case l.Source != nil && l.Target != nil:
			p.links = append(p.links, l)
		case l.Source != nil && l.Onto != nil && l.Onto.Source != nil && l.Onto.Target != nil:
			p.onSteps = append(p.onSteps, l)
		}
	}
	return p
}

// configurationPart is a configuration's members, each in the lane of its role, the links among them that are claimed in it,
// and what inhibits its mechanisms or its steps, though it be no member. Of the members of every configuration it has those that a link joins to its own.
// Of several roles a node takes that of its kind, or else the first. A configuration that was dropped is shown with those
// of its members and links that were.
func configurationPart(t *theory.Theory, c *theory.Configuration) part {
	p := part{theory: t, configuration: c, roles: make(map[*theory.Node]theory.Kind), outside: make(map[*theory.Node]bool)}
	var nodes []*theory.Node
	add := func(n *theory.Node, role theory.Kind) {
		if !slices.Contains(nodes, n) {
			nodes = append(nodes, n)
			p.roles[n] = role
		} else if n.Kind == role {
			p.roles[n] = role
		}
	}
	for _, m := range c.Members {
		if m.Node != nil && (m.Node.Live() || !c.Live()) {
			add(m.Node, m.Role)
		}
	}
	inhibitor := func(n *theory.Node) {
		if !slices.Contains(nodes, n) {
			p.outside[n] = !slices.ContainsFunc(c.Overarching, func(m theory.Member) bool { return m.Node == n })
		}
		add(n, theory.Context)
	}
	for _, n := range slices.Clone(nodes) {
		for _, l := range t.Graph().In(n) {
			if p.roles[n] == theory.Mechanism && l.Effect == theory.Inhibits && l.Source.Kind == theory.Context && l.MadeIn(c) {
				inhibitor(l.Source)
			}
		}
	}
	for _, l := range t.Graph().OnSteps {
		_, from := p.roles[l.Onto.Source]
		_, to := p.roles[l.Onto.Target]
		if from && to && l.Effect == theory.Inhibits && l.Source.Kind == theory.Context && l.MadeIn(c) && l.Onto.MadeIn(c) {
			inhibitor(l.Source)
		}
	}
	own := maps.Clone(p.roles)
	for _, m := range c.Overarching {
		joins := func(l *theory.Link) bool {
			far := l.Source
			if far == m.Node {
				far = l.Target
			}
			_, is := own[far]
			return is && l.MadeIn(c)
		}
		acts := func(l *theory.Link) bool {
			_, from := own[l.Onto.Source]
			_, to := own[l.Onto.Target]
			return from && to && l.MadeIn(c)
		}
		if m.Node != nil && m.Node.Live() && (slices.ContainsFunc(t.Graph().Out(m.Node), joins) || slices.ContainsFunc(t.Graph().In(m.Node), joins) ||
			slices.ContainsFunc(t.Graph().Acting(m.Node), acts)) {
			add(m.Node, m.Role)
		}
	}
	g := t.Graph()
	if !c.Live() {
		g = theory.NewGraph(t.Nodes, t.Links)
	}
	g = g.Part(nodes)
	p.nodes = g.Nodes
	elsewhere := func(l *theory.Link) bool { return !l.MadeIn(c) || l.Onto != nil && !l.Onto.MadeIn(c) }
	p.links = slices.DeleteFunc(slices.Clone(g.Links), elsewhere)
	p.onSteps = slices.DeleteFunc(slices.Clone(g.OnSteps), elsewhere)
	return p
}

// stream is a node with all that leads to it, or all that follows from it. Of a step that something of it acts on, it has both
// ends.
func stream(t *theory.Theory, n *theory.Node, up bool) part {
	g := t.Graph()
	reached := g.Affected(n)
	if up {
		reached = g.Affecting(n)
	}
	starts := make(map[*theory.Node]bool) // of steps that are acted on, and do not themselves follow
	for _, l := range g.OnSteps {
		if from := l.Onto.Source; !up && (l.Source == n || reached[l.Source]) && !reached[from] && from != n {
			starts[from] = true
		}
	}
	nodes := []*theory.Node{n}
	for _, other := range g.Nodes {
		if (reached[other] || starts[other]) && other != n {
			nodes = append(nodes, other)
		}
	}
	around := g.Part(nodes)
	p := part{theory: t, nodes: around.Nodes, onSteps: around.OnSteps, focus: n}
	for _, l := range around.Links {
		// A link out of the node leads to it again only where a circle runs through it, and likewise downstream.
		if far := l.Source; up && far == n && !reached[n] {
			continue
		}
		if far := l.Target; !up && far == n && !reached[n] {
			continue
		}
		if starts[l.Source] && !slices.ContainsFunc(around.OnSteps, func(acting *theory.Link) bool { return acting.Onto == l }) {
			continue
		}
		p.links = append(p.links, l)
	}
	return p
}
