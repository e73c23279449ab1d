package check

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"icamo/golden"
)

func TestDocumentationIsCurrent(t *testing.T) {
	var page bytes.Buffer
	if err := Markdown(&page); err != nil {
		t.Fatal(err)
	}
	golden.Hold(t, "../../docs/checks.md", page.Bytes())
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
	golden.Hold(t, "../../README.md", []byte(before+start+table.String()+end+after))
}
