package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// MaxFileSize is the size, in bytes, over which a file is refused unread.
const MaxFileSize = 32 << 20

// errTooLarge says that a file is over MaxFileSize.
var errTooLarge = fmt.Errorf("larger than %d MiB", MaxFileSize>>20)

// ReadText reads a whole regular file, and no more than MaxFileSize of it. A folder, a device or a pipe is refused
// before it is opened, as opening a pipe would wait for its other end. The error says why in words.
func ReadText(fsys fs.FS, name string) ([]byte, error) {
	text, err := readText(fsys, name)
	if err != nil {
		return nil, plainError(err)
	}
	return text, nil
}

func readText(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder, not a file")
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	if info.Size() > MaxFileSize {
		return nil, errTooLarge
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text := bytes.NewBuffer(make([]byte, 0, int(info.Size())+bytes.MinRead))
	if _, err := text.ReadFrom(io.LimitReader(f, MaxFileSize+1)); err != nil {
		return nil, err
	}
	if text.Len() > MaxFileSize {
		return nil, errTooLarge
	}
	return text.Bytes(), nil
}
