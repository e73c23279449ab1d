package load

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Below is what a folder shows of a project: the .toml files in it and in the folders in it, but for those in hidden
// folders, hidden ones, and a project's settings.
type Below struct {
	Files   []string // each once; one behind a symbolic link by the name of what the link leads to
	Outside []string // symbolic links that lead out of the project, or nowhere, and are not followed
}

// FilesBelow lists what is below a folder. Links are followed where they stay in the project that they are in, else in the
// folder.
func FilesBelow(folder string) (Below, error) {
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return Below{}, fmt.Errorf("read %s: %w", folder, plainError(err))
	}
	if real, err = filepath.Abs(real); err != nil {
		return Below{}, fmt.Errorf("read %s: %w", folder, err)
	}
	w := walk{folder: folder, real: real, seen: make(map[string]bool), queue: []string{real}}
	for len(w.queue) > 0 {
		next := w.queue[0]
		w.queue = w.queue[1:]
		if err := filepath.WalkDir(next, w.visit); err != nil {
			return Below{}, err
		}
	}
	return w.Below, nil
}

// walk is a folder being looked through. All paths in it are absolute and without links.
type walk struct {
	Below
	folder, real string          // as it was named, and where it is
	seen         map[string]bool // what was visited: links may lead round in circles
	queue        []string        // the folders that links lead to
}

func (w *walk) visit(name string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return fmt.Errorf("read %s: %w", w.shown(name), plainError(err))
	case strings.HasPrefix(entry.Name(), ".") && name != w.real:
		if entry.IsDir() {
			return filepath.SkipDir
		}
	case entry.Type()&fs.ModeSymlink != 0:
		w.follow(name)
	case entry.IsDir():
		if w.seen[name] {
			return filepath.SkipDir
		}
		w.seen[name] = true
	case entry.Type().IsRegular():
		w.add(name, name)
	}
	return nil
}

// follow looks where a link leads.
func (w *walk) follow(link string) {
	target, err := filepath.EvalSymlinks(link)
	if err == nil && w.within(link, target) {
		switch info, err := os.Stat(target); {
		case err == nil && info.IsDir():
			w.queue = append(w.queue, target)
			return
		case err == nil:
			w.add(target, link)
			return
		}
	}
	if info, err := os.Stat(link); filepath.Ext(link) == ".toml" || err == nil && info.IsDir() {
		w.Outside = append(w.Outside, w.shown(link))
	}
}

// within says whether what a link leads to is in the project that the link is in, else in the folder that is looked through.
func (w *walk) within(link, target string) bool {
	root, ok := projectOf(filepath.Dir(link))
	if !ok {
		root = w.real
	}
	rel, err := filepath.Rel(root, target)
	return err == nil && filepath.IsLocal(rel)
}

// add keeps a file, which the folder shows under a name that may be a link's.
func (w *walk) add(file, seenAs string) {
	if filepath.Ext(seenAs) != ".toml" || filepath.Base(seenAs) == SettingsFile || filepath.Base(file) == SettingsFile || w.seen[file] {
		return
	}
	w.seen[file] = true
	w.Files = append(w.Files, w.shown(file))
}

// shown is the name of a file or folder as seen from where the folder was named.
func (w *walk) shown(name string) string {
	rel, err := filepath.Rel(w.real, name)
	if err != nil {
		return name
	}
	return filepath.Join(w.folder, rel)
}
