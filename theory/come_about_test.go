package theory_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
)

// claim is a graph and a question about it.
type claim struct {
	nodes    []*theory.Node
	links    []*theory.Link
	counts   func(*theory.Link) bool
	question theory.Question
}

// randomClaim makes up a few nodes, more or fewer links with circles among them, and links onto those.
func randomClaim(r *rand.Rand) claim {
	var c claim
	n := 3 + r.IntN(6)
	for i := range n {
		c.nodes = append(c.nodes, &theory.Node{Element: theory.Element{ID: fmt.Sprintf("n%d", i)}, Kind: theory.Kinds[r.IntN(len(theory.Kinds))]})
		if r.IntN(3) > 0 {
			c.nodes[i].Kind = theory.Mechanism
		}
	}
	statuses := []theory.Status{theory.Hypothesised, theory.Supported, theory.Mixed, theory.Refuted, theory.NotTested, theory.NotActivated}
	link := func(source *theory.Node) *theory.Link {
		l := &theory.Link{Source: source, From: theory.Ref{ID: source.ID}, Effect: theory.Promotes, Status: statuses[r.IntN(len(statuses))]}
		switch r.IntN(6) {
		case 0, 1:
			l.Effect = theory.Inhibits
		case 2:
			l.Necessary = true
		}
		return l
	}
	for range 1 + r.IntN(3*n) {
		l := link(c.nodes[r.IntN(n)])
		l.Target = c.nodes[r.IntN(n)]
		l.To.ID = l.Target.ID
		c.links = append(c.links, l)
	}
	for range r.IntN(4) {
		l := link(c.nodes[r.IntN(n)])
		l.Onto = c.links[r.IntN(len(c.links))]
		for l.Onto.Onto != nil {
			l.Onto = c.links[r.IntN(len(c.links))]
		}
		c.links = append(c.links, l)
	}
	c.counts = func(*theory.Link) bool { return true }
	if r.IntN(2) == 0 {
		c.counts = func(l *theory.Link) bool { return l.Status.ClaimsSupport() || l.Status == theory.Hypothesised }
		c.question.Counts = c.counts
	}
	given := r.IntN(4) == 0
	for _, node := range c.nodes {
		if r.IntN(12) == 0 {
			c.question.Without = append(c.question.Without, node)
		}
		if given && r.IntN(3) == 0 {
			c.question.From = append(c.question.From, node)
		}
	}
	return c
}

func (c claim) String() string {
	var b strings.Builder
	for _, n := range c.nodes {
		fmt.Fprintf(&b, "%s %s\n", n.Kind, n.ID)
	}
	for _, l := range c.links {
		to := l.To.ID
		if l.Onto != nil {
			to = "(" + l.Onto.From.ID + " -> " + l.Onto.To.ID + ")"
		}
		fmt.Fprintf(&b, "%s -> %s %s %s necessary %v counts %v\n", l.From.ID, to, l.Effect, l.Status, l.Necessary, c.counts(l))
	}
	for _, n := range c.question.Without {
		fmt.Fprintf(&b, "without %s\n", n.ID)
	}
	for _, n := range c.question.From {
		fmt.Fprintf(&b, "from %s\n", n.ID)
	}
	return b.String()
}

// starts are the interventions and the nodes that no counted link leads to, or those that the question gives.
func (c claim) starts() []*theory.Node {
	var starts []*theory.Node
	for _, n := range c.nodes {
		led := slices.ContainsFunc(c.links, func(l *theory.Link) bool { return l.Target == n && c.counts(l) })
		is := n.Kind == theory.Intervention || !led
		if c.question.From != nil {
			is = slices.Contains(c.question.From, n)
		}
		if is && !slices.Contains(c.question.Without, n) {
			starts = append(starts, n)
		}
	}
	return starts
}

// ways are all paths of one link or more from a start that visit no node twice.
func (c claim) ways() []theory.Path {
	var ways []theory.Path
	var on func(visited []*theory.Node, way theory.Path)
	on = func(visited []*theory.Node, way theory.Path) {
		for _, l := range c.links {
			if l.Target != nil && l.Source == visited[len(visited)-1] && c.counts(l) && !(raises(way) && c.mereNeed(l)) &&
				!slices.Contains(visited, l.Target) && !slices.Contains(c.question.Without, l.Target) {
				longer := append(slices.Clone(way), l)
				ways = append(ways, longer)
				on(append(slices.Clone(visited), l.Target), longer)
			}
		}
	}
	for _, s := range c.starts() {
		on([]*theory.Node{s}, nil)
	}
	return ways
}

// mereNeed says that a link is necessary from a context, actor or outcome, and that something else promotes its target: a
// link that is not necessary, or one from an intervention or mechanism.
func (c claim) mereNeed(l *theory.Link) bool {
	condition := func(l *theory.Link) bool {
		return l.Necessary && slices.Contains([]theory.Kind{theory.Context, theory.Actor, theory.Outcome}, l.Source.Kind)
	}
	return condition(l) && slices.ContainsFunc(c.links, func(other *theory.Link) bool {
		return other.Target == l.Target && other.Source != l.Target && other.Effect == theory.Promotes && !condition(other)
	})
}

// raises says whether an even number of links inhibit.
func raises(way theory.Path) bool {
	inhibiting := 0
	for _, l := range way {
		if l.Effect == theory.Inhibits {
			inhibiting++
		}
	}
	return inhibiting%2 == 0
}

// needs are the sources of the counted necessary links onto each node that the way raises or passes raised, and onto each
// link that it passes from a node raised.
func (c claim) needs(way theory.Path) []*theory.Node {
	if len(way) == 0 {
		return nil
	}
	var needs []*theory.Node
	add := func(onto func(*theory.Link) bool) {
		for _, l := range c.links {
			if l.Necessary && c.counts(l) && onto(l) {
				needs = append(needs, l.Source)
			}
		}
	}
	for i := range len(way) + 1 {
		if !raises(way[:i]) {
			continue
		}
		node := way[0].Source
		if i > 0 {
			node = way[i-1].Target
		}
		add(func(l *theory.Link) bool { return l.Target == node })
		if i < len(way) {
			add(func(l *theory.Link) bool { return l.Onto == way[i] })
		}
	}
	return needs
}

// canComeAbout is the smallest set that holds the starts, and every node to which some way that raises it has its needs in
// the set; and what some such way lowers.
func (c claim) canComeAbout() (can, lowered map[*theory.Node]bool) {
	can = make(map[*theory.Node]bool)
	for _, s := range c.starts() {
		can[s] = true
	}
	ways := c.ways()
	met := func(way theory.Path) bool {
		return !slices.ContainsFunc(c.needs(way), func(n *theory.Node) bool { return !can[n] })
	}
	for grown := true; grown; {
		grown = false
		for _, way := range ways {
			if end := way[len(way)-1].Target; raises(way) && !can[end] && met(way) {
				can[end], grown = true, true
			}
		}
	}
	lowered = make(map[*theory.Node]bool)
	for _, way := range ways {
		if !raises(way) && met(way) {
			lowered[way[len(way)-1].Target] = true
		}
	}
	return can, lowered
}

// TestWhatCanComeAbout holds the answers over random graphs against the definition: every way tried, nothing clever. Small
// graphs are always settled.
func TestWhatCanComeAbout(t *testing.T) {
	for seed := range uint64(20_000) {
		c := randomClaim(rand.New(rand.NewPCG(seed, 2)))
		graph := theory.NewGraph(c.nodes, c.links)
		answer := graph.ComeAbout(c.question)
		if !slices.Equal(answer.Starts, c.starts()) {
			t.Fatalf("seed %d: starts differ\n%s", seed, c)
		}
		can, lowered := c.canComeAbout()
		settled := map[bool]theory.Settled{true: theory.Yes, false: theory.No}
		for _, n := range c.nodes {
			if got := answer.Can(n); got != settled[can[n]] {

				t.Fatalf("seed %d: %s can come about: %v, want %v\n%s", seed, n.ID, got, can[n], c)
			}
			if got := answer.Lowers(n); got != settled[lowered[n]] {
				t.Fatalf("seed %d: %s is lowered: %v, want %v\n%s", seed, n.ID, got, lowered[n], c)
			}
			way := answer.Way(n)
			if can[n] && way == nil && !slices.Contains(answer.Starts, n) {
				t.Fatalf("seed %d: no way to %s\n%s", seed, n.ID, c)
			}
			if len(way) > 0 && (way[len(way)-1].Target != n || !raises(way) ||
				!slices.ContainsFunc(c.ways(), func(w theory.Path) bool { return slices.Equal(w, way) }) ||
				slices.ContainsFunc(c.needs(way), func(n *theory.Node) bool { return !can[n] })) {
				t.Fatalf("seed %d: %v is no way to %s\n%s", seed, way, n.ID, c)
			}
			named := make(map[*theory.Node]bool)
			for _, l := range graph.Needs(way) {
				named[l.Source] = true
			}
			for _, needed := range c.needs(way) {
				if !named[needed] {
					t.Fatalf("seed %d: %s is not named as needed on the way to %s\n%s", seed, needed.ID, n.ID, c)
				}
			}
		}
	}
}
