package check

import (
	"fmt"
	"strings"

	"icamo/theory"
)

// RenamedWithoutLineage reports things that got another id without a word.
var RenamedWithoutLineage = Rule{Code: "PT511", Name: "renamed-without-lineage", Severity: Warning,
	Doc:    "A node of the earlier version that is gone, and one that is new here with the same kind and label; or such a configuration with the same title. Of these PT501 says nothing.",
	Why:    "An id is what a thing is known by from version to version. With another one it counts as one thing dropped and another invented, and so do its links.",
	Source: "Gilmore et al. (2019) on an audit trail of every change",
	Remedy: "Name the old id in its `was`.",
	Bad: `-- initial.toml --
` + hopeful + `-- revised.toml --
[outcome.new-hope]
label       = "Hope"
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "new-hope"
`,
	Good: `-- initial.toml --
` + hopeful + `-- revised.toml --
[outcome.new-hope]
label       = "Hope"
was         = ["hope"]
beneficiary = ["participants"]

[[link]]
from = "feeling-safe"
to   = "new-hope"
`,
	Reads: []string{"id", "was"},
	Run: func(p *Pass) {
		if p.Lineage() == nil {
			p.Abstain()
			return
		}
		for _, r := range p.renamed() {
			p.Report(r.now, r.now.Key(r.key), fmt.Sprintf("the %s %q has the %s of %q, which is gone; if it is the same, say so with was = [%q], else word it apart", r.what, r.now.ID, r.key, r.old.ID, r.old.ID),
				theory.Related{Message: "it stood here", At: r.old.At})
		}
	},
}

// renaming is something that is gone, and something new that reads the same.
type renaming struct {
	what, key string // a kind of node or "configuration", and the key of what reads the same
	old, now  *theory.Element
}

// renamings are those of a revision, by what is gone.
func renamings(lineage *theory.Lineage) map[*theory.Element]renaming {
	found := make(map[*theory.Element]renaming)
	if lineage == nil {
		return found
	}
	type shown struct{ what, text string }
	gone := make(map[shown]*theory.Element)
	read := func(text string) string { return strings.ToLower(theory.Visible(text)) }
	for _, o := range lineage.Old.Nodes {
		if o.Live() && len(lineage.Nodes.Heirs(o)) == 0 {
			gone[shown{string(o.Kind), read(o.Label)}] = &o.Element
		}
	}
	for _, o := range lineage.Old.Configurations {
		if o.Live() && len(lineage.Configurations.Heirs(o)) == 0 {
			gone[shown{"configuration", read(o.Title)}] = &o.Element
		}
	}
	pair := func(what, key, text string, now *theory.Element) {
		s := shown{what, read(text)}
		if old := gone[s]; old != nil && s.text != "" {
			found[old] = renaming{what, key, old, now}
			delete(gone, s)
		}
	}
	for _, n := range lineage.New.Nodes {
		if n.Live() && len(lineage.Nodes.Origins(n)) == 0 {
			pair(string(n.Kind), "label", n.Label, &n.Element)
		}
	}
	for _, c := range lineage.New.Configurations {
		if c.Live() && len(lineage.Configurations.Origins(c)) == 0 {
			pair("configuration", "title", c.Title, &c.Element)
		}
	}
	return found
}
