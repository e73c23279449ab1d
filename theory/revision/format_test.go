package revision_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// notSaid are the keys that are not compared, as they say where things stand: the links' ends are in their ids.
var notSaid = []string{"theory.id", "theory.include", "link.from", "link.to"}

// TestEveryKeyOfTheFormatIsCompared changes each key in turn, and looks for it among the fields of the one change.
func TestEveryKeyOfTheFormatIsCompared(t *testing.T) {
	for _, table := range theory.Format {
		for _, key := range table.Keys {
			name := table.Name + "." + key.Name
			if slices.Contains(notSaid, name) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				first, second := samples(&key)
				changes := revision.Compare(written(t, &table, &key, first), written(t, &table, &key, second)).Changes
				if len(changes) != 1 || len(changes[0].Fields) != 1 {
					t.Fatalf("%s and %s give %v", first, second, changes)
				}
				want := map[string]string{"evidence.case": "cases", "case.attributes": "attributes.a"}[name]
				if want == "" {
					want = key.Name
				}
				if key.Name == "accept" {
					want = "accept.PT206"
				}
				f := changes[0].Fields[0]
				if f.Name != want || f.Old == nil || f.New == nil && key.Type != theory.Flag {
					t.Errorf("%s and %s give the field %+v, not %s", first, second, f, want)
				}
			})
		}
	}
}

// samples are two values of a key, in TOML.
func samples(key *theory.Key) (string, string) {
	switch key.Type {
	case theory.Word:
		return quote(key.Words[0]), quote(key.Words[1])
	case theory.Text, theory.Reference:
		return `"n1"`, `"n2"`
	case theory.Texts, theory.References:
		return `["n1"]`, `["n2"]`
	case theory.Whole:
		return "1", "2"
	case theory.Number:
		return "0.5", "0.25"
	case theory.Flag:
		return "true", "false"
	case theory.Interval:
		return "[0, 1]", "[0, 2]"
	case theory.Attributes:
		return "{ a = 1 }", "{ a = 2 }"
	default:
		return `{ PT206 = "x" }`, `{ PT206 = "y" }`
	}
}

func quote(s string) string { return fmt.Sprintf("%q", s) }

// written is a theory with one element of a table, which has all the keys that it must have and the one given.
func written(t *testing.T, table *theory.Table, key *theory.Key, value string) *theory.Theory {
	t.Helper()
	var b strings.Builder
	b.WriteString("[theory]\nid = \"t\"\n")
	if table.Name != "theory" || key.Name != "title" {
		b.WriteString("title = \"T\"\n")
	}
	switch {
	case table.Single:
	case table.Repeated:
		b.WriteString("[[link]]\nfrom = \"a\"\nto = \"b\"\n")
	default:
		fmt.Fprintf(&b, "[%s.x]\n", table.Name)
		for _, k := range table.Keys {
			if first, _ := samples(&k); k.Required && k.Name != key.Name {
				fmt.Fprintf(&b, "%s = %s\n", k.Name, first)
			}
		}
	}
	fmt.Fprintf(&b, "%s = %s\n", key.Name, value)
	return theorytest.Load(t, b.String())
}
