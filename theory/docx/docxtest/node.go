package docxtest

import (
	"encoding/xml"
	"slices"
	"strings"
)

// node is an element of XML with what is in it.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Chars   string     `xml:",chardata"`
}

func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// child is the first element of a name in it; nil where there is none.
func (n *node) child(name string) *node {
	if n != nil {
		for i := range n.Nodes {
			if n.Nodes[i].XMLName.Local == name {
				return &n.Nodes[i]
			}
		}
	}
	return nil
}

// all are the elements of a name in it, at any depth.
func (n *node) all(name string) []*node {
	var found []*node
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == name {
			found = append(found, &n.Nodes[i])
		}
		found = append(found, n.Nodes[i].all(name)...)
	}
	return found
}

// text is what the runs in it say.
func (n *node) text() string {
	var s strings.Builder
	for i := range n.Nodes {
		switch child := &n.Nodes[i]; child.XMLName.Local {
		case "t":
			s.WriteString(child.Chars)
		case "br":
			s.WriteString("\n")
		case "tab":
			s.WriteString("\t")
		default:
			s.WriteString(child.text())
		}
	}
	return s.String()
}

// sequences are the orders in which the schema has the properties of an element, which Word insists on.
var sequences = map[string][]string{
	"pPr": {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing", "ind",
		"contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr": {"rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "vertAlign", "rtl", "lang"},
	"tblPr": {"tblStyle", "bidiVisual", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
		"tblDescription"},
	"trPr":   {"cantSplit", "tblHeader"},
	"tcPr":   {"tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"},
	"sectPr": {"headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "bidi"},
	"style":  {"name", "basedOn", "next", "link", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"},
	"tbl":    {"tblPr", "tblGrid", "tr"},
	"tc":     {"tcPr", "p"},
	"inline": {"extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"},
}

// ordered holds that properties stand in the schema's order.
func (r *reader) ordered(n *node) {
	if order := sequences[n.XMLName.Local]; order != nil {
		last := -1
		for i := range n.Nodes {
			name := n.Nodes[i].XMLName.Local
			at := slices.Index(order, name)
			if at < 0 {
				r.Errorf("%s stands in %s, and these tests do not know whether it may", name, n.XMLName.Local)
			} else if at < last {
				r.Errorf("in %s, %s stands behind %s, which must come after it", n.XMLName.Local, name, order[last])
			}
			last = max(last, at)
		}
	}
	for i := range n.Nodes {
		r.ordered(&n.Nodes[i])
	}
}
