package main

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"sync"
	"unicode/utf8"

	"golang.org/x/term"

	"icamo/theory"
)

// terminal passes text on to a terminal. Whatever a theory, a file name or a library put into it, only line ends and the
// colours that the printers set reach the terminal as commands: the rest is shown by its code.
type terminal struct {
	w    io.Writer
	rest []byte // the start of a character or of a colour, until its end comes
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

var (
	command    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b\[[0-9;]{0,8}m|\n`) })
	incomplete = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b(\[[0-9;]{0,8})?$`) })
)

func (t *terminal) Write(p []byte) (int, error) {
	text := append(t.rest, p...)
	whole := len(text)
	if at := incomplete().FindIndex(text); at != nil {
		whole = at[0]
	}
	for back := 1; back < utf8.UTFMax && back <= whole; back++ {
		if last := text[whole-back:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				whole -= back
			}
			break
		}
	}
	var out bytes.Buffer
	from := 0
	for _, at := range command().FindAllIndex(text[:whole], -1) {
		out.WriteString(theory.Legible(string(text[from:at[0]])))
		out.Write(text[at[0]:at[1]])
		from = at[1]
	}
	out.WriteString(theory.Legible(string(text[from:whole])))
	t.rest = bytes.Clone(text[whole:])
	if _, err := t.w.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}
