package editor

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"

	"icamo/theory"
	"icamo/theory/check"
	"icamo/theory/load"
	"icamo/theory/toml"
)

// result is what came of reading and checking a theory.
type result struct {
	reads    map[string]bool // the files that it is made of, those of its earlier versions and its settings among them
	checked  bool
	findings []check.Finding
	err      error          // why it could not be checked
	current  *theory.Theory // made of the texts as they are; nil before it is asked for, and of what is no theory
	readable *theory.Theory // made of the last texts that could be read, where one cannot be
}

// Findings are what check finds in the theories that read an open file, in the text as it stands: by the path of each file
// that an open theory is made of, also of those in which nothing is found.
func (w *Workspace) Findings() map[string][]check.Finding {
	all := make(map[string][]check.Finding)
	for _, p := range w.projects {
		if len(p.unsaved) == 0 {
			continue
		}
		p.refresh()
		var found []check.Finding
		for _, name := range p.theories() {
			if !p.involved(name) {
				continue
			}
			r := p.checked(name)
			for read := range r.reads {
				all[p.path(read)] = nil
			}
			found = append(found, r.findings...)
		}
		shown := make(map[string]string) // settings files go by the names of the folders that they are in
		for name, path := range p.shown {
			shown[filepath.Join(p.root, filepath.FromSlash(name))] = path
		}
		for _, f := range check.Sort(found) {
			path := cmp.Or(shown[f.At.File.Name], f.At.File.Name)
			all[path] = append(all[path], f)
		}
	}
	return all
}

// Unchecked says why nothing in an open file is checked; "" where it is, or is no theory's.
func (w *Workspace) Unchecked(file string) string {
	o, isOpen := w.open[file]
	if !isOpen || path.Base(o.name) == load.SettingsFile {
		return ""
	}
	p := o.project
	f := p.files[o.name]
	switch r := p.checked(o.name); {
	case r.err != nil:
		return fmt.Sprintf("this is not checked: %v", r.err)
	case f.document.Fault == nil && r.current == nil && f.ofTheory() && p.theoryOf(o.name) == nil:
		return "no theory in this project includes this file, so nothing in it is checked; name it in the include of one"
	}
	return ""
}

// theories are the files that are theories, or may be, in order.
func (p *project) theories() []string {
	var names []string
	for name, f := range p.files {
		if path.Base(name) != load.SettingsFile && (f.document.Fault == nil || f.ofTheory()) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// involved says whether a theory reads an open file.
func (p *project) involved(name string) bool {
	reads := p.result(name).reads
	for open := range p.unsaved {
		if reads[open] {
			return true
		}
	}
	return false
}

func (p *project) result(name string) *result {
	r := p.results[name]
	if r == nil {
		r = &result{reads: p.reads(name)}
		p.results[name] = r
	}
	return r
}

// checked reads and checks a theory, unless nothing has changed since that was done.
func (p *project) checked(name string) *result {
	r := p.result(name)
	if r.checked {
		return r
	}
	r.checked = true
	p.within(p.unsaved, func(fsys fs.FS) {
		if r.current = p.load(fsys, name); r.current == nil {
			return
		}
		var settings *load.Settings
		if settings, r.err = load.SettingsIn(fsys, name, filepath.Join(p.root, filepath.FromSlash(name))); r.err != nil {
			return
		}
		s, findings := check.SettingsOf(settings)
		r.findings = append(findings, check.Run(r.current, s)...)
	})
	return r
}

// load reads a theory; nil where there is none.
func (p *project) load(fsys fs.FS, name string) *theory.Theory {
	t, err := load.Theory(fsys, name, p.path)
	if err != nil {
		return nil
	}
	return t
}

// theory is a theory as it was when each of its files could last be read; nil where there is none.
func (p *project) theory(name string) *theory.Theory {
	r := p.result(name)
	texts := maps.Clone(p.unsaved)
	broken := false
	for read := range r.reads {
		if f := p.files[read]; f != nil && f.document.Fault != nil && f.readable != nil {
			texts[read], broken = f.readable.Text, true
		}
	}
	made := &r.current
	if broken {
		made = &r.readable
	}
	if *made == nil {
		p.within(texts, func(fsys fs.FS) { *made = p.load(fsys, name) })
	}
	return *made
}

// theoryOf is the theory that a file is to be read in: itself, else of those that include it one that none revises. It is nil
// where there is none.
func (p *project) theoryOf(name string) *theory.Theory {
	p.refresh()
	if f := p.files[name]; f != nil && f.readable != nil && f.readable.Root.Entry("theory") != nil {
		return p.theory(name)
	}
	var including []string
	revised := make(map[string]bool)
	for _, other := range p.theories() {
		d := p.files[other].readable
		if d == nil {
			continue
		}
		if slices.Contains(named(d, other, "include"), name) {
			including = append(including, other)
		}
		for _, earlier := range named(d, other, "revises") {
			revised[earlier] = true
		}
	}
	slices.SortStableFunc(including, func(a, b string) int {
		switch {
		case revised[a] == revised[b]:
			return 0
		case revised[a]:
			return 1
		}
		return -1
	})
	for _, other := range including {
		if t := p.theory(other); t != nil {
			return t
		}
	}
	return nil
}

// reads are the files that a theory is made of.
func (p *project) reads(name string) map[string]bool {
	reads := map[string]bool{name: true}
	for queue := []string{name}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for folder := path.Dir(at); ; folder = path.Dir(folder) {
			reads[path.Join(folder, load.SettingsFile)] = true
			if folder == "." {
				break
			}
		}
		f := p.files[at]
		if f == nil {
			continue
		}
		for _, d := range []*toml.Document{f.document, f.readable} {
			for _, other := range slices.Concat(named(d, at, "include"), named(d, at, "revises")) {
				if !reads[other] {
					reads[other] = true
					queue = append(queue, other)
				}
			}
		}
	}
	return reads
}

// named are the files that a theory's file names under a key.
func named(d *toml.Document, in, key string) []string {
	if d == nil || d.Root == nil {
		return nil
	}
	top := d.Root.Entry("theory")
	if top == nil || top.Form != toml.Table {
		return nil
	}
	value := top.Entry(key)
	if value == nil {
		return nil
	}
	var names []string
	add := func(item *toml.Item) {
		if text, isText := item.Says.(string); isText {
			names = append(names, path.Join(path.Dir(in), text))
		}
	}
	add(value)
	for item := range value.Items() {
		add(item)
	}
	return names
}
