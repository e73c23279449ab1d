package load

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"icamo/theory"
	"icamo/theory/toml"
)

// ErrNoTheory says that a file has no [theory] table: it is a file that theories include, or something else.
var ErrNoTheory = errors.New("has no [theory] table")

// Theory reads the theory in the file called name, with the files it includes and the version it revises, all from fsys:
// nothing outside of fsys can be reached. Names in fsys are slash-separated; shown turns one into the name that messages
// give it. What is wrong with the files is in the theory's Faults. An error means that the file itself cannot be read
// (ErrNoTheory: it can, and holds no theory).
func Theory(fsys fs.FS, name string, shown func(name string) string) (*theory.Theory, error) {
	l := loader{fsys: fsys, shown: shown, read: make(map[string]*document)}
	d, err := l.document(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", shown(name), err)
	}
	if d.fault == nil && !d.isTheory {
		misspelt := d.near("theory")
		if misspelt == nil {
			return nil, fmt.Errorf("%s: %w", shown(name), ErrNoTheory)
		}
		d.refuse(fmt.Sprintf("unknown table %q%s", misspelt.Name, theory.DidYouMean("theory")), misspelt.Key)
		d.fault.Kind = theory.UnknownKeyFault
	}
	t := l.theory(name, d)
	t.SetWords(wordsIn(fsys, name))
	return t, nil
}

// wordsIn are the words that the settings for a file set; none where they cannot be read, which is told where they are asked for.
func wordsIn(fsys fs.FS, name string) map[string]string {
	s, err := SettingsIn(fsys, name, name)
	if err != nil {
		return nil
	}
	return s.Words
}

// A theory with all its versions is of no more than so many files and bytes.
const (
	maxFiles = 1_000
	maxSize  = 4 * MaxFileSize
)

var errTooMany = fmt.Errorf("the theory is of more than %d files or %d MiB", maxFiles, maxSize>>20)

// loader reads files, each once, for a theory and all the versions before it.
type loader struct {
	fsys  fs.FS
	shown func(string) string
	read  map[string]*document
	size  int      // of what was read, in bytes
	line  []string // the theories being read: each revises the next
}

func (l *loader) document(name string) (*document, error) {
	if d := l.read[name]; d != nil {
		return d, nil
	}
	if len(l.read) >= maxFiles || l.size > maxSize {
		return nil, errTooMany
	}
	text, err := ReadText(l.fsys, name)
	l.size += len(text)
	var d *document
	switch {
	case errors.Is(err, errTooLarge):
		d = &document{file: &theory.File{Name: l.shown(name)}}
		d.refuse(fmt.Sprintf("the file is %v, and not read; split it by include", err), toml.Extent{})
	case err != nil:
		return nil, err
	default:
		d = newDocument(l.shown(name), text)
	}
	l.read[name] = d
	return d, nil
}

// theory builds one version from its document and all that it names.
func (l *loader) theory(name string, d *document) *theory.Theory {
	l.line = append(l.line, name)
	t := &theory.Theory{File: d.file.Name, Files: []*theory.File{d.file}}
	t.At = theory.Span{File: d.file}
	if d.fault != nil {
		t.Unread = true
		t.Faults = append(t.Faults, *d.fault)
		t.Connect()
		return t
	}
	r := newReader(t, d, theory.Format)
	complete := true
	if top := d.root.Entry("theory"); top != nil {
		if top.Form == toml.Table {
			r.element(theory.TableNamed("theory"), "", top)
			complete = !r.unread("include")
			r.document(d)
			d.root = nil // no other version reads it
			complete = l.includes(r, name) && complete
			r.doc = d
			l.revises(r, name)
		} else {
			r.fault(theory.InvalidValueFault, top.Key, "\"theory\" must be a table: [theory]")
			r.document(d)
		}
	}
	r.resolve(complete && !r.lacks)
	return t
}

// includes reads the included files; false where one could not be read, so that ids may be missing.
func (l *loader) includes(r *reader, name string) bool {
	complete := true
	seen := []string{name}
	for i, ref := range r.t.Include {
		if i == maxFiles {
			r.t.Faults = append(r.t.Faults, theory.Fault{Kind: theory.FileReferenceFault, Message: errTooMany.Error(), At: ref.At, Of: &r.t.Element})
			return false
		}
		file, d, fault := l.named(name, ref)
		switch {
		case fault != "":
		case file == name:
			fault = fmt.Sprintf("%q includes itself; take it out", ref.ID)
		case slices.Contains(seen, file):
			fault = fmt.Sprintf("%q is included twice; take one out", ref.ID)
		case d.isTheory:
			fault = fmt.Sprintf("%q is a theory of its own; name it in \"revises\", or include only what versions share", ref.ID)
		}
		if fault != "" {
			r.t.Faults = append(r.t.Faults, theory.Fault{Kind: theory.FileReferenceFault, Message: fault, At: ref.At, Of: &r.t.Element})
			complete = complete && slices.Contains(seen, file)
			continue
		}
		seen = append(seen, file)
		r.t.Files = append(r.t.Files, d.file)
		if d.fault != nil {
			r.t.Faults = append(r.t.Faults, *d.fault)
			complete = false
			continue
		}
		r.document(d)
	}
	return complete
}

// revises reads the version that this one revises.
func (l *loader) revises(r *reader, name string) {
	ref := r.t.Revises
	if ref.ID == "" {
		return
	}
	file, d, fault := l.named(name, ref)
	switch {
	case fault != "":
	case slices.Contains(l.line, file):
		fault = fmt.Sprintf("%q is in a loop: a version cannot come before itself; name the version before this one, or take \"revises\" out", ref.ID)
	case d.fault == nil && !d.isTheory:
		fault = fmt.Sprintf("%q has no [theory] table, so it is no version to revise; name the file of one, or take \"revises\" out", ref.ID)
	}
	if fault != "" {
		r.t.Faults = append(r.t.Faults, theory.Fault{Kind: theory.FileReferenceFault, Message: fault, At: ref.At, Of: &r.t.Element})
		return
	}
	earlier := l.theory(file, d)
	for _, f := range earlier.Faults {
		if f.Kind == theory.SyntaxFault && earlier.Unread || f.Kind == theory.FileReferenceFault {
			r.t.Faults = append(r.t.Faults, f)
		}
	}
	if !earlier.Unread {
		r.t.Earlier = earlier
	}
}

// named finds the file that a reference in another file names; or says why it cannot be read.
func (l *loader) named(from string, ref theory.Ref) (string, *document, string) {
	file := path.Join(path.Dir(from), ref.ID)
	if path.IsAbs(ref.ID) || strings.Contains(ref.ID, `\`) || !fs.ValidPath(file) {
		return file, nil, fmt.Sprintf("%q is outside the project's folder; name a file in it by a relative path", shortened(ref.ID))
	}
	d, err := l.document(file)
	if err != nil {
		remedy := ""
		if errors.Is(err, fs.ErrNotExist) {
			remedy = "; write its path from the folder of this file, or take it out"
		}
		return file, nil, fmt.Sprintf("%q cannot be read: %v%s", shortened(ref.ID), err, remedy)
	}
	return file, d, ""
}

// plainError says why a file cannot be read, without the call that found out.
func plainError(err error) error {
	var perr *fs.PathError
	switch {
	case errors.As(err, new(*worded)):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &worded{"there is no such file", err}
	case errors.Is(err, fs.ErrPermission):
		return &worded{"permission denied", err}
	case errors.As(err, &perr) && strings.Contains(perr.Err.Error(), "escapes"):
		return &worded{"a symbolic link leads outside the project's folder", err}
	case perr != nil && !utf8.ValidString(perr.Path):
		return &worded{"its name is not UTF-8 text; rename it", err}
	case perr != nil:
		return perr.Err
	}
	return err
}

// worded is an error in words of our own.
type worded struct {
	message string
	err     error
}

func (w *worded) Error() string { return w.message }
func (w *worded) Unwrap() error { return w.err }
