package check

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"icamo/theory/theorytest"
)

// TestBrokenClaimsAreFound breaks one claim of the project's theories at a time, in a version that revises the theory as it
// is, and holds that something is found that was not before. ICAMO_MUTATIONS says how often in each way; twice unless it does.
func TestBrokenClaimsAreFound(t *testing.T) {
	times := 2
	if n, err := strconv.Atoi(os.Getenv("ICAMO_MUTATIONS")); err == nil {
		times = n
	}
	r := rand.New(rand.NewPCG(16, 5))
	made := make(map[string]int)
	for _, name := range projectTheories(t) {
		files, main := revisionOf(t, name)
		before := told(Run(theorytest.LoadFiles(t, files, main), Settings{}))
		for i := range times * len(mutations) {
			mutation := mutations[i%len(mutations)]
			m := &mutant{Theory: theorytest.LoadFiles(t, files, main), Rand: r}
			if !mutation.make(m) {
				continue
			}
			made[mutation.name]++
			fresh := false
			for finding := range told(Run(theorytest.LoadFiles(t, m.of(files), main), Settings{})) {
				fresh = fresh || !before[finding]
				if strings.HasPrefix(finding, Syntax.Code) {
					t.Fatalf("to %s made no TOML: %s", mutation.name, finding)
				}
			}
			if !fresh {
				t.Errorf("%s: nothing is found where I %s: %s", name, mutation.name, report(Finding{Rule: &Rule{}, At: m.changes[0].at}))
			}
		}
	}
	for _, m := range mutations {
		if made[m.name] == 0 {
			t.Errorf("the project's theories have nothing to %s", m.name)
		}
	}
}

// projectTheories are the files of the project's theories, as theorytest.Open takes them.
func projectTheories(t *testing.T) []string {
	t.Helper()
	folder := os.DirFS(theorytest.Folder(t))
	var names []string
	for _, pattern := range []string{"*.toml", "*/*.toml"} {
		found, err := fs.Glob(folder, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			if path.Base(name) != "evidence.toml" {
				names = append(names, name)
			}
		}
	}
	return names
}

// revisionOf are the files of one of the project's theories, and of a version that says the same and revises it.
func revisionOf(t *testing.T, name string) (files map[string]string, main string) {
	t.Helper()
	files = make(map[string]string)
	folder := filepath.Join(theorytest.Folder(t), filepath.FromSlash(path.Dir(name)))
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if path.Ext(entry.Name()) != ".toml" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name()], files["before/"+entry.Name()] = string(text), string(text)
	}
	main = path.Base(name)
	loaded := theorytest.LoadFiles(t, files, main)
	revises := fmt.Sprintf("%q", "before/"+main)
	if loaded.Revises.ID != "" {
		files[main] = strings.Replace(files[main], taken(loaded.Revises.At), revises, 1)
	} else {
		files[main] = strings.Replace(files[main], "[theory]\n", "[theory]\nrevises = "+revises+"\n", 1)
	}
	return files, main
}

// told are the findings that count, by what they say and of what, not by their line.
func told(findings []Finding) map[string]bool {
	all := make(map[string]bool)
	for _, f := range findings {
		if f.Accepted == "" {
			all[f.Rule.Code+" "+f.Message] = true
		}
	}
	return all
}
