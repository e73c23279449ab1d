package page

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/theorytest"
	"icamo/theory/wording"
)

// TestEveryKeyIsOnThePage looks for what an element says under each key in what the page says of it.
func TestEveryKeyIsOnThePage(t *testing.T) {
	// What is accepted is told with the findings, and what an element was beside the earlier version. The rest says which
	// file or version it is, and how to read it.
	notTold := []string{"theory.id", "theory.heuristic", "theory.revises", "theory.include", "theory.language", "theory.version"}
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		if key.Name == "accept" || key.Name == "was" || slices.Contains(notTold, table.Name+"."+key.Name) {
			return
		}
		_, second := theorytest.Samples(key)
		if key.Type == theory.Flag {
			second, _ = theorytest.Samples(key)
		}
		want := map[string]string{"unintended": "nobody meant it", "lower_is_better": "yes", "valence": "Wanted", "effect": "nhibits"}[key.Name]
		switch {
		case want != "":
		case key.Type == theory.Word:
			want = wording.English.Word(second.Text)
		case key.Type == theory.Flag:
			want = "yes"
		default:
			want = second.Text
		}
		c := newCatalogue(theorytest.Load(t, theorytest.WithKey(table, key, second)), "")
		var said bytes.Buffer
		for e := range c.entries() {
			if err := write(&said, english(), "entry", e); err != nil {
				t.Fatal(err)
			}
		}
		for name, data := range map[string]any{"overview": newOverview(c), "name": newTitle(c.t)} {
			if err := write(&said, english(), name, data); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(said.String(), want) {
			t.Errorf("no %q in:\n%s", want, said.String())
		}
	})
}
