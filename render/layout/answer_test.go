package layout

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	got, err := read([]byte(`{"name": "%3", "bb": "10,-20,210,80",
		"objects": [
			{"_gvid": 0, "name": "cluster_mechanism", "bb": "10,-20,60,80", "nodes": [1]},
			{"_gvid": 1, "name": "feeling-safe", "pos": "46,30", "width": "1", "height": "0.5"},
			{"_gvid": 2, "name": "", "pos": "174,30!", "width": "0.05", "height": "0.05"}],
		"edges": [
			{"tail": 1, "head": 2, "id": "forth", "pos": "e,172,30 82,30 100,40 120,40 162,30"},
			{"tail": 1, "head": 2, "id": "back", "pos": "s,82,20 92,20 100,10 120,10 130,15 140,1e1 150,10 172,28"},
			{"tail": 2, "head": 1, "pos": ""}]}`), Graph{Nodes: []string{"feeling-safe"}, Edges: []string{"back", "forth"}})
	if err != nil {
		t.Fatal(err)
	}
	want := &Layout{
		Width: 200, Height: 100,
		Nodes: map[string]Box{
			"feeling-safe": {X: 36, Y: 50, W: 72, H: 36},
			"":             {X: 164, Y: 50, W: 3.6, H: 3.6},
		},
		Edges: map[string]Edge{
			"forth": {
				Tail: "feeling-safe", End: &Point{162, 50},
				Curve: []Point{{72, 50}, {90, 40}, {110, 40}, {152, 50}},
			},
			"back": {
				Tail: "feeling-safe", Start: &Point{72, 60},
				Curve: []Point{{82, 60}, {90, 70}, {110, 70}, {120, 65}, {130, 70}, {140, 70}, {162, 52}},
			},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	const (
		nodes = `{"bb": "0,0,9,9", "objects": [{"_gvid": 0, "name": "a", "pos": "1,1", "width": "1", "height": "1"}]`
		edge  = nodes + `, "edges": [{"id": "aa", "tail": 0, "head": 0, "pos": "`
	)
	tests := []struct{ answer, want string }{
		{`{}`, `bounding box: 4 numbers expected, not ""`},
		{`{"bb": "0,0,inf,1"}`, `bounding box: "inf" is no coordinate`},
		{`{"bb": "0,0,-1,1"}`, `bounding box "0,0,-1,1" is inside out`},
		{`{"bb": 7}`, "the answer is not json0"},
		{`[]`, "the answer is not json0"},
		{strings.Repeat("[", 1<<20), "the answer is not json0"},
		{nodes, "the answer ends in the middle"},
		{nodes + `}`, `no line for edge "aa"`},
		{strings.Replace(nodes, "1,1", "1", 1) + `}`, `node "a": 2 numbers expected, not "1"`},
		{strings.Replace(nodes, "1,1", "1,1e99", 1) + `}`, `node "a": "1e99" is no coordinate`},
		{strings.Replace(nodes, `"width": "1"`, `"width": "-1"`, 1) + `}`, `size of node "a" is negative`},
		{strings.Replace(nodes, `"width": "1"`, `"width": ""`, 1) + `}`, `size of node "a": "" is no coordinate`},
		{strings.Replace(nodes, `"_gvid": 0,`, "", 1) + `}`, `node "a" has no number`},
		{strings.Replace(nodes, `[{`, `[{"_gvid": 1, "name": "a", "pos": "1,1", "width": "1", "height": "1"}, {`, 1) + `}`, `node "a" is placed twice`},
		{strings.Replace(nodes, `[{`, `[{"_gvid": 0, "name": "b", "pos": "1,1", "width": "1", "height": "1"}, {`, 1) + `}`, "two nodes have one number"},
		{edge + `"}]}`, `edge "aa": a curve of 0 points`},
		{edge + `1,1 2,2 3,3"}]}`, `edge "aa": a curve of 3 points`},
		{edge + `1,1 2,2 3,3 4,4 5,5"}]}`, `edge "aa": a curve of 5 points`},
		{edge + `1,1 2,2 3,3 x,4"}]}`, `edge "aa": "x" is no coordinate`},
		{edge + `1,1 2,2 3,3 4,4;5,5 6,6 7,7 8,8"}]}`, `edge "aa": 2 numbers expected`},
		{strings.Replace(edge, `"head": 0`, `"head": 5`, 1) + `1,1 2,2 3,3 4,4"}]}`, `edge "aa" joins nodes that are not there`},
		{edge + `1,1 2,2 3,3 4,4"}, {"id": "aa", "tail": 0, "head": 0, "pos": "1,1 2,2 3,3 4,4"}]}`, `edge "aa" is drawn twice`},
		{strings.Replace(edge, `"head": 0,`, ``, 1) + `1,1 2,2 3,3 4,4"}]}`, `edge "aa" has no ends`},
	}
	for _, test := range tests {
		_, err := read([]byte(test.answer), Graph{Nodes: []string{"a"}, Edges: []string{"aa"}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.200s\nerror %v, want %s", test.answer, err, test.want)
		}
	}
}

// FuzzRead reads answers of any kind: none panics, and what is accepted can be drawn.
func FuzzRead(f *testing.F) {
	f.Add([]byte(good))
	for _, seed := range []string{
		"", "{}", "[[[[", `{"bb":"0,0,nan,1"}`, good + good,
		`{"bb":"0,0,9,9","objects":[{"_gvid":0,"name":"a","pos":"1,1!","width":"1","height":"1"}],"edges":[` +
			`{"id":"x","tail":0,"head":0,"pos":"s,1,1 e,2,2 1,1 2,2 3,3 4,4 5,5 6,6 7,7"}]}`,
	} {
		f.Add([]byte(seed))
	}
	real, err := filepath.Glob("testdata/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range real {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := read(data, Graph{})
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %v", err)
			}
			return
		}
		coordinate := func(values ...float64) {
			for _, v := range values {
				if math.IsNaN(v) || math.Abs(v) > 3*farthest*pointsPerInch {
					t.Fatalf("coordinate %v", v)
				}
			}
		}
		coordinate(l.Width, l.Height)
		for _, b := range l.Nodes {
			coordinate(b.X, b.Y, b.W, b.H)
		}
		for id, e := range l.Edges {
			if len(e.Curve) < 4 || len(e.Curve)%3 != 1 {
				t.Fatalf("edge %q has a curve of %d points", id, len(e.Curve))
			}
			if _, ok := l.Nodes[e.Tail]; !ok {
				t.Fatalf("edge %q starts nowhere", id)
			}
			if _, ok := l.Nodes[e.Head]; !ok {
				t.Fatalf("edge %q ends nowhere", id)
			}
			for _, p := range e.Curve {
				coordinate(p.X, p.Y)
			}
		}
	})
}
