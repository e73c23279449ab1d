package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/theorytest"
)

// TestEveryKeyIsRead holds that what a file says under each key of the format is what the model says under it, and under no
// other key, also once the file is tidied.
func TestEveryKeyIsRead(t *testing.T) {
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		first, _ := theorytest.Samples(key)
		_, without := theorytest.Samples(key)
		text := theorytest.WithKey(table, key, first)
		tidy, fault := load.Tidy("t.toml", []byte(text))
		if fault != nil {
			t.Fatal(fault.Message)
		}
		for _, text := range []string{text, string(tidy)} {
			said, other := says(t, table, text), says(t, table, theorytest.WithKey(table, key, without))
			for _, k := range table.Keys {
				own := k.Name == key.Name || k.Name == key.Within || k.Within == key.Name
				if differs := said[k.Name] != other[k.Name]; differs != own {
					t.Errorf("%s says %q with %s, and %q with %s", k.Name, said[k.Name], first.TOML, other[k.Name], without.TOML)
				}
			}
			if !strings.Contains(said[key.Name], first.Text) {
				t.Errorf("%s says %q, not %q", key.Name, said[key.Name], first.Text)
			}
		}
	})
}

// says is what the only element of a table says under each key.
func says(t *testing.T, table *theory.Table, text string) map[string]string {
	t.Helper()
	th := theorytest.Load(t, text)
	for _, f := range th.Faults {
		if !slices.Contains([]theory.FaultKind{theory.UnknownReferenceFault, theory.FileReferenceFault}, f.Kind) {
			t.Fatal(f.Message)
		}
	}
	said := make(map[string]string)
	for r := range th.Records() {
		if r.Table() != table {
			continue
		}
		for i := range table.Keys {
			key := &table.Keys[i]
			if value := key.Says(r); value != nil {
				said[key.Name] = unplaced(value)
			}
		}
	}
	return said
}

// unplaced is a value without the places of its parts.
func unplaced(value any) string {
	switch value := value.(type) {
	case theory.Ref:
		return value.ID
	case []theory.Ref:
		var ids []string
		for _, ref := range value {
			ids = append(ids, ref.ID)
		}
		return strings.Join(ids, " ")
	case []theory.Acceptance:
		return value[0].Code + " " + value[0].Reason
	}
	return fmt.Sprint(value)
}
