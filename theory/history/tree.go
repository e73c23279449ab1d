package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"icamo/theory"
	"icamo/theory/load"
)

// Tree is the files of a repository at one revision, as an fs.FS: names start at the repository's root. Only files can
// be opened; symbolic links are refused. It is not safe for concurrent use.
type Tree struct {
	Rev string // as the caller named it; "" is the index, ":1" to ":3" are its stages while a merge is not finished

	ctx    context.Context
	repo   *repository
	prefix string // of a file's name, to make git's name for it
	below  string // the folder of the caller, from the root
	read   map[string]blob
}

type blob struct {
	text []byte
	err  error
}

// At finds a revision of the repository that a folder belongs to, by any name that git has for it. The empty name is the
// index: what the next commit would hold. ":1" is what both sides of a merge that is not finished started from, ":2" this side,
// ":3" the other; files that are not in conflict are as the index has them.
func At(ctx context.Context, folder, rev string) (*Tree, error) {
	repo, err := newRepository(folder)
	if err != nil {
		return nil, err
	}
	t := &Tree{Rev: rev, ctx: ctx, repo: repo, prefix: ":0:", below: below(folder), read: make(map[string]blob)}
	if isStage(rev) {
		t.prefix = rev + ":"
		return t, nil
	}
	if rev != "" {
		tree, err := repo.object(ctx, rev+"^{tree}")
		if errors.Is(err, errUnknown) {
			return nil, fmt.Errorf("git knows no revision %q", rev)
		}
		if err != nil {
			return nil, fmt.Errorf("find the revision %q: %w", rev, err)
		}
		t.prefix = tree + ":"
	}
	return t, nil
}

// isStage says whether a name is that of a stage of the index.
func isStage(rev string) bool {
	return len(rev) == 2 && rev[0] == ':' && '0' <= rev[1] && rev[1] <= '3'
}

// Split takes "REV:path" apart at the first colon that is not within braces, as in HEAD@{10:30}:path, and ":2:path", of a
// stage, at the second.
func Split(spec string) (rev, path string, ok bool) {
	if len(spec) > 2 && spec[2] == ':' && isStage(spec[:2]) {
		return spec[:2], spec[3:], true
	}
	depth := 0
	for i, c := range spec {
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		case ':':
			if depth <= 0 {
				return spec[:i], spec[i+1:], true
			}
		}
	}
	return "", "", false
}

// Open loads the theory that "REV:path" names. As in git, the path starts at the repository's root, or at the folder
// where it begins with "./" or "../".
func Open(ctx context.Context, folder, spec string) (*theory.Theory, error) {
	rev, file, ok := Split(spec)
	if !ok {
		return nil, fmt.Errorf("%q is no REV:path", spec)
	}
	tree, err := At(ctx, folder, rev)
	if err != nil {
		return nil, err
	}
	name, err := tree.name(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", spec, err)
	}
	t, err := load.Theory(tree, name, tree.Shown)
	if errors.Is(err, fs.ErrNotExist) && tree.below != "." && !strings.HasPrefix(file, ".") {
		if _, here := fs.Stat(tree, path.Join(tree.below, name)); here == nil {
			return nil, fmt.Errorf("%w: paths of revisions start at the repository's root; write %s:./%s", err, rev, file)
		}
	}
	return t, err
}

// Current is where the file that "REV:path" names is, or was, in the folders as they are now.
func Current(folder, spec string) (string, error) {
	rev, file, ok := Split(spec)
	if !ok {
		return "", fmt.Errorf("%q is no REV:path", spec)
	}
	t := &Tree{Rev: rev, below: below(folder)}
	name, err := t.name(file)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", spec, err)
	}
	up, err := filepath.Rel(filepath.FromSlash(t.below), ".")
	if err != nil {
		return "", fmt.Errorf("read %s: %w", spec, err)
	}
	return filepath.Join(folder, up, filepath.FromSlash(name)), nil
}

// Shown is a file's name as messages give it.
func (t *Tree) Shown(name string) string { return t.Rev + ":" + name }

// Holds says whether the revision holds exactly this object under a name.
func (t *Tree) Holds(name, id string) bool {
	found, err := t.repo.object(t.ctx, t.prefix+name)
	return err == nil && found == id
}

// name is the path from the root that a path in "REV:path" means.
func (t *Tree) name(file string) (string, error) {
	name := path.Clean(file)
	if file == "." || file == ".." || strings.HasPrefix(file, "./") || strings.HasPrefix(file, "../") {
		name = path.Join(t.below, file)
	}
	if !fs.ValidPath(name) || strings.Contains(name, `\`) {
		return "", errors.New("is outside the repository")
	}
	return name, nil
}

// below is the slash-separated path to a folder from the root of the repository that it is in; "." where it is in none.
func below(folder string) string {
	abs, err := filepath.Abs(folder)
	if err != nil {
		return "."
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			if rel, err := filepath.Rel(dir, abs); err == nil {
				return filepath.ToSlash(rel)
			}
		}
		if filepath.Dir(dir) == dir {
			return "."
		}
	}
}

// Open opens a file of the revision. Its whole content is read at once, and read once.
func (t *Tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	b, known := t.read[name]
	if !known {
		b.text, b.err = t.text(name)
		t.read[name] = b
	}
	if b.err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: b.err}
	}
	return newFile(name, b.text), nil
}

func (t *Tree) text(name string) ([]byte, error) {
	id, err := t.repo.object(t.ctx, t.prefix+name)
	if errors.Is(err, errUnknown) && isStage(t.Rev) {
		id, err = t.repo.object(t.ctx, ":0:"+name)
	}
	if errors.Is(err, errUnknown) {
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	text, err := t.repo.blob(t.ctx, id)
	if errors.Is(err, errUnknown) {
		return nil, errors.New("is a folder or another repository, not a file")
	}
	if err == nil && isLink(text) {
		return nil, errors.New("is a symbolic link, or no theory; links of a revision are not followed")
	}
	return text, err
}

// isLink tells a symbolic link by its content, which is all that git gives of it: a path, on a line without an end. No
// file that says anything in TOML looks like that.
func isLink(text []byte) bool {
	return len(text) > 0 && len(text) < 4096 && !bytes.ContainsAny(text, "\n=#[")
}

// file is a file that has been read.
type file struct {
	*bytes.Reader
	name string
}

func newFile(name string, text []byte) *file { return &file{bytes.NewReader(text), path.Base(name)} }

func (f *file) Close() error               { return nil }
func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Name() string               { return f.name }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
