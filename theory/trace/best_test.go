package trace

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/theorytest"
)

var statuses = []theory.Status{theory.Supported, theory.Mixed, theory.Hypothesised, theory.NotTested, theory.NotActivated, theory.Refuted}

// random makes a theory of some mechanisms with random links, statuses and evidence.
func random(t testing.TB, rng *rand.Rand, nodes, links int) *theory.Theory {
	var s strings.Builder
	s.WriteString("[theory]\nid = \"t\"\ntitle = \"t\"\n[source.s]\ncitation = \"s\"\n")
	for i := range 3 {
		fmt.Fprintf(&s, "[case.c%d]\nlabel = \"c\"\n[evidence.e%d]\ntype = \"quote\"\nsource = \"s\"\ncase = \"c%d\"\ntext = \"words %d\"\n", i, i, i, i)
	}
	for i := range nodes {
		fmt.Fprintf(&s, "[mechanism.m%d]\nlabel = \"m\"\n", i)
	}
	have := make(map[string]bool)
	for range links {
		link := fmt.Sprintf("[[link]]\nfrom = \"m%d\"\nto = \"m%d\"\n", rng.IntN(nodes), rng.IntN(nodes))
		if rng.IntN(4) == 0 {
			link += "effect = \"inhibits\"\n"
		}
		if have[link] {
			continue
		}
		have[link] = true
		fmt.Fprintf(&s, "%sstatus = %q\n", link, statuses[rng.IntN(len(statuses))])
		if n := rng.IntN(4); n > 0 {
			fmt.Fprintf(&s, "supported_by = [%s]\n", strings.Join([]string{`"e0"`, `"e1"`, `"e2"`}[:n], ", "))
		}
	}
	return theorytest.Faultless(t, s.String())
}

// TestBestIsTheBest holds the search against every path there is, in small random theories.
func TestBestIsTheBest(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 7))
		th := random(t, rng, 2+rng.IntN(6), rng.IntN(18))
		net := newNetwork(th, th.Graph())
		var starts, ends []int
		for i := range th.Nodes {
			switch rng.IntN(3) {
			case 0:
				starts = append(starts, i)
			case 1:
				ends = append(ends, i)
			}
		}
		all := every(net, starts, ends)
		for _, limit := range []int{1, 3, 1000} {
			paths, complete := net.best(starts, ends, limit)
			var got, want []string
			for _, p := range paths {
				got = append(got, fmt.Sprint(weakestOf(th, p), len(p), linkIDs(p)))
			}
			for _, r := range all[:min(limit, len(all))] {
				var p theory.Path
				for _, e := range r.edges {
					p = append(p, e.link)
				}
				want = append(want, fmt.Sprint(weakestOf(th, p), len(p), linkIDs(p)))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d, limit %d: not the best paths (-want +got):\n%s", seed, limit, diff)
			}
			if complete != (len(all) <= limit) {
				t.Fatalf("seed %d, limit %d: complete is %v with %d paths", seed, limit, complete, len(all))
			}
		}
	}
}

// every lists all simple paths, the best first, by trying each.
func every(n *network, starts, ends []int) []route {
	var all []route
	var walk func(r route, at int, visited []int)
	walk = func(r route, at int, visited []int) {
		if len(r.edges) > 0 && slices.Contains(ends, at) {
			all = append(all, route{start: r.start, edges: slices.Clone(r.edges), level: r.level})
		}
		for _, e := range n.out[at] {
			if !slices.Contains(visited, e.to) {
				walk(route{start: r.start, edges: append(slices.Clone(r.edges), e), level: min(r.level, e.level)}, e.to, append(slices.Clone(visited), e.to))
			}
		}
	}
	for _, s := range starts {
		walk(route{start: s, level: endless}, s, []int{s})
	}
	slices.SortFunc(all, route.compare)
	return all
}

func weakestOf(t *theory.Theory, p theory.Path) string {
	weakest := strengthOf(t, p[0])
	for _, l := range p {
		if s := strengthOf(t, l); s.Compare(weakest) < 0 {
			weakest = s
		}
	}
	return fmt.Sprint(weakest.Status.PathRank(), weakest.Cases)
}

func linkIDs(p theory.Path) (ids []string) {
	for _, l := range p {
		ids = append(ids, l.ID)
	}
	return ids
}

// TestDenseGraphs bounds the time that graphs take whose paths nobody could count; the bound is for a busy machine.
func TestDenseGraphs(t *testing.T) {
	const many = 50_000
	var after []int // the second half
	for i := many/2 + 1; i < many; i++ {
		after = append(after, i)
	}
	for name, th := range map[string]*theory.Theory{
		"complete": random(t, rand.New(rand.NewPCG(1, 1)), 60, 6000),
		"cyclic":   random(t, rand.New(rand.NewPCG(2, 2)), 200, 600),
		"large":    random(t, rand.New(rand.NewPCG(3, 3)), 2000, 8000),
		"chain":    chainOf(t, 1000),
		// In these, what is done for each link of a path or for each end adds up.
		"long": linked(t, many, func(i int) []int { return []int{i + 1} }),
		"comb": linked(t, many, func(i int) []int { return []int{i + 1, many - 1} }),
		"star": linked(t, many, func(i int) []int {
			if i == many/2 {
				return after
			}
			return []int{many / 2}
		}),
		"circles": linked(t, many, func(i int) []int {
			if i == many/2 {
				return after
			}
			return []int{i ^ 1}
		}),
	} {
		began := time.Now()
		tr := Through(th, th.Nodes[len(th.Nodes)/2], nil, 20)
		took := time.Since(began)
		t.Logf("%s: %v", name, took)
		if took > 30*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if len(tr.Into.Paths) == 0 && name != "circles" || len(tr.From.Paths) == 0 {
			t.Errorf("%s: found no paths", name)
		}
		for _, side := range []Side{tr.Into, tr.From} {
			if !slices.IsSortedFunc(side.Paths, func(a, b Path) int { return b.Strength.Compare(a.Strength) }) {
				t.Errorf("%s: the paths are not in order", name)
			}
		}
	}
}

func chainOf(t *testing.T, n int) *theory.Theory {
	return linked(t, n, func(i int) []int { return []int{i + 1, i + 2} })
}

// linked makes a theory of n mechanisms, each with links to those given.
func linked(t *testing.T, n int, to func(i int) []int) *theory.Theory {
	var s strings.Builder
	s.WriteString("[theory]\nid = \"t\"\ntitle = \"t\"\n")
	for i := range n {
		fmt.Fprintf(&s, "[mechanism.m%d]\nlabel = \"m\"\n", i)
	}
	for i := range n {
		for _, next := range to(i) {
			if next < n {
				fmt.Fprintf(&s, "[[link]]\nfrom = \"m%d\"\nto = \"m%d\"\n", i, next)
			}
		}
	}
	return theorytest.Faultless(t, s.String())
}
