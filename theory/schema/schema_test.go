package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"icamo/golden"
	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/theorytest"
)

const theories = "../../theories"

// The schema that the project's theories name is the one made from the format.
func TestSchemaFile(t *testing.T) {
	golden.Hold(t, filepath.Join(theories, File), JSON())
}

// compiled is the schema as a validator reads it, held itself against draft-07.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(File, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(File)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, name string, text []byte) error {
	t.Helper()
	var values map[string]any
	if err := toml.Unmarshal(text, &values); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	data, err := json.Marshal(values)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s.Validate(doc)
}

func TestTheoriesFitTheSchema(t *testing.T) {
	s := compiled(t)
	found := 0
	err := filepath.WalkDir(theories, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" || d.Name() == load.SettingsFile {
			return err
		}
		found++
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := validate(t, s, name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 5 {
		t.Errorf("only %d files in %s", found, theories)
	}
}

// The schema and the reader refuse and allow the same, wherever a schema can tell.
func TestSchemaAgreesWithTheReader(t *testing.T) {
	s := compiled(t)
	const head = "[theory]\nid = \"t\"\ntitle = \"T\"\n"
	for _, c := range []struct{ toml, at string }{ // at: where the schema finds fault
		{head, "nowhere"},
		{"[theory]\nid = \"t\"", "theory"},
		{"[theory]\nid = \"t\"\ntitle = \" \"", "theory/title"},
		{head + "heuristic = \"CMOC\"", "theory/heuristic"},
		{head + "include = \"evidence.toml\"", "theory/include"},
		{head + "[mechansim.hope]\nlabel = \"Hope\"", ""},
		{head + "[mechanism.hope]\nlabel = \"Hope\"\nresource = \"R\"\nreasoning = \"Q\"", "nowhere"},
		{head + "[outcome.hope]\nlabel = \"Hope\"\nreasoning = \"Q\"", "outcome/hope"},
		{head + "[outcome.Big_Hope]\nlabel = \"Hope\"", "outcome"},
		{head + "[outcome.hope]\nlabel = \"Hope\"\ndropped = \"\"", "outcome/hope/dropped"},
		{head + "[outcome.hope]\nlabel = \"Hope\"\nunintended = \"yes\"", "outcome/hope/unintended"},
		{head + "[outcome]\nlabel = \"Hope\"", "outcome/label"},
		{head + "[outcome.hope]", "outcome/hope"},
		{head + "[[link]]\nfrom = \"a\"", "link/0"},
		{head + "[link]\nfrom = \"a\"\nto = \"b\"", "link"},
		{head + "[actor.a]\nlabel = \"A\"\n[mechanism.b]\nlabel = \"B\"\n[[link]]\nfrom = \"a\"\nto = \"b\"\naccept = { PT206 = \"one case suffices here\" }", "nowhere"},
		{head + "[actor.a]\nlabel = \"A\"\naccept = { PT206 = \"\" }", "actor/a/accept/PT206"},
		{head + "[configuration.c]\ntitle = \"C\"\nnumber = 1.5", "configuration/c/number"},
		{head + "[configuration.c]\ntitle = \"C\"\nnumber = 10_000", "configuration/c/number"},
		{head + "[case.p1]\nlabel = \"P\"\nattributes = { age = 30, sex = \"female\", left = false }", "nowhere"},
		{head + "[case.p1]\nlabel = \"P\"\nattributes = { ages = [30] }", "case/p1/attributes/ages"},
		{head + "[evidence.e]\ntype = \"effect\"\nestimate = 3.6\ninterval = [0.5, 7]\np = \"0.02\"", "nowhere"},
		{head + "[evidence.e]\ntype = \"effect\"\np = 0.02", "evidence/e/p"},
		{head + "[evidence.e]\ntype = \"effect\"\ninterval = [0.5]", "evidence/e/interval"},
		{head + "[evidence.e]\ntype = \"anecdote\"", "evidence/e/type"},
	} {
		err := validate(t, s, "t.toml", []byte(c.toml))
		got := "nowhere"
		if err != nil {
			got = deepest(err.(*jsonschema.ValidationError))
		}
		th := theorytest.Load(t, c.toml)
		if got != c.at {
			t.Errorf("the schema finds fault at %q, want %q, in\n%s\n%v", got, c.at, c.toml, err)
		}
		if (len(th.Faults) > 0) != (c.at != "nowhere") {
			t.Errorf("the reader finds %v, the schema %v, in\n%s", th.Faults, err, c.toml)
		}
	}
}

// deepest is where the fault lies: the longest place that the error names.
func deepest(err *jsonschema.ValidationError) string {
	at := strings.Join(err.InstanceLocation, "/")
	for _, cause := range err.Causes {
		if d := deepest(cause); len(d) > len(at) {
			at = d
		}
	}
	return at
}

// TestEveryKeyIsInTheSchema holds that the schema allows each key, describes it, and refuses it under another name.
func TestEveryKeyIsInTheSchema(t *testing.T) {
	s := compiled(t)
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		first, _ := theorytest.Samples(key)
		if key.Doc == "" || !bytes.Contains(JSON(), []byte(key.Doc)) {
			t.Errorf("it is not described by %q", key.Doc)
		}
		if err := validate(t, s, key.Name, []byte(theorytest.WithKey(table, key, first))); err != nil {
			t.Error(err)
		}
		unknown := *key
		unknown.Name += "_x"
		if validate(t, s, unknown.Name, []byte(theorytest.WithKey(table, &unknown, first))) == nil {
			t.Error("the schema allows any key")
		}
	})
}
