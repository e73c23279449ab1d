// Package schema describes the theory file to editors: a JSON Schema (draft-07) made from theory.Format, in one file.
// With it, an editor that knows Taplo completes keys and words, shows what each means, and marks what is wrong, in every
// file that names the schema in its first line: #:schema theory.schema.json.
//
// What no schema can say, such as whether an id is defined anywhere, is left to the checks.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"icamo/theory"
)

// File is the name under which a project keeps the schema.
const File = "theory.schema.json"

// JSON is the schema, indented. It is the same at every call.
func JSON() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(whole()); err != nil {
		panic(err) // of texts and lists of texts: they can always be written
	}
	return b.Bytes()
}

// node is a schema or a part of one. Only the keywords that the format needs are there.
type node struct {
	Schema               string   `json:"$schema,omitempty"`
	Title                string   `json:"title,omitempty"`
	Description          string   `json:"description,omitempty"`
	Ref                  string   `json:"$ref,omitempty"`
	AllOf                []*node  `json:"allOf,omitempty"`
	Type                 any      `json:"type,omitempty"` // a name or a list of names
	Enum                 []string `json:"enum,omitempty"`
	Pattern              string   `json:"pattern,omitempty"`
	Minimum              *int     `json:"minimum,omitempty"`
	Maximum              *int     `json:"maximum,omitempty"`
	Items                *node    `json:"items,omitempty"`
	MinItems             int      `json:"minItems,omitempty"`
	MaxItems             int      `json:"maxItems,omitempty"`
	Required             []string `json:"required,omitempty"`
	Properties           members  `json:"properties,omitempty"`
	PatternProperties    members  `json:"patternProperties,omitempty"`
	AdditionalProperties any      `json:"additionalProperties,omitempty"` // false or a *node
	Definitions          members  `json:"definitions,omitempty"`
	Taplo                *taplo   `json:"x-taplo,omitempty"`
}

// taplo is what Taplo reads beside the standard: the keys to write when a table is completed.
type taplo struct {
	InitKeys []string `json:"initKeys"`
}

// members are the parts of a schema by name, in the order of the format.
type members []member

type member struct {
	name string
	of   *node
}

// MarshalJSON writes the members as an object, in their order.
func (m members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, it := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(it.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(it.of); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// anyText is a text that is more than white space.
const anyText = `\S`

// linkPattern matches the id of a node, or of a link between two.
const linkPattern = `^[a-z0-9]+(-[a-z0-9]+)*( -> [a-z0-9]+(-[a-z0-9]+)*( \((promotes|inhibits)\))?)?$`

func whole() *node {
	root := &node{
		Schema:               "http://json-schema.org/draft-07/schema#",
		Title:                "icamo theory file",
		Description:          "A realist program theory: one version of it, or what its versions share.",
		Type:                 "object",
		AdditionalProperties: false,
	}
	for _, t := range theory.Format {
		table := tableNode(t)
		switch {
		case t.Single:
		case t.Repeated:
			table = &node{Description: t.Doc, Type: "array", Items: ref(t.Name)}
		default:
			table = &node{
				Description:          t.Doc,
				Type:                 "object",
				PatternProperties:    members{{theory.IDPattern, ref(t.Name)}},
				AdditionalProperties: false,
			}
		}
		if !t.Single {
			root.Definitions = append(root.Definitions, member{t.Name, tableNode(t)})
		}
		root.Properties = append(root.Properties, member{t.Name, table})
	}
	return root
}

func ref(name string) *node { return &node{Ref: "#/definitions/" + name} }

func tableNode(t theory.Table) *node {
	n := &node{Description: t.Doc, Type: "object", AdditionalProperties: false}
	for _, k := range t.Keys {
		n.Properties = append(n.Properties, member{k.Name, keyNode(k)})
		if k.Required {
			n.Required = append(n.Required, k.Name)
		}
	}
	if len(n.Required) > 0 {
		n.Taplo = &taplo{InitKeys: n.Required}
	}
	return n
}

func keyNode(k theory.Key) *node {
	n := valueNode(k)
	n.Description = k.Doc
	if k.Target != "" {
		target := strings.ReplaceAll(k.Target, "_", " ")
		if k.OrLink {
			target += " or link"
		}
		n.Description += fmt.Sprintf(" (%s of a %s)", idOrIDs(k.Type), target)
	}
	if n.Type == "string" && n.Pattern == "" && (k.Required || k.Name == "dropped") {
		n.Pattern = anyText
	}
	return n
}

func idOrIDs(t theory.ValueType) string {
	if t == theory.References {
		return "ids, each"
	}
	return "the id"
}

func valueNode(k theory.Key) *node {
	least, most := k.Least, k.Largest()
	switch k.Type {
	case theory.Texts:
		return &node{Type: "array", Items: &node{Type: "string"}}
	case theory.Word:
		return &node{Type: "string", Enum: k.Words}
	case theory.Words:
		return &node{Type: "array", Items: &node{Type: "string", Enum: k.Words}}
	case theory.Reference:
		if k.OrLink {
			return &node{Type: "string", Pattern: linkPattern}
		}
		return &node{Type: "string", Pattern: theory.IDPattern}
	case theory.References:
		return &node{Type: "array", Items: &node{Type: "string", Pattern: theory.IDPattern}}
	case theory.Whole:
		return &node{Type: "integer", Minimum: &least, Maximum: &most}
	case theory.Number:
		return &node{Type: "number"}
	case theory.Flag:
		return &node{Type: "boolean"}
	case theory.Interval:
		return &node{Type: "array", Items: &node{Type: "number"}, MinItems: 2, MaxItems: 2}
	case theory.Attributes:
		return &node{Type: "object", AdditionalProperties: &node{Type: []string{"string", "number", "boolean"}}}
	case theory.Acceptances:
		return &node{
			Type:                 "object",
			PatternProperties:    members{{`^PT[0-9]{3}$`, &node{Description: "Why the finding is accepted.", Type: "string", Pattern: anyText}}},
			AdditionalProperties: false,
		}
	}
	return &node{Type: "string"}
}
