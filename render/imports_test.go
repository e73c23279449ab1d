package render

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says what each stage of a figure may know of this program: only the stages before it.
var mayImport = map[string][]string{
	"geometry": {},
	"drawing":  {"render/geometry"},
	"layout":   {"render/graphviz"},
	"scene":    {"theory", "theory/revision", "theory/wording"},
	"fit":      {"theory", "render/geometry", "render/drawing", "render/scene"},
	"place":    {"theory", "render/geometry", "render/drawing", "render/layout", "render/scene", "render/fit"},
	"paint":    {"theory", "render/geometry", "render/drawing", "render/scene", "render/fit", "render/place"},
	".": {"theory", "theory/wording", "render/geometry", "render/drawing", "render/layout", "render/scene", "render/fit", "render/place",
		"render/paint"},
}

// TestStagesKnowOnlyThoseBefore reads the imports of each stage, tests aside.
func TestStagesKnowOnlyThoseBefore(t *testing.T) {
	for folder, allowed := range mayImport {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Errorf("%s has no files (%v)", folder, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range file.Imports {
				path, err := strconv.Unquote(i.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				if ours, is := strings.CutPrefix(path, "icamo/"); is && !slices.Contains(allowed, ours) {
					t.Errorf("%s imports %s", name, path)
				}
			}
		}
	}
}
