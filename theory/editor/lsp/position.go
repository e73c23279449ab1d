package lsp

import (
	"net/url"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"icamo/theory/toml"
)

// position is a place in a text: its line and the UTF-16 units before it on the line, both from 0.
type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

const byteOrderMark = "\ufeff"

// text is a text whose places are asked for. Offsets are bytes behind a byte order mark, positions count one.
type text struct {
	all    string
	mark   int   // bytes of the byte order mark; 0 where there is none
	starts []int // of its lines
}

func newText(all string) *text {
	t := &text{all: all, starts: []int{0}}
	if strings.HasPrefix(all, byteOrderMark) {
		t.mark = len(byteOrderMark)
	}
	for i := 0; i < len(all); i++ {
		if all[i] == '\n' || all[i] == '\r' && (i+1 == len(all) || all[i+1] != '\n') {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// plain is the text without a byte order mark.
func (t *text) plain() string { return t.all[t.mark:] }

// at is the byte of the whole text at a position: the nearest where there is none.
func (t *text) at(p position) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(t.starts):
		return len(t.all)
	}
	i := t.starts[p.Line]
	for units := 0; i < len(t.all) && t.all[i] != '\n' && t.all[i] != '\r'; {
		r, size := utf8.DecodeRuneInString(t.all[i:])
		if units += unitsOf(r); units > p.Character {
			break
		}
		i += size
	}
	return i
}

// offset is the byte of the plain text at a position.
func (t *text) offset(p position) int { return max(0, t.at(p)-t.mark) }

// position is where a byte of the plain text is.
func (t *text) position(offset int) position {
	offset = max(0, min(offset+t.mark, len(t.all)))
	line := sort.SearchInts(t.starts, offset+1) - 1
	units := 0
	for _, r := range t.all[t.starts[line]:offset] {
		units += unitsOf(r)
	}
	return position{line, units}
}

func (t *text) span(at toml.Extent) span {
	return span{t.position(int(at.Start)), t.position(int(at.End))}
}

// unitsOf is how many UTF-16 units a character takes.
func unitsOf(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// pathOf is the path of a file; false for what is not a file.
func pathOf(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "", false
	}
	path := u.Path
	switch {
	case u.Host != "" && u.Host != "localhost":
		path = "//" + u.Host + path
	case len(path) > 2 && path[0] == '/' && path[2] == ':': // /c:/theories
		path = path[1:]
	}
	return filepath.Clean(filepath.FromSlash(path)), true
}

// uriOf is the address of a file.
func uriOf(path string) string {
	path = filepath.ToSlash(path)
	if rest, networked := strings.CutPrefix(path, "//"); networked {
		host, share, _ := strings.Cut(rest, "/")
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + share}).String()
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
