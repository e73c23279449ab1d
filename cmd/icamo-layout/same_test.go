package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"icamo/render"
	"icamo/render/fit"
	"icamo/render/graphviz"
	"icamo/theory/load"
)

// TestSameLayouts holds icamo's Graphviz to go-graphviz's, byte for byte: on the graph of every theory of the project, in
// rows and in columns, and on hundreds of random ones.
func TestSameLayouts(t *testing.T) {
	graphs := theories(t)
	for seed := range 300 {
		graphs[fmt.Sprintf("random %d", seed)] = random(rand.New(rand.NewPCG(uint64(seed), 7)))
	}
	for name, dot := range graphs {
		want, err := layout(context.Background(), dot)
		if err != nil {
			t.Fatalf("%s: the reference: %v", name, err)
		}
		got, err := graphviz.Layout(dot)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: another layout than the reference's\n%s", name, dot)
		}
	}
	if len(graphs) < 308 {
		t.Errorf("only %d graphs", len(graphs))
	}
}

// theories are the graphs of the project's theories, as they are given to other tools.
func theories(t *testing.T) map[string][]byte {
	t.Helper()
	graphs := make(map[string][]byte)
	err := filepath.WalkDir("../../theories", func(name string, entry os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" {
			return err
		}
		th, err := load.Open(name)
		if err != nil {
			return nil // what theories include
		}
		for _, o := range []render.Options{{}, {Paper: fit.Paper{Lanes: fit.Rows, Width: 510}}} {
			dot, _, err := render.DOT(th, o)
			if err != nil {
				return err
			}
			graphs[fmt.Sprintf("%s %v", name, o.Lanes)] = dot
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return graphs
}

// random is a graph with ranks, clusters, sizes and edges of weights, as figures have them.
func random(r *rand.Rand) []byte {
	var b strings.Builder
	b.WriteString("digraph g { ")
	if r.IntN(2) == 0 {
		b.WriteString("rankdir=LR; ")
	}
	fmt.Fprintf(&b, "nodesep=%.2f; ranksep=%.2f; node [shape=box, fixedsize=true, label=\"\"];\n", 0.1+r.Float64()/2, 0.2+r.Float64())
	nodes := 6 + r.IntN(25) // so that no node is of two sets
	for i := range nodes {
		fmt.Fprintf(&b, "n%d [width=%.3f, height=%.3f];\n", i, 0.5+r.Float64(), 0.3+r.Float64()/2)
	}
	if r.IntN(3) == 0 {
		fmt.Fprintf(&b, "subgraph cluster_a { n0; n%d; }\n{ rank=same; n1; n%d; }\n", nodes-1, nodes/2)
	}
	for i := range r.IntN(3 * nodes) {
		fmt.Fprintf(&b, "n%d -> n%d [id=e%d, weight=%d, minlen=%d];\n", r.IntN(nodes), r.IntN(nodes), i, 1+r.IntN(3), r.IntN(3))
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
