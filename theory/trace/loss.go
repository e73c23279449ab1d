package trace

import (
	"slices"

	"icamo/theory"
)

// Loss is what becomes of the theory's outcomes where nodes are taken away.
type Loss struct {
	Theory  *theory.Theory
	Without []*theory.Node
	Starts  theory.Kind // what the program starts from: its interventions, or its contexts where it has none
	Changes []Change    // one for each live outcome that is left, in document order
}

// Change is how one outcome can come about before and after.
type Change struct {
	Outcome       *theory.Node
	Before, After *Strength      // of the best way to it: that of its weakest link; nil where it cannot come about
	Lowered       [2]*Strength   // before and after, of the best way that lowers it; nil where none does
	Settled       bool           // false where circles make it too long to search for all ways
	Needed        []*theory.Link // necessary links from what is taken away, on the best way before
	Now           theory.Path    // the best way after; nil where it is as before, or there is none

	ifNeeded bool // it cannot come about where needs that are held, but not shown, are so; else it can
	heldBack bool // the best way before passes what is taken away as something that it lowers
}

// Reduced says that the outcome is one that the theory reduces: that some way lowers it, and none raises it but by lowering what
// is taken away, which that does too.
func (c Change) Reduced() bool { return c.Lowered[0] != nil && (c.Before == nil || c.heldBack) }

// LessReduced says that nothing lowers the outcome any more, or that the best way that does is weaker than before.
func (c Change) LessReduced() bool {
	before, after := c.Lowered[0], c.Lowered[1]
	return c.Settled && before != nil && (after == nil || after.Compare(*before) < 0)
}

// Prevented says that the outcome could come about, and can no more, whatever the needs that nothing shows are.
func (c Change) Prevented() bool {
	return c.Settled && !c.Reduced() && c.Before != nil && c.After == nil && !c.ifNeeded
}

// PreventedIfNeeded says that the outcome could come about, and can no more if what is only held to be needed is needed.
func (c Change) PreventedIfNeeded() bool {
	return c.Settled && !c.Reduced() && c.Before != nil && c.ifNeeded
}

// Lost says that the outcome had a way on which every link is supported or mixed, and has none now.
func (c Change) Lost() bool {
	return c.Settled && !c.Reduced() && supported(c.Before) && !supported(c.After)
}

// Weakened says that the outcome's best way is weaker than before, though no supported way was lost.
func (c Change) Weakened() bool {
	return c.Settled && !c.Reduced() && !c.Lost() && c.Before != nil && (c.After == nil || c.After.Compare(*c.Before) < 0)
}

// kept says that the outcome comes about as well as before.
func (c Change) kept() bool {
	return c.Settled && !c.Reduced() && !c.Prevented() && !c.PreventedIfNeeded() && !c.Lost() && !c.Weakened()
}

func supported(s *Strength) bool { return s != nil && s.Status.ClaimsSupport() }

// Without says what the outcomes lose where some nodes are taken away: on what the theory hangs.
func Without(t *theory.Theory, nodes []*theory.Node) *Loss {
	loss := &Loss{Theory: t, Without: nodes, Starts: startsOf(t)}
	g := t.Graph()
	starts := g.ComeAbout(theory.Question{}).Starts
	before, after := newBestWays(t, starts, nil), newBestWays(t, starts, nodes)
	held := newNeeds(g, starts, nodes)
	for _, n := range g.Nodes {
		if n.Kind != theory.Outcome || slices.Contains(nodes, n) {
			continue
		}
		c := Change{Outcome: n, Before: before.strength[n], After: after.strength[n], Settled: !before.open[n] && !after.open[n],
			Lowered: [2]*Strength{before.lowered[n], after.lowered[n]}, heldBack: holdsBack(before.way[n], nodes)}
		if !slices.Equal(before.way[n], after.way[n]) {
			c.Now = after.way[n]
		}
		for _, l := range g.Needs(before.way[n]) {
			if (slices.Contains(nodes, l.Source) || held.lost(n) && held.lost(l.Source)) && !slices.Contains(c.Needed, l) {
				c.Needed = append(c.Needed, l)
			}
		}
		c.ifNeeded = held.lost(n)
		loss.Changes = append(loss.Changes, c)
	}
	return loss
}

// needs is what can come about by all links, where the needs that are held count and where those alone do that are shown.
type needs struct{ before, after, shown *theory.Answer }

func newNeeds(g *theory.Graph, starts, without []*theory.Node) needs {
	held := func(l *theory.Link) bool { return l.Status != theory.Refuted }
	shown := func(l *theory.Link) bool { return l.Status.ClaimsSupport() }
	return needs{
		before: g.ComeAbout(theory.Question{From: starts, Needs: held}),
		after:  g.ComeAbout(theory.Question{From: starts, Needs: held, Without: without}),
		shown:  g.ComeAbout(theory.Question{From: starts, Needs: shown, Without: without}),
	}
}

// lost says of a node that it can no longer come about for want of needs that are held, but not shown.
func (n needs) lost(node *theory.Node) bool {
	return n.before.Can(node) == theory.Yes && n.after.Can(node) == theory.No && n.shown.Can(node) == theory.Yes
}

// holdsBack says whether a way lowers one of some nodes that it passes: to take that away is what the way does to it.
func holdsBack(way theory.Path, nodes []*theory.Node) bool {
	lowered := false
	for _, l := range way {
		lowered = lowered != (l.Effect == theory.Inhibits)
		if lowered && slices.Contains(nodes, l.Target) {
			return true
		}
	}
	return false
}

// startsOf names what the program starts from.
func startsOf(t *theory.Theory) theory.Kind {
	g := t.Graph()
	for _, kind := range []theory.Kind{theory.Intervention, theory.Context, theory.Actor} {
		for _, n := range g.Nodes {
			if n.Kind == kind && slices.ContainsFunc(g.Out(n), func(l *theory.Link) bool { return kind != theory.Context || l.Effect != theory.Inhibits }) {
				return kind
			}
		}
	}
	return theory.Intervention
}

// bestWays is how each outcome best comes about, and is best lowered.
type bestWays struct {
	lowered  map[*theory.Node]*Strength
	strength map[*theory.Node]*Strength
	way      map[*theory.Node]theory.Path
	open     map[*theory.Node]bool // whether there is a better one is not settled
}

// newBestWays asks what can come about, and what is lowered, by the strongest links alone, then by weaker ones too, until all
// outcomes are answered for. What is necessary counts by its status alone: a need that fewer cases show is a need all the same.
func newBestWays(t *theory.Theory, starts, without []*theory.Node) *bestWays {
	g := t.Graph()
	best := &bestWays{make(map[*theory.Node]*Strength), make(map[*theory.Node]*Strength), make(map[*theory.Node]theory.Path), make(map[*theory.Node]bool)}
	whole := g.ComeAbout(theory.Question{From: starts, Without: without})
	var left, leftLowered []*theory.Node
	for _, n := range g.Nodes {
		if n.Kind != theory.Outcome || slices.Contains(without, n) {
			continue
		}
		left = append(left, n)
		if whole.Lowers(n) != theory.No {
			leftLowered = append(leftLowered, n)
		}
	}
	strength := make(map[*theory.Link]Strength, len(g.Links))
	for _, l := range g.Claims() {
		strength[l] = strengthOf(t, l)
	}
	for _, level := range slices.Backward(newNetwork(t, g).levels) {
		if len(left)+len(leftLowered) == 0 {
			break
		}
		answer := g.ComeAbout(theory.Question{From: starts, Without: without,
			Counts: func(l *theory.Link) bool { return strength[l].Compare(level) >= 0 },
			Needs: func(l *theory.Link) bool {
				return l.Status.PathRank() >= min(level.Status.PathRank(), theory.Mixed.PathRank())
			}})
		left = slices.DeleteFunc(left, func(n *theory.Node) bool {
			way := answer.Way(n)
			if way != nil {
				best.strength[n], best.way[n] = &level, way
			} else if answer.Can(n) == theory.NotSettled {
				best.open[n] = true
			}
			return way != nil
		})
		leftLowered = slices.DeleteFunc(leftLowered, func(n *theory.Node) bool {
			lowers := answer.Lowers(n)
			if lowers == theory.Yes {
				best.lowered[n] = &level
			} else if lowers == theory.NotSettled {
				best.open[n] = true
			}
			return lowers == theory.Yes
		})
	}
	return best
}
