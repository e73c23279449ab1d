package table

import (
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestThreeSites reads a theory over three sites of which one fails: what the others saw is no evidence for it, in any table.
func TestThreeSites(t *testing.T) {
	th := theorytest.Open(t, "examples/three-sites.toml")
	spans := NewSpans(th)
	for id, want := range map[string][]string{
		"where-helpers-are-neighbours": {"Then: Coming back (mixed) ← by Feeling of use to others"},
		"where-helpers-are-sent": {"In: none needed", "Then: Coming back (hypothesised, the evidence for it is of other cases) ← by Feeling of use to others",
			"Evidence against: An evening to mend things together → Feeling of use to others", "Not seen at work in: Library C"},
	} {
		got := strings.Join(spans.Statement(th.Configuration(id)), "\n")
		for _, line := range want {
			if !strings.Contains(got, line) {
				t.Errorf("%s: no %q in\n%s", id, line, got)
			}
		}
	}
	matrix, err := ICAMO(th)
	if err != nil {
		t.Fatal(err)
	}
	if got := matrix.Rows[2][len(matrix.Columns)-1].String(); got != "3 hypothesised" {
		t.Errorf("the links of the failing site are %q", got)
	}
	if got := matrix.Rows[0][1].String(); got != "All configurations" {
		t.Errorf("what belongs to all stands under %q", got)
	}
	for fuzzy, want := range map[bool]string{false: "", true: "0.5"} {
		truth, err := Truth(th, fuzzy)
		if err != nil {
			t.Fatal(err)
		}
		if got := truth.Rows[1][1].String(); got != want || truth.Columns[1] != "helpers_from_there" || truth.Rows[2][3].String() != "0" {
			t.Errorf("fuzzy %v: %q under %q", fuzzy, got, truth.Columns[1])
		}
	}
}

// TestWhatBlocksEverywhere holds that a context of every configuration that inhibits does not stand under those that enable.
func TestWhatBlocksEverywhere(t *testing.T) {
	matrix, err := ICAMO(theorytest.Open(t, "examples/twelve-facts.toml"))
	if err != nil {
		t.Fatal(err)
	}
	said := make(map[string]string)
	for i, column := range matrix.Columns {
		said[column] = matrix.Rows[0][i].String()
	}
	if said["Blocking context"] != "A bus every two hours" || said["Enabling context"] != "" {
		t.Errorf("blocking %q, enabling %q", said["Blocking context"], said["Enabling context"])
	}
}
