package graphs

import (
	"encoding/json"
	"io"

	"icamo/theory"
)

// CX2 writes a theory as a Cytoscape exchange network, version 2. The result is what the format cannot hold.
func CX2(to io.Writer, t *theory.Theory) ([]string, error) {
	type node struct {
		ID     int               `json:"id"`
		Fields map[string]string `json:"v"`
	}
	type edge struct {
		ID     int               `json:"id"`
		Source int               `json:"s"`
		Target int               `json:"t"`
		Fields map[string]string `json:"v"`
	}
	g := newGraph(t)
	declare := func(names ...string) map[string]map[string]string {
		all := make(map[string]map[string]string)
		for _, name := range names {
			all[name] = map[string]string{"d": "string"}
		}
		return all
	}
	nodes, edges := make([]node, len(g.vertices)), make([]edge, len(g.edges))
	for i, v := range g.vertices {
		nodes[i] = node{i, map[string]string{"name": v.node.Label, "theory_id": v.id}}
		for _, f := range v.fields {
			if f.name != "label" {
				nodes[i].Fields[f.name] = f.value
			}
		}
	}
	for i, e := range g.edges {
		edges[i] = edge{i, e.from, e.to, map[string]string{"name": e.link.ID, "interaction": string(e.link.Effect)}}
		for _, f := range e.fields {
			if f.name != "effect" {
				edges[i].Fields[f.name] = f.value
			}
		}
	}
	nodeNames := append([]string{"name", "theory_id"}, g.vertexFields()...)
	edgeNames := append([]string{"name", "interaction"}, g.edgeFields()...)
	type count struct {
		Name  string `json:"name"`
		Count int    `json:"elementCount"`
	}
	type aspect map[string]any
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return g.lost, out.Encode([]any{
		aspect{"CXVersion": "2.0", "hasFragments": false},
		aspect{"metaData": []count{{"attributeDeclarations", 1}, {"networkAttributes", 1}, {"nodes", len(nodes)}, {"edges", len(edges)}}},
		aspect{"attributeDeclarations": []map[string]any{{"networkAttributes": declare("name", "description"), "nodes": declare(nodeNames...), "edges": declare(edgeNames...)}}},
		aspect{"networkAttributes": []map[string]string{{"name": t.Title, "description": t.Description}}},
		aspect{"nodes": nodes},
		aspect{"edges": edges},
		aspect{"status": []map[string]any{{"success": true}}},
	})
}
