package untrusted

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The limits of an XML document.
const (
	maxDepth    = 200
	maxElements = 1_000_000 // of a document held in memory
)

// XML reads the tags and texts of a document, whatever its namespaces. It refuses document types, and so all entities but
// those of XML itself.
type XML struct {
	decoder *xml.Decoder
	open    []string // the elements that have not ended
}

// NewXML reads a document in UTF-8.
func NewXML(document []byte) *XML {
	return &XML{decoder: xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(document, []byte("\ufeff"))))}
}

// Next is the next start tag, end tag or text, which is good until the one after it; io.EOF after the end of the document. What
// encoding/xml checks and translates of namespaces is of no use here, and takes half of its time.
func (x *XML) Next() (xml.Token, error) {
	for {
		token, err := x.decoder.RawToken()
		if err != nil {
			if errors.Is(err, io.EOF) && len(x.open) == 0 {
				return nil, io.EOF
			}
			if errors.Is(err, io.EOF) {
				return nil, fmt.Errorf("is XML that ends within the element %q", shortened(x.open[len(x.open)-1]))
			}
			return nil, plainXML(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if x.open = append(x.open, token.Name.Local); len(x.open) > maxDepth {
				return nil, fmt.Errorf("is XML that nests deeper than %d elements", maxDepth)
			}
			return token, nil
		case xml.EndElement:
			last := len(x.open) - 1
			if last < 0 || x.open[last] != token.Name.Local {
				line, _ := x.decoder.InputPos()
				return nil, fmt.Errorf("is XML with a fault in line %d: the element %q ends where it is not open", line, shortened(token.Name.Local))
			}
			x.open = x.open[:last]
			return token, nil
		case xml.CharData:
			return token, nil
		case xml.Directive:
			return nil, errors.New("is XML with a document type, which is refused as it can define entities")
		}
	}
}

func shortened(name string) string { return name[:min(len(name), 60)] }

// Text is the text up to the end tag of the element whose start tag was read last, with that of the elements in it.
func (x *XML) Text() (string, error) {
	var text []byte
	for depth := len(x.open); len(x.open) >= depth; {
		token, err := x.Next()
		if err != nil {
			return "", err
		}
		if data, ok := token.(xml.CharData); ok {
			text = append(text, data...)
		}
	}
	return string(text), nil
}

// Skip passes over the element whose start tag was read last.
func (x *XML) Skip() error {
	for depth := len(x.open); len(x.open) >= depth; {
		if _, err := x.Next(); err != nil {
			return err
		}
	}
	return nil
}

// Attribute is the value of an attribute by its local name; "" where it is not there.
func Attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// plainXML words what is wrong with a document.
func plainXML(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("is XML with a fault in line %d: %s", syntax.Line, strings.TrimSpace(syntax.Msg))
	}
	return fmt.Errorf("is XML that cannot be read: %s", strings.TrimPrefix(err.Error(), "xml: "))
}

// Element is an element of a document, held in memory.
type Element struct {
	Name     string // without its namespace
	Attr     []xml.Attr
	Text     string // its own, where it has no elements
	Children []*Element
}

// Tree reads a whole document, and gives its root.
func Tree(document []byte) (*Element, error) {
	x := NewXML(document)
	root := &Element{}
	open := []*Element{root}
	names := make(map[string]string)
	var text []byte
	for count := 0; ; {
		token, err := x.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if count++; count > maxElements {
				return nil, fmt.Errorf("is XML of more than %d elements", maxElements)
			}
			name, known := names[token.Name.Local]
			if !known {
				name = token.Name.Local
				names[name] = name
			}
			e := &Element{Name: name, Attr: token.Attr}
			at := open[len(open)-1]
			at.Children = append(at.Children, e)
			open = append(open, e)
			text = text[:0]
		case xml.CharData:
			text = append(text, token...)
		case xml.EndElement:
			if at := open[len(open)-1]; len(at.Children) == 0 {
				at.Text = string(text)
			}
			open = open[:len(open)-1]
			text = text[:0]
		}
	}
	if len(root.Children) == 0 {
		return nil, errors.New("is XML without an element")
	}
	return root.Children[0], nil
}

// Get is the value of an attribute; "" where it is not there.
func (e *Element) Get(name string) string { return Attribute(xml.StartElement{Attr: e.Attr}, name) }

// All are the children of a name.
func (e *Element) All(name string) []*Element {
	var all []*Element
	for _, c := range e.Children {
		if c.Name == name {
			all = append(all, c)
		}
	}
	return all
}

// First is the first child of a name; an empty element where there is none.
func (e *Element) First(name string) *Element {
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return &Element{}
}

// Walk visits the element and all below it, each before those below it.
func (e *Element) Walk(visit func(*Element)) {
	visit(e)
	for _, c := range e.Children {
		c.Walk(visit)
	}
}
