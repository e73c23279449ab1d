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
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"icamo/golden"
)

// realEngine lays out with Graphviz in this process, and remembers nothing yet.
func realEngine(t *testing.T) *Engine {
	t.Helper()
	return New(filepath.Join(t.TempDir(), "icamo"))
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

// TestNativeDot holds that Graphviz's own dot can stand in for the Graphviz in this program.
func TestNativeDot(t *testing.T) {
	path, err := exec.LookPath("dot")
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("Graphviz is not installed")
	}
	must(t, err)
	dot, err := os.ReadFile("testdata/lanes.dot")
	must(t, err)
	l, err := NewProgram(t.TempDir(), path).Run(context.Background(), Graph{
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

// TestGraphsThatGraphvizCannotFinish lays out graphs that take minutes: with straight lines, or not at all, and then no more
// are begun than there are processors.
func TestGraphsThatGraphvizCannotFinish(t *testing.T) {
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
			var dot strings.Builder
			var ids []string
			dot.WriteString("digraph { rankdir=LR; node [shape=box, fixedsize=true, label=\"\"];\n")
			test.edges(func(tail, head int) {
				ids = append(ids, fmt.Sprint("e", len(ids)))
				fmt.Fprintf(&dot, "n%d -> n%d [id=%s];\n", tail, head, ids[len(ids)-1])
			})
			dot.WriteString("}\n")
			e := newStage(t, "Graphviz") // which can be ended, so that the tests after this one have the processors
			e.Timeout = 4 * time.Second
			start := time.Now()
			_, err := e.Run(context.Background(), Graph{DOT: []byte(dot.String()), Edges: ids})
			took := time.Since(start)
			t.Logf("%v after %v", err, took.Round(time.Millisecond))
			if took > e.Timeout+slack {
				t.Errorf("took %v with a deadline of %v", took, e.Timeout)
			}
			if err != nil && !strings.Contains(err.Error(), "not done after") {
				t.Error(err)
			}
			e.clean(t)
		})
	}
}

// TestGivenUp holds that layouts that take too long in this process end as an error each, that no more of them go on than
// there are processors, and that what is asked for afterwards is refused at once.
func TestGivenUp(t *testing.T) {
	e := New("")
	e.Timeout = 20 * time.Millisecond
	most := runtime.GOMAXPROCS(0)
	for i := range 3 * most {
		var dot strings.Builder
		fmt.Fprintf(&dot, "digraph { n%d;", i)
		for tail := range 40 {
			for head := range tail {
				fmt.Fprintf(&dot, "n%d -> n%d;", tail, head)
			}
		}
		dot.WriteString("}")
		_, err := e.Run(context.Background(), Graph{DOT: []byte(dot.String())})
		if err == nil || !strings.Contains(err.Error(), "not done after 20ms") {
			t.Errorf("error %v, want that it took too long", err)
		}
		if left := int(e.left.Load()); left > most {
			t.Errorf("%d layouts go on, want %d at most", left, most)
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
	e := New(filepath.Join(b.TempDir(), "icamo"))
	id, err := e.identity()
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
