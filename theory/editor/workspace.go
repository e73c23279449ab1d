package editor

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/load"
	"icamo/theory/toml"
)

// Workspace is the projects of the files that are open in an editor. It is used by one goroutine.
type Workspace struct {
	projects map[string]*project // by their roots
	open     map[string]opened   // by path
}

// opened is where an open file belongs.
type opened struct {
	project *project
	name    string // slash-separated, below the project's root
}

// New is a workspace in which no file is open.
func New() *Workspace {
	return &Workspace{projects: make(map[string]*project), open: make(map[string]opened)}
}

// Set opens a file, or gives an open one another text. The text is without a byte order mark. A file that lies where no
// project can be told is left out, and nothing is known of it.
func (w *Workspace) Set(path, text string) {
	o, isOpen := w.open[path]
	if !isOpen {
		root, name, err := load.Project(path)
		if err != nil {
			return
		}
		if w.projects[root] == nil {
			w.projects[root] = newProject(root)
		}
		o = opened{w.projects[root], name}
		w.open[path] = o
		o.project.shown[name] = path
	}
	o.project.set(o.name, text)
}

// Close closes a file: what is on disk counts again.
func (w *Workspace) Close(path string) {
	if o, isOpen := w.open[path]; isOpen {
		delete(w.open, path)
		o.project.unset(o.name)
	}
}

// Refresh looks at the files on disk anew, which other programs may have changed.
func (w *Workspace) Refresh() {
	for _, p := range w.projects {
		p.stale = true
		clear(p.results)
	}
}

// project is the files of a project, as they are on disk and in the editor.
type project struct {
	root    string
	unsaved map[string]string // the texts of open files by name
	shown   map[string]string // the paths of open files, as the editor gives them, by name
	files   map[string]*file  // the TOML files by name: those on disk, and those that are open
	partial bool              // there are more files than are looked at
	stale   bool              // files on disk may have changed
	results map[string]*result
}

// file is the text of a file as it stands.
type file struct {
	info     fs.FileInfo    // of the file on disk whose text it is; nil for an open file
	document *toml.Document // what the text says
	readable *toml.Document // the last text that could be read; nil where none could
}

// ofTheory says whether a file has a table that theories have, as far as can be told of one that cannot be read.
func (f *file) ofTheory() bool {
	if f.document.Fault != nil {
		return slices.ContainsFunc(statementsOf(f.document.Text), func(s *statement) bool { return s.header && theory.TableNamed(s.table()) != nil })
	}
	return !f.document.Root.Every(func(top *toml.Item) bool { return theory.TableNamed(top.Name) == nil })
}

// started says whether a file has no table yet, or just one whose header is being written.
func (f *file) started() bool {
	headers := strings.Count("\n"+f.document.Text, "\n[")
	return headers == 0 || headers == 1 && f.document.Fault != nil
}

func newProject(root string) *project {
	return &project{root: root, unsaved: make(map[string]string), shown: make(map[string]string), files: make(map[string]*file), results: make(map[string]*result), stale: true}
}

// path is where a file is: as the editor says, where it is open.
func (p *project) path(name string) string {
	if shown := p.shown[name]; shown != "" {
		return shown
	}
	return filepath.Join(p.root, filepath.FromSlash(name))
}

func (p *project) set(name, text string) {
	before, wasOpen := p.unsaved[name]
	if wasOpen && before == text {
		return
	}
	p.unsaved[name] = text
	p.give(name, text, nil)
	if !wasOpen {
		p.stale = true
		clear(p.results)
		return
	}
	p.forget(name)
}

func (p *project) unset(name string) {
	delete(p.unsaved, name)
	delete(p.shown, name)
	delete(p.files, name)
	p.stale = true
	clear(p.results)
}

// give keeps the text of a file, and what it says.
func (p *project) give(name, text string, info fs.FileInfo) {
	f := p.files[name]
	if f == nil {
		f = &file{}
		p.files[name] = f
	}
	f.info = info
	if len(text) > load.MaxFileSize {
		f.document = &toml.Document{Text: text, Fault: &toml.Fault{Message: "the file is too large"}}
		return
	}
	if f.document = toml.Read([]byte(text)); f.document.Fault == nil {
		f.readable = f.document
	}
}

// forget drops the results of the theories that read a file.
func (p *project) forget(name string) {
	maps.DeleteFunc(p.results, func(_ string, r *result) bool { return r.reads[name] })
}

// A project is looked through for files that include or revise others only so far.
const (
	mostLookedAt = 50_000 // files and folders
	mostFiles    = 1_000  // theory files
)

// refresh reads what has changed on disk.
func (p *project) refresh() {
	if !p.stale {
		return
	}
	p.stale = false
	p.within(nil, func(fsys fs.FS) {
		there := make(map[string]bool)
		p.partial = false
		looked := 0
		_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if looked++; looked > mostLookedAt || len(there) == mostFiles {
				p.partial = true
				return fs.SkipAll
			}
			switch {
			case err != nil:
				return nil // what cannot be read is not there
			case strings.HasPrefix(entry.Name(), ".") && name != ".":
				if entry.IsDir() {
					return fs.SkipDir
				}
			case entry.Type().IsRegular() && filepath.Ext(name) == ".toml" && entry.Name() != load.SettingsFile:
				there[name] = true
				p.look(fsys, name)
			}
			return nil
		})
		for name, f := range p.files {
			if f.info != nil && !there[name] {
				delete(p.files, name)
			}
		}
	})
}

// look reads a file on disk that is not open, where it is not as it was.
func (p *project) look(fsys fs.FS, name string) {
	if _, isOpen := p.unsaved[name]; isOpen {
		return
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return
	}
	if f := p.files[name]; f != nil && f.info != nil && f.info.Size() == info.Size() && f.info.ModTime().Equal(info.ModTime()) {
		return
	}
	text, err := load.ReadText(fsys, name)
	if err != nil {
		return
	}
	p.give(name, strings.TrimPrefix(string(text), byteOrderMark), info)
}

const byteOrderMark = "\ufeff"

// within opens the project's folder, with some texts in place of those on disk. Where it cannot be opened there are none
// but these.
func (p *project) within(texts map[string]string, do func(fsys fs.FS)) {
	dir, err := os.OpenRoot(p.root)
	if err != nil {
		do(load.Overlay(nothing{}, texts))
		return
	}
	defer dir.Close()
	do(load.Overlay(dir.FS(), texts))
}

// nothing is a file system without files.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
