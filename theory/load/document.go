package load

import (
	"fmt"

	"icamo/theory"
	"icamo/theory/toml"
)

// document is one file: its text, and all that stands in it.
type document struct {
	file  *theory.File
	root  *toml.Item    // nil where it cannot be read, and once nobody needs it any more
	fault *theory.Fault // why it cannot be read as TOML

	isTheory bool // it has a [theory] table
}

func newDocument(shown string, text []byte) *document {
	read := toml.Read(text)
	d := &document{file: &theory.File{Name: shown, Text: read.Text}, root: read.Root}
	if f := read.Fault; f != nil {
		message := f.Message
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
