package untrusted

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The limits of an archive.
const (
	maxEntries = 20_000
	maxArchive = 512 << 20 // bytes of all entries that are read
)

// Archive is a zip container whose entries are read into memory, and nowhere else.
type Archive struct {
	entries map[string]*zip.File // by their names in lower case
	names   []string
	left    int64 // bytes that may still be read
}

// OpenArchive lists the entries of a container. Names that climb out of a folder, or stand twice, are an error.
func OpenArchive(data []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, zip.ErrInsecurePath): // said below, with the name
	case err != nil:
		return nil, errors.New("is no zip archive, or a damaged one")
	}
	if len(r.File) > maxEntries {
		return nil, fmt.Errorf("holds more than %d files", maxEntries)
	}
	a := &Archive{entries: make(map[string]*zip.File, len(r.File)), left: maxArchive}
	for _, f := range r.File {
		name := strings.TrimSuffix(f.Name, "/")
		if name == "" || path.IsAbs(name) || strings.Contains(name, `\`) || len(name) > 1 && name[1] == ':' || slices.Contains(strings.Split(name, "/"), "..") {
			return nil, fmt.Errorf("holds a file with the unsafe name %q", f.Name)
		}
		if f.FileInfo().IsDir() {
			continue
		}
		key := strings.ToLower(name)
		if a.entries[key] != nil {
			return nil, fmt.Errorf("holds the file %q twice", f.Name)
		}
		a.entries[key] = f
		a.names = append(a.names, f.Name)
	}
	return a, nil
}

// Names are the names of the entries, in the order of the archive.
func (a *Archive) Names() []string { return a.names }

// Has says whether there is an entry of a name, in capital letters or small ones.
func (a *Archive) Has(name string) bool { return a.entries[strings.ToLower(name)] != nil }

// Read gives the content of an entry of at most so many bytes, counted as they are read: an archive may lie about its sizes.
func (a *Archive) Read(name string, most int64) ([]byte, error) {
	f := a.entries[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("holds no file %q", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in it cannot be read: %w", name, err)
	}
	defer r.Close()
	most = min(most, a.left)
	var content bytes.Buffer
	n := int64(f.UncompressedSize64)
	if n >= 0 && n <= most {
		content.Grow(int(n))
		n, err = io.Copy(&content, io.LimitReader(r, most+1))
	}
	switch a.left -= n; {
	case n < 0 || n > most:
		return nil, fmt.Errorf("%s in it is larger than %d MiB", name, most>>20)
	case err != nil:
		return nil, fmt.Errorf("%s in it cannot be read: %w", name, err)
	}
	return content.Bytes(), nil
}
