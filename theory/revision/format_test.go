package revision_test

import (
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// notSaid are the keys that are not compared, as they say where things stand: the links' ends are in their ids.
var notSaid = []string{"theory.id", "theory.include", "link.from", "link.to"}

// notTold are the keys whose change is told without its words: an arrow shows a link's effect, and which version revises which
// is what the text is about.
var notTold = []string{"link.effect", "theory.revises"}

// TestEveryKeyOfTheFormatIsCompared changes each key in turn, and looks for it among the fields of the one change, and for
// its name and both values in what the change is told as.
func TestEveryKeyOfTheFormatIsCompared(t *testing.T) {
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		name := table.Name + "." + key.Name
		if slices.Contains(notSaid, name) {
			return
		}
		first, second := theorytest.Samples(key)
		r := revision.Compare(theorytest.Load(t, theorytest.WithKey(table, key, first)), theorytest.Load(t, theorytest.WithKey(table, key, second)))
		if len(r.Changes) != 1 || len(r.Changes[0].Fields) != 1 {
			t.Fatalf("%s and %s give %v", first.TOML, second.TOML, r.Changes)
		}
		want := map[string]string{"evidence.case": "cases", "case.attributes": "attributes.a"}[name]
		if want == "" {
			want = key.Name
		}
		if key.Name == "accept" {
			want = "accept.PT206"
		}
		f := r.Changes[0].Fields[0]
		if f.Name != want || f.Old == nil || f.New == nil && key.Type != theory.Flag {
			t.Errorf("%s and %s give the field %+v, not %s", first.TOML, second.TOML, f, want)
		}

		if slices.Contains(notTold, name) {
			return
		}
		var told strings.Builder
		if err := revision.Text(&told, r, false); err != nil {
			t.Fatal(err)
		}
		for _, sample := range []theorytest.Sample{first, second} {
			text := sample.Text
			if key.Type == theory.Flag { // told by its name alone
				text = strings.ReplaceAll(key.Name, "_", " ")
			}
			if !strings.Contains(told.String(), text) {
				t.Errorf("%q is not told in:\n%s", text, told.String())
			}
		}
	})
}
