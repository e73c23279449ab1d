package graphs

import (
	"bufio"
	"fmt"
	"io"

	"icamo/theory"
)

// DAGitty writes a theory as the text of DAGitty: a directed graph without circles, its nodes by their ids, interventions as
// exposures and outcomes without a link onwards as outcomes. The result is what the format cannot hold: also the links that
// would close a circle, which are left out, and what a link does.
func DAGitty(to io.Writer, t *theory.Theory) ([]string, error) {
	g := newGraph(t)
	out := make([][]int, len(g.vertices)) // the edges from each vertex
	for i, e := range g.edges {
		out[e.from] = append(out[e.from], i)
	}
	closes := g.closing(out)
	w := bufio.NewWriter(to)
	w.WriteString("dag {\n")
	rows := make(map[theory.Kind]int)
	for i, v := range g.vertices {
		role := ""
		switch {
		case v.node.Kind == theory.Intervention:
			role = "exposure,"
		case v.node.Kind == theory.Outcome && len(out[i]) == 0:
			role = "outcome,"
		}
		fmt.Fprintf(w, "\"%s\" [%spos=\"%d,%d\"]\n", v.id, role, v.node.Kind.Rank(), rows[v.node.Kind])
		rows[v.node.Kind]++
	}
	inhibits, circles := 0, 0
	drawn := make(map[[2]int]bool)
	for i, e := range g.edges {
		if e.link.Effect == theory.Inhibits {
			inhibits++
		}
		switch pair := [2]int{e.from, e.to}; {
		case closes[i]:
			circles++
			g.lost = append(g.lost, fmt.Sprintf("the link %s, which closes a circle", e.link.ID))
		case !drawn[pair]:
			drawn[pair] = true
			fmt.Fprintf(w, "\"%s\" -> \"%s\"\n", g.vertices[e.from].id, g.vertices[e.to].id)
		}
	}
	w.WriteString("}\n")
	g.lose(inhibits, "that a link inhibits")
	g.lose(len(g.edges)-circles, "the status of a link, and what else it says")
	g.lose(len(g.vertices), "labels of nodes, and what else they say")
	return g.lost, w.Flush()
}

// closing marks the edges that close a circle with those before them on a walk through the graph in its order. Without them no
// circle is left.
func (g *graph) closing(out [][]int) []bool {
	const (
		unseen = iota
		open
		done
	)
	closes := make([]bool, len(g.edges))
	state := make([]int, len(g.vertices))
	type step struct{ vertex, next int }
	for start := range g.vertices {
		if state[start] != unseen {
			continue
		}
		state[start] = open
		for way := []step{{start, 0}}; len(way) > 0; {
			at := &way[len(way)-1]
			if at.next == len(out[at.vertex]) {
				state[at.vertex] = done
				way = way[:len(way)-1]
				continue
			}
			i := out[at.vertex][at.next]
			at.next++
			switch to := g.edges[i].to; state[to] {
			case open:
				closes[i] = true
			case unseen:
				state[to] = open
				way = append(way, step{to, 0})
			}
		}
	}
	return closes
}
