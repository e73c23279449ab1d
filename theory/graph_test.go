package theory

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// graphOf builds a theory from links written "a>b a>c": mechanisms in the order of their first mention.
func graphOf(links string) *Theory {
	t := &Theory{}
	seen := map[string]bool{}
	for _, l := range strings.Fields(links) {
		from, to, _ := strings.Cut(l, ">")
		for _, id := range []string{from, to} {
			if id != "" && !seen[id] {
				seen[id] = true
				t.Nodes = append(t.Nodes, &Node{Element: Element{ID: id}, Kind: Mechanism})
			}
		}
		if to != "" {
			t.Links = append(t.Links, newLink(from, to, ""))
		}
	}
	t.Connect()
	return t
}

// newLink is a link between two ids, dropped where there is a reason.
func newLink(from, to, dropped string) *Link {
	return &Link{Element: Element{ID: LinkID(from, to, Promotes)}, From: Ref{ID: from}, To: Ref{ID: to}, Effect: Promotes, Dropped: dropped}
}

func (p Path) text() string {
	var b strings.Builder
	for i, l := range p {
		if i == 0 {
			b.WriteString(l.From.ID)
		}
		b.WriteString(">" + l.To.ID)
	}
	return b.String()
}

func texts(paths []Path) []string {
	var all []string
	for _, p := range paths {
		all = append(all, p.text())
	}
	return all
}

func TestReach(t *testing.T) {
	th := graphOf("a>b b>c d>c c>e e>c")
	g := th.Graph()
	for _, c := range []struct{ from, want string }{{"a", "b c e"}, {"c", "c e"}, {"d", "c e"}} {
		var got []string
		reached := g.From(th.Node(c.from))
		for _, n := range g.Nodes {
			if reached[n] {
				got = append(got, n.ID)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %s: %v, want %s", c.from, got, c.want)
		}
	}
	if into := g.Into(th.Node("b")); len(into) != 1 || !into[th.Node("a")] {
		t.Errorf("into b: %v", into)
	}
}

func TestCycles(t *testing.T) {
	th := graphOf("z>b b>a a>z b>z q>r r>r a>q")
	cycles, complete := th.Graph().Cycles(10)
	if diff := cmp.Diff([]string{"b>z>b", "a>z>b>a"}, texts(cycles)); diff != "" || !complete {
		t.Errorf("complete: %v\n%s", complete, diff)
	}
}

// TestCyclesCover holds over random graphs that every link in a circle is in a listed one, that each listed one is a
// circle, and that the same graph gives the same list.
func TestCyclesCover(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var links []string
		n := 2 + r.IntN(9)
		for range r.IntN(3 * n) {
			links = append(links, fmt.Sprintf("n%d>n%d", r.IntN(n), r.IntN(n)))
		}
		text := "n0 " + strings.Join(links, " ")
		th := graphOf(text)
		g := th.Graph()
		cycles, complete := g.Cycles(1000)
		if !complete {
			t.Fatalf("%s: not complete", text)
		}
		listed := map[*Link]bool{}
		for _, c := range cycles {
			for i, l := range c {
				listed[l] = true
				if next := c[(i+1)%len(c)]; l.Target != next.Source {
					t.Fatalf("%s: %s is no circle", text, c.text())
				}
			}
		}
		for _, l := range g.Links {
			circular := l.Source != l.Target && g.From(l.Target)[l.Source]
			if circular != listed[l] {
				t.Fatalf("%s: %s is in a circle: %v, listed: %v", text, l.ID, circular, listed[l])
			}
		}
		again, _ := graphOf(text).Graph().Cycles(1000)
		if diff := cmp.Diff(texts(cycles), texts(again)); diff != "" {
			t.Fatalf("%s: %s", text, diff)
		}
	}
}

func TestPartAndLiveness(t *testing.T) {
	node := func(kind Kind, id, dropped string) *Node {
		return &Node{Element: Element{ID: id}, Kind: kind, Dropped: dropped}
	}
	member := func(role Kind, id string) Member { return Member{Role: role, Ref: Ref{ID: id}} }
	th := &Theory{
		Nodes: []*Node{node(Mechanism, "m", ""), node(Outcome, "o", ""), node(Outcome, "gone", "not seen"), node(Context, "c", "")},
		Links: []*Link{newLink("c", "m", ""), newLink("m", "o", ""), newLink("m", "gone", ""), newLink("c", "o", "a black box")},
		Configurations: []*Configuration{{
			Element: Element{ID: "one"},
			Members: []Member{member(Context, "c"), member(Mechanism, "m"), member(Outcome, "gone"), member(Outcome, "m")},
		}},
	}
	th.Connect()
	ids := func(g *Graph) string {
		var all []string
		for _, n := range g.Nodes {
			all = append(all, n.ID)
		}
		for _, l := range g.Links {
			all = append(all, l.ID)
		}
		return strings.Join(all, ", ")
	}
	if got, want := ids(th.Graph()), "m, o, c, c -> m, m -> o"; got != want {
		t.Errorf("live: %s, want %s", got, want)
	}
	if got, want := ids(th.Part(th.Configuration("one"))), "m, c, c -> m"; got != want {
		t.Errorf("part: %s, want %s", got, want)
	}
}

// TestPartOfAnyGraph holds parts of random graphs, with several links between two nodes, against looking at every link:
// their nodes and links in the whole graph's order, the links at each node, and what is found without making them.
func TestPartOfAnyGraph(t *testing.T) {
	for seed := range uint64(500) {
		random := rand.New(rand.NewPCG(seed, 0))
		g, nodes := randomGraph(random, 1+random.IntN(12), random.IntN(100))
		members := make([]*Node, random.IntN(2*len(nodes)))
		for i := range members {
			members[i] = nodes[random.IntN(len(nodes))]
		}
		outside, _ := randomGraph(random, 1, 0)
		part := g.Part(append(members, outside.Nodes...))
		for _, n := range part.Nodes {
			_ = append(part.Out(n), nil) // changes nothing
		}

		var wantNodes []*Node
		var wantLinks []*Link
		for _, n := range g.Nodes {
			if !slices.Contains(members, n) {
				continue
			}
			wantNodes = append(wantNodes, n)
			var out []*Link
			for _, l := range g.Links {
				if l.Source == n && slices.Contains(members, l.Target) {
					out = append(out, l)
				}
			}
			if !slices.Equal(part.Out(n), out) || !part.Has(n) {
				t.Fatalf("seed %d: links from %s: %v, want %v", seed, n.ID, part.Out(n), out)
			}
			wantLinks = append(wantLinks, out...)
		}
		for _, n := range wantNodes {
			in := slices.DeleteFunc(slices.Clone(wantLinks), func(l *Link) bool { return l.Target != n })
			if !slices.Equal(part.In(n), in) {
				t.Fatalf("seed %d: links to %s: %v, want %v", seed, n.ID, part.In(n), in)
			}
		}
		if !slices.Equal(part.Nodes, wantNodes) || !slices.Equal(part.Links, wantLinks) {
			t.Fatalf("seed %d: got %v %v, want %v %v", seed, part.Nodes, part.Links, wantNodes, wantLinks)
		}

		th, c, starts := &Theory{graph: g}, &Configuration{}, nodes[:random.IntN(len(nodes))]
		for _, n := range members {
			c.Members = append(c.Members, Member{Node: n})
		}
		for range 2 { // the second time in what the first leaves behind
			if got := g.Joins(members); got != (len(wantLinks) > 0) {
				t.Fatalf("seed %d: joins %v: %v, want %v", seed, members, got, wantLinks)
			}
			if got, want := th.FromWithin(c, starts...), part.From(starts...); !maps.Equal(got, want) {
				t.Fatalf("seed %d: from %v: %v, want %v", seed, starts, got, want)
			}
		}
	}
}

// randomGraph joins nodes at random, now and then twice.
func randomGraph(random *rand.Rand, size, links int) (*Graph, []*Node) {
	nodes := make([]*Node, size)
	for i := range nodes {
		nodes[i] = &Node{Element: Element{ID: fmt.Sprintf("n%d", i)}}
	}
	all := make([]*Link, links)
	for i := range all {
		all[i] = &Link{Source: nodes[random.IntN(size)], Target: nodes[random.IntN(size)]}
	}
	return NewGraph(nodes, all), nodes
}

// BenchmarkPart takes pairs out of a graph in which one node has 1,000 links, and 100,000: growth is how many times longer
// the second takes for one pair.
func BenchmarkPart(b *testing.B) {
	var took [2]float64
	for i, size := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("%d_links_at_a_node", size), func(b *testing.B) {
			nodes, links := make([]*Node, size+1), make([]*Link, size)
			for i := range nodes {
				nodes[i] = &Node{}
			}
			for i := range links {
				links[i] = &Link{Source: nodes[0], Target: nodes[i+1]}
			}
			g := NewGraph(nodes, links)
			g.Part(nodes[:2]) // the links are sorted once
			for i := 0; b.Loop(); i++ {
				if part := g.Part([]*Node{nodes[0], nodes[1+i%size]}); len(part.Links) != 1 {
					b.Fatal(part.Links)
				}
			}
			took[i] = float64(b.Elapsed()) / float64(b.N)
			b.ReportMetric(took[i]/took[0], "growth")
		})
	}
}
