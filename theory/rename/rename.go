package rename

import (
	"slices"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// Target is the kind of element whose ids are one set: "node" for all five kinds of node, else the name of the table.
type Target string

// Node is the target of the five kinds of node, whose ids are one set.
const Node Target = "node"

// TargetOf is the target to which the ids of a table belong; "" of a table without ids, or of none.
func TargetOf(table *theory.Table) Target {
	switch {
	case table == nil || table.Single || table.Repeated:
		return ""
	case slices.Contains(theory.Kinds, theory.Kind(table.Name)):
		return Node
	}
	return Target(table.Name)
}

// Targets are all targets, in the order of the format.
func Targets() []Target {
	var all []Target
	for i := range theory.Format {
		if t := TargetOf(&theory.Format[i]); t != "" && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}

// Defined are the ids that a text defines, by target.
func Defined(d *toml.Document) map[Target]map[string]bool {
	ids := make(map[Target]map[string]bool)
	for top := range d.Root.Items() {
		target := TargetOf(theory.TableNamed(top.Name))
		if target == "" {
			continue
		}
		if ids[target] == nil {
			ids[target] = make(map[string]bool)
		}
		for item := range top.Items() {
			ids[target][item.Name] = true
		}
	}
	return ids
}

// Definitions are the places where a text defines an element with an id: the names in the headers of its table.
func Definitions(d *toml.Document, target Target, id string) []toml.Extent {
	var at []toml.Extent
	if d.Root == nil {
		return nil
	}
	for _, name := range definitions(d, id) {
		if TargetOf(theory.TableNamed(name[0].Text)) == target {
			at = append(at, name[1].At)
		}
	}
	return at
}

// definitions are the paths that start with a table of elements and an id. An element may be named in several: in its own
// header, in those of its subtables, and in dotted keys.
func definitions(d *toml.Document, id string) [][]toml.Name {
	var found [][]toml.Name
	seen := make(map[int32]bool)
	add := func(path []toml.Name) {
		if !seen[path[1].At.Start] {
			seen[path[1].At.Start] = true
			found = append(found, path)
		}
	}
	for s := range toml.Statements(d.Text) {
		if path := s.Path; len(path) > 1 && path[1].Text == id {
			add(path[:2:2])
		}
	}
	for table := range d.Root.Items() { // those of inline tables
		if table.Form != toml.Table {
			continue
		}
		if entry := table.Entry(id); entry != nil {
			add([]toml.Name{{Text: table.Name, At: table.Key}, {Text: entry.Name, At: entry.Key}})
		}
	}
	return found
}

// File lists the edits that give an element another id in a text: where it is defined and where it is cited. Lineage is
// told apart: what "was" names are ids of the earlier version.
func File(d *toml.Document, target Target, before, after string) []toml.Edit {
	edits := References(d, target, before, after)
	for _, at := range Definitions(d, target, before) {
		edits = append(edits, toml.Edit{At: at, Text: after})
	}
	return edits
}

// References lists the edits that change an id where it is cited.
func References(d *toml.Document, target Target, before, after string) []toml.Edit {
	if d.Root == nil {
		return nil
	}
	r := replacer{target: target, before: before, after: after, text: d.Text}
	for top := range d.Root.Items() {
		table := theory.TableNamed(top.Name)
		switch {
		case table == nil:
		case table.Single:
			r.element(table, top)
		default: // tables by id, or a list of tables
			for item := range top.Items() {
				r.element(table, item)
			}
		}
	}
	return r.edits
}

// Lineage lists the edits that change an id where "was" names it, of elements of the target.
func Lineage(d *toml.Document, target Target, before, after string) []toml.Edit {
	if d.Root == nil {
		return nil
	}
	r := replacer{before: before, after: after, text: d.Text}
	for top := range d.Root.Items() {
		if TargetOf(theory.TableNamed(top.Name)) != target {
			continue
		}
		for item := range top.Items() {
			if was := item.Entry("was"); was != nil {
				r.ids(was)
			}
		}
	}
	return r.edits
}

type replacer struct {
	target        Target
	before, after string
	text          string
	edits         []toml.Edit
}

// element goes through the keys of one table whose values are ids of the target.
func (r *replacer) element(table *theory.Table, item *toml.Item) {
	if item.Form != toml.Table {
		return
	}
	for entry := range item.Items() {
		if key := table.Key(entry.Name); key != nil && Target(key.Target) == r.target || key != nil && r.target == Node && key.Target == "actor" {
			r.ids(entry)
		}
	}
}

// ids changes the id in a value, or in each element of a list.
func (r *replacer) ids(value *toml.Item) {
	for item := range value.Items() {
		r.ids(item)
	}
	text, isText := value.Says.(string)
	if !isText {
		return
	}
	if renamed := r.id(text); renamed != text {
		quote := r.text[value.Value.Start : value.Value.Start+1]
		r.edits = append(r.edits, toml.Edit{At: value.Value, Text: quote + renamed + quote})
	}
}

// id is an id as it is to be: also that of a link, which names its ends.
func (r *replacer) id(id string) string {
	from, rest, isLink := strings.Cut(id, theory.LinkArrow)
	if !isLink {
		if id == r.before {
			return r.after
		}
		return id
	}
	to, effect, _ := strings.Cut(rest, " ")
	if effect != "" {
		effect = " " + effect
	}
	return r.id(from) + theory.LinkArrow + r.id(to) + effect
}
