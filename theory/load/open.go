package load

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"icamo/theory"
)

// SettingsFile is the name of a project's settings; the folder it stands in is a project's root.
const SettingsFile = "icamo.toml"

// Open loads a theory from a file on disk. It and all that it names must lie in the project: the nearest folder upwards
// that holds a repository, else the nearest that holds an icamo.toml, else the file's own folder.
func Open(file string) (*theory.Theory, error) {
	dir, name, err := openProject(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	defer dir.Close()
	base := filepath.Clean(file)
	return Theory(dir.FS(), name, func(other string) string {
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

// Project finds the root of the project that a file belongs to, and the file's slash-separated name below it. It is an error
// that the file is named by a link to a folder that leads out of the project in which the link is.
func Project(file string) (root, name string, err error) {
	abs, err := absolute(file)
	if err != nil {
		return "", "", err
	}
	if err := staysInside(filepath.Dir(abs)); err != nil {
		return "", "", err
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(real, filepath.Base(abs))
	}
	root = filepath.Dir(abs)
	if project, ok := projectOf(root); ok {
		root = project
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return "", "", err
	}
	return root, filepath.ToSlash(rel), nil
}

// absolute is where a file is, the working folder without links: how one came there is nothing that a file's name says.
func absolute(file string) (string, error) {
	if filepath.IsAbs(file) {
		return filepath.Clean(file), nil
	}
	working, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(working); err == nil {
		working = real
	}
	return filepath.Join(working, file), nil
}

// StaysInside says why a file must not be reached by its name: a symbolic link in the name, or the file itself, leads out of
// the project that the link is in. Where a link to a file is in no project, it must not lead out of its folder.
func StaysInside(file string) error {
	abs, err := absolute(file)
	if err != nil {
		return err
	}
	if err := staysInside(filepath.Dir(abs)); err != nil {
		return err
	}
	if info, err := os.Lstat(abs); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return plainError(err)
	}
	project, ok := projectOf(folder)
	if !ok {
		project = folder
	}
	return leadsInto(abs, project)
}

// staysInside asks of each link on the way to a folder whether it leads out of the project that the link is in.
func staysInside(folder string) error {
	above := filepath.Dir(folder)
	if above == folder {
		return nil
	}
	if err := staysInside(above); err != nil {
		return err
	}
	if info, err := os.Lstat(folder); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil // what is not there is said when it is opened
	}
	project, ok := projectOf(above)
	if !ok {
		return nil
	}
	return leadsInto(folder, project)
}

// leadsInto says so where what a link leads to is not in a project's folder.
func leadsInto(link, project string) error {
	inside, err := filepath.EvalSymlinks(project)
	if err != nil {
		return plainError(err)
	}
	target, err := filepath.EvalSymlinks(link)
	if err != nil {
		return plainError(err)
	}
	if rel, err := filepath.Rel(inside, target); err != nil || !filepath.IsLocal(rel) {
		return &worded{message: fmt.Sprintf("%s is a symbolic link that leads outside the project's folder, %s; name what it leads to", link, project)}
	}
	return nil
}

// projectOf is the nearest folder upwards with a repository, else the nearest with settings: settings further up are another's,
// and must not widen what a file may read.
func projectOf(folder string) (root string, ok bool) {
	for dir := folder; ; {
		if there(filepath.Join(dir, ".git")) {
			return dir, true
		}
		if !ok && there(filepath.Join(dir, SettingsFile)) {
			root, ok = dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return root, ok
		}
		dir = parent
	}
}

func there(name string) bool {
	_, err := os.Stat(name)
	return err == nil || !errors.Is(err, fs.ErrNotExist)
}
