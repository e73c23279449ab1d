package render

import (
	"fmt"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/revision"
)

// versions is a figure of a theory on the layout that it shares with another version of itself, or of what changed
// between the two. All boxes and lines of both are in it, those of the version that is not drawn hidden: so the earlier
// figure, the later figure and the overlay are laid out by the same DOT, and nothing moves between them.
func versions(t *theory.Theory, o Options) *figure {
	old, new := o.Against, t
	if theory.Revises(o.Against, t) {
		old, new = t, o.Against
	}
	r := o.shared.compare(old, new)
	u := comparison{
		figure:  &figure{versions: [2]*theory.Theory{old, new}, part: whole(new), badge: newBadges(whole(new), o)},
		earlier: newBadges(whole(old), o),
		options: o,
		boxes:   make(map[*theory.Node]*box),
		old:     old, new: new,
	}
	switch {
	case o.View.Name == Revised:
		u.draws = overlay
	case old == t:
		u.draws = earlier
		u.part = whole(old)
	default:
		u.draws = later
	}
	for _, m := range r.Nodes {
		u.node(m)
	}
	oldLinks, newLinks := whole(old).links, whole(new).links
	for _, m := range r.Links {
		u.link(m, oldLinks, newLinks)
	}
	u.empty = "neither version has a node"
	return u.figure
}

// drawn is which of the figures that share a layout is drawn.
type drawn int

const (
	earlier drawn = iota
	later
	overlay
)

// comparison is a figure of two versions in the making.
type comparison struct {
	*figure
	draws    drawn
	earlier  badges // those of the earlier version
	options  Options
	boxes    map[*theory.Node]*box // of the nodes of both versions
	old, new *theory.Theory
}

// node gives a node of the later version a box, in which the earlier version's node stands too; of several nodes that
// were merged, the first, and the others get boxes of their own. A node that is gone has a box of its own.
func (u *comparison) node(m revision.Match[theory.Node]) {
	var olds []*theory.Node
	for _, o := range m.Old {
		if u.boxes[o] == nil {
			olds = append(olds, o)
		}
	}
	if m.New != nil {
		b := u.addBox(m.New)
		u.boxes[m.New] = b
		before := content{}
		if len(olds) > 0 {
			before = content{node: olds[0], badges: u.earlier.of(olds[0])}
			u.boxes[olds[0]] = b
			olds = olds[1:]
		}
		after := b.shows
		both := after
		both.was = formerLabel(m)
		u.show(b, before, after, both)
		b.mark = u.marked(m.Change)
	}
	for _, o := range olds {
		b := u.addBox(o)
		u.boxes[o] = b
		before := content{node: o, badges: u.earlier.of(o)}
		u.show(b, before, content{}, content{node: o})
		if b.mark = u.marked(m.Change); m.New != nil && u.draws == overlay {
			b.mark = removed // it lives on in what it was merged into
		}
	}
}

// show gives a box the content that it has in the figure drawn; content without a node is none.
func (u *comparison) show(b *box, before, after, both content) {
	all := []content{before, after, both}
	b.room = slices.DeleteFunc(slices.Clone(all), func(c content) bool { return c.node == nil })
	b.shows = all[u.draws]
	if b.hidden = b.shows.node == nil; b.hidden {
		b.shows = b.room[0]
	}
}

// formerLabel is what a node was called before, where that is not what it is called now.
func formerLabel(m revision.Match[theory.Node]) string {
	var labels []string
	for _, o := range m.Old {
		if o.Label != m.New.Label && !slices.Contains(labels, o.Label) {
			labels = append(labels, o.Label)
		}
	}
	return strings.Join(labels, " / ")
}

// link gives the links of both versions their lines: one, where both join the same boxes.
func (u *comparison) link(m revision.Match[theory.Link], oldLinks, newLinks []*theory.Link) {
	var shared *line
	if m.New != nil {
		if from, to := u.boxes[m.New.Source], u.boxes[m.New.Target]; from != nil && to != nil {
			shared = u.addLine(from, to, m.New, u.options)
			shared.needs(u.new, m.New)
			shared.mark = u.marked(m.Change)
			told := slices.Contains(newLinks, m.New)
			shared.hidden = u.draws == earlier || !told && (u.draws == later || m.Change == nil)
		}
	}
	for _, o := range m.Old {
		from, to := u.boxes[o.Source], u.boxes[o.Target]
		if from == nil || to == nil {
			continue
		}
		l := shared
		if l != nil && l.from == from && l.to == to {
			shared = nil // of several old links only one shares the line
		} else {
			l = u.addLine(from, to, o, u.options)
			l.show(u.old, o, u.options)
			l.mark = u.marked(m.Change)
			l.hidden = u.draws != earlier && (u.draws != overlay || m.New != nil || m.Change == nil)
		}
		l.needs(u.old, o)
		if u.draws == earlier {
			l.show(u.old, o, u.options)
			l.hidden = !slices.Contains(oldLinks, o)
		}
	}
}

// needs gives a line the room that it takes where it stands for a link.
func (l *line) needs(t *theory.Theory, link *theory.Link) {
	width, _ := stroke(&line{link: link, backing: t.Backing(link.SupportedBy)})
	l.room = max(l.room, width)
}

// marked is how a change is marked in the overlay. A change of nothing but wording around the claim is not: the figure
// is of the claims.
func (u *comparison) marked(c *revision.Change) mark {
	if u.draws != overlay || c == nil {
		return unmarked
	}
	switch c.Verb {
	case revision.Added, revision.Restored:
		return added
	case revision.Dropped, revision.Removed:
		return removed
	case revision.Changed:
		if !slices.ContainsFunc(c.Fields, func(f revision.Field) bool { return f.Name != "description" && f.Name != "because" }) {
			return unmarked
		}
	}
	return changed
}

// tally counts the marks of the overlay: "15 nodes added, 5 dropped, 8 changed; …".
func (f *figure) tally() string {
	boxes, lines := make(map[mark]int), make(map[mark]int)
	for _, b := range f.shown() {
		boxes[b.mark]++
	}
	for _, l := range f.drawn() {
		lines[l.mark]++
	}
	sentence := func(noun string, counts map[mark]int) string {
		var words []string
		for _, m := range []mark{added, removed, changed, unmarked} {
			if n := counts[m]; n > 0 {
				words = append(words, fmt.Sprintf("%d %s", n, markWords[m]))
			}
		}
		if len(words) == 0 {
			return ""
		}
		return noun + ": " + strings.Join(words, ", ") + "."
	}
	return strings.TrimSpace(sentence("Nodes", boxes) + " " + sentence("Links", lines))
}

var markWords = map[mark]string{added: "added", removed: "dropped", changed: "changed", unmarked: "unchanged"}
