package theory

import (
	"slices"

	"github.com/dominikbraun/graph"
)

// Cycles lists circles of links: see Circles.
func (g *Graph) Cycles(limit int) (cycles []Path, complete bool) {
	found, complete := Circles(g.Links, func(l *Link) (from, to *Node) { return l.Source, l.Target }, func(n *Node) string { return n.ID }, limit)
	for _, cycle := range found {
		cycles = append(cycles, cycle)
	}
	return cycles, complete
}

// Circles lists circles of two arrows or more: enough that every arrow in a circle is in one of those listed, and no more
// than limit; complete says that none was left out for that. Each is the shortest through its first arrow in the order
// given, and starts with the arrow whose own end has the smallest id.
func Circles[N comparable, A any](arrows []A, ends func(A) (from, to N), id func(N) string, limit int) (circles [][]A, complete bool) {
	s := newCircleSearch(arrows, ends)
	component := s.components()
	covered := make([]bool, len(arrows))
	for a := range arrows {
		from, to := s.from[a], s.to[a]
		if covered[a] || from == to || component[from] == 0 || component[from] != component[to] {
			continue
		}
		if len(circles) == limit {
			return circles, false
		}
		var circle []A
		for _, step := range append([]int32{int32(a)}, s.shortest(to, from, component)...) {
			covered[step] = true
			circle = append(circle, arrows[step])
		}
		circles = append(circles, rotated(circle, func(a A) string { from, _ := ends(a); return id(from) }))
	}
	return circles, true
}

// rotated starts a circle at its smallest id.
func rotated[A any](circle []A, id func(A) string) []A {
	first := 0
	for i := range circle {
		if id(circle[i]) < id(circle[first]) {
			first = i
		}
	}
	return slices.Concat(circle[first:], circle[:first])
}

// circleSearch is a graph by numbers: each arrow is one, and so is each of the ends that arrows have.
type circleSearch struct {
	from, to  []int32
	out, into [][]int32 // the arrows of each end, but those to itself
}

func newCircleSearch[N comparable, A any](arrows []A, ends func(A) (from, to N)) *circleSearch {
	s := &circleSearch{from: make([]int32, len(arrows)), to: make([]int32, len(arrows))}
	number := make(map[N]int32)
	numbered := func(n N) int32 {
		i, known := number[n]
		if !known {
			i = int32(len(number))
			number[n] = i
			s.out, s.into = append(s.out, nil), append(s.into, nil)
		}
		return i
	}
	for a := range arrows {
		from, to := ends(arrows[a])
		s.from[a], s.to[a] = numbered(from), numbered(to)
		if from == to {
			continue
		}
		s.out[s.from[a]] = append(s.out[s.from[a]], int32(a))
		s.into[s.to[a]] = append(s.into[s.to[a]], int32(a))
	}
	return s
}

// shortest is the shortest path between two ends of one component.
func (s *circleSearch) shortest(from, to int32, component []int32) []int32 {
	came := make(map[int32]int32) // the arrow by which an end was first reached
	for queue := []int32{from}; ; queue = queue[1:] {
		if _, there := came[to]; there {
			break
		}
		for _, a := range s.out[queue[0]] {
			next := s.to[a]
			if _, known := came[next]; !known && next != from && component[next] == component[to] {
				came[next] = a
				queue = append(queue, next)
			}
		}
	}
	var path []int32
	for n := to; n != from; n = s.from[came[n]] {
		path = append(path, came[n])
	}
	slices.Reverse(path)
	return path
}

// components numbers the strongly connected components of more than one end, from 1: ends have one number where paths
// lead from each to the other. The others have none, so 0. Where there are circles most ends are in one component, which is
// what both comes after and leads to one of them; the library, which needs much memory for each end, gets the rest.
func (s *circleSearch) components() []int32 {
	component := make([]int32, len(s.out))
	core := s.core()
	if hub := s.hub(core); hub >= 0 {
		after, before := s.reach(hub, s.out, s.to, core), s.reach(hub, s.into, s.from, core)
		for n := range core {
			if after[n] && before[n] {
				component[n], core[n] = 1, false
			}
		}
	}
	lib := graph.New(func(n int32) int32 { return n + 1 }, graph.Directed()) // it loses what has the zero hash
	for n, in := range core {
		if in {
			_ = lib.AddVertex(int32(n)) // each is added once
		}
	}
	for a := range s.from {
		if core[s.from[a]] && core[s.to[a]] {
			_ = lib.AddEdge(s.from[a]+1, s.to[a]+1) // of several arrows between two ends one will do
		}
	}
	found, _ := graph.StronglyConnectedComponents(lib) // it fails only for an undirected graph
	for i, ends := range found {
		if len(ends) > 1 {
			for _, hash := range ends {
				component[hash-1] = int32(i) + 2
			}
		}
	}
	return component
}

// hub is the end of most arrows; -1 where there is none.
func (s *circleSearch) hub(core []bool) int32 {
	hub, most := int32(-1), 0
	for n, in := range core {
		if arrows := len(s.out[n]) + len(s.into[n]); in && arrows > most {
			hub, most = int32(n), arrows
		}
	}
	return hub
}

// reach is what can be reached from an end, itself where a path leads back to it: by its arrows and what is at their far ends.
func (s *circleSearch) reach(from int32, arrows [][]int32, far []int32, core []bool) []bool {
	reached := make([]bool, len(core))
	for queue := []int32{from}; len(queue) > 0; queue = queue[1:] {
		for _, a := range arrows[queue[0]] {
			if next := far[a]; core[next] && !reached[next] {
				reached[next] = true
				queue = append(queue, next)
			}
		}
	}
	return reached
}

// core are the ends that a circle may pass: those left when ends that nothing leads to, or that lead nowhere, are taken
// away until there are none. Few theories have circles.
func (s *circleSearch) core() []bool {
	core := make([]bool, len(s.out))
	in, out := make([]int, len(s.out)), make([]int, len(s.out))
	var loose []int32
	for n := range core {
		core[n] = true
		in[n], out[n] = len(s.into[n]), len(s.out[n])
		if in[n] == 0 || out[n] == 0 {
			loose = append(loose, int32(n))
		}
	}
	for len(loose) > 0 {
		n := loose[len(loose)-1]
		loose = loose[:len(loose)-1]
		if !core[n] {
			continue
		}
		core[n] = false
		for _, a := range s.out[n] {
			if in[s.to[a]]--; in[s.to[a]] == 0 {
				loose = append(loose, s.to[a])
			}
		}
		for _, a := range s.into[n] {
			if out[s.from[a]]--; out[s.from[a]] == 0 {
				loose = append(loose, s.from[a])
			}
		}
	}
	return core
}
