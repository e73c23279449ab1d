package table

import (
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"icamo/golden"
	"icamo/theory"
	"icamo/theory/revision"
	"icamo/theory/theorytest"
)

// TestTablesOfTheStudies holds every table of the two studies, as an article's supplement would print it, and of the Danish example.
func TestTablesOfTheStudies(t *testing.T) {
	for name, file := range map[string]string{
		"peer-initial": "peer/initial.toml",
		"peer-revised": "peer/revised.toml",
		"youth":        "youth-peer-support/theory.toml",
		"danish":       "examples/faellesspisning/revideret.toml",
	} {
		th := theorytest.Open(t, file)
		holdTable(t, name+"-icamo.md", Markdown, ICAMO, th)
		holdTable(t, name+"-statements.md", Markdown, Statements, th)
		holdTable(t, name+"-cases.md", Markdown, Cases, th)
		holdTable(t, name+"-evidence.csv", CSV, Evidence, th)
	}
	changed := func(th *theory.Theory) (*Table, error) { return Revision(revision.Compare(th.Earlier, th)) }
	holdTable(t, "danish-revision.md", Markdown, changed, theorytest.Open(t, "examples/faellesspisning/revideret.toml"))
	holdTable(t, "peer-revised-icamo.html", HTML, ICAMO, theorytest.Open(t, "peer/revised.toml"))
}

// holdTable holds a table of a theory against a file in testdata.
func holdTable(t *testing.T, name string, write func(io.Writer, *Table) error, of func(*theory.Theory) (*Table, error), th *theory.Theory) {
	t.Helper()
	var got bytes.Buffer
	laid, err := of(th)
	if err == nil {
		err = write(&got, laid)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	golden.Hold(t, filepath.Join("testdata", name), got.Bytes())
}
