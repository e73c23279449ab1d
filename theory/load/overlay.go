package load

import (
	"io/fs"
	"path"
	"strings"
	"time"
)

// Overlay is a file system in which some files hold another text than on disk, or are not on disk yet: what an editor has not
// saved. Texts are by the slash-separated names of their files.
func Overlay(fsys fs.FS, texts map[string]string) fs.FS { return overlay{fsys, texts} }

type overlay struct {
	fs.FS
	texts map[string]string
}

func (o overlay) Open(name string) (fs.File, error) {
	if text, over := o.texts[name]; over {
		return &overlaid{*strings.NewReader(text), overlaidInfo{path.Base(name), int64(len(text))}}, nil
	}
	return o.FS.Open(name)
}

// Stat asks of a file without opening it, as opening a pipe would wait for its other end.
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if text, over := o.texts[name]; over {
		return overlaidInfo{path.Base(name), int64(len(text))}, nil
	}
	return fs.Stat(o.FS, name)
}

// overlaid is a text as a file.
type overlaid struct {
	strings.Reader
	info overlaidInfo
}

func (f *overlaid) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *overlaid) Close() error               { return nil }

type overlaidInfo struct {
	name string
	size int64
}

func (i overlaidInfo) Name() string       { return i.name }
func (i overlaidInfo) Size() int64        { return i.size }
func (i overlaidInfo) Mode() fs.FileMode  { return 0o444 }
func (i overlaidInfo) ModTime() time.Time { return time.Time{} }
func (i overlaidInfo) IsDir() bool        { return false }
func (i overlaidInfo) Sys() any           { return nil }
