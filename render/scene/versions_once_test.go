package scene

import (
	"math/rand/v2"
	"slices"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
)

// TestEachLinkOnceInItsVersion holds that the figure of one of two versions has the links of that version, each on one line between the
// boxes of its ends, whatever was split and merged on the way to the other.
func TestEachLinkOnceInItsVersion(t *testing.T) {
	const old = `
[theory]
id = "t"
title = "T"
[intervention.a]
label = "A"
[context.c]
label = "C"
[mechanism.m]
label = "M"
[outcome.o]
label = "O"
[[link]]
from = "a"
to = "m"
[[link]]
from = "m"
to = "o"
[[link]]
from = "m"
to = "o"
effect = "inhibits"
[[link]]
from = "m"
to = "m"
[[link]]
from = "c"
to = "m -> o"
`
	const split = `
[theory]
id = "t"
title = "T"
revises = "old.toml"
[intervention.a]
label = "A"
[context.c1]
label = "C one"
was = ["c"]
[context.c2]
label = "C two"
was = ["c"]
[mechanism.m2]
label = "M two"
was = ["m"]
[mechanism.m1]
label = "M one"
was = ["m"]
[outcome.o1]
label = "O one"
was = ["o"]
[outcome.o2]
label = "O two"
was = ["o"]
[[link]]
from = "a"
to = "m1"
[[link]]
from = "a"
to = "m2"
[[link]]
from = "m1"
to = "o1"
[[link]]
from = "m2"
to = "o1"
[[link]]
from = "m2"
to = "o2"
[[link]]
from = "m1"
to = "m1"
[[link]]
from = "c1"
to = "m1 -> o1"
[[link]]
from = "c2"
to = "m2 -> o2"
`
	files := map[string]string{"old.toml": old, "new.toml": split}
	later := theorytest.LoadFiles(t, files, "new.toml")
	pairs := [][2]*theory.Theory{{later.Earlier, later},
		{theorytest.Open(t, "peer/initial.toml"), theorytest.Open(t, "peer/revised.toml")}}
	random := rand.New(rand.NewPCG(22, 20))
	for range 150 { // ids that both have are one node, and some others were split or merged
		old, new := theorytest.Random(t, random), theorytest.Random(t, random)
		new.Earlier = old
		for _, n := range new.Nodes {
			for random.IntN(3) == 0 {
				n.Was = append(n.Was, theory.Ref{ID: old.Nodes[random.IntN(len(old.Nodes))].ID})
			}
		}
		pairs = append(pairs, [2]*theory.Theory{old, new})
	}
	for i, pair := range pairs {
		for _, way := range [][2]*theory.Theory{{pair[0], pair[1]}, {pair[1], pair[0]}} {
			s, err := New(way[0], Options{Against: way[1]})
			if err != nil {
				t.Fatal(err)
			}
			seen := make(map[*theory.Link]int)
			for _, l := range s.DrawnLines() {
				seen[l.Link]++
				if l.Onto == nil && (l.From.Node != l.Link.Source || l.To.Node != l.Link.Target) || l.Onto != nil && (l.From.Node != l.Link.Source || l.Onto.Link != l.Link.Onto) {
					t.Errorf("pair %d: the line of %s joins other boxes", i, l.Link.ID)
				}
			}
			p := whole(way[0])
			for _, l := range slices.Concat(p.links, p.onSteps) {
				if seen[l] != 1 {
					t.Errorf("pair %d: %s has %d lines", i, l.ID, seen[l])
				}
				delete(seen, l)
			}
			for l := range seen {
				t.Errorf("pair %d: a line of %s, which is no link of that version", i, l.ID)
			}
		}
	}
}
