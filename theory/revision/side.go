package revision

import (
	"fmt"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/wording"
)

// side words what one version of the theory says.
type side struct{ t *theory.Theory }

func (s side) node(id string) string {
	if n := s.t.Node(id); n != nil && n.Label != "" {
		return quoted(mention(n.Label))
	}
	return id
}

// link words a link by the labels of its ends.
func (s side) link(l *theory.Link) string {
	to := s.node(l.To.ID)
	if l.Onto != nil {
		to = "the step " + s.link(l.Onto)
	}
	return s.node(l.From.ID) + " " + wording.Arrow(l.Effect) + " " + to
}

// evidence words a piece of evidence: its id, and what it says.
func (s side) evidence(id string) string {
	e := s.t.Piece(id)
	if e == nil {
		return id
	}
	says := mention(e.Text)
	if e.Type == theory.Quote && says != "" {
		says = quoted(says)
	}
	if e.Type == theory.EffectType {
		says = wording.English.Effect(e)
	}
	if says == "" {
		return id
	}
	return id + ": " + says
}

// named words an id by what it names in this version: an element of a sort, or of a kind of node. Titles and the labels of
// nodes stand in quotation marks.
func (s side) named(target, id string) string {
	named := s.t.Find(target, id)
	if named == nil || theory.Name(named) == id {
		return id
	}
	name := mention(theory.Name(named))
	switch named.Sort() {
	case theory.NodeSort, theory.ConfigurationSort:
		return quoted(name)
	}
	return name
}

func (s side) allNamed(target string, ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.named(target, id)
	}
	return names
}

// shown words the value under a key, the ids in it by what they name.
func (s side) shown(target string, v any) string {
	if ids, ok := v.([]string); ok {
		return strings.Join(s.allNamed(target, ids), ", ")
	}
	return shown(v)
}

// mention shortens a text by which something else is named: many changes may name the same.
func mention(text string) string { return theory.Shortened(text, 500) }

func quoted(text string) string { return `"` + text + `"` }

// shown words a value of a field.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "none"
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return wording.Decimal(v)
	case []string:
		return strings.Join(v, ", ")
	case []float64:
		texts := make([]string, len(v))
		for i, n := range v {
			texts[i] = wording.Decimal(n)
		}
		return strings.Join(texts, " to ")
	}
	return fmt.Sprint(v)
}

// key words a key of the format.
func key(name string) string {
	switch name {
	case "supported_by":
		return "evidence for"
	case "contradicted_by":
		return "evidence against"
	case "accept":
		return "accepted"
	}
	return wording.Key(name)
}

// prose says whether the values under the key are too long for one line.
func (f Field) prose() bool { return f.Key != nil && (f.Key.Prose || f.Key.Type == theory.Acceptances) }

// target is what the ids under the key name; "" where they name nothing.
func (f Field) target() string {
	if f.Key == nil {
		return ""
	}
	return f.Key.Target
}
