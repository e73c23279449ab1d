package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDependenciesAreListed holds docs/dependencies.md to go.mod.
func TestDependenciesAreListed(t *testing.T) {
	names := func(file, pattern string) []string {
		text, err := os.ReadFile(file)
		must(t, err)
		var found []string
		for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(text, -1) {
			found = append(found, string(m[1]))
		}
		slices.Sort(found)
		return slices.Compact(found)
	}
	required := names("../../go.mod", `(?m)^\t(\S+/\S+) v\S+$`)
	listed := names("../../docs/dependencies.md", "`([a-z.]+\\.[a-z]+/[^` ]+)`[^|\n]*\\|[^\n]*\\|")
	listed = append(listed, names("../../docs/dependencies.md", "`, `([a-z.]+\\.[a-z]+/[^` ]+)` \\|")...) // the second of two
	listed = slices.DeleteFunc(listed, func(name string) bool { return name == "golang.org/x/image/vector" })
	slices.Sort(listed)
	if diff := cmp.Diff(required, slices.Compact(listed)); diff != "" {
		t.Errorf("direct dependencies (-go.mod +docs/dependencies.md):\n%s", diff)
	}
}
