// Package console prints lines of text for people: in style where they read it at a terminal, and no wider than they like.
package console

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// Style is an ANSI escape sequence's parameters.
type Style string

// The styles.
const (
	Bold       Style = "1"
	Dim        Style = "2"
	Red        Style = "31"
	Green      Style = "32"
	Yellow     Style = "33"
	Cyan       Style = "36"
	BoldRed    Style = "1;31"
	BoldYellow Style = "1;33"
	BoldBlue   Style = "1;34"
)

// Printer writes lines. It keeps the first error for Flush, so that no line needs to check one.
type Printer struct {
	w      *bufio.Writer
	colour bool
}

// NewPrinter makes a printer of plain text, or of styled text where colour is wanted.
func NewPrinter(w io.Writer, colour bool) Printer { return Printer{bufio.NewWriter(w), colour} }

// Line writes a line of several parts.
func (p Printer) Line(parts ...string) {
	for _, part := range parts {
		p.w.WriteString(part)
	}
	p.w.WriteByte('\n')
}

// Paint is a text in a style.
func (p Printer) Paint(s Style, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// Flush writes what is still kept, and returns the first error of all.
func (p Printer) Flush() error { return p.w.Flush() }

// Wrap breaks a text between words into lines of no more than so many characters, but for words that are longer.
func Wrap(text string, most int) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > most {
			lines = append(lines, line)
			line, length = "", 0
		}
		if length > 0 {
			line += " "
			length++
		}
		line += word
		length += n
	}
	return append(lines, line)
}
