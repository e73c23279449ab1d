package trace

import (
	"math"
	"slices"

	"icamo/theory"
)

// network is a graph made ready for searching: nodes and links by number, and each link with the level of its strength
// among all strengths that occur.
type network struct {
	graph  *theory.Graph
	number map[*theory.Node]int
	out    [][]edge
	levels []Strength // the weakest first; two statuses that rank alike share a level
}

type edge struct {
	link  *theory.Link
	index int // in document order
	to    int
	level int
}

// endless is the level of a path without links: nothing in it is weak.
const endless = math.MaxInt

func newNetwork(t *theory.Theory, g *theory.Graph) *network {
	n := &network{graph: g, number: make(map[*theory.Node]int, len(g.Nodes)), out: make([][]edge, len(g.Nodes))}
	for i, node := range g.Nodes {
		n.number[node] = i
	}
	strengths := make([]Strength, len(g.Links))
	for i, l := range g.Links {
		strengths[i] = strengthOf(t, l)
	}
	n.levels = slices.Clone(strengths)
	slices.SortStableFunc(n.levels, Strength.Compare)
	n.levels = slices.CompactFunc(n.levels, func(a, b Strength) bool { return a.Compare(b) == 0 })
	for i, l := range g.Links {
		level, _ := slices.BinarySearchFunc(n.levels, strengths[i], Strength.Compare)
		from := n.number[l.Source]
		n.out[from] = append(n.out[from], edge{l, i, n.number[l.Target], level})
	}
	return n
}

// reversed is the same network with every link turned round.
func (n *network) reversed() *network {
	r := *n
	r.out = make([][]edge, len(n.out))
	for from, edges := range n.out {
		for _, e := range edges {
			r.out[e.to] = append(r.out[e.to], edge{e.link, e.index, from, e.level})
		}
	}
	return &r
}

func (n *network) numbers(nodes []*theory.Node) []int {
	var numbers []int
	for _, node := range nodes {
		if i, ok := n.number[node]; ok {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

// widest is, for each node, the level of the weakest link on the best path to it from a start; endless for a start, and
// -1 where no path leads.
func (n *network) widest(starts []int) []int {
	best := make([]int, len(n.out))
	for i := range best {
		best[i] = -1
	}
	buckets := make([][]int, len(n.levels)+1) // by level; the last is for starts
	buckets[len(n.levels)] = slices.Clone(starts)
	for level := len(buckets) - 1; level >= 0; level-- {
		for i := 0; i < len(buckets[level]); i++ {
			at := buckets[level][i]
			if best[at] >= 0 {
				continue
			}
			best[at] = level
			for _, e := range n.out[at] {
				if best[e.to] < 0 {
					to := min(level, e.level)
					buckets[to] = append(buckets[to], e.to)
				}
			}
		}
	}
	for _, s := range starts {
		best[s] = endless
	}
	return best
}
