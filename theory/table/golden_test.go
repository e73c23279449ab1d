package table

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"icamo/theory"
	"icamo/theory/load"
)

var update = flag.Bool("update", false, "rewrite the expected tables in testdata")

func open(t testing.TB, name string) *theory.Theory {
	t.Helper()
	th, err := load.Open(filepath.Join("../../theories", name))
	if err != nil {
		t.Fatal(err)
	}
	if len(th.Faults) > 0 {
		t.Fatalf("%s: %s", name, th.Faults[0].Message)
	}
	return th
}

// TestTablesOfTheStudies holds every table of the two studies, as an article's supplement would print it.
func TestTablesOfTheStudies(t *testing.T) {
	for name, file := range map[string]string{
		"peer-initial": "peer/initial.toml",
		"peer-revised": "peer/revised.toml",
		"youth":        "youth-peer-support/theory.toml",
	} {
		th := open(t, file)
		golden(t, name+"-icamo.md", Markdown, ICAMO, th)
		golden(t, name+"-statements.md", Markdown, Statements, th)
		golden(t, name+"-cases.md", Markdown, Cases, th)
		golden(t, name+"-evidence.csv", CSV, Evidence, th)
	}
	golden(t, "peer-revised-icamo.html", HTML, ICAMO, open(t, "peer/revised.toml"))
}

func golden(t *testing.T, name string, write func(io.Writer, *Table) error, of func(*theory.Theory) (*Table, error), th *theory.Theory) {
	t.Helper()
	var got bytes.Buffer
	laid, err := of(th)
	if err == nil {
		err = write(&got, laid)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s\nif it should, accept it with: go test ./theory/table -update", name, diff)
	}
}
