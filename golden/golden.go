// Package golden holds what tests make against files that were accepted before. The flag -update, of every test that
// imports it, accepts what is made now: make accept runs them all with it.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "accept what the tests make as what they expect")

// Update says whether what is made now is accepted.
func Update() bool { return *update }

// Hold holds a file against what is made now, line by line. A file that is not there is an empty one.
func Hold(t testing.TB, file string, made []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, made, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	accepted, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if bytes.Equal(accepted, made) {
		return
	}
	t.Errorf("%s (-accepted +made):\n%s\nwhere that is meant, accept it: go test %s -run '^%s$' -update",
		file, cmp.Diff(lines(accepted), lines(made)), caller(), test(t))
}

func lines(text []byte) []string { return strings.Split(string(text), "\n") }

// test is the name of the test function that a test is part of.
func test(t testing.TB) string {
	name, _, _ := strings.Cut(t.Name(), "/")
	return name
}

// caller is the package that calls Hold.
func caller() string {
	pc, _, _, _ := runtime.Caller(2)
	name := runtime.FuncForPC(pc).Name() // icamo/theory/table.TestTables.func1, or table_test.…
	folder, rest := "", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		folder, rest = name[:i+1], name[i+1:]
	}
	pkg, _, _ := strings.Cut(rest, ".")
	return folder + strings.TrimSuffix(pkg, "_test")
}
