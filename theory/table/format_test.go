package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// TestEveryKeyIsInTheRevisionTable changes each key of a node, link or configuration in turn, and looks for its name and
// both values in the row of the change.
func TestEveryKeyIsInTheRevisionTable(t *testing.T) {
	told := map[string]string{ // by a word of their own
		"label": "", "title": "", "effect": "", "status": "", "supported_by": "For: ", "contradicted_by": "Against: ",
	}
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		switch theory.Sort(table.Name) {
		case theory.TheorySort, theory.SourceSort, theory.CaseSort, theory.EvidenceSort, theory.FormalTheorySort:
			return // the table has no rows for them
		}
		if key.Name == "from" || key.Name == "to" {
			return // another end makes another link
		}
		first, second := theorytest.Samples(key)
		old, new := theorytest.WithKey(table, key, first), theorytest.WithKey(table, key, second)
		laid, err := Revision(revision.Compare(theorytest.Load(t, old), theorytest.Load(t, new)))
		if err != nil || len(laid.Rows) != 1 {
			t.Fatalf("rows %v, error %v", laid.Rows, err)
		}
		row := fmt.Sprint(laid.Rows[0])
		name, ownWord := told[key.Name]
		if !ownWord {
			name = keyHeading(key.Name)
		}
		wants := []string{name, tableWords(key, first), tableWords(key, second)}
		if key.Name == "effect" {
			wants = []string{" → ", " ⊣ "}
		}
		if key.Name == "dropped" {
			wants = wants[2:] // a row tells why it was dropped, once
		}
		for _, want := range wants {
			if !strings.Contains(row, want) {
				t.Errorf("no %q in the row %s", want, row)
			}
		}
	})
}

// TestEveryKeyOfEvidenceIsInTheEvidenceTable looks for each in the row of a piece.
func TestEveryKeyOfEvidenceIsInTheEvidenceTable(t *testing.T) {
	notTold := []string{"accept"} // the checks tell what is accepted
	theorytest.EveryKey(t, func(t *testing.T, table *theory.Table, key *theory.Key) {
		if table.Name != string(theory.EvidenceSort) || slices.Contains(notTold, key.Name) {
			return
		}
		_, second := theorytest.Samples(key)
		if key.Type == theory.Flag {
			second, _ = theorytest.Samples(key)
		}
		text := theorytest.WithKey(table, key, second)
		if key.Name == "lower_is_better" {
			text += "finding = \"improved\"\n"
			second.Text = "lower is better"
		}
		laid, err := Evidence(theorytest.Load(t, text+"[outcome.o]\nlabel = \"O\"\nsupported_by = [\"x\"]\n"))
		if err != nil || len(laid.Rows) != 1 {
			t.Fatalf("rows %v, error %v", laid.Rows, err)
		}
		if row := fmt.Sprint(laid.Rows[0]); !strings.Contains(row, tableWords(key, second)) {
			t.Errorf("no %q in the row %s", tableWords(key, second), row)
		}
	})
}

// tableWords is a sample as tables word it.
func tableWords(key *theory.Key, s theorytest.Sample) string {
	switch {
	case key.Type == theory.Word:
		return strings.ReplaceAll(s.Text, "-", " ")
	case key.Type == theory.Flag && s.Text == "":
		return "no"
	case key.Type == theory.Flag && s.Text == "true":
		return "yes"
	}
	return s.Text
}
