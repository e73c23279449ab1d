package load

import (
	"icamo/theory"
	"icamo/theory/toml"
)

// Tidy lays out the text of a theory file as toml.Tidy does. What is not TOML is a fault with its place in the file that
// messages call shown, and is left alone.
func Tidy(shown string, text []byte) ([]byte, *theory.Fault) {
	tidy, fault := toml.Tidy(text)
	if fault != nil {
		return nil, newDocument(shown, text).refuse(fault.Message, fault.At).fault
	}
	return tidy, nil
}

// IsTheoryFile says whether a text is that of a theory, or of a part of one to be included: a [theory] table, or some of
// the format's other tables alone. What is not TOML may be one.
func IsTheoryFile(text []byte) bool {
	d := newDocument("", text)
	return d.fault != nil || d.isTheory ||
		d.root.Count > 0 && d.root.Every(func(top *toml.Item) bool { return theory.TableNamed(top.Name) != nil })
}
