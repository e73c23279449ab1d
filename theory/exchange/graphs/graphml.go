package graphs

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"icamo/theory"
)

// GraphML writes a theory's nodes and links with all that they say. The result is what the format cannot hold.
func GraphML(to io.Writer, t *theory.Theory) ([]string, error) {
	g := newGraph(t)
	w := bufio.NewWriter(to)
	w.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	nodeFields, linkFields := g.vertexFields(), g.edgeFields()
	for _, name := range nodeFields {
		fmt.Fprintf(w, "  <key id=\"n-%s\" for=\"node\" attr.name=\"%[1]s\" attr.type=\"string\"/>\n", name)
	}
	for _, name := range linkFields {
		fmt.Fprintf(w, "  <key id=\"e-%s\" for=\"edge\" attr.name=\"%[1]s\" attr.type=\"string\"/>\n", name)
	}
	fmt.Fprintf(w, "  <graph id=\"%s\" edgedefault=\"directed\">\n    <desc>%s</desc>\n", escape(t.ID), escape(t.Title))
	for _, v := range g.vertices {
		fmt.Fprintf(w, "    <node id=\"%s\">\n", escape(v.id))
		writeData(w, "n-", v.fields)
		w.WriteString("    </node>\n")
	}
	for _, e := range g.edges {
		fmt.Fprintf(w, "    <edge source=\"%s\" target=\"%s\">\n", escape(g.vertices[e.from].id), escape(g.vertices[e.to].id))
		writeData(w, "e-", e.fields)
		w.WriteString("    </edge>\n")
	}
	w.WriteString("  </graph>\n</graphml>\n")
	return g.lost, w.Flush()
}

func writeData(w *bufio.Writer, prefix string, fields []field) {
	for _, f := range fields {
		fmt.Fprintf(w, "      <data key=\"%s%s\">%s</data>\n", prefix, f.name, escape(f.value))
	}
}

// escape makes a text safe within XML. What XML cannot hold is replaced.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(strings.Map(func(r rune) rune { // a builder does not fail
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, text)))
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}
