package theory

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// SettingsFile is the name of a project's settings; the folder it stands in is a project's root.
const SettingsFile = "icamo.toml"

// Open loads a theory from a file on disk. It and all that it names must lie in the project: the nearest folder upwards
// that holds a repository or an icamo.toml, else the file's own folder.
func Open(file string) (*Theory, error) {
	dir, name, err := openProject(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	defer dir.Close()
	base := filepath.Clean(file)
	return Load(dir.FS(), name, func(other string) string {
		if other == name {
			return base
		}
		rel, err := filepath.Rel(filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(other))
		if err != nil {
			return other
		}
		return filepath.Join(filepath.Dir(base), rel)
	})
}

// ReadFile reads the text of a theory file, or of one that theories include, which must lie in the project as for Open.
func ReadFile(file string) ([]byte, error) {
	dir, name, err := openProject(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	defer dir.Close()
	text, err := ReadText(dir.FS(), name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return text, nil
}

// openProject opens the root of the project that a file belongs to, and gives the file's name in it.
func openProject(file string) (*os.Root, string, error) {
	root, name, err := Project(file)
	if err != nil {
		return nil, "", err
	}
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, "", plainError(err)
	}
	return dir, name, nil
}

// Project finds the root of the project that a file belongs to, and the file's slash-separated name below it. A folder in a
// project that is a link to one elsewhere is an error.
func Project(file string) (root, name string, err error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", "", err
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		named, err := filepath.EvalSymlinks(rootOf(filepath.Dir(abs)))
		if err != nil {
			return "", "", plainError(err)
		}
		if rel, err := filepath.Rel(named, real); err != nil || !filepath.IsLocal(rel) {
			return "", "", errLeadsOutside
		}
		abs = filepath.Join(real, filepath.Base(abs))
	}
	root = rootOf(filepath.Dir(abs))
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return "", "", err
	}
	return root, filepath.ToSlash(rel), nil
}

// rootOf is the nearest folder upwards with a repository, else the outermost with settings, else the folder itself.
func rootOf(folder string) string {
	root := folder
	for dir := folder; ; {
		if there(filepath.Join(dir, ".git")) {
			return dir
		}
		if there(filepath.Join(dir, SettingsFile)) {
			root = dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return root
		}
		dir = parent
	}
}

func there(name string) bool {
	_, err := os.Stat(name)
	return err == nil || !errors.Is(err, fs.ErrNotExist)
}
