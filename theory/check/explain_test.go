package check

import (
	"bytes"
	"flag"
	"os"
	"strings"
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

func TestReadmeTableIsCurrent(t *testing.T) {
	const start, end = "go test ./theory/check -update -->\n", "<!-- /checks -->"
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), start)
	_, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatalf("README.md has no place for the table of checks between %q and %q", start, end)
	}
	var table bytes.Buffer
	if err := Overview(&table); err != nil {
		t.Fatal(err)
	}
	golden(t, "../../README.md", []byte(before+start+table.String()+end+after))
}
