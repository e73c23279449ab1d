package scene

import (
	"cmp"
	"slices"

	"icamo/theory"
	"icamo/theory/revision"
)

// versions is the scene of a theory on the layout that it shares with another version of itself, or of what changed
// between the two. All boxes and lines of both are in it, those of the version that is not drawn hidden: so the earlier
// figure, the later figure and the overlay are laid out alike, and nothing moves between them.
func versions(t *theory.Theory, o Options) *Scene {
	r := o.Revision
	if r == nil {
		r = Compare(t, o.Against)
	}
	old, new := r.Old, r.New
	before, after := whole(old), whole(new)
	u := comparison{
		Scene:   &Scene{Theory: new, versions: [2]*theory.Theory{old, new}, revision: r, empty: "neither version has a node"},
		earlier: newNumbering(before, o), later: newNumbering(after, o),
		options: o,
		boxes:   make(map[*theory.Node]*Box),
		merged:  make(map[*Box]*Box),
		lines:   make(map[*theory.Link]*Line),
		shares:  make(map[*theory.Link]*theory.Link),
		old:     old, new: new,
	}
	u.badges = u.later
	switch {
	case o.View.Name == Revised:
		u.draws = overlay
	case old == t:
		u.draws, u.Theory, u.badges = earlier, old, u.earlier
	default:
		u.draws = later
	}
	for _, m := range r.Nodes {
		u.node(m)
	}
	for _, m := range r.Links {
		u.share(m, u.joinsAlike)
	}
	for _, m := range r.Links {
		u.link(m)
	}
	for _, m := range r.Links {
		u.share(m, u.actsAlike)
	}
	for _, m := range r.Links {
		u.onStep(m)
	}
	return u.Scene
}

// Compare is what changed between two versions, whichever of them is the earlier one: that is read from "revises". Where
// neither revises the other, the second is.
func Compare(t, against *theory.Theory) *revision.Revision {
	if theory.Revises(against, t) {
		return revision.Compare(t, against)
	}
	return revision.Compare(against, t)
}

// drawn is which of the figures that share a layout is drawn.
type drawn int

const (
	earlier drawn = iota
	later
	overlay
)

// comparison is a scene of two versions in the making.
type comparison struct {
	*Scene
	draws          drawn
	earlier, later numbering // of the badges of the two versions
	options        Options
	boxes          map[*theory.Node]*Box         // of the nodes of both versions
	lines          map[*theory.Link]*Line        // of the links of both versions
	merged         map[*Box]*Box                 // of those that were merged into another's, that one
	shares         map[*theory.Link]*theory.Link // of links of either version, that of the other which has the same line
	old, new       *theory.Theory
}

// node gives a node of the later version a box, in which the earlier version's node stands too; of several nodes that
// were merged, the first, and the others get boxes of their own, which the overlay leaves out: there the box of what they
// were merged into stands for all. A node that is gone has a box of its own.
func (u *comparison) node(m revision.Match[theory.Node]) {
	var olds []*theory.Node
	for _, o := range m.Old {
		if u.boxes[o] == nil {
			olds = append(olds, o)
		}
	}
	if m.New != nil {
		b := u.addBox(u.later.content(u.new, m.New))
		u.boxes[m.New] = b
		before := Content{}
		if len(olds) > 0 {
			before = u.earlier.content(u.old, olds[0])
			u.boxes[olds[0]] = b
			olds = olds[1:]
		}
		after := b.Content
		both := after
		both.Former = formerLabel(m)
		u.show(b, before, after, both)
		u.mark(&b.Mark, &b.Change, m.Change)
	}
	for _, o := range olds {
		before := u.earlier.content(u.old, o)
		b := u.addBox(before)
		u.boxes[o] = b
		if m.New != nil {
			u.show(b, before, Content{}, Content{})
			u.merged[b] = u.boxes[m.New]
			continue
		}
		u.show(b, before, Content{}, Content{Node: o})
		u.mark(&b.Mark, &b.Change, m.Change)
	}
}

// show gives a box the content that it has in the figure drawn; content without a node is none.
func (u *comparison) show(b *Box, before, after, both Content) {
	all := []Content{before, after, both}
	b.Others = slices.DeleteFunc(slices.Clone(all), func(c Content) bool { return c.Node == nil })
	b.Content = all[u.draws]
	if b.Hidden = b.Node == nil; b.Hidden {
		b.Content = b.Others[0]
	}
}

// share ties a new link to the first old one that it came from and that is drawn alike: they have one line. An old link of which
// several came has one line all the same.
func (u *comparison) share(m revision.Match[theory.Link], alike func(old, new *theory.Link) bool) {
	if m.New == nil {
		return
	}
	for _, o := range m.Old {
		if u.shares[o] == nil && alike(o, m.New) {
			u.shares[o], u.shares[m.New] = m.New, o
			return
		}
	}
}

// joinsAlike says whether two links join the same boxes.
func (u *comparison) joinsAlike(old, new *theory.Link) bool {
	from, to := u.boxes[new.Source], u.boxes[new.Target]
	return from != nil && to != nil && u.boxes[old.Source] == from && u.boxes[old.Target] == to
}

// actsAlike says whether two links act from one box on one line.
func (u *comparison) actsAlike(old, new *theory.Link) bool {
	if old.Onto == nil || new.Onto == nil {
		return false
	}
	from, step := u.boxes[new.Source], u.lines[new.Onto]
	return from != nil && step != nil && u.boxes[old.Source] == from && u.lines[old.Onto] == step
}

// drawnElsewhere says whether an old link has its line, or gets it, by another match than that of a new link.
func (u *comparison) drawnElsewhere(o, new *theory.Link) bool {
	return u.lines[o] != nil || u.shares[o] != nil && u.shares[o] != new
}

// link gives the links of both versions their lines: one, where both join the same boxes.
func (u *comparison) link(m revision.Match[theory.Link]) {
	var shared *Line
	if m.New != nil {
		if from, to := u.boxes[m.New.Source], u.boxes[m.New.Target]; from != nil && to != nil {
			shared = u.addLine(from, to)
			u.standForNew(shared, m)
		}
	}
	for _, o := range m.Old {
		from, to := u.boxes[o.Source], u.boxes[o.Target]
		if from == nil || to == nil || u.drawnElsewhere(o, m.New) {
			continue
		}
		l := shared
		if m.New == nil || u.shares[o] != m.New {
			l = u.addLine(from, to)
			u.gone(l, o, m)
			if nothingCame := m.New == nil && m.Change != nil; nothingCame && (u.merged[from] != nil || u.merged[to] != nil) {
				u.goneFromMerged(l, m)
			}
		}
		u.standForOld(l, o)
	}
}

// onStep gives the links of both versions that act on a step their lines: one, where both act from one box on one line.
func (u *comparison) onStep(m revision.Match[theory.Link]) {
	var shared *Line
	if m.New != nil && m.New.Onto != nil {
		if from, step := u.boxes[m.New.Source], u.lines[m.New.Onto]; from != nil && step != nil {
			shared = u.addOnStep(from, step)
			u.standForNew(shared, m)
			shared.Hidden = shared.Hidden || step.Hidden
		}
	}
	for _, o := range m.Old {
		if o.Onto == nil {
			continue
		}
		from, step := u.boxes[o.Source], u.lines[o.Onto]
		if from == nil || step == nil || u.drawnElsewhere(o, m.New) {
			continue
		}
		l := shared
		if m.New == nil || u.shares[o] != m.New {
			l = u.addOnStep(from, step)
			u.gone(l, o, m)
		}
		u.standForOld(l, o)
		l.Hidden = l.Hidden || step.Hidden
	}
}

// standForNew has a line stand for the link of the later version, which the figure of the earlier one does not show.
func (u *comparison) standForNew(l *Line, m revision.Match[theory.Link]) {
	u.lines[m.New] = l
	l.show(u.new, m.New, u.options)
	l.Others = append(l.Others, lookOf(u.new, m.New))
	u.mark(&l.Mark, &l.Change, m.Change)
	l.Hidden = u.draws == earlier
}

// standForOld has a line stand for a link of the earlier version too, whose figure shows it as that.
func (u *comparison) standForOld(l *Line, o *theory.Link) {
	u.lines[o] = l
	l.Others = append(l.Others, lookOf(u.old, o))
	if u.draws == earlier {
		l.show(u.old, o, u.options)
		l.Hidden = false
	}
}

// gone has a line of its own stand for a link of the earlier version, which the overlay shows where nothing came of the link.
func (u *comparison) gone(l *Line, o *theory.Link, m revision.Match[theory.Link]) {
	l.show(u.old, o, u.options)
	u.mark(&l.Mark, &l.Change, m.Change)
	l.Hidden = u.draws != earlier && (u.draws != overlay || m.New != nil || m.Change == nil)
}

// goneFromMerged has the overlay show a line of a link that is gone at the boxes that the boxes of its ends were merged into.
func (u *comparison) goneFromMerged(l *Line, m revision.Match[theory.Link]) {
	both := u.addLine(cmp.Or(u.merged[l.From], l.From), cmp.Or(u.merged[l.To], l.To))
	u.gone(both, l.Link, m)
	both.Others = []Look{lookOf(u.old, l.Link)}
	both.Hidden = u.draws != overlay
	l.Hidden = u.draws != earlier
}

// lookOf is how a line for a link of a theory looks without marks.
func lookOf(t *theory.Theory, l *theory.Link) Look {
	return Look{Effect: l.Effect, Necessary: l.Necessary, OnStep: l.Onto != nil, Reading: l.Reading != "", Status: l.Status, Backing: t.Backing(l.SupportedBy), Dropped: !l.Live()}
}

// mark marks a change in the overlay, and says what it is.
func (u *comparison) mark(mark *Mark, change *string, c *revision.Change) {
	if u.draws == overlay && c != nil {
		*mark, *change = markOf(c), u.revision.Words(u.words(), c.Kind())
	}
}
