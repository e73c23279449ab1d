package table

import (
	"slices"
	"strings"
	"testing"

	"icamo/theory/theorytest"
	"icamo/theory/wording"
)

// TestCountering: an unwanted mechanism is countered where no outcome comes about by it, and is a reason where one does.
func TestCountering(t *testing.T) {
	const nodes = `
[intervention.offer]
label = "Offer"
[mechanism.shame]
label = "Shame"
valence = "unwanted"
[mechanism.trust]
label = "Trust"
[outcome.stay]
label = "Staying"
[outcome.leave]
label = "Leaving"
valence = "unwanted"
`
	of := func(mechanisms, outcomes string) string {
		return "[configuration.c]\ntitle = \"C\"\nintervention = [\"offer\"]\nmechanism = [" + mechanisms + "]\noutcome = [" + outcomes + "]\n"
	}
	const inhibits = `effect = "inhibits"`
	for name, c := range map[string]struct{ text, because, countering string }{
		"a harm comes about by it":        {of(`"shame"`, `"leave"`) + linked("offer", "shame") + linked("shame", "leave"), "Shame", ""},
		"what is wanted is reduced by it": {of(`"shame"`, `"stay"`) + linked("offer", "shame") + linked("shame", "stay", inhibits), "Shame", ""},
		"the programme holds it back":     {of(`"shame"`, `"stay"`) + linked("offer", "shame", inhibits) + linked("shame", "stay", inhibits), "", "Shame"},
		"it leads against the outcome": {of(`"trust", "shame"`, `"stay"`) + linked("offer", "trust") + linked("trust", "stay") +
			linked("offer", "shame") + linked("shame", "stay", inhibits), "Trust", "Shame"},
		"a harm is held back": {of(`"shame"`, `"leave"`) + linked("offer", "shame", inhibits) + linked("shame", "leave"), "", "Shame"},
		"both": {of(`"trust", "shame"`, `"stay", "leave"`) + linked("offer", "trust") + linked("trust", "stay") +
			linked("offer", "shame") + linked("shame", "leave") + linked("shame", "stay", inhibits), "Trust; Shame", ""},
		"nothing leads to it":      {of(`"trust", "shame"`, `"stay"`) + linked("offer", "trust") + linked("trust", "stay"), "Trust", "Shame"},
		"what blocks is no reason": {of(`"trust"`, `"stay"`) + linked("offer", "stay") + linked("offer", "trust") + linked("trust", "stay", inhibits), "", ""},
		"none is given":            {of(``, `"stay"`) + linked("offer", "stay"), "[no mechanism given]", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := stated(t, nodes+c.text)
			said := func(word string) string {
				for line := range strings.Lines(got) {
					if rest, ok := strings.CutPrefix(line, word+": "); ok {
						return strings.TrimSpace(rest)
					}
				}
				return ""
			}
			if said("Because") != c.because || said("Countering") != c.countering {
				t.Errorf("because %q and countering %q, want %q and %q in\n%s", said("Because"), said("Countering"), c.because, c.countering, got)
			}
		})
	}
}

// TestNoneNeeded: of every role that is empty because none is needed, statement and matrix say so, and neither says that it is
// not given.
func TestNoneNeeded(t *testing.T) {
	for language, want := range map[string]string{"en": "none needed", "da": "ingen nødvendig"} {
		th := theorytest.Load(t, "[theory]\nid = \"t\"\ntitle = \"T\"\nlanguage = \""+language+"\"\n"+`[configuration.c]
title = "C"
none = ["intervention", "context", "actor", "mechanism", "outcome"]
`)
		statement := NewSpans(th).Statement(th.Configuration("c"))
		if got := strings.Join(statement, "\n"); len(statement) != 5 || strings.Count(got, want) != 5 || strings.Contains(got, "[") {
			t.Errorf("statement:\n%s", got)
		}
		matrix, err := ICAMO(th)
		if err != nil {
			t.Fatal(err)
		}
		none := 0
		for _, c := range matrix.Rows[0] {
			if c.String() == want {
				none++
			}
		}
		if none != 5 {
			t.Errorf("%d cells of five say %q in %v", none, want, matrix.Rows[0])
		}
	}
}

// TestWhereItWasStudied: a configuration that is claimed of some cases alone says so wherever it stands by itself, also under the
// evaluator's own statement.
func TestWhereItWasStudied(t *testing.T) {
	for language, want := range map[string][2]string{"en": {"Studied in", "Harbour; Inland"}, "da": {"Undersøgt i", "Harbour; Inland"}} {
		for _, own := range []string{"", "Walks are missed."} {
			th := theorytest.Load(t, "[theory]\nid = \"t\"\ntitle = \"T\"\nlanguage = \""+language+"\"\n"+`[case.h]
label = "Harbour"
[case.i]
label = "Inland"
[configuration.c]
title = "C"
cases = ["h", "i"]
[configuration.everywhere]
title = "D"
`)
			th.Configuration("c").Statement = own
			line := want[0] + ": " + want[1]
			statement := NewSpans(th).Statement(th.Configuration("c"))
			if !slices.Contains(statement, line) {
				t.Errorf("no %q in %q", line, statement)
			}
			if word, text := wording.Of(th).Statement().Parted(line); word != want[0]+":" || text != want[1] {
				t.Errorf("%q is %q, %q", line, word, text)
			}
			if other := strings.Join(NewSpans(th).Statement(th.Configuration("everywhere")), "\n"); strings.Contains(other, want[0]) {
				t.Errorf("%q in %q", want[0], other)
			}
			matrix, err := ICAMO(th)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.Index(matrix.Columns, want[0])
			if at < 0 || matrix.Rows[0][at].String() != "Harbour\nInland" || matrix.Rows[1][at].String() != "" {
				t.Errorf("column %d of %v: %v", at, matrix.Columns, matrix.Rows)
			}
		}
	}
}
