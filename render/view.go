package render

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"icamo/theory"
)

// View says which part of a theory a figure shows. The zero View is the whole theory.
type View struct {
	Name string // one of Views; "" is the whole theory
	ID   string // of the configuration or node that the view is of
}

// The views.
const (
	WholeTheory      = "theory"
	OneConfiguration = "configuration"  // its members in the lanes of their roles, its links, and what blocks it
	Configurations   = "configurations" // each of them, as panels of one page; see Each for one figure each
	Upstream         = "upstream"       // a node and all that leads to it
	Downstream       = "downstream"     // a node and all that follows from it
	Revised          = "revision"       // what changed, over both versions
)

// Views are the views as they are written, with ID where one is needed.
var Views = []string{WholeTheory, OneConfiguration + "=ID", Configurations, Upstream + "=ID", Downstream + "=ID", Revised}

// ParseView reads a view such as "theory" or "upstream=hope".
func ParseView(text string) (View, error) {
	name, id, has := strings.Cut(text, "=")
	for _, v := range Views {
		known, _, needs := strings.Cut(v, "=")
		switch {
		case known != name:
		case needs && id == "":
			return View{}, fmt.Errorf("the view %q needs an id: %s", name, v)
		case has && !needs:
			return View{}, fmt.Errorf("the view %q takes no id", name)
		default:
			return View{name, id}, nil
		}
	}
	names := make([]string, len(Views))
	for i, v := range Views {
		names[i], _, _ = strings.Cut(v, "=")
	}
	return View{}, fmt.Errorf("no view %q%s; there are %s", name, theory.Suggest(name, names), strings.Join(Views, ", "))
}

// choose makes the figure that the options ask for: its boxes and lines, neither measured nor placed.
func choose(t *theory.Theory, o Options) (*figure, error) {
	f, err := viewed(t, o)
	if err != nil {
		return nil, err
	}
	if len(o.Only) > 0 {
		f.only(o.Only)
	}
	if len(o.Highlight) > 0 {
		if err := f.highlight(t, o); err != nil {
			return nil, err
		}
	}
	if len(f.boxes) == 0 {
		return nil, fmt.Errorf("draw %s: %s", t.File, cmp.Or(f.empty, "the theory has no nodes; add an [intervention.…], [mechanism.…] or [outcome.…]"))
	}
	if err := f.drawable(); err != nil {
		return nil, fmt.Errorf("draw %s: %w", t.File, err)
	}
	f.tie()
	return f, nil
}

// What is beyond these no page can show, and trying would take minutes.
const (
	mostBoxes  = 2_000
	mostLines  = 2_000
	mostLabel  = 2_000   // bytes
	mostLabels = 200_000 // bytes, of all together
)

// Drawable says why no figure can show the whole of a theory, where it has too many nodes or links or too long labels. It
// says so at once: what goes with a figure, such as a page, need not be made first.
func Drawable(t *theory.Theory) error {
	p := whole(t)
	err := cmp.Or(titled(t), countable(len(p.nodes), len(p.links)))
	if err == nil {
		err = readable(func(yield func(id string, size int) bool) {
			for _, n := range p.nodes {
				if !yield(n.ID, len(n.Label)) {
					return
				}
			}
		})
	}
	if err != nil {
		return fmt.Errorf("draw %s: %w", t.File, err)
	}
	return nil
}

func countable(nodes, links int) error {
	if nodes > mostBoxes {
		return fmt.Errorf("%d nodes are more than the %d that a figure can show; draw a part of the theory", nodes, mostBoxes)
	}
	if links > mostLines {
		return fmt.Errorf("%d links are more than the %d that a figure can show; draw a part of the theory", links, mostLines)
	}
	return nil
}

// titled looks at the size of a theory's title, of which lines are made as of a label.
func titled(t *theory.Theory) error {
	if n := len(t.Title); n > mostLabel {
		return fmt.Errorf("the title has %d bytes, and a figure can show %d; shorten it", n, mostLabel)
	}
	return nil
}

// readable looks at the sizes of labels, with the ids of their nodes.
func readable(labels iter.Seq2[string, int]) error {
	all := 0
	for id, size := range labels {
		if size > mostLabel {
			return fmt.Errorf("the label of %q has %d bytes, and a figure can show %d; shorten it", id, size, mostLabel)
		}
		all += size
	}
	if all > mostLabels {
		return fmt.Errorf("the labels have %d bytes together, and a figure can show %d; draw a part of the theory", all, mostLabels)
	}
	return nil
}

func (f *figure) drawable() error {
	if err := cmp.Or(titled(f.part.theory), countable(len(f.boxes), len(f.lines))); err != nil {
		return err
	}
	if c := f.part.of; c != nil && len(c.Title) > mostLabel {
		return fmt.Errorf("the title of %q has %d bytes, and a figure can show %d; shorten it", c.ID, len(c.Title), mostLabel)
	}
	return readable(func(yield func(string, int) bool) {
		for _, b := range f.boxes {
			for _, c := range b.contents() {
				if !yield(c.node.ID, max(len(c.node.Label), len(c.was))) {
					return
				}
			}
		}
	})
}

func viewed(t *theory.Theory, o Options) (*figure, error) {
	switch name := cmp.Or(o.View.Name, WholeTheory); name {
	case WholeTheory:
		if o.Against != nil {
			return versions(t, o), nil
		}
		return newFigure(whole(t), o), nil
	case Revised:
		if o.Against == nil {
			return nil, fmt.Errorf("draw %s: a revision needs an earlier version: name it in revises, or with --against", t.File)
		}
		return versions(t, o), nil
	case OneConfiguration:
		c := t.Configuration(o.View.ID)
		if c == nil {
			return nil, fmt.Errorf("draw %s: unknown configuration %q%s", t.File, o.View.ID, t.InsteadOfConfiguration(o.View.ID))
		}
		f := newFigure(configuration(t, c), o)
		f.empty = fmt.Sprintf("configuration %q has no members that are still part of the theory", c.ID)
		return f, nil
	case Upstream, Downstream:
		n := t.Node(o.View.ID)
		if n == nil {
			return nil, fmt.Errorf("draw %s: unknown node %q%s", t.File, o.View.ID, t.InsteadOfNode(o.View.ID))
		}
		if !n.Live() {
			return nil, fmt.Errorf("draw %s: %q is dropped, so nothing leads to it or follows from it", t.File, n.ID)
		}
		return newFigure(stream(t, n, name == Upstream), o), nil
	default:
		return nil, fmt.Errorf("draw %s: the view %q is not one figure; draw one with %s=ID", t.File, name, OneConfiguration)
	}
}

// part is what a figure shows of one version of a theory.
type part struct {
	theory *theory.Theory
	nodes  []*theory.Node
	links  []*theory.Link
	roles  map[*theory.Node]theory.Kind // lanes of nodes that do not stand in that of their kind
	of     *theory.Configuration        // the one configuration that is shown
	focus  *theory.Node                 // the node that the part was chosen for
}

// whole is every node, what was dropped as a ghost, and every link but those dropped between nodes that live on: the
// revision view tells of these.
func whole(t *theory.Theory) part {
	p := part{theory: t, nodes: t.Nodes}
	for _, l := range t.Links {
		if l.Source != nil && l.Target != nil && (l.Dropped == "" || !l.Source.Live() || !l.Target.Live()) {
			p.links = append(p.links, l)
		}
	}
	return p
}

// configuration is its members, each in the lane of its role, the links among them, and what inhibits its mechanisms.
// Of several roles a node takes that of its kind, or else the first. A configuration that was dropped is shown with those
// of its members and links that were.
func configuration(t *theory.Theory, c *theory.Configuration) part {
	p := part{theory: t, of: c, roles: make(map[*theory.Node]theory.Kind)}
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
	for _, n := range slices.Clone(nodes) {
		for _, l := range t.Graph().In(n) {
			if p.roles[n] == theory.Mechanism && l.Effect == theory.Inhibits && l.Source.Kind == theory.Context {
				add(l.Source, theory.Context)
			}
		}
	}
	g := t.Graph()
	if !c.Live() {
		g = theory.NewGraph(t.Nodes, t.Links)
	}
	g = g.Part(nodes)
	p.nodes, p.links = g.Nodes, g.Links
	return p
}

// stream is a node with all that leads to it, or all that follows from it.
func stream(t *theory.Theory, n *theory.Node, up bool) part {
	g := t.Graph()
	reached := g.From(n)
	if up {
		reached = g.Into(n)
	}
	nodes := []*theory.Node{n}
	for _, other := range g.Nodes {
		if reached[other] && other != n {
			nodes = append(nodes, other)
		}
	}
	around := g.Part(nodes)
	p := part{theory: t, nodes: around.Nodes, focus: n}
	for _, l := range around.Links {
		// A link out of the node leads to it again only where a circle runs through it, and likewise downstream.
		if far := l.Source; up && far == n && !reached[n] {
			continue
		}
		if far := l.Target; !up && far == n && !reached[n] {
			continue
		}
		p.links = append(p.links, l)
	}
	return p
}
