package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which packages of this program each package may import: data flows one way, and a package knows only what
// its row names. A new package needs a row.
var mayImport = map[string][]string{
	"theory":      {},
	"theory/toml": {},
	"theory/load": {"theory", "theory/toml", "theory/wording"},

	"theory/history":   {"theory", "theory/load"},
	"theory/wording":   {"theory"},
	"theory/console":   {},
	"theory/quotation": {},
	"theory/revision":  {"theory", "theory/wording", "theory/console"},
	"theory/opc":       {},
	"theory/docx":      {"theory/opc"},
	"theory/table":     {"theory", "theory/wording", "theory/revision", "theory/opc", "theory/docx"},
	"theory/trace":     {"theory", "theory/wording", "theory/table"},
	"theory/check":     {"graphemes", "theory", "theory/wording", "theory/load", "theory/console", "theory/quotation"},
	"theory/schema":    {"theory"},
	"theory/rename":    {"theory", "theory/toml"},
	"theory/merge":     {"theory", "theory/toml", "theory/rename"},

	"theory/editor":     {"theory", "theory/toml", "theory/load", "theory/wording", "theory/check", "theory/rename"},
	"theory/editor/lsp": {"theory", "theory/toml", "theory/check", "theory/editor"},

	"theory/exchange/untrusted": {},
	"theory/exchange/sheet":     {"theory/exchange/untrusted"},
	"theory/exchange/refi":      {"theory/exchange/untrusted"},
	"theory/exchange/draft":     {"theory", "theory/toml"},
	"theory/exchange/graphs":    {"theory", "theory/exchange/draft"},
	"theory/exchange/jsonfile":  {"theory", "theory/exchange/draft"},
	"theory/exchange/rows":      {"theory", "theory/wording", "theory/exchange/draft", "theory/exchange/sheet"},
	"theory/exchange/coding": {"theory", "theory/wording", "theory/exchange/draft", "theory/exchange/refi", "theory/exchange/rows",
		"theory/exchange/sheet"},

	"render/graphviz/wasm": {},
	"render/graphviz":      {"render/graphviz/wasm"},
	"render/layout":        {"render/graphviz"},
	"graphemes":            {},
	"render/geometry":      {},
	"render/drawing":       {"graphemes", "render/geometry"},
	"render/editable":      {"theory/opc", "render/geometry", "render/drawing"},
	"render/scene":         {"theory", "theory/revision", "theory/wording"},
	"render/fit":           {"theory", "render/geometry", "render/drawing", "render/scene"},
	"render/place":         {"theory", "theory/wording", "render/geometry", "render/drawing", "render/layout", "render/scene", "render/fit"},
	"render/paint":         {"theory", "render/geometry", "render/drawing", "render/scene", "render/fit", "render/place"},
	"render": {"theory", "theory/wording", "render/geometry", "render/drawing", "render/layout", "render/scene", "render/fit",
		"render/place", "render/paint", "render/editable"},
	"render/page": {"theory", "theory/wording", "theory/check", "theory/revision", "theory/table", "render", "render/drawing",
		"render/layout", "render/scene"},
	"render/report": {"theory", "theory/wording", "theory/check", "theory/docx", "theory/revision", "theory/table", "render",
		"render/drawing", "render/fit", "render/layout", "render/scene"},
	"render/page/preview": {"theory", "theory/check", "theory/load", "render", "render/layout", "render/page"},

	"cmd/icamo":        {"theory", "render"}, // and all below them
	"cmd/icamo-layout": {},
	"cmd/icamo-dist":   {},

	// What only tests use.
	"golden":                   {},
	"theory/opc/office":        {},
	"theory/docx/docxtest":     {},
	"theory/theorytest":        {"theory", "theory/load"},
	"cmd/icamo/testdata/bare":  {},
	"cmd/icamo/testdata/empty": {},
}

// severalMay import these: what extends the standard library, and what tests compare with.
var severalMay = []string{"golang.org/x/", "github.com/google/go-cmp/"}

// TestPackagesImportOnlyWhatTheyMay reads the imports of all packages, tests aside. Each library has one importer.
func TestPackagesImportOnlyWhatTheyMay(t *testing.T) {
	importer := make(map[string]string) // of a library
	for folder, imports := range importsOfPackages(t) {
		allowed, known := mayImport[folder]
		if !known {
			t.Errorf("package %s has no row in mayImport; add it, with what it may import", folder)
			continue
		}
		for _, name := range imports {
			ours, isOurs := strings.CutPrefix(name, "icamo/")
			host, _, _ := strings.Cut(name, "/")
			switch {
			case isOurs && folder == "cmd/icamo":
			case isOurs && !slices.Contains(allowed, ours):
				t.Errorf("package %s imports %s, which its row in mayImport does not name", folder, ours)
			case isOurs, !strings.Contains(host, "."), strings.HasPrefix(folder, "cmd/icamo/testdata/"):
			case slices.ContainsFunc(severalMay, func(prefix string) bool { return strings.HasPrefix(name, prefix) }):
			case importer[library(name)] != "" && importer[library(name)] != folder:
				t.Errorf("%s is imported by %s and %s; one package should", library(name), importer[library(name)], folder)
			default:
				importer[library(name)] = folder
			}
		}
	}
}

// library is the repository of a package that is not ours.
func library(name string) string {
	parts := strings.Split(name, "/")
	return strings.Join(parts[:min(3, len(parts))], "/")
}

// importsOfPackages lists what the files of each package import, by its folder below the project's.
func importsOfPackages(t *testing.T) map[string][]string {
	t.Helper()
	const root = "../.."
	imports := make(map[string][]string)
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), ".") {
			return filepath.SkipDir // no packages, but scripts
		}
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		folder := path.Dir(filepath.ToSlash(rel))
		imports[folder] = append(imports[folder], "")
		for _, i := range file.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			imports[folder] = append(imports[folder], imported)
		}
		return nil
	})
	must(t, err)
	for folder, all := range imports {
		slices.Sort(all)
		imports[folder] = slices.DeleteFunc(slices.Compact(all), func(name string) bool { return name == "" })
	}
	return imports
}
