package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// file is a file of an archive, by its name below the archive's folder.
type file struct {
	name       string
	data       []byte
	executable bool
}

// documents are what of the source goes into every archive. Their links to one another hold there.
var documents = []string{"README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "SECURITY.md", "docs", "theories"}

// commonFiles are those that all archives have beside the program and its licences: documents, theories, manual pages and
// completions. The program writes the last two.
func commonFiles(program, temporary string) ([]file, error) {
	listed, err := output("git", append([]string{"ls-files", "--"}, documents...)...)
	if err != nil {
		return nil, err
	}
	var files []file
	for name := range strings.Lines(listed) {
		name = strings.TrimSpace(name)
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: name, data: data})
	}
	pages := filepath.Join(temporary, "man1")
	if _, err := output(program, "man", pages); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(pages)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(pages, entry.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: "man/man1/" + entry.Name(), data: data})
	}
	for shell, name := range map[string]string{"bash": "icamo.bash", "fish": "icamo.fish", "powershell": "icamo.ps1", "zsh": "_icamo"} {
		text, err := output(program, "completion", shell)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: "completions/" + name, data: []byte(text + "\n")})
	}
	return files, nil
}

// licencesIn are the licences of all that is in a program: Go, its modules, the fonts, which are such a module, and Graphviz
// with what it was translated with.
func licencesIn(program string) ([]file, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	type part struct{ name, folder string }
	parts := []part{{"go", root}, {"graphviz", "render/graphviz/licenses"}}
	for _, m := range info.Deps {
		folder, err := output("go", "list", "-m", "-f", "{{.Dir}}", m.Path)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{m.Path, folder})
	}
	var files []file
	for _, p := range parts {
		found, err := licencesOf(p.folder, p.name == "graphviz")
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s has no licence in %s", p.name, p.folder)
		}
		for _, f := range found {
			f.name = path.Join("licenses", p.name, f.name)
			files = append(files, f)
		}
	}
	return files, nil
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|authors)`)

// licencesOf are the licences that lie in a folder: those named as such, or all files.
func licencesOf(folder string, all bool) ([]file, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, entry := range entries {
		below := filepath.Join(folder, entry.Name())
		if entry.IsDir() && strings.EqualFold(entry.Name(), "licenses") {
			nested, err := licencesOf(below, true)
			if err != nil {
				return nil, err
			}
			files = append(files, nested...)
		}
		if entry.IsDir() || !all && !licenceName.MatchString(entry.Name()) {
			continue
		}
		data, err := os.ReadFile(below)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: entry.Name(), data: data})
	}
	return files, nil
}

// writeAll writes files below a folder.
func writeAll(folder string, files []file) error {
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

func sorted(files []file) []file {
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files
}
