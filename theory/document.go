package theory

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"
)

// MaxFileSize is the size, in bytes, over which a file is refused unread.
const MaxFileSize = 32 << 20

// document is one file: its text, where everything stands and what everything says.
type document struct {
	file    *File
	outline *outline
	fault   *Fault // why it cannot be read as TOML; outline is then nil
}

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

// newDocument reads TOML text. What cannot be read leaves a document with a fault alone.
func newDocument(shown string, text []byte) *document {
	text = trimBOM(text)
	d := &document{file: &File{Name: shown, Text: string(text)}}
	if at, bad := invalidUTF8(text); bad {
		return d.refuse("the file is not UTF-8 text; save it with the encoding UTF-8", extent{at, at + 1})
	}
	outline, fault := newOutline(d.file.Text, text)
	if fault != nil {
		return d.refuse(fault.message, fault.at)
	}
	d.outline = outline
	return d
}

// near is a table, or a list of tables, whose name is near the one given; nil where there is none.
func (d *document) near(table string) *outline {
	var s suggester
	for item := range d.outline.items() {
		if item.form != singleForm && s.nearest(item.name, []string{table}) != "" {
			return item
		}
	}
	return nil
}

func (d *document) refuse(message string, at extent) *document {
	d.fault = &Fault{Kind: SyntaxFault, Message: message, At: Span{d.file, at}}
	return d
}

func trimBOM(text []byte) []byte {
	if len(text) >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF {
		return text[3:]
	}
	return text
}

func invalidUTF8(text []byte) (int32, bool) {
	if utf8.Valid(text) {
		return 0, false
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return int32(i), true
		}
		i += n
	}
	return 0, false
}
