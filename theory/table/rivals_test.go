package table

import (
	"slices"
	"testing"

	"icamo/theory"
)

// TestRivalsOfOneAnother: a rival that only one of two configurations names is told of both.
func TestRivalsOfOneAnother(t *testing.T) {
	th := loadFile(t, nodes+`
[configuration.a]
title = "A"
number = 1
mechanism = ["safe"]
rival = ["b"]
[configuration.b]
title = "B"
number = 2
mechanism = ["safe"]
[configuration.c]
title = "C"
number = 3
mechanism = ["safe"]
rival = ["b"]
[configuration.gone]
title = "Gone"
mechanism = ["safe"]
rival = ["b"]
dropped = "No."
`)
	matrix, err := ICAMO(th)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(matrix.Columns, "Rival")
	for i, want := range []string{"2", "1, 3", "2", "2"} {
		if got := matrix.Rows[i][at].String(); got != want {
			t.Errorf("%s: rivals %q, want %q", th.Configurations[i].ID, got, want)
		}
	}
	if got := th.Rivals(th.Configuration("b")); !slices.EqualFunc(got, []string{"a", "c"}, func(r theory.Ref, id string) bool { return r.ID == id }) {
		t.Errorf("%v", got)
	}
}
