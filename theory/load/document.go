package load

import (
	"fmt"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// document is one file: its text, and all that stands in it.
type document struct {
	file  *theory.File
	root  *toml.Item    // nil where it cannot be read, and once it is not needed any more
	fault *theory.Fault // why it cannot be read as TOML

	isTheory bool // it has a [theory] table
}

func newDocument(shown string, text []byte) *document {
	read := toml.Read(text)
	d := &document{file: &theory.File{Name: shown, Text: read.Text}, root: read.Root}
	if at, unmerged := conflict(read.Text); unmerged {
		return d.refuse("git could not merge this file: here both sides stand, one below the other; finish the merge, and take out the lines that git has put in (<<<<<<<, =======, >>>>>>>)", at)
	}
	if f := read.Fault; f != nil {
		message := f.Message
		if better := betterHeader(read.Text, f.At); better != "" {
			message = better
		}
		if table := theory.TableNamed(f.Twice); table != nil && table.Repeated {
			message = fmt.Sprintf("%q is there twice; %s", f.Twice, table.HowRepeated())
		}
		return d.refuse(message, f.At)
	}
	d.isTheory = d.root.Entry("theory") != nil
	return d
}

// near is a table, or a list of tables, whose name is near the one given; nil where there is none.
func (d *document) near(table string) *toml.Item {
	var s theory.Suggester
	for item := range d.root.Items() {
		if item.Form != toml.Single && s.Nearest(item.Name, []string{table}) != "" {
			return item
		}
	}
	return nil
}

func (d *document) refuse(message string, at toml.Extent) *document {
	d.fault = &theory.Fault{Kind: theory.SyntaxFault, Message: message, At: d.span(at)}
	return d
}

// span is a run of the document's bytes.
func (d *document) span(at toml.Extent) theory.Span { return d.file.Span(int(at.Start), int(at.End)) }

// conflict finds the first line with which git marks what it could not merge.
func conflict(text string) (toml.Extent, bool) {
	const start, end = "<<<<<<< ", ">>>>>>> "
	lineStarting := func(with string) int {
		if strings.HasPrefix(text, with) {
			return 0
		}
		return 1 + strings.Index(text, "\n"+with)
	}
	at := lineStarting(start)
	if !strings.HasPrefix(text[at:], start) || !strings.HasPrefix(text[lineStarting(end):], end) {
		return toml.Extent{}, false
	}
	line, _, _ := strings.Cut(text[at:], "\n")
	return toml.Extent{Start: int32(at), End: int32(at + len(strings.TrimRight(line, "\r")))}, true
}

// betterHeader words what is wrong in the header of a table whose id has characters that TOML refuses, with the header to write;
// "" where that is not what is wrong.
func betterHeader(text string, at toml.Extent) string {
	start := 1 + strings.LastIndexByte(text[:at.Start], '\n')
	line, _, _ := strings.Cut(text[start:], "\n")
	table, id, dotted := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "["), ".")
	id, _, closed := strings.Cut(id, "]")
	format := theory.TableNamed(table)
	if !dotted || !closed || format == nil || format.Single || format.Repeated || len(id) > 1000 || strings.ContainsAny(id, `"'`) || !strings.ContainsFunc(id, refused) {
		return ""
	}
	better := theory.IDFrom(id)
	if better == "" {
		better = "some-id"
	}
	return fmt.Sprintf("the id %q must be of the small letters a to z and digits, with single hyphens between them; write [%s.%s]", shortened(id), table, better)
}

// refused says whether a key needs quotation marks for a character.
func refused(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	return !letter && r != '-' && r != '_' && r != '.'
}
