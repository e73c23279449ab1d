package revision_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// TestHostileLineageIsBounded compares versions in which everything came of everything: it must end, and soon.
func TestHostileLineageIsBounded(t *testing.T) {
	const many = 2_000
	var old, new strings.Builder
	for _, b := range []*strings.Builder{&old, &new} {
		b.WriteString("[theory]\nid = \"t\"\ntitle = \"T\"\n")
	}
	new.WriteString("revises = \"old.toml\"\n")
	old.WriteString("[mechanism.whole]\nlabel = \"Whole\"\n")
	var parts []string
	for i := range many {
		part := fmt.Sprintf("part-%d", i)
		parts = append(parts, `"`+part+`"`)
		fmt.Fprintf(&old, "[mechanism.%s]\nlabel = \"Part\"\n[[link]]\nfrom = \"whole\"\nto = %q\n", part, part)
		fmt.Fprintf(&old, "[configuration.c%d]\ntitle = \"C\"\nmechanism = [\"whole\"]\n", i)
		fmt.Fprintf(&new, "[mechanism.new-%d]\nlabel = \"Part\"\nwas = [\"whole\"]\n[[link]]\nfrom = \"new-%d\"\nto = \"one\"\n", i, i)
		fmt.Fprintf(&new, "[configuration.c%d]\ntitle = \"C\"\nmechanism = [\"one\"]\n", i)
	}
	fmt.Fprintf(&new, "[mechanism.one]\nlabel = \"One\"\nwas = [%s]\n", strings.Join(parts, ", "))
	files := map[string]string{"old.toml": old.String(), "new.toml": new.String()}
	a, b := theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml")
	start := time.Now()
	for _, r := range []*revision.Revision{revision.Compare(a, b), revision.Compare(b, a)} {
		if count(r, theory.NodeSort, revision.Merged) == 0 {
			t.Error("no merge is told")
		}
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it took %v", took)
	}
}

// TestLongLabelsAreNotRepeated compares versions in which a thousand links lead from a node with a label of a megabyte:
// what changed is told with the label in full once, and shortened wherever else it is named.
func TestLongLabelsAreNotRepeated(t *testing.T) {
	var new strings.Builder
	fmt.Fprintf(&new, "[theory]\nid = \"t\"\ntitle = \"T\"\nrevises = \"old.toml\"\n[mechanism.long]\nlabel = \"%s\"\n", strings.Repeat("ø", 500_000))
	for i := range 1_000 {
		fmt.Fprintf(&new, "[outcome.o%d]\nlabel = \"O\"\n[[link]]\nfrom = \"long\"\nto = \"o%d\"\n", i, i)
	}
	files := map[string]string{"old.toml": "[theory]\nid = \"t\"\ntitle = \"T\"\n", "new.toml": new.String()}
	r := revision.Compare(theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml"))
	var b bytes.Buffer
	if err := revision.Text(&b, r, false); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 3_000_000 || !strings.Contains(b.String(), strings.Repeat("ø", 500_000)) || strings.Count(b.String(), `"`+strings.Repeat("ø", 250)+`…"`) != 1_000 {
		t.Errorf("%d bytes: %.200s", b.Len(), b.String())
	}
}

// TestTextIsNotObeyed holds that what a theory says is printed, and never obeyed.
func TestTextIsNotObeyed(t *testing.T) {
	files := map[string]string{
		"old.toml": "[theory]\nid = \"t\"\ntitle = \"T\"\n[mechanism.a]\nlabel = \"A\"\n[mechanism.b]\nlabel = \"B\"\n[source.s]\ncitation = \"S\"\n",
		"new.toml": fmt.Sprintf("[theory]\nid = \"t\"\ntitle = \"%[1]s\"\nversion = \"%[1]s\"\n[mechanism.a]\nlabel = \"%[1]s\"\ndropped = \"%[1]s\"\n"+
			"[mechanism.\"%[1]s\"]\nlabel = \"%[1]s\"\nbecause = \"%[1]s\"\n[source.s]\ncitation = \"%[1]s\"\n[[link]]\nfrom = \"a\"\nto = \"%[1]s\"\nstatus = \"%[1]s\"\nsupported_by = [\"%[1]s\"]\n", theorytest.Orders),
	}
	r := revision.Compare(theorytest.LoadFiles(t, files, "old.toml"), theorytest.LoadFiles(t, files, "new.toml"))
	var plain, coloured bytes.Buffer
	if err := revision.Text(&plain, r, false); err != nil {
		t.Fatal(err)
	}
	if err := revision.Text(&coloured, r, true); err != nil {
		t.Fatal(err)
	}
	if line := theorytest.Obeyed(plain.String()); line != "" {
		t.Errorf("%q is obeyed", line)
	}
	uncoloured := coloured.String()
	for _, code := range []string{"1", "2", "31", "32", "33", "0"} {
		uncoloured = strings.ReplaceAll(uncoloured, "\x1b["+code+"m", "")
	}
	if uncoloured != plain.String() {
		t.Errorf("colours change more than colours:\n%q\n%q", uncoloured, plain.String())
	}
	if !strings.Contains(coloured.String(), "\x1b[31m-\x1b[0m ") {
		t.Errorf("what was dropped is not red: %q", coloured.String())
	}
}

// count is how many elements of a sort a verb happened to.
func count(r *revision.Revision, sort theory.Sort, verb revision.Verb) int {
	n := 0
	for _, c := range r.Changes {
		if c.Sort == sort && c.Verb == verb {
			n++
		}
	}
	return n
}
