package history

import (
	"errors"
	"io/fs"
)

// Layers is an fs.FS in which each file is the first that one of the layers has.
type Layers []fs.FS

// Open opens a file in the first layer that has it.
func (l Layers) Open(name string) (fs.File, error) {
	for _, layer := range l {
		f, err := layer.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Texts is an fs.FS of files in memory, by name.
type Texts map[string][]byte

// Open opens a file.
func (t Texts) Open(name string) (fs.File, error) {
	if text, ok := t[name]; ok {
		return newFile(name, text), nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
