package rename_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/rename"
	"icamo/theory/toml"
)

// project reads the files of a published theory.
func project(t *testing.T, folder string) []*rename.Text {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.toml"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	var texts []*rename.Text
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, &rename.Text{Name: filepath.Base(name), Document: toml.Read(text)})
	}
	return texts
}

// apply makes changes in copies of the files.
func apply(t *testing.T, files []*rename.Text, changes []rename.Change) []*rename.Text {
	t.Helper()
	after := make([]*rename.Text, len(files))
	for i, f := range files {
		after[i] = f
		for _, c := range changes {
			if c.File == f {
				after[i] = &rename.Text{Name: f.Name, Document: toml.Read([]byte(toml.Apply(f.Text, c.Edits)))}
				if fault := after[i].Fault; fault != nil {
					t.Fatalf("%s is not TOML any more: %s", f.Name, fault.Message)
				}
			}
		}
	}
	return after
}

// TestThereAndBack gives every element of the published theories another id: nothing names the old one then, no new
// fault appears, and with the old id given back every file is what it was, byte for byte.
func TestThereAndBack(t *testing.T) {
	for _, folder := range []string{"../../theories/peer", "../../theories/youth-peer-support"} {
		files := project(t, folder)
		before := faults(t, files)
		named := make(map[string]int) // how many tables have an element of each id
		for _, f := range files {
			for table := range f.Root.Items() {
				for item := range table.Items() {
					named[item.Name]++
				}
			}
		}
		renamed := 0
		for _, f := range files {
			for table := range f.Root.Items() {
				if format := theory.TableNamed(table.Name); format == nil || format.Single || format.Repeated {
					continue
				}
				for item := range table.Items() {
					const other = "quite-another-id"
					id := table.Name + "." + item.Name
					changes, err := rename.Renaming{Before: id, After: other}.In(files)
					if err != nil {
						t.Fatalf("%s: %v", id, err)
					}
					there := apply(t, files, changes)
					for _, g := range there {
						if n := strings.Count(g.Text, `"`+item.Name+`"`); n > 0 && named[item.Name] == 1 && table.Name != "case" && table.Name != "source" {
							t.Errorf("%s: %s still names it %d times", id, g.Name, n)
						}
					}
					if got := faults(t, there); got != before {
						t.Errorf("%s: %d faults where there were %d", id, got, before)
					}
					changes, err = rename.Renaming{Before: table.Name + "." + other, After: item.Name}.In(there)
					if err != nil {
						t.Fatalf("%s and back: %v", id, err)
					}
					for i, g := range apply(t, there, changes) {
						if g.Text != files[i].Text {
							t.Errorf("%s and back: %s differs", id, g.Name)
						}
					}
					renamed++
				}
			}
		}
		if renamed < 50 {
			t.Errorf("%s: only %d elements", folder, renamed)
		}
	}
}

// faults counts what is wrong with the theories of some files.
func faults(t *testing.T, files []*rename.Text) int {
	t.Helper()
	folder := make(fstest.MapFS)
	for _, f := range files {
		folder[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	n := 0
	for _, f := range files {
		if f.Root.Entry("theory") == nil {
			continue
		}
		th, err := load.Theory(folder, f.Name, func(name string) string { return name })
		if err != nil {
			t.Fatal(err)
		}
		n += len(th.Faults)
	}
	return n
}
