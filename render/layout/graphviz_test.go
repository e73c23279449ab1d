package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"icamo/golden"
	"icamo/render/layout/layouttest"
)

// realEngine builds icamo-layout, and gives it a cold cache of its own.
func realEngine(t *testing.T) *Engine {
	t.Helper()
	path, err := layouttest.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return New(path, filepath.Join(t.TempDir(), "icamo"))
}

// TestRealLayout holds the layout of a small graph, byte for byte the same on every machine.
func TestRealLayout(t *testing.T) {
	dot, err := os.ReadFile("testdata/lanes.dot")
	must(t, err)
	g := Graph{
		DOT:   dot,
		Nodes: []string{"rules", "anonymity", "safe", "sharing", "connectedness"},
		Edges: []string{
			"rules -> safe", "anonymity -> safe (inhibits)", "safe -> sharing", "sharing -> safe",
			"sharing -> connectedness", "connectedness -> safe", "connectedness -> connectedness",
		},
	}
	e := realEngine(t)
	l, err := e.Run(context.Background(), g)
	must(t, err)
	if again, err := e.Run(context.Background(), g); err != nil || !cmp.Equal(l, again) {
		t.Errorf("the kept layout differs (%v):\n%s", err, cmp.Diff(l, again))
	}
	kept, err := os.ReadFile(onlyFile(t, filepath.Join(e.cache, "layouts")))
	must(t, err)
	_, answer, _ := bytes.Cut(kept, []byte("\n"))
	golden.Hold(t, "testdata/lanes.json", answer)

	if safe := l.Nodes["safe"]; safe.W != 108 || safe.H != 50.4 {
		t.Errorf("box %+v, want the size that the DOT gave", safe)
	}
	if left, right := l.Nodes["rules"], l.Nodes["safe"]; left.X+left.W/2 >= right.X-right.W/2 {
		t.Errorf("rules %+v is not left of safe %+v", left, right)
	}
	if e := l.Edges["sharing -> safe"]; e.Tail != "safe" || e.Start == nil || e.End != nil {
		t.Errorf("edge %+v, want an arrowhead at its tail alone", e)
	}
}

// TestNativeDot holds that Graphviz's own dot can stand in for icamo-layout.
func TestNativeDot(t *testing.T) {
	path, err := exec.LookPath("dot")
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("Graphviz is not installed")
	}
	must(t, err)
	dot, err := os.ReadFile("testdata/lanes.dot")
	must(t, err)
	l, err := New(path, t.TempDir()).Run(context.Background(), Graph{
		DOT: dot, Nodes: []string{"rules", "safe"}, Edges: []string{"rules -> safe", "connectedness -> safe"},
	})
	must(t, err)
	if left, right := l.Nodes["rules"], l.Nodes["safe"]; left.X+left.W/2 >= right.X-right.W/2 {
		t.Errorf("rules %+v is not left of safe %+v", left, right)
	}
}

func TestRealRefusals(t *testing.T) {
	e := realEngine(t)
	for _, dot := range []string{"", "digraph { a -> "} {
		_, err := e.Run(context.Background(), Graph{DOT: []byte(dot), Nodes: []string{"a"}})
		if err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one line", dot, err)
		}
	}
}

// TestGraphsThatGraphvizCannotFinish lays out graphs that take minutes, or overflow Graphviz's stack.
func TestGraphsThatGraphvizCannotFinish(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a deadline each")
	}
	e := realEngine(t)
	e.Timeout = 4 * time.Second
	if _, err := e.Run(context.Background(), pair); err != nil { // compiles the engine
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	tests := []struct {
		name  string
		edges func(add func(tail, head int))
	}{
		{"chain of 800 into one sink", func(add func(tail, head int)) {
			for i := range 800 {
				add(i, i+1)
				add(i, 800)
			}
		}},
		{"60 nodes all linked", func(add func(tail, head int)) {
			for tail := range 60 {
				for head := range tail {
					add(tail, head)
				}
			}
		}},
		{"200 nodes with 600 links in circles", func(add func(tail, head int)) {
			for range 600 {
				add(random.IntN(200), random.IntN(200))
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			var dot strings.Builder
			var ids []string
			dot.WriteString("digraph { rankdir=LR; node [shape=box, fixedsize=true, label=\"\"];\n")
			test.edges(func(tail, head int) {
				ids = append(ids, fmt.Sprint("e", len(ids)))
				fmt.Fprintf(&dot, "n%d -> n%d [id=%s];\n", tail, head, ids[len(ids)-1])
			})
			dot.WriteString("}\n")
			start := time.Now()
			l, err := e.Run(context.Background(), Graph{DOT: []byte(dot.String()), Edges: ids})
			took := time.Since(start)
			t.Logf("%v after %v", err, took.Round(time.Millisecond))
			if took > e.Timeout+slack {
				t.Errorf("took %v with a deadline of %v", took, e.Timeout)
			}
			if err == nil && !l.Simplified {
				t.Error("laid out in full: no test of the deadline")
			}
			if err != nil && !strings.Contains(err.Error(), "not done after 4s") {
				t.Error(err)
			}
			noProcess(t, e.program)
			if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*")); len(left) > 0 {
				t.Errorf("left in the temporary folder: %v", left)
			}
		})
	}
}

// noProcess fails the test if a process of a program is left; where there is no /proc it cannot tell.
func noProcess(t *testing.T, program string) {
	t.Helper()
	links, _ := filepath.Glob("/proc/[0-9]*/exe")
	for _, link := range links {
		if target, err := os.Readlink(link); err == nil && target == program {
			t.Errorf("%s is left", link)
		}
	}
}

// BenchmarkKeptLayout measures what an unchanged figure pays for its layout.
func BenchmarkKeptLayout(b *testing.B) {
	data, err := os.ReadFile("testdata/lanes.json")
	if err != nil {
		b.Fatal(err)
	}
	if !json.Valid(data) {
		b.Fatal("testdata/lanes.json is no JSON")
	}
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	e := New(self, filepath.Join(b.TempDir(), "icamo"))
	id, err := identity(self)
	if err != nil {
		b.Fatal(err)
	}
	folder, err := privateFolder(e.cache, "layouts")
	if err != nil {
		b.Fatal(err)
	}
	if err := store(folder, entry(id, pair.DOT), data); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := e.Run(context.Background(), Graph{DOT: pair.DOT}); err != nil {
			b.Fatal(err)
		}
	}
}
