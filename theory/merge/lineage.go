package merge

import (
	"icamo/theory"
	"icamo/theory/rename"
	"icamo/theory/toml"
)

// renaming is an element that a side gave another id.
type renaming struct {
	target        rename.Target
	before, after string
}

// renamed gives the elements that one side renamed their new ids on the other sides too, so that all three speak of the
// same elements. Where both renamed an element, each to another id, ours is taken and the header becomes a conflict.
func (m *merger) renamed(docs [3]*toml.Document) [3]*toml.Document {
	m.headers = make(map[string][2]string)
	ours, theirs := renamings(docs[0], docs[1]), renamings(docs[0], docs[2])
	for _, r := range ours {
		for _, t := range theirs {
			if r.target == t.target && r.before == t.before && r.after != t.after {
				m.headers[tableOf(docs[1], r)+"."+r.after] = [2]string{r.after, t.after}
				docs[2] = apply(docs[2], renaming{r.target, t.after, r.after})
			}
		}
		docs[0], docs[2] = apply(docs[0], r), apply(docs[2], r)
	}
	for _, r := range renamings(docs[0], docs[2]) {
		docs[0], docs[1] = apply(docs[0], r), apply(docs[1], r)
	}
	return docs
}

func apply(d *toml.Document, r renaming) *toml.Document {
	return toml.Read([]byte(toml.Apply(d.Text, rename.File(d, r.target, r.before, r.after))))
}

// tableOf is the table in which a side has the element now.
func tableOf(d *toml.Document, r renaming) string {
	for table := range d.Root.Items() {
		if rename.TargetOf(theory.TableNamed(table.Name)) == r.target && table.Entry(r.after) != nil {
			return table.Name
		}
	}
	return ""
}

// renamings lists the elements that a side renamed: gone there under their id, and there under one that base has not, with
// the old id as their lineage, or with all their keys as they were. What was split or merged is not renamed.
func renamings(base, side *toml.Document) []renaming {
	var found []renaming
	before, after := rename.Defined(base), rename.Defined(side)
	for table := range base.Root.Items() {
		target := rename.TargetOf(theory.TableNamed(table.Name))
		now := side.Root.Entry(table.Name)
		if target == "" || now == nil {
			continue
		}
		for item := range table.Items() {
			if after[target][item.Name] {
				continue
			}
			var heirs []*toml.Item
			for other := range now.Items() {
				if !before[target][other.Name] && (comesFrom(other, item.Name) || sameKeys(item, other)) {
					heirs = append(heirs, other)
				}
			}
			if len(heirs) == 1 {
				found = append(found, renaming{target, item.Name, heirs[0].Name})
			}
		}
	}
	return found
}

// comesFrom says whether an element's lineage is one id alone.
func comesFrom(item *toml.Item, id string) bool {
	was := item.Entry("was")
	return was != nil && was.Count == 1 && was.First.Says == id
}

// sameKeys says whether two elements have the same keys with the same values, lineage aside.
func sameKeys(a, b *toml.Item) bool {
	lineage := int32(0)
	if b.Entry("was") != nil && a.Entry("was") == nil {
		lineage = 1
	}
	if a.Count == 0 || a.Count != b.Count-lineage {
		return false
	}
	return a.Every(func(key *toml.Item) bool {
		other := b.Entry(key.Name)
		return other != nil && toml.Same(key, other)
	})
}
