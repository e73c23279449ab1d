package editor

import (
	"errors"
	"fmt"
	"strings"

	"icamo/theory/rename"
	"icamo/theory/toml"
)

// Change is what is to be edited in a file.
type Change struct {
	Path  string
	Text  string // that the edits are of
	Edits []toml.Edit
}

// Renamable is the id at a place that can be renamed.
func (w *Workspace) Renamable(file string, offset int) (Location, error) {
	q := w.at(file, offset)
	if q == nil {
		return Location{}, errNoID
	}
	target, id, at := q.cited()
	if target == "" || id == "" {
		return Location{}, errNoID
	}
	return Location{file, q.text, at}, nil
}

var errNoID = errors.New("here is no id; put the cursor on one")

// Rename gives the element that a place names another id, in all files that hang together with its own. The error says in
// words why that cannot be done.
func (w *Workspace) Rename(file string, offset int, id string) ([]Change, error) {
	q := w.at(file, offset)
	if q == nil {
		return nil, errNoID
	}
	target, before, _ := q.cited()
	if target == "" || before == "" {
		return nil, errNoID
	}
	p := q.project
	p.stale = true
	related := q.related()
	if p.partial {
		return nil, fmt.Errorf("the project has more than %d theory files, or %d files in all, and some were not looked at; rename with icamo rename, and name the files", mostFiles, mostLookedAt)
	}
	isRelated := make(map[string]bool)
	for _, f := range related {
		isRelated[f.Name] = true
	}
	for name, f := range p.files {
		if fault := f.document.Fault; fault != nil && (isRelated[name] || f.readable == nil && f.ofTheory() && strings.Contains(f.document.Text, before)) {
			return nil, fmt.Errorf("%s cannot be read and may name %q: %s; mend it first", name, before, fault.Message)
		}
	}
	changes, err := rename.Renaming{Target: target, Before: before, After: id}.In(related)
	if err != nil {
		return nil, err
	}
	edited := make([]Change, len(changes))
	for i, c := range changes {
		edited[i] = Change{p.path(c.File.Name), c.File.Text, c.Edits}
	}
	return edited, nil
}
