package graphs

import (
	"encoding/json"
	"io"

	"icamo/theory"
)

// Kumu writes a theory as the JSON that Kumu imports: elements and the connections among them, each with its fields. Kumu knows
// elements by their labels, so a label that stands twice has its id behind it. The result is what the format cannot hold.
func Kumu(to io.Writer, t *theory.Theory) ([]string, error) {
	g := newGraph(t)
	count := make(map[string]int)
	for _, v := range g.vertices {
		count[v.node.Label]++
	}
	labels := make([]string, len(g.vertices))
	var elements, connections []map[string]string
	for i, v := range g.vertices {
		labels[i] = v.node.Label
		if count[v.node.Label] > 1 {
			labels[i] += " (" + v.id + ")"
		}
		e := map[string]string{"id": v.id}
		for _, f := range v.fields {
			e[f.name] = f.value
		}
		delete(e, "kind")
		e["label"], e["type"] = labels[i], string(v.node.Kind)
		elements = append(elements, e)
	}
	for _, e := range g.edges {
		c := map[string]string{}
		for _, f := range e.fields {
			c[f.name] = f.value
		}
		delete(c, "effect")
		c["from"], c["to"], c["direction"], c["type"] = labels[e.from], labels[e.to], "directed", string(e.link.Effect)
		connections = append(connections, c)
	}
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return g.lost, out.Encode(struct {
		Elements    []map[string]string `json:"elements"`
		Connections []map[string]string `json:"connections"`
	}{elements, connections})
}
