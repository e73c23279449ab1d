package graphs_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"icamo/golden"
	"icamo/theory"
	"icamo/theory/exchange/graphs"
	"icamo/theory/theorytest"
)

var writers = []struct {
	name  string
	write func(io.Writer, *theory.Theory) ([]string, error)
}{
	{"graphml", graphs.GraphML}, {"kumu.json", graphs.Kumu}, {"dagitty", graphs.DAGitty}, {"cx2", graphs.CX2},
}

// circle is a theory with a circle, two links that join the same nodes, a label that stands twice, and what no format holds.
const circle = `[theory]
id = "circle"
title = "A circle & more"

[intervention.walks]
label = "Walks"

[mechanism.being-missed]
label = "Being \"missed\" <now>\nand then"
supported_by = ["q"]

[outcome.going-out]
label = "Going out"

[outcome.home]
label = "Going out"

[outcome.gone]
label   = "Gone"
dropped = "nobody said so"

[[link]]
from = "walks"
to   = "being-missed"

[[link]]
from   = "walks"
to     = "being-missed"
effect = "inhibits"

[[link]]
from    = "being-missed"
to      = "going-out"
status  = "supported"
because = "They ring."
supported_by = ["q"]

[[link]]
from = "going-out"
to   = "being-missed"

[[link]]
from = "going-out"
to   = "gone"

[[link]]
from = "going-out"
to   = "home"

[configuration.one]
title     = "One"
mechanism = ["being-missed"]
context   = ["going-out"]

[evidence.q]
type = "quote"
text = "they ring"
`

func TestFormats(t *testing.T) {
	th := theorytest.Faultless(t, circle)
	for _, f := range writers {
		var out bytes.Buffer
		lost, err := f.write(&out, th)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		fmt.Fprintf(&out, "\nno place for:\n%s\n", strings.Join(lost, "\n"))
		golden.Hold(t, filepath.Join("testdata", "circle."+f.name), out.Bytes())
	}
}

// TestFormatsAreRead holds that the formats can be read, whatever is in a theory, and have all nodes and links.
func TestFormatsAreRead(t *testing.T) {
	for _, text := range []string{circle, theorytest.Large(40, 200, false), strings.ReplaceAll(circle, "They ring.", theorytest.Orders)} {
		th := theorytest.Load(t, text)
		live := len(th.Graph().Nodes)
		var out bytes.Buffer
		if _, err := graphs.GraphML(&out, th); err != nil {
			t.Fatal(err)
		}
		count := make(map[string]int)
		for d := xml.NewDecoder(&out); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if start, ok := token.(xml.StartElement); ok {
				count[start.Name.Local]++
			}
		}
		if count["node"] != live || count["edge"] != len(th.Graph().Links) {
			t.Errorf("GraphML has %d nodes and %d edges, the theory %d and %d", count["node"], count["edge"], live, len(th.Graph().Links))
		}
		var kumu struct{ Elements, Connections []map[string]string }
		out.Reset()
		if _, err := graphs.Kumu(&out, th); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out.Bytes(), &kumu); err != nil || len(kumu.Elements) != live || len(kumu.Connections) != len(th.Graph().Links) {
			t.Errorf("Kumu has %d elements and %d connections, the theory %d and %d: %v", len(kumu.Elements), len(kumu.Connections), live, len(th.Graph().Links), err)
		}
		labels := make(map[string]bool)
		for _, e := range kumu.Elements {
			labels[e["label"]] = true
		}
		for _, c := range kumu.Connections {
			if !labels[c["from"]] || !labels[c["to"]] {
				t.Errorf("Kumu connects %q with %q, which are no elements", c["from"], c["to"])
			}
		}
		out.Reset()
		if _, err := graphs.CX2(&out, th); err != nil || !json.Valid(out.Bytes()) {
			t.Errorf("CX2 is no JSON: %v", err)
		}
		out.Reset()
		if _, err := graphs.DAGitty(&out, th); err != nil {
			t.Fatal(err)
		}
		if around := circleIn(out.String()); around != "" {
			t.Errorf("DAGitty has a circle through %s", around)
		}
	}
}

// circleIn takes nodes that nothing leads to out of a graph until there is none: what is left is in or behind a circle.
func circleIn(dag string) string {
	into := make(map[string]int)
	next := make(map[string][]string)
	for line := range strings.Lines(dag) {
		if from, to, ok := strings.Cut(strings.TrimSpace(line), " -> "); ok {
			into[from] += 0
			into[to]++
			next[from] = append(next[from], to)
		}
	}
	for found := true; found; {
		found = false
		for n, count := range into {
			if count == 0 {
				for _, to := range next[n] {
					into[to]--
				}
				delete(into, n)
				found = true
			}
		}
	}
	for n := range into {
		return n
	}
	return ""
}
