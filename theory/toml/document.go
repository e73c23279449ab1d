package toml

import "unicode/utf8"

// Document is the text of a file, and all that stands in it.
type Document struct {
	Text  string // without a byte order mark; places are bytes of it
	Root  *Item  // nil where it cannot be read
	Fault *Fault // why it cannot be read; nil where it can
}

// Fault is the first thing in a file that makes it unreadable.
type Fault struct {
	Message string
	At      Extent
	Twice   string // the name of the table or key that is there twice, where that is what is wrong
}

// Read reads a file as TOML 1.1, within limits that no file written by hand meets.
func Read(data []byte) *Document {
	data = trimBOM(data)
	d := &Document{Text: string(data)}
	if at, bad := invalidUTF8(data); bad {
		d.Fault = &Fault{Message: "the file is not UTF-8 text; save it with the encoding UTF-8", At: Extent{at, at + 1}}
		return d
	}
	d.Root, d.Fault = read(d.Text, data)
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
