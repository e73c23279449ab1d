package check

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what is made from the rules, and the expected output")

// golden holds a file's bytes against what is wanted of it now.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is stale (-there +now); accept with: go test ./theory/check -update\n%s", file, diff)
	}
}

func TestDocumentationIsCurrent(t *testing.T) {
	var page bytes.Buffer
	if err := Markdown(&page); err != nil {
		t.Fatal(err)
	}
	golden(t, "../../docs/checks.md", page.Bytes())
}
