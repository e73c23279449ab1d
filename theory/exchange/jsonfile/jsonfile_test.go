package jsonfile_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/jsonfile"
	"icamo/theory/schema"
	"icamo/theory/theorytest"
)

// TestTheoriesAsJSON holds that a theory written as JSON is what the schema says, and comes back as it was.
func TestTheoriesAsJSON(t *testing.T) {
	described, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.JSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("theory.json", described); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("theory.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"minimal.toml", "peer/initial.toml", "peer/revised.toml", "youth-peer-support/theory.toml"} {
		var first, second bytes.Buffer
		if _, err := jsonfile.Write(&first, theorytest.Open(t, name)); err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := compiled.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, left := imported(t, first.String())
		if len(left) > 0 {
			t.Errorf("%s: left: %v", name, left)
		}
		if _, err := jsonfile.Write(&second, theorytest.Load(t, unmarked(again))); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(inAnyOrder(first.String()), inAnyOrder(second.String())); diff != "" {
			t.Errorf("%s (-written +written again):\n%s", name, diff)
		}
	}
}

// inAnyOrder is the lines of a text, sorted: links that act on others are read after all of those.
func inAnyOrder(text string) []string {
	return slices.Sorted(strings.SplitSeq(strings.ReplaceAll(text, ",\n", "\n"), "\n"))
}

// imported is the theory file that a JSON text makes, and what was left.
func imported(t *testing.T, text string) (string, []string) {
	t.Helper()
	d := draft.New("t", "T")
	if err := jsonfile.Import(d, "found.json", []byte(text)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, l := range d.Left {
		left = append(left, fmt.Sprintf("%s: %s", l.At.Path, l.Says))
	}
	return out.String(), left
}

// unmarked is a theory of which all was looked at.
func unmarked(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "unreviewed ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestImport(t *testing.T) {
	text, left := imported(t, `{
"link": [{"from": "Rules agreed!", "to": "safe", "because": "they said so"}, {"from": "safe", "to": "nowhere"}, "x",
  {"from": "Rules agreed!", "to": "safe -> out", "effect": "inhibits"}, {"from": "safe", "to": "out", "effect": "helps"}, {"from": "safe", "to": "out"}],
"context": {"Rules agreed!": {"label": "Rules agreed", "colour": "red", "supported_by": ["q", "r"]}},
"mechanism": {"safe": {"label": 7, "reasoning": "I feel safe"}},
"outcome": {"out": {"label": "Going out", "horizon": "soon", "unintended": true}},
"evidence": {"q": {"type": "quote", "text": "we had rules"}},
"colours": {}
}`)
	wantLeft := []string{
		`link 3: it is no object`,
		`link 5: its effect is "helps", which is neither promotes nor inhibits`,
		`context.Rules agreed!.colour: there is no such key in a table of this kind`,
		`mechanism.safe.label: it is not a text`,
		`outcome.out.horizon: "soon"; there are output, immediate, intermediate, distal`,
		`colours: a theory has no table of this name`,
		`link 2: it leads from "safe" to "nowhere", which are not both there`,
		`context.Rules agreed!.supported_by: there is no evidence "r"`,
	}
	if diff := cmp.Diff(wantLeft, left); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	for _, want := range []string{"[context.rules-agreed]\n", `supported_by = ["q"]`, `to          = "safe -> out"`} {
		if !strings.Contains(text, want) && !strings.Contains(unspaced(text), unspaced(want)) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
}

// unspaced is a text without the spaces that lay it out.
func unspaced(text string) string { return strings.ReplaceAll(text, " ", "") }

func TestHostileJSON(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", "it ends too soon"},
		{"half of it", `{"link": [`, "it ends too soon"},
		{"a list", "[]", "is not an object of tables"},
		{"a number", "1", "is not an object of tables"},
		{"more than one", "{} {}", "more than one value"},
		{"deep", strings.Repeat(`{"a":`, 100_000), "nests deeper than 8 levels"},
		{"no JSON", "{a}", "is no JSON that can be read"},
	}
	for _, test := range tests {
		err := jsonfile.Import(draft.New("t", "T"), "found.json", []byte(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, not %q", test.name, err, test.want)
		}
	}
}
